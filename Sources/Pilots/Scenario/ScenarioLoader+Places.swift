import FoundationEssentials
import Networking
import Platforms
import UNTP

extension ScenarioLoader {
    mutating func triangle(_ node: ScenarioNode) -> Triangle? {
        guard let low = node["low"]?.number, let typical = node["typical"]?.number, let high = node["high"]?.number
        else { return nil }
        if low > typical || typical > high {
            // One of the three may have been set on the command line.
            let set = node.members.map(\.value).first(where: \.isOnCommandLine)
            report(
                set ?? node, "\(low), \(typical), \(high) is no range with a typical value",
                expected: "low <= typical <= high")
        }
        return Triangle(low: low, typical: typical, high: high)
    }

    mutating func transit(_ pilot: ScenarioNode) -> Transit {
        let node = pilot["transit"]
        var routes: [(countries: Set<String>, days: Triangle)] = []
        for route in node?["routes"]?.elements ?? [] {
            guard let days = triangle(route) else { continue }
            let countries = Set((route["between"]?.elements ?? []).map { countryCode($0) })
            if route["between"]?.elements.count != 2 || countries.count != 2 {
                report(
                    route["between"] ?? route, "a way leads from one country to another",
                    expected: "two countries, as [CL, DE]; 'domestic' is for ways within a country")
            } else if routes.contains(where: { $0.countries == countries }) {
                report(route["between"] ?? route, "the way between these two stands twice", expected: "each once")
            }
            routes.append((countries, days))
        }
        return Transit(
            domestic: node?["domestic"].flatMap { triangle($0) } ?? Triangle(low: 1, typical: 2, high: 4),
            abroad: node?["abroad"].flatMap { triangle($0) } ?? Triangle(low: 14, typical: 25, high: 45),
            routes: routes)
    }

    mutating func criterion(_ node: ScenarioNode?) -> String? {
        guard let node, let id = node.text else { return nil }
        guard HarmonisedCriteria[id] != nil else {
            report(
                node, "there is no criterion '\(id)'", expected: "H01 to H28", among: HarmonisedCriteria.all.map(\.id))
            return nil
        }
        return id
    }

    mutating func country(_ code: String, at pilot: ScenarioNode) -> Country? {
        let reference = ScenarioNode.text(code, at: pilot)
        guard let file = library(.country, reference) else { return nil }
        return country(file)
    }

    /// A country as its file has it.
    mutating func country(_ file: ScenarioNode) -> Country {
        let code = file["code"]?.text ?? ""
        checkCode(ofCountry: file["code"])
        let schemes = registerScheme(file).map { [$0] } ?? RegisterIdentifier.schemes[code]
        if let example = file["example"], let number = example.text, let schemes,
            !schemes.contains(where: { $0.isValid(number) })
        {
            report(
                example, "'\(number)' is no valid number of its kind",
                expected: "a number of the right form, with the right check digits")
        }
        return Country(
            code: code, name: file["name"]?.text ?? code, register: file["register"]?.text ?? "",
            accreditation: file["accreditation"]?.text ?? "", latitude: file["latitude"]?.number ?? 0,
            longitude: file["longitude"]?.number ?? 0,
            access: .init(
                urbanMilliseconds: file["urbanMilliseconds"]?.integer ?? 50,
                remoteMilliseconds: file["remoteMilliseconds"]?.integer ?? 150),
            remoteLine: Country.RemoteLine(
                offlineShare: file["offlineShare"]?.number ?? 0,
                outageHoursPerMonth: file["outageHoursPerMonth"]?.number ?? 0),
            unions: (file["unions"]?.elements ?? []).compactMap(\.text), facts: facts(file),
            registerScheme: schemes?.first ?? .plainNumber(digits: Self.usualRegisterDigits))
    }

    /// What a country's file tells people.
    private mutating func facts(_ file: ScenarioNode) -> Country.Facts {
        let known = ScenarioLibrary.names(in: "regulations", root: root)
        var facts = Country.Facts()
        for rule in file["regulations"]?.elements ?? [] {
            let name = rule.text ?? ""
            if !known.contains(name) {
                report(
                    rule, "there is no rule '\(name)'", expected: "the name of a file under regulations/", among: known)
            }
            facts.regulations.append(name)
        }
        facts.identifier = file["identifier"]?.text
        facts.otherAccreditation = (file["otherAccreditation"]?.elements ?? []).compactMap(\.text)
        facts.permits = file["permits"]?.text
        facts.requirement = file["requirement"]?.text
        facts.onlinePercent = file["onlinePercent"]?.number
        facts.onlineYear = file["onlineYear"]?.integer
        return facts
    }

    /// How many digits the numbers of a register have about which nothing is known: an assumption.
    private static let usualRegisterDigits = 9

    /// How the numbers of a country's register are made, where its file says so.
    private mutating func registerScheme(_ file: ScenarioNode) -> RegisterScheme? {
        guard let form = file["identifierForm"], let digits = form["digits"]?.integer else { return nil }
        guard let weights = form["weights"]?.elements.compactMap(\.integer), !weights.isEmpty else {
            return .plainNumber(digits: digits)
        }
        if weights.count != digits - 1 {
            report(
                form["weights"] ?? form, "there are \(weights.count) weights for \(digits) digits",
                expected: "\(digits - 1), one for each digit but the last, which is the check digit")
        }
        return .weighedNumber(weights: weights, modulus: form["modulus"]?.integer ?? 10)
    }

    /// Reports what is no country, whether or not there is a file on it.
    mutating func checkCode(ofCountry node: ScenarioNode?) {
        guard let node, let code = node.text, !CountryCode.isKnown(code) else { return }
        report(
            node, "'\(code)' is no code of a country", expected: "ISO 3166-1 alpha-2, as CL",
            among: ScenarioLibrary.names(in: FileKind.country.folder, root: root))
    }

    /// Checks that a country is in the library, where it is named.
    mutating func countryCode(_ node: ScenarioNode?) -> String {
        guard let node, let code = node.text else { return "" }
        let known = ScenarioLibrary.names(in: "countries", root: root)
        if !known.contains(code) {
            report(
                node, "there is no country '\(code)'", expected: Self.oneOf(known, else: "a file under countries/"),
                among: known)
        }
        return known.contains(code) ? code : ""
    }
}
