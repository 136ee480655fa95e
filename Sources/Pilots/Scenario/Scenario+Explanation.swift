import Credentials
import Platforms

extension Scenario {
    /// In words: what will be simulated. Lines of at most 80 characters.
    package var explanation: String {
        ([
            title + "\n" + Lines.wrapped(description, indent: ""), period, chainMap, trade, platformText, certifierText,
            demandText, networkText, demonstrationText, sourceText,
        ]).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var demonstrationText: String {
        guard let shows else { return "" }
        let settings = shows.remedy.map { "  --set " + $0 }.joined(separator: "\n")
        return "Shows the failure \(shows.failure), which these settings mend:\n" + settings
    }

    private var period: String {
        Lines.wrapped(
            "From \(DateTimeStamp.day(unixSeconds: startUnixSeconds)) on, goods are made and sent for \(days) days; what is under way then still arrives and is judged. Seed \(seed). A consignment counts as transparent if its own evidence holds\(evidenceTiers == 0 ? "" : ", and that of \(evidenceTiers) tiers upstream").",
            indent: "")
    }

    private var chainMap: String {
        chains.map { chain in
            var lines = ["Value chain: \(chain.title)"]
            for stage in chain.stages.sorted(by: { ($0.order, $0.id) < ($1.order, $1.id) }) {
                let arrow =
                    stage.isOrigin
                    ? "" : stage.needs.map { $0.sources.joined(separator: " or ") }.joined(separator: " + ") + " -> "
                let members = parties.filter { $0.stage == stage.id }
                let places = Set(members.map(\.country)).sorted().joined(separator: " ")
                lines.append(
                    "  " + String(repeating: "  ", count: stage.order) + arrow
                        + "[\(stage.id)] \(members.count) in \(places)")
                lines.append(
                    Lines.wrapped(
                        "\(stage.product.name), batches of \(Self.text(stage.batch)) \(stage.product.unit), consignments of \(Self.text(stage.shipment)) \(stage.product.unit)",
                        indent: "      " + String(repeating: "  ", count: stage.order)))
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private var trade: String {
        let lines = parties.map { party -> String in
            var text = "\(party.name) (\(party.stage), \(party.country)) on \(party.platform)"
            if !party.customers.isEmpty { text += " sells to " + party.customers.joined(separator: ", ") }
            switch party.certificate {
            case .valid: break
            case .expires(let day): text += "; its certificate expires on day \(day)"
            case .revoked(let day): text += "; its certificate is revoked on day \(day)"
            case .suspended(let day): text += "; its certificate is suspended on day \(day)"
            case .wrongScope: text += "; its certificate covers another site"
            }
            if !party.unevidencedClaims.isEmpty {
                text += "; claims \(party.unevidencedClaims.joined(separator: ", ")) without evidence"
            }
            if party.alteredShare > 0 { text += "; changes \(Self.text(party.alteredShare * 100)) % of its passports" }
            return Lines.wrapped(text, indent: "  ", hanging: "    ")
        }
        return (["Who sells to whom"] + lines).joined(separator: "\n")
    }

    private var platformText: String {
        let lines = platforms.flatMap { platform -> [String] in
            let deviations = platform.profile.deviations
            let head =
                "  \(platform.title) (\(platform.name), \(platform.country))"
                + (deviations.isEmpty ? ": conforms in everything" : "")
            return [head]
                + deviations.map { setting in
                    let causes = Knobs[setting.path]?.choices.first { $0.name == setting.value }?.causes ?? []
                    let codes = Set(causes.map(\.mode)).sorted().joined(separator: ", ")
                    return Lines.wrapped(
                        "\(setting.path) = \(setting.value)" + (codes.isEmpty ? "" : ": can cause \(codes)"),
                        indent: "    ", hanging: "      ")
                }
        }
        return (["Platforms, and where they differ from the specifications"] + lines).joined(separator: "\n")
    }

    private var certifierText: String {
        guard !certifiers.isEmpty else { return "" }
        let lines = certifiers.map { certifier in
            let places = certifier.countries.isEmpty ? "everywhere" : certifier.countries.joined(separator: ", ")
            return Lines.wrapped(
                "\(certifier.name) (\(certifier.country), on \(certifier.platform)) assesses \(certifier.criteria.joined(separator: ", ")) in \(places)",
                indent: "  ", hanging: "    ")
        }
        return (["Certifiers"] + lines).joined(separator: "\n")
    }

    private var demandText: String {
        let asks = buyersAsk.sorted { $0.key < $1.key }.map { code, criteria in
            "  Buyers in \(country(code)?.name ?? code): " + criteria.joined(separator: ", ")
        }
        let places = Set(parties.map(\.country))
        let codes = Set(chains.flatMap(\.stages).flatMap { stage in stage.outputs.map { stage.output($0).hs } })
        let rules = regulations.filter { rule in
            !rule.market.isDisjoint(with: places) && rule.appliesFrom < startUnixSeconds + Int64(days) * 86_400
                && codes.contains { hs in rule.products.contains { hs.hasPrefix($0) } }
        }.map { rule in
            Self.wrapped(
                "\(rule.id) from \(DateTimeStamp.day(unixSeconds: rule.appliesFrom)): \(rule.title); asks for \(rule.demands.joined(separator: ", ")), else \(rule.action.rawValue)",
                indent: "  ", hanging: "    ")
        }
        guard !(asks + rules).isEmpty else { return "" }
        return (["What is asked of evidence"] + asks + rules).joined(separator: "\n")
    }

    private var networkText: String {
        var lines: [String] = []
        if network.lossPerMillion > 0 { lines.append("  \(network.lossPerMillion) messages in a million are lost") }
        for outage in network.outages {
            let again = outage.everyDays.map { ", and again every \(Self.text($0)) days" } ?? ""
            lines.append(
                "  \(outage.platform): \(outage.service.rawValue) down for \(Self.text(outage.hours)) h from day \(Self.text(outage.day))\(again)"
            )
        }
        for partition in network.partitions {
            lines.append(
                "  \(partition.countries.sorted().joined(separator: ", ")) cut off for \(Self.text(partition.hours)) h from day \(Self.text(partition.day))"
            )
        }
        return lines.isEmpty ? "" : (["The network"] + lines).joined(separator: "\n")
    }

    private var sourceText: String {
        let counts = ["read", "recalled", "assumption", "judgement"].compactMap { status in
            provenance[status].map { "\($0) \(status)" }
        }
        return "Numbers by where they come from: " + counts.joined(separator: ", ")
    }

    private static func text(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}
