import Networking

// What is told of countries, and how sites there are connected.
extension Scenario {
    /// The countries in which somebody makes, ships or buys, in words.
    var placesText: String {
        let used = Set(parties.map(\.country))
        let blocks = countries.filter { used.contains($0.code) }.map { country in
            ([
                Lines.wrapped(
                    "\(country.name) (\(country.code)): \(country.register)\(number(of: country))", indent: "  ",
                    hanging: "    ")
            ]
                + facts(of: country).map { Lines.wrapped($0, indent: "    ", hanging: "      ") }).joined(
                    separator: "\n")
        }
        guard !blocks.isEmpty else { return "" }
        let head = "Countries: what is told of them for people, and how remote sites are connected"
        return ([Lines.wrapped(head, indent: "")] + blocks).joined(separator: "\n")
    }

    private func number(of country: Country) -> String {
        let name = country.facts.identifier.map { ", \($0)" } ?? ""
        let others = country.facts.otherAccreditation
        let besides = others.isEmpty ? "" : ", besides \(others.joined(separator: ", "))"
        return "\(name); accreditation by \(country.accreditation)\(besides)"
    }

    private func facts(of country: Country) -> [String] {
        let facts = country.facts
        let holding = regulations.filter { $0.market.contains(country.code) }.map(\.id)
        let rules =
            holding + facts.regulations.filter { !holding.contains($0) }.map { "\($0) (not in this pilot)" }
        return [
            facts.permits.map { "permits: \($0)" }, facts.requirement.map { "asks: \($0)" },
            country.unions.isEmpty ? nil : "member of: \(country.unions.joined(separator: ", "))",
            rules.isEmpty ? nil : "rules: \(rules.joined(separator: ", "))",
            facts.onlinePercent.map { percent in
                "\(Lines.number(percent)) % of people are online" + (facts.onlineYear.map { " (\($0))" } ?? "")
            },
            remoteText(of: country),
        ].compactMap(\.self)
    }

    /// How the remote sites of a country are connected; nil where there are none.
    private func remoteText(of country: Country) -> String? {
        let sites = parties.filter { $0.country == country.code && $0.connectivity == .remote }
        guard !sites.isEmpty else { return nil }
        let people = sites.count == 1 ? "1 remote site" : "\(sites.count) remote sites"
        let way = ", \(country.access.remoteMilliseconds) ms there and back"
        let own = sites.count { $0.syncHours != nil }
        guard remoteSites == .asCountriesHaveIt, own < sites.count, let line = country.remoteLine else {
            return
                (own == 0 ? "\(people), connected at all times" : "\(people), \(own) of them synchronising at times")
                + way
        }
        let besides = own == 0 ? "" : "; \(own) of them synchronising at times instead"
        return
            "\(people), offline for \(Lines.number((line.offlineShare * 1000).rounded() / 10)) % of each day and \(Lines.number(line.outageHoursPerMonth)) h a month\(besides)\(way)"
    }
}
