import Foundation
import Records
import Testing

@testable import Pilots

/// Settings that change nothing: an error where that is a slip whatever the run, else a note.
@Suite struct ScenarioNoteTests {
    private static let pilot = "pilots/two-platforms.yaml"
    private static let mine = "every: 120}"

    @Test("What can mean nothing is an error")
    func refusesWhatMeansNothing() throws {
        let place = try Workplace()
        let cases = [
            (
                "country: DE, platform: receiver}", "country: DE, platform: receiver, sellsTo: [Mine]}",
                "'Mine' needs nothing that 'Smelter' sells; expected no customer"
            ),
            (Self.mine, "every: 120, sellsTo: [Mine]}", "expected one of Smelter"),
            (
                "transit:", "transit:\n  routes: [{between: [CL], low: 1, typical: 2, high: 3}]",
                "from one country to another"
            ),
            ("transit:", "transit:\n  routes: [{between: [CL, CL], low: 1, typical: 2, high: 3}]", "'domestic'"),
            ("transit:", "transit:\n  routes: [{between: [CL, XZ], low: 1, typical: 2, high: 3}]", "no country 'XZ'"),
            (
                Self.mine, "every: 120, fraud: [{pattern: F05, share: 1}, {pattern: F05, share: 0.5}]}",
                "'F05' stands twice"
            ),
            ("chains: [two-steps]", "chains: [two-steps, two-steps]", "the chain 'two-steps' stands twice"),
            ("days: 44", "days: 3660", "valid"),
            (
                "regulations: []", "regulations: [CD-SUSPENSION]\nruleDates: {CD-SUSPENSION: 2025-10-16}",
                "CD-SUSPENSION ends before that, on 2025-10-15; expected that day or an earlier one"
            ),
        ]
        for (old, new, says) in cases {
            let message = try place.error(in: Self.pilot, old, new)
            #expect(message.contains(says), "\(message)")
        }
        let nobody = place.message(Self.pilot, overrides: ["parties=[]"])
        #expect(nobody.contains("the pilot has no party"), "\(nobody)")
    }

    @Test("What comes after the end is a note, and the pilot can be run")
    func notesWhatComesTooLate() throws {
        let place = try Workplace()
        let cases = [
            (
                Self.mine, "every: 120, certificate: revoked, certificateDay: 47}",
                "the end of a certificate on day 47 has no effect"
            ),
            (Self.mine, "every: 120, certificateDay: 3}", "no certificate ends on that day"),
            (Self.mine, "every: 120, invited: 20}", "'Mine' makes nothing: it sets up until day 48"),
            (Self.mine, "every: 120, fraud: [{pattern: F05, share: 1, fromDay: 44}]}", "fraud that begins on day 44"),
            (
                "transit:", "network: {outages: [{platform: sender, service: did, day: 90, hours: 1}]}\ntransit:",
                "an outage on day 90 has no effect; expected a day before 47"
            ),
            (
                "transit:", "network: {partitions: [{countries: [CL], day: 90, hours: 1}]}\ntransit:",
                "an outage on day 90"
            ),
            (Self.mine, "every: 0.01}", "there can be"),
            (
                Self.mine, "every: 120, fraud: [{pattern: F02, share: 1}, {pattern: F01, share: 1}]}",
                "F02 is never done: a claim shows one certificate or none, and that of F01 goes before"
            ),
            (
                Self.mine, "every: 120, fraud: [{pattern: F02, share: 1}, {pattern: F05, share: 1, fromDay: 5}]}",
                "F02 is done less often than its share says"
            ),
            (
                Self.mine, "every: 120, fraud: [{pattern: F11, share: 0.5}, {pattern: F03, share: 0.5}]}",
                "F11 is done less often than its share says"
            ),
        ]
        for (old, new, says) in cases {
            let text = try place.finding(in: Self.pilot, old, new)
            #expect(text.hasPrefix(Self.pilot + ":") && text.contains(": note: ") && text.contains(says), "\(text)")
            #expect(!text.contains("\n"))
            #expect(try place.error(in: Self.pilot, old, new) == "valid")
        }
        let uncertified = try place.finding(
            in: Self.pilot, "Mark}\nparties:\n  - {name: Mine,",
            "Mark, countries: [DE]}\nparties:\n  - {name: Mine, fraud: [{pattern: F01, share: 1}],")
        #expect(uncertified.contains("note: F01 has no effect: nobody certifies what 'Mine' claims"))
    }

    @Test("What a note on fraud says is so: what never happens is in no batch, and what has no effect neither")
    func notesOnFraudAreSo() throws {
        func done(_ fraud: String, _ settings: String...) throws -> Set<String> {
            let path = TestLibrary.root + "/" + Self.pilot
            let scenario = try Scenario.load(path: path, overrides: ["parties.Mine.fraud=[\(fraud)]"] + settings)
            return Set(try ProbeWorld.run(scenario).fraud.filter { $0.batches > 0 }.map(\.pattern))
        }
        #expect(try done("{pattern: F02, share: 1}, {pattern: F01, share: 1}") == ["F01"])
        #expect(try done("{pattern: F02, share: 1}, {pattern: F05, share: 1}") == ["F05"])
        #expect(try done("{pattern: F01, share: 1}", "certifiers.Certifier.countries=[DE]") == [])
    }

    @Test(
        "Goods at which a rule does not look because their code has too few digits are named, with what the rule looks at"
    )
    func notesCoarseCodes() throws {
        let place = try Workplace()
        func finding(_ hs: String) throws -> String {
            try place.finding(
                in: "value-chains/battery.yaml", "hs: \"8507600010\"", "hs: \"\(hs)\"", of: "pilots/crm.yaml")
        }
        let coarse = try finding("850760")
        #expect(coarse.hasPrefix("pilots/crm.yaml:"))
        #expect(coarse.contains(": note: EU-BATT-CF, EU-BATT-PASSPORT look at 8507600010"))
        #expect(coarse.contains("not at goods with the code 850760"))
        #expect(try !finding("8507600010").contains("8507600010"))
    }

    @Test("What changes nothing, whenever it happens, is a note at the place where it stands")
    func notesWhatChangesNothing() throws {
        let place = try Workplace()
        func network(_ events: String) -> String { "network: {\(events)}\ntransit:" }
        let cases = [
            (
                "chains: [two-steps]", "chains: [two-steps, cocoa]",
                ":8:21: note: nobody takes part in the chain 'cocoa'"
            ),
            ("buyersAsk: {", "buyersAsk: {FR: [H01], ", "nobody buys anything in FR"),
            ("transit:", "registers: {FR: {securing.typ: JWT}}\ntransit:", "nobody is registered in FR"),
            ("regulations: []", "regulations: [EU-EUDR]", "none of these rules looks at anything that is sold here"),
            (
                "regulations: []", "regulations: [EU-EUDR]\nruleDates: {EU-EUDR: 2026-01-01}",
                "EU-EUDR looks at nothing that is sold here"
            ),
            (
                "transit:", network("outages: [{platform: register-fr, service: did, day: 9, hours: 1}]"),
                "an outage of 'register-fr' has no effect"
            ),
            ("transit:", network("partitions: [{countries: [FR], day: 9, hours: 1}]"), "nobody is in FR"),
            ("transit:", network("partitions: [{countries: [], day: 9, hours: 1}]"), "no country is cut off"),
            (Self.mine, "every: 120, setUp: 3}", "who takes part from the first day sets up nothing"),
            ("platform: receiver}", "platform: receiver, every: 3}", "does so when enough has come in"),
            (Self.mine, "every: 120, fraud: [{pattern: F05, share: 0}]}", "what is done to no batch has no effect"),
            (Self.mine, "every: 120, certificate: expired}", "the end of a certificate on day 60 has no effect"),
            (Self.mine, "every: 120, sellsTo: []}", "nobody buys what 'Mine' makes"),
            (
                "platform: receiver}", "platform: receiver, fraud: [{pattern: F15, share: 1}]}",
                "nobody buys what 'Smelter' makes, so that this shows nowhere"
            ),
            (
                "scheme: Copper Mark", "scheme: Copper Mark, countries: [DE]",
                "nobody assesses what is claimed elsewhere: H01, H25 in CL"
            ),
            (
                "  - {name: Mine, stage: ore, country: CL, platform: sender, every: 120}\n", "",
                "nobody here makes what 'Smelter' needs (two-steps/ore)"
            ),
        ]
        for (old, new, says) in cases {
            let text = try place.finding(in: Self.pilot, old, new)
            #expect(text.hasPrefix(Self.pilot + ":") && text.contains(": note: ") && text.contains(says), "\(text)")
            #expect(try place.error(in: Self.pilot, old, new) == "valid")
        }
    }

    @Test("A pilot that begins halfway says what it has from outside, and that traces end there")
    func explainsWhereItBegins() throws {
        let place = try Workplace()
        try place.write(
            """
            extends: two-platforms
            buyersAsk: {}
            chains: [two-steps, cocoa]
            parties:
              - {name: Smelter, stage: metal, country: CL, platform: sender, every: 48}
            """.utf8, to: "pilots/halfway.yaml")
        let pilot = try Scenario.load(path: place.root.appending(path: "pilots/halfway.yaml").path)
        #expect(pilot.chainMap.contains("<== two-steps/ore from outside of the pilot; here all traces end"))
        #expect(pilot.chainMap.contains("Cocoa") && pilot.chainMap.contains(": nobody takes part"))
        #expect(!pilot.notes.contains { $0.problem.contains("nobody here makes") })
    }

    @Test("A pilot that would never end is refused, with the limit and what would be fewer")
    func boundsTheVolume() throws {
        let place = try Workplace()
        let mines = ["Mine", "Pit"].map { "{name: \($0), stage: ore, country: CL, platform: sender, every: 0.01}" }
        try place.write(
            "extends: two-platforms\ndays: 3660\nparties: [\(mines.joined(separator: ", "))]\n".utf8,
            to: "pilots/endless.yaml")
        let message = place.message("pilots/endless.yaml")
        #expect(message.hasPrefix("pilots/endless.yaml:3:10: there can be 87,840,000 consignments"), "\(message)")
        #expect(message.contains("at most 50,000,000: fewer days"))
    }

    @Test("Who sells to nobody keeps what it makes")
    func sellsToNobody() throws {
        let place = try Workplace()
        let path = place.root.appending(path: Self.pilot).path
        let scenario = try Scenario.load(path: path, overrides: ["parties.Mine.sellsTo=[]"])
        #expect(scenario.parties.first { $0.name == "Mine" }?.customers == [])
        #expect(scenario.explanation.contains("sell to nobody in the pilot"))
        #expect(try ProbeWorld.run(scenario).consignments.total == 0)
        let usual = try Scenario.load(path: path)
        #expect(usual.parties.first { $0.name == "Mine" }?.customers == ["Smelter"])
    }

    @Test("No shipped pilot has a note")
    func shippedPilotsHaveNone() throws {
        for folder in ["pilots", "failures"] {
            for name in ScenarioLibrary.names(in: folder, root: TestLibrary.root) {
                let notes = try ScenarioLibrary.validate("\(TestLibrary.root)/\(folder)/\(name).yaml")
                #expect(notes.isEmpty, "\(notes)")
            }
        }
    }
}
