import Foundation
import Records
import Testing

@testable import Pilots

/// What it takes to bring a country or a chain into the library: a file each, and no code.
@Suite struct LibraryGrowthTests {
    private static let country = """
        code: NZ
        name: New Zealand
        register: Companies Register
        accreditation: IANZ
        latitude: -41.3
        longitude: 174.8
        urbanMilliseconds: 35
        remoteMilliseconds: 90
        status: assumption
        """

    private static let chain = """
        id: wool
        title: Wool
        status: assumption
        stages:
          - id: station
            name: Sheep farming
            process: Rearing and shearing
            role: Farmer
            facility: station
            output: {name: Greasy wool, hs: "510111", unit: KGM}
            batch: 2000
            shipment: 1000
            lineHours: 8
            custody: segregated
            countries: [NZ]
            claims:
              - {criterion: H01, metric: Greenhouse gas intensity, unit: KGM, low: 8, typical: 12, high: 20}
          - id: scouring
            name: Scouring
            process: Washing
            role: Scourer
            facility: scour
            inputs: [station]
            output: {name: Scoured wool, hs: "510121", unit: KGM}
            yield: {low: 0.6, typical: 0.7, high: 0.8, kind: mass ratio}
            batch: 500
            shipment: 500
            lineHours: 4
            custody: segregated
            claims:
              - {criterion: H04, metric: Effluent within limits, unit: C62, low: 1, typical: 1, high: 1}
          - id: spinning
            name: Spinning
            process: Spinning
            role: Spinner
            facility: mill
            inputs: [scouring]
            output: {name: Woollen yarn, hs: "510610", unit: KGM}
            yield: {low: 0.8, typical: 0.9, high: 0.95, kind: mass ratio}
            batch: 500
            shipment: 500
            lineHours: 8
            claims: []
        """

    private static let pilot = """
        title: Wool
        start: 2027-01-04
        days: 20
        chains: [wool]
        platforms:
          - {name: south, profile: conforming, country: NZ}
          - {name: north, profile: conforming, country: IT}
        certifiers:
          - {name: Wool Assurance, country: NZ, platform: south, criteria: [H01, H04]}
        parties:
          - {name: High Country Station, stage: station, country: NZ, platform: south, every: 48}
          - {name: Harbour Scour, stage: scouring, country: NZ, platform: south}
          - {name: Filatura, stage: spinning, country: IT, platform: north}
        transit:
          domestic: {low: 1, typical: 1, high: 2}
          abroad: {low: 2, typical: 3, high: 4}
        """

    @Test("A country and a chain that are a file each can be used at once, and a pilot with both runs")
    func growsByFiles() throws {
        try TestLibrary.withCopy { library in
            for (path, text) in [("countries/NZ", Self.country), ("value-chains/wool", Self.chain)] {
                try Data(text.utf8).write(to: URL(filePath: "\(library)/\(path).yaml"))
                try ScenarioLibrary.validate("\(library)/\(path).yaml")
            }
            let record = try ProbeWorld.run(try TestLibrary.pilot(Self.pilot, in: library))
            #expect(Set(record.consignmentRows.map(\.stage)) == ["wool/station", "wool/scouring"])
            #expect(record.consignments.total > 10)
            #expect(record.consignments.transparent == record.consignments.total)
            #expect(record.findings.isEmpty)
            var request = DraftRequest(name: "wool", chains: ["wool", "cotton"])
            request.countries = ["NZ", "IT"]
            let draft = try TestLibrary.pilot(
                try ScenarioDraft(request, root: library).text, name: "draft", in: library)
            #expect(draft.parties.contains { $0.country == "NZ" && $0.stage == "wool/station" })
            #expect(draft.explanation.contains("Greasy wool, 1,000 kilograms at a time"))
        }
    }

    private static let member = """
        code: PL
        name: Poland
        register: Krajowy Rejestr Sądowy
        accreditation: PCA
        latitude: 52.2
        longitude: 21.0
        urbanMilliseconds: 40
        remoteMilliseconds: 100
        unions: [EU]
        status: assumption
        """

    @Test("A country that says to which union it belongs falls under all rules of that union, and under no others")
    func joinsAUnion() throws {
        try TestLibrary.withCopy { library in
            for (name, text) in [("PL", Self.member), ("NZ", Self.country)] {
                try Data(text.utf8).write(to: URL(filePath: "\(library)/countries/\(name).yaml"))
                try ScenarioLibrary.validate("\(library)/countries/\(name).yaml")
            }
            try Data(Self.chain.utf8).write(to: URL(filePath: "\(library)/value-chains/wool.yaml"))
            let pilot = try TestLibrary.pilot(Self.pilot.replacing("country: IT", with: "country: PL"), in: library)
            let member = Set(pilot.regulations.filter { $0.market.contains("PL") }.map(\.id))
            #expect(member == Set(pilot.regulations.filter { $0.market.contains("FI") }.map(\.id)))
            #expect(member.contains("EU-EUDR") && member.count > 10)
            #expect(!pilot.regulations.contains { $0.market.contains("NZ") })
            let text = pilot.explanation.replacing("\n      ", with: " ")
            #expect(text.contains("member of: EU") && text.contains("rules: EU-3TG, EU-BATT-CF"))
            let rule = try #require(pilot.regulations.first { $0.id == "EU-REACH-17" })
            let code = try #require(rule.products.first)
            #expect(rule.concerns(hs: code, from: "NZ", to: "PL", at: rule.appliesFrom))
            #expect(!rule.concerns(hs: code, from: "PL", to: "NZ", at: rule.appliesFrom))
        }
    }
}
