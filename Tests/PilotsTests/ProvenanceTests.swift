import Foundation
import Testing

@testable import Pilots

/// Where the numbers of scenario files come from, and on which of them a verdict rests.
@Suite struct ProvenanceTests {
    private static let country = """
        code: CL
        name: Chile
        register: Registro de Comercio
        accreditation: INN
        latitude: -23.6
        longitude: -70.4
        onlinePercent: 94.1
        onlineYear: 2023
        urbanMilliseconds: 39
        remoteMilliseconds: 101
        offlineShare: 0.038
        outageHoursPerMonth: 4.4
        """

    private func count(_ rest: String) throws -> NumberCount {
        let node = try ScenarioNode.parse(Self.country + "\n" + rest, file: "CL.yaml")
        var check = FormCheck()
        check.check(node, ScenarioForm.country)
        #expect(check.diagnostics.isEmpty)
        var count = NumberCount()
        count.add(node, ScenarioForm.country, .others)
        return count
    }

    @Test("A country's numbers count by the group that its provenance names, the others by its status")
    func countsByGroup() throws {
        let grouped = try count("provenance: {location: recalled, connectivity: read}\nstatus: judgement")
        #expect(grouped["recalled"] == 2 && grouped["read"] == 4 && grouped["judgement"] == 0)
        #expect(grouped[.places, "recalled"] == 2 && grouped[.connectivity, "read"] == 4)
        // What is there for the reader alone is none that a verdict rests on.
        #expect(try count("status: recalled")["recalled"] == 6)
        #expect(try count("")["assumption"] == 6)
    }

    @Test("A word that is no provenance is named")
    func namesWhatIsWrong() throws {
        var check = FormCheck()
        check.check(
            try ScenarioNode.parse(Self.country + "\nprovenance: {online: red}", file: "CL.yaml"), ScenarioForm.country)
        #expect(check.diagnostics.count == 1)
        #expect(check.diagnostics.first?.nearest == "read")
    }

    @Test("The numbers behind a verdict are those of what takes part, each once")
    func countsWhatTakesPart() throws {
        try TestLibrary.withCopy { library in
            try Self.write(to: library)
            let numbers = try TestLibrary.pilot(Self.pilot, in: library).numbers
            // The pilot has days and an interval; each of two stages three sizes, one a yield and one a claim.
            #expect(numbers[.batches, "recalled"] == 6 && numbers[.batches, "assumption"] == 1)
            #expect(numbers[.yields, "read"] == 3 && numbers[.claims, "assumption"] == 3)
            #expect(numbers[.yields, "recalled"] == 0, "nobody works at the third stage")
            // Chile and Germany; in Australia there is nobody.
            #expect(numbers[.places, "recalled"] == 4 && numbers[.connectivity, "assumption"] == 8)
            // The rule on ore with its date, days and share; the scheme by which the mine is certified.
            #expect(numbers[.dates, "read"] == 1 && numbers[.transit, "assumption"] == 3)
            #expect(numbers[.rates, "assumption"] == 1)
            #expect(numbers[.dates, "recalled"] == 1 && numbers[.dates, "assumption"] == 1)
            // Of the scheme's criteria the one that is claimed; costs decide nothing here.
            #expect(numbers[.relations, "judgement"] == 1 && numbers[.costs, "read"] == 0)
            #expect(["read", "recalled", "assumption", "judgement"].map { numbers[$0] } == [4, 11, 17, 1])
            // The date that the pilot chooses is the one that counts.
            let later = try TestLibrary.pilot(Self.pilot + "\nruleDates: {ORE: later}", in: library).numbers
            #expect(later[.dates, "read"] == 0 && later[.dates, "recalled"] == 2)
            let dear = Self.pilot.replacing("targets: {", with: "targets: {cost-per-consignment: 100, ")
            let costs = try TestLibrary.pilot(dear, in: library).numbers
            #expect(costs[.costs, "read"] == 1 && costs[.costs, "assumption"] == 3)
        }
    }

    @Test("Of a stage that hands goods on, only what delays and divides them is behind a verdict")
    func leavesOutWhatTradersDoNotMake() throws {
        try TestLibrary.withCopy { library in
            try Self.write(to: library)
            let path = "\(library)/value-chains/small.yaml"
            let claim = "{criterion: H01, metric: m, unit: TNE, low: 1, typical: 2, high: 3}"
            let chain = try String(contentsOfFile: path, encoding: .utf8).replacing(
                "inputs: [metal], ",
                with: "inputs: [metal], issues: [DTE], claims: [\(claim)], custodyPeriod: {months: 6}, ")
            try Data(chain.utf8).write(to: URL(filePath: path))
            let without = try TestLibrary.pilot(Self.pilot, in: library).numbers
            let trader = "\n  - {name: Trader, stage: unused, country: CL, platform: one}"
            var with = try TestLibrary.pilot(Self.pilot + trader, in: library).numbers
            #expect(with[.batches, "recalled"] == without[.batches, "recalled"] + 2)
            with.add(-2, .batches, "recalled")
            #expect(with == without)
        }
    }

    /// A chain of which one stage stands empty, a country in which nobody is, and a rule and a scheme that concern nobody.
    private static func write(to library: String) throws {
        func stage(_ id: String, _ rest: String) -> String {
            "  - {id: \(id), name: \(id), process: p, role: r, facility: f, batch: 10, shipment: 5, lineHours: 1, "
                + "output: {name: \(id), hs: \"260300\", unit: TNE}, \(rest)}"
        }
        let yield = "yield: {low: 0.8, typical: 0.9, high: 1, kind: mass"
        var files = [
            "value-chains/small": [
                "id: small", "title: Small", "status: recalled", "stages:",
                stage(
                    "ore",
                    "claims: [{criterion: H01, metric: m, unit: TNE, low: 1, typical: 2, high: 3, status: assumption}]"),
                stage("metal", "inputs: [ore], \(yield), status: read}"),
                stage("unused", "inputs: [metal], \(yield)}"),
            ].joined(separator: "\n")
        ]
        for code in ["CL", "DE", "AU"] {
            files["countries/\(code)"] =
                country.replacing("CL", with: code) + "\nprovenance: {location: recalled}\nstatus: assumption"
        }
        for (id, product) in [("ORE", "26"), ("CARS", "87")] {
            files["regulations/\(id)"] = """
                id: \(id)
                title: t
                instrument: i
                market: [DE]
                direction: import
                appliesFrom: 2026-01-01
                dates: [{name: later, date: 2027-01-01, status: recalled}]
                products: ["\(product)"]
                demands: [H01]
                onLack: {action: hold, low: 1, typical: 2, high: 3, releasedShare: 0.5, status: assumption}
                provenance: {dates: read}
                """
        }
        for scheme in ["USED", "UNUSED"] {
            files["schemes/\(scheme)"] =
                "id: \(scheme)\nname: n\nowner: o\ncountry: CH\nvalidityMonths: 36\nstatus: recalled"
        }
        files["criteria/mapping"] = """
            version: "1"
            date: 2026-01-01
            sources:
              USED:
                - {id: U1, name: n, harmonised: H01, relation: equivalent, status: judgement}
                - {id: U2, name: n, harmonised: H05, relation: partial, status: judgement}
              UNUSED:
                - {id: N1, name: n, harmonised: H01, relation: equivalent, status: judgement}
                - {id: N2, name: n, harmonised: H05, relation: equivalent, status: judgement}
            """
        for (path, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(library)/\(path).yaml")) }
    }

    private static let pilot = """
        seed: 7
        days: 20
        chains: [small]
        targets: {transparent-consignments: 5}
        regulations: [ORE, CARS]
        platforms: [{name: one, profile: conforming, country: CL}]
        certifiers:
          - {name: Certifier, country: CL, platform: one, criteria: [H01], scheme: USED, countries: [CL, AU]}
          - {name: Idle, country: CL, platform: one, criteria: [H05], scheme: UNUSED}
        parties:
          - {name: Mine, stage: ore, country: CL, platform: one, every: 24}
          - {name: Smelter, stage: metal, country: DE, platform: one}
        """
}
