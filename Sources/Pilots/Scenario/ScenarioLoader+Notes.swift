// What a pilot asks for that has no effect, or costs much.
extension ScenarioLoader {
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
                node["certificateDay"], "the end of a certificate", after: arrived, "when all that was made has arrived"
            )
            if let invited = node["invited"], let day = party.invitedDay, day + party.setUpDays >= made {
                note(
                    invited,
                    "'\(party.name)' makes nothing: it sets up until day \(Lines.number(day + party.setUpDays))",
                    expected: "an earlier day, or fewer in 'setUp': goods are made for \(scenario.days) days")
            }
            for fraud in node["fraud"]?.elements ?? [] {
                note(fraud["fromDay"], "fraud that begins", after: made, "when the last goods are made")
            }
        }
        let network = pilot["network"]
        for cut in (network?["outages"]?.elements ?? []) + (network?["partitions"]?.elements ?? []) {
            note(cut["day"], "an outage", after: arrived, "when all that was made has arrived")
        }
    }

    private mutating func note(_ day: ScenarioNode?, _ what: String, after end: Double, _ reason: String) {
        guard let day, let number = day.number, number >= end else { return }
        note(
            day, "\(what) on day \(Lines.number(number)) has no effect",
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
