import Credentials
import Platforms
import UNTP

extension Scenario {
    /// In words: what will be simulated. Lines of at most 80 characters.
    package var explanation: String {
        ([
            Lines.wrapped(title, indent: "") + "\n" + Lines.wrapped(description, indent: ""), period, chainMap,
            custodyText, trade, labelText, transitText,
            platformText, certifierText, attestationText, testText,
            rulesText, placesText, networkText, storyText, targetText, demonstrationText, sourceText,
        ]).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var demonstrationText: String {
        guard let shows else { return "" }
        let settings = shows.remedy.map { "  --set " + $0 }.joined(separator: "\n")
        return "Shows the failure \(shows.failure), which these settings mend:\n" + settings
    }

    private var period: String {
        Lines.wrapped(
            "From \(DateTimeStamp.day(unixSeconds: startUnixSeconds)) on, goods are made and sent for \(Lines.counted(Double(days), "day")); what is under way then still arrives and is judged. Seed \(seed). A consignment counts as transparent if its own evidence holds\(evidenceTiers == 0 ? "" : ", and that of \(Lines.counted(Double(evidenceTiers), "tier")) upstream").",
            indent: "")
    }

    private var platformText: String {
        let lines = platforms.flatMap { platform -> [String] in
            let deviations = platform.profile.deviations
            let head =
                "  \(platform.title) (\(platform.name), \(platform.country))"
                + (deviations.isEmpty && platform.adapter == nil ? ": conforms in everything" : "")
            return [head] + (platform.adapter.map { ["    a vendor's own: \($0)"] } ?? [])
                + deviations.map { setting in
                    let causes = Knobs[setting.path]?.choices.first { $0.name == setting.value }?.causes ?? []
                    let codes = Set(causes.map(\.mode)).sorted().joined(separator: ", ")
                    return Lines.wrapped(
                        "\(setting.path) = \(setting.value)" + (codes.isEmpty ? "" : ": can cause \(codes)"),
                        indent: "    ", hanging: "      ")
                }
        }
        let place =
            isOnOnePort
            ? Lines.wrapped(
                "For the service to reach them, all others are published at \(publishedAt), and that stands in what they sign.",
                indent: "  ") : nil
        return (["Platforms, and where they differ from the specifications"] + lines + [place].compactMap(\.self))
            .joined(separator: "\n")
    }

    private var certifierText: String {
        guard !certifiers.isEmpty else { return "" }
        let lines = certifiers.map { certifier in
            let places =
                certifier.countries.isEmpty ? "everywhere" : "in " + certifier.countries.joined(separator: ", ")
            return Lines.wrapped(
                "\(certifier.name) (\(certifier.country), on \(certifier.platform)) assesses \(certifier.criteria.joined(separator: ", ")) \(places)\(schemeInWords(of: certifier))\(timesInWords(of: certifier))\(gapInWords(of: certifier))",
                indent: "  ", hanging: "    ")
        }
        return (["Certifiers"] + lines + schemeLines).joined(separator: "\n")
    }

    private func schemeInWords(of certifier: CertifierSpec) -> String {
        guard !certifier.scheme.isEmpty else { return "" }
        let cited =
            switch certifier.cites {
            case .harmonised: ""
            case .scheme: ", citing that scheme's criteria"
            case .both: ", citing that scheme's criteria, and shared ones beyond"
            }
        return ", by \(certifier.scheme)\(cited)"
    }

    /// When its certificates become credentials, and when they are issued anew.
    private func timesInWords(of certifier: CertifierSpec) -> String {
        let paper = certifier.digitisedAfterDays.map { "; on paper for the first \(Lines.counted($0, "day"))" } ?? ""
        return paper + (certifier.renewsEvery.map { "; issued anew every \(Lines.counted(Double($0), "day"))" } ?? "")
    }

    private func gapInWords(of certifier: CertifierSpec) -> String {
        let gap = unaccredited(of: certifier)
        return gap.isEmpty ? "" : "; not accredited for \(gap.joined(separator: ", "))"
    }

    /// The schemes in use on which there are files, and where they are used beside what chains name them for.
    private var schemeLines: [String] {
        schemes.values.sorted { $0.id < $1.id }.map { scheme in
            let scope = scheme.commodities.joined(separator: ", ") + ": " + scheme.stages.joined(separator: ", ")
            let custody =
                scheme.custody.isEmpty
                ? "no chain of custody" : scheme.custody.map(\.rawValue).joined(separator: " or ")
            let others = stagesBeside(scheme)
            let foreign = countriesBeside(scheme)
            let beside =
                (others.isEmpty
                    ? "" : "; here also at \(others.joined(separator: ", ")), whose chains don't name it")
                + (foreign.isEmpty ? "" : "; here also in \(foreign.joined(separator: ", ")), where it can't be had")
            let owner = scheme.owner.isEmpty ? "" : " of \(scheme.owner)"
            let terms = [scheme.assessmentInWords, scheme.termInWords, custody].compactMap(\.self)
            return Lines.wrapped(
                "\(scheme.id), \(scheme.name)\(owner) (\(scope)): \(terms.joined(separator: "; "))\(beside)",
                indent: "  ", hanging: "    ")
        }
    }

    /// The stages at which certifiers assess claims by a scheme that their chains don't name.
    private func stagesBeside(_ scheme: Scheme) -> [String] {
        chains.flatMap(\.stages).filter { stage in
            !stage.schemes.contains(scheme.id)
                && parties.contains { party in
                    party.stage == stage.id && isAssessed(party, at: stage, by: scheme)
                }
        }.map(\.id)
    }

    /// The countries in which certifiers assess claims by a scheme that is for others.
    private func countriesBeside(_ scheme: Scheme) -> [String] {
        Set(
            parties.filter { party in
                !scheme.holds(in: party.country)
                    && stage(party.stage).map { isAssessed(party, at: $0, by: scheme) } ?? false
            }.map(\.country)
        ).sorted()
    }

    /// Whether somebody assesses by a scheme what passports of a party claim.
    private func isAssessed(_ party: PartySpec, at stage: Stage, by scheme: Scheme) -> Bool {
        !stage.handsOn && certifiers.contains { $0.scheme == scheme.id && $0.assesses(party, at: stage) }
    }

    private var testText: String {
        guard testedShare > 0 else { return "" }
        return Lines.wrapped(
            "A laboratory takes a sample of \(Lines.percent(testedShare)) % of the consignments that arrive, and tests where it is from.",
            indent: "")
    }

    /// What those who take part want to know, and the measures that answer it.
    private var storyText: String {
        guard !stories.isEmpty else { return "" }
        let lines = stories.map { story in
            let measures = story.measures.map { id in MeasureDefinition.all.first { $0.id == id }?.label ?? id }
            let claims = story.criterion.map { " of claims on \($0)\(story.stage.map { " at \($0)" } ?? "")" } ?? ""
            return Lines.wrapped(
                "\(story.story): \(measures.joined(separator: "; "))\(claims)", indent: "  ", hanging: "    ")
        }
        return (["What those who take part want to know, and what answers it"] + lines).joined(separator: "\n")
    }

    private var transitText: String {
        func line(_ where: String, _ days: Triangle) -> String {
            "  \(`where`): \(Lines.number(days.low)) to \(Lines.number(days.high)) days, \(Lines.number(days.typical)) as a rule"
        }
        let routes = transit.routes.map { line("between \($0.countries.sorted().joined(separator: " and "))", $0.days) }
        return
            ([
                "How long goods are under way", line("within a country", transit.domestic),
                line("abroad", transit.abroad),
            ]
            + routes).joined(separator: "\n")
    }

    /// The targets that hold: the pilot's own, and the usual ones beside them.
    private var targetText: String {
        let lines = MeasureDefinition.all.compactMap { measure -> String? in
            guard let target = targets[measure.id] ?? measure.target, target > 0 || measure.isLimit else { return nil }
            // A label says what it counts.
            let isPlain = measure.unit == "ratio" || measure.label.lowercased().contains(measure.unit)
            return Lines.wrapped(
                "\(measure.label): \(measure.isLimit ? "at most " : "")\(Lines.number(target))"
                    + (isPlain ? "" : " \(measure.unit)"), indent: "  ", hanging: "    ")
        }
        return lines.isEmpty ? "" : (["Targets"] + lines).joined(separator: "\n")
    }

    private var networkText: String {
        var lines: [String] = []
        if network.lossPerMillion > 0 { lines.append("  \(network.lossPerMillion) messages in a million are lost") }
        for outage in network.outages {
            let again = outage.everyDays.map { ", and again every \($0 == 1 ? "day" : Lines.counted($0, "day"))" } ?? ""
            lines.append(
                "  \(outage.platform): \(outage.service.rawValue) down for \(Lines.number(outage.hours)) h from day \(Lines.number(outage.day))\(again)"
            )
        }
        for partition in network.partitions {
            lines.append(
                "  \(partition.countries.sorted().joined(separator: ", ")) cut off for \(Lines.number(partition.hours)) h from day \(Lines.number(partition.day))"
            )
        }
        if !network.partitions.isEmpty {
            lines.append(
                Lines.wrapped(
                    "Who is cut off reaches neither other countries nor what stands outside of all: the root resolver, the root registers and the context hosts.",
                    indent: "  ", hanging: "    "))
        }
        return lines.isEmpty ? "" : (["The network"] + lines).joined(separator: "\n")
    }

    private var sourceText: String {
        let counts = ["read", "recalled", "assumption", "judgement"].compactMap { status in
            numbers[status] > 0 ? "\(numbers[status]) \(status)" : nil
        }
        return Lines.wrapped(
            "Numbers that a verdict rests on, by where they come from: " + counts.joined(separator: ", "), indent: "",
            hanging: "  ")
    }
}
