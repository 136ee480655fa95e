// What a pilot asks for that has no effect, or costs much.
extension ScenarioLoader {
    /// Notes what changes nothing in a pilot, whenever it happens.
    mutating func noteIdleSettings(_ pilot: ScenarioNode, for scenario: Scenario) {
        for remark in IdleSettings(of: scenario).remarks(on: pilot) {
            note(remark.node, remark.text, expected: remark.expected)
        }
    }

    /// Notes goods that rules pass over because nobody says which of several goods they are.
    mutating func noteCoarseCodes(_ pilot: ScenarioNode, for scenario: Scenario) {
        for (hs, finer, rules) in scenario.coarseCodes {
            note(
                pilot["chains"] ?? pilot,
                "\(rules.joined(separator: ", ")) look\(rules.count == 1 ? "s" : "") at \(finer) and so not at goods with the code \(hs), of which it is a part",
                expected: "hs: \"\(finer)\" in the chain where the goods are that, or as many digits of what they are")
        }
    }

    /// Notes what is to happen when nothing happens any more.
    mutating func noteWhatComesTooLate(_ pilot: ScenarioNode, for scenario: Scenario) {
        let made = Double(scenario.days)
        let arrived = made + scenario.transit.longest
        for (party, node) in zip(scenario.parties, pilot["parties"]?.elements ?? []) {
            if let day = node["certificateDay"], party.certificate.day == nil {
                note(
                    day, "no certificate ends on that day", expected: "'certificate' with expired, revoked or suspended"
                )
            }
            note(
                node["certificateDay"] ?? node["certificate"], on: party.certificate.day.map(Double.init),
                "the end of a certificate", after: arrived, "when all that was made has arrived")
            if let invited = node["invited"], let day = party.invitedDay, day + party.setUpDays >= made {
                note(
                    invited,
                    "'\(party.name)' makes nothing: it sets up until day \(Lines.number(day + party.setUpDays))",
                    expected: "an earlier day, or fewer in 'setUp': goods are made for \(scenario.days) days")
            }
            for fraud in node["fraud"]?.elements ?? [] {
                note(
                    fraud["fromDay"], on: fraud["fromDay"]?.number, "fraud that begins", after: made,
                    "when the last goods are made")
            }
        }
        let network = pilot["network"]
        for cut in (network?["outages"]?.elements ?? []) + (network?["partitions"]?.elements ?? []) {
            note(cut["day"], on: cut["day"]?.number, "an outage", after: arrived, "when all that was made has arrived")
        }
    }

    /// Notes fraud that changes nothing, or that other fraud of the same party goes before.
    mutating func noteIdleDeeds(_ pilot: ScenarioNode, for scenario: Scenario) {
        for (party, node) in zip(scenario.parties, pilot["parties"]?.elements ?? []) {
            // A claim shows one certificate or none: where several are due, the first of these is done.
            let shown = zip(party.fraud, node["fraud"]?.elements ?? [])
                .filter { $0.0.pattern.changesEvidence && $0.0.share > 0 }
                .sorted { $0.0.pattern.precedence < $1.0.pattern.precedence }
            guard let stage = scenario.stage(party.stage), !shown.isEmpty else { continue }
            guard scenario.isCertified(party, at: stage) else {
                for (fraud, node) in shown {
                    note(
                        node["pattern"] ?? node,
                        "\(fraud.pattern.rawValue) has no effect: nobody certifies what '\(party.name)' claims, so that there is no certificate in whose place it could be",
                        expected: "a certifier of its claims, or another pattern")
                }
                continue
            }
            for (fraud, node) in shown.dropFirst() {
                let before = shown.map(\.0).filter { $0.pattern.precedence < fraud.pattern.precedence }
                let isNever = before.contains { $0.share == 1 && $0.fromDay <= fraud.fromDay }
                note(
                    node["pattern"] ?? node,
                    "\(fraud.pattern.rawValue) \(isNever ? "is never done" : "is done less often than its share says"): a claim shows one certificate or none, and that of \(before.map(\.pattern.rawValue).joined(separator: ", ")) goes before",
                    expected: "one of these patterns at a party")
            }
        }
    }

    private mutating func note(
        _ node: ScenarioNode?, on day: Double?, _ what: String, after end: Double, _ reason: String
    ) {
        guard let node, let number = day, number >= end else { return }
        note(
            node, "\(what) on day \(Lines.number(number)) has no effect",
            expected: "a day before \(Lines.number(end)), \(reason)")
    }

    /// Reports a pilot that would never end, and notes one that takes long.
    mutating func checkVolume(_ pilot: ScenarioNode, of scenario: Scenario) {
        guard scenario.consignments > Double(Scenario.mostConsignments) else {
            if let text = scenario.volumeInWords {
                note(pilot["parties"] ?? pilot, text, expected: "fewer for a quick run")
            }
            return
        }
        report(
            pilot["parties"] ?? pilot,
            "there can be \(Lines.number(scenario.consignments.rounded())) consignments, which can't be simulated",
            expected:
                "at most \(Lines.number(Double(Scenario.mostConsignments))): fewer days, more hours in 'every', or larger shipments"
        )
    }
}

extension CertificateState {
    /// The day on which it ends; nil where it does not.
    fileprivate var day: Int? {
        switch self {
        case .valid, .wrongScope: nil
        case .expires(let day), .revoked(let day), .suspended(let day): day
        }
    }
}

extension Transit {
    /// The most days on any way.
    fileprivate var longest: Double { ([domestic, abroad] + routes.map(\.days)).map(\.high).max() ?? 0 }
}
