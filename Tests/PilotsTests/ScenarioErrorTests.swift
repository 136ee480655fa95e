import Foundation
import Testing

@testable import Pilots

/// What is said of scenario files that can't be used.
@Suite struct ScenarioErrorTests {
    @Test("A chain of custody that a scheme does not certify is named at the certifier, with what the scheme offers")
    func namesUncertifiedCustody() throws {
        let place = try Workplace()
        // Its chain doesn't name the scheme, so that nobody is certified by it.
        let unused = try place.error(
            in: Self.pilot, "criteria: [H01, H25], scheme: Copper Mark", "criteria: [H25, H27], scheme: RMAP")
        #expect(unused == "valid")
        let none = try place.error(
            in: "schemes/COPPERMARK.yaml", "custody: [segregated, mass balance]", "custody: []",
            run: "pilots/copper.yaml")
        #expect(none.contains("pilots/copper.yaml:52:") && none.contains("COPPERMARK certifies no chain of custody"))
        let other = try place.error(
            in: "schemes/COPPERMARK.yaml", "custody: [segregated, mass balance]", "custody: [segregated]",
            run: "pilots/copper.yaml")
        #expect(other.contains("by 'mass balance', as copper/smelter has it"))
        #expect(other.contains("expected a stage that goes by segregated or keeps more apart"))
        let unknown = try place.error(
            in: "schemes/COPPERMARK.yaml", "custody: [segregated,", "custody: [segregatd,", run: "pilots/copper.yaml")
        #expect(unknown.contains("schemes/COPPERMARK.yaml:") && unknown.contains("did you mean 'segregated'?"))
        let late = try place.error(
            in: "schemes/COPPERMARK.yaml", "surveillanceMonths: 12", "surveillanceMonths: 48", run: "pilots/copper.yaml"
        )
        #expect(late.contains("a look every 48 months would come after the certificate ran out"))
    }

    private static let pilot = "pilots/two-platforms.yaml"

    @Test("A pilot that stands by itself finds the library, and may extend a pilot of it")
    func findsTheLibrary() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pilot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "mine.yaml")
        try Data("extends: copper\ndays: 41\n".utf8).write(to: file)
        let pilot = try Scenario.load(path: file.path)
        #expect(pilot.days == 41)
        #expect(pilot.chains.contains { $0.id == "copper" })
        #expect(ScenarioLibrary.find(from: folder.path) == nil)
        try Data("extends: cooper\n".utf8).write(to: file)
        #expect { try Scenario.load(path: file.path) } throws: {
            "\($0)".contains("mine.yaml:1:10: there is no pilot 'cooper'")
        }
    }

    @Test("What is wrong in a pilot is named with its place, what was expected and the nearest name")
    func namesWhatIsWrong() throws {
        let place = try Workplace()
        let cases: [(old: String, new: String, says: [String])] = [
            ("days: 44", "dayz: 44", [":7:1: there is no key 'dayz'", "did you mean 'days'?"]),
            ("days: 44", "days: many", [":7:7: 'many' can't stand here", "a whole number from 1 to 3660"]),
            ("days: 44", "days: -1", [":7:7:", "a whole number from 1 to 3660"]),
            (
                "country: CL, platform: sender, every: 120", "country: CL, platform: sender, issuedBy: Smelter",
                [":20:", "has a platform of its own", "either 'platform' or 'issuedBy'"]
            ),
            (
                "country: CL, platform: sender, every: 120", "country: CL, platform: sender, issuedUnder: delegate",
                [":20:", "nobody issues for the party", "'issuedBy' with the name of a party"]
            ),
            ("start: 2026-01-05", "start: tomorrow", [":6:8:", "a day, as 2026-01-05"]),
            ("chains: [two-steps]", "chains: [two-stpes]", [":8:10:", "did you mean 'two-steps'?"]),
            ("chains: [two-steps]", "chains: two-steps", [":8:9:", "a list"]),
            ("profile: conforming, country: CL", "profile: conformign, country: CL", ["did you mean 'conforming'?"]),
            ("country: DE}\ncert", "country: XZ}\ncert", [":16:", "there is no country 'XZ'"]),
            ("platform: receiver}", "platform: reciever}", [":21:", "did you mean 'receiver'?"]),
            ("stage: metal", "stage: mettal", [":21:", "did you mean 'metal'?"]),
            ("stage: metal", "stage: two-steps/mettal", [":21:", "did you mean 'two-steps/metal'?"]),
            ("criteria: [H01, H25]", "criteria: [H1]", [":18:", "H1"]),
            ("low: 1, typical: 1, high: 2", "low: 3, typical: 1, high: 2", [":23:"]),
            ("abroad: {low: 1,", "abroad: {low: -1,", [":24:", "a number from 0 to 3660"]),
            ("typical: 2, high: 3}", "typical: 2, high: 200000}", [":24:", "a number from 0 to 3660"]),
            ("name: Smelter", "name: Mine", [":21:12:", "the name 'Mine' stands twice", "line 20"]),
            ("name: Smelter", "name: Mine!", [":21:12:", "'Mine!' and 'Mine' at line 20 both come to 'mine'"]),
            ("name: Smelter", "name: certifier", [":18:12:", "line 21 both come to 'certifier'"]),
            ("name: Smelter", "name: Platform", [":21:12:", "acts for itself"]),
            ("name: sender,", "name: register-cl,", [":15:12:", "a register or an accreditation body"]),
            ("buyersAsk: {DE: [H01", "buyersAsk: {DE: [COPPERMARK/CM5", [":12:", "did you mean 'COPPERMARK/CM05'?"]),
            ("scheme: Copper Mark", "scheme: COPPERMRK", [":18:", "did you mean 'COPPERMARK'?"]),
            (
                "criteria: [H01, H25], scheme: Copper Mark", "criteria: [H01, H10], scheme: COPPERMARK, cites: scheme",
                [":18:", "COPPERMARK has no criterion that stands for H10"]
            ),
            (
                "criteria: [H01, H25], scheme: Copper Mark", "criteria: [H01, H10], scheme: COPPERMARK",
                [":18:70:", "COPPERMARK has no criterion that stands for H10", "one of H01, H02", "'cites: both'"]
            ),
            ("scheme: Copper Mark", "scheme: Copper Mark, cites: both", [":18:", "no scheme 'Copper Mark'"]),
            (
                "every: 120}", "every: 120, fraud: [{pattern: F07, share: 1}]}",
                [":20:", "F07", "takes inputs, which two-steps/ore has none of"]
            ),
            (
                "every: 120}", "every: 120, fraud: [{pattern: F10, share: 0.5}]}",
                [":20:", "no register knows", "a share of 1"]
            ),
            (
                "every: 120}", "every: 120, fraud: [{pattern: F10, share: 1, fromDay: 5}]}",
                [":20:", "no register knows is so from the first day on", "no 'fromDay', or 0"]
            ),
            ("title: Two platforms", "title: Two\ntitle: Twice", ["a key stands twice: title"]),
            ("title: Two platforms", "title: [", ["this is no YAML"]),
        ]
        for (old, new, says) in cases {
            let message = try place.error(in: Self.pilot, old, new)
            #expect(message.hasPrefix(Self.pilot + ":"), "\(new): \(message)")
            for text in says { #expect(message.contains(text), "\(new): \(message)") }
        }
    }

    @Test(
        "What only who makes batches can do is refused where nothing is made, with who makes the goods",
        arguments: [
            "fraud=[{pattern: F12, share: 1}]", "certificate=revoked", "unevidencedClaims=[H10]", "alteredShare=0.5",
            "mixes=true", "balances=account", "certifiesAll=true", "correctsAfterHours=5", "carrier=rfid",
        ])
    func refusesConductOfTraders(setting: String) throws {
        let place = try Workplace()
        func message(_ party: String, _ setting: String) -> String {
            place.message("pilots/cbam.yaml", overrides: ["parties.\(party).\(setting)"])
        }
        let key = setting.split(separator: "=").first ?? ""
        let trader = message("Metallkontor Main", setting)
        #expect(trader.contains("'Metallkontor Main' makes nothing, and sells on what others made"), "\(trader)")
        #expect(
            trader.contains("'\(key)' can't be simulated there; expected it at who makes the goods, as 'Kocaeli Al"),
            "\(trader)")
        #expect(message("Kocaeli Alüminyum", setting) == "valid")
        #expect(message("Metallkontor Main", "alteredShare=0") == "valid")
    }

    @Test("A misspelt key hides no unknown name elsewhere, and what it seems to leave out is not reported besides")
    func gathersBoth() throws {
        let place = try Workplace()
        let both = try place.error(
            in: Self.pilot, "platform: receiver}",
            "platfrom: receiver}\n  - {name: X, stage: mettal, country: CL, platform: sender}")
        #expect(both.contains("did you mean 'platform'?") && both.contains("did you mean 'metal'?"), "\(both)")
        #expect(both.split(separator: "\n").count == 2, "\(both)")
        for (old, new) in [("chains", "chainz"), ("platforms", "platfroms"), ("parties", "partys")] {
            let message = try place.error(in: Self.pilot, "\n\(old):", "\n\(new):")
            #expect(message.contains("there is no key '\(new)'") && !message.contains("\n"), "\(message)")
        }
        let chain = try place.error(in: Self.pilot, "chains: [two-steps]", "chains: [two-stpes]")
        #expect(!chain.contains("there is no stage"), "\(chain)")
    }

    @Test(
        "A pilot that isn't there is named with the nearest; what a pilot extends can't be set; a byte order mark is no matter"
    )
    func readsFiles() throws {
        let place = try Workplace()
        #expect(place.message("pilots/two-platfroms.yaml").contains("there is no such file"))
        #expect(place.message("pilots/two-platfroms.yaml").contains("pilots/two-platforms.yaml'?"))
        #expect(
            place.message(Self.pilot, overrides: ["extends=nosuch"]).contains("what a pilot extends can't be set"))
        try place.write("extends: two-platfroms\n".utf8, to: "pilots/short.yaml")
        let message = place.message("pilots/short.yaml")
        #expect(message.hasPrefix("pilots/short.yaml:1:10: there is no pilot 'two-platfroms'"))
        #expect(message.contains("did you mean 'two-platforms'?"))
        try place.write("\u{FEFF}extends: two-platforms\n".utf8, to: "pilots/marked.yaml")
        #expect(place.message("pilots/marked.yaml") == "valid")
    }

    @Test("What is wrong in a library file is reported under that file's name")
    func namesTheLibraryFile() throws {
        let place = try Workplace()
        let chain = "value-chains/two-steps.yaml"
        let cases: [(file: String, old: String, new: String, says: String)] = [
            (chain, "inputs: [ore]", "inputs: [oer]", "did you mean 'ore'?"),
            (chain, "id: ore\n", "id: ore\n    inputs: [metal]\n", "circle"),
            (chain, "yield: {low: 0.9,", "yield: {low: -0.9,", "-0.9"),
            (chain, "yield: {low: 0.9, typical: 0.95, high: 1,", "yield: {low: 0.9, typical: 0.95, high: 0.5,", "0.5"),
            (chain, "shipment: 20", "shipment: 0.0001", "a number from 0.001"),
            (chain, "batch: 100\n    shipment: 20", "batch: 1000\n    shipment: 0.001", "100000 at most"),
            ("countries/DE.yaml", "latitude: 53.5", "latitude: 953.5", "latitude"),
            ("countries/DE.yaml", "DE136695976", "DE136695977", "'DE136695977' is no valid number"),
            ("countries/DE.yaml", "code: DE", "code: AT", "'AT' is not the name of the file"),
            (
                "countries/DE.yaml", "accreditation:", "identifierForm: {digits: 4, weights: [1, 3]}\naccreditation:",
                "2 weights for 4 digits"
            ),
            (
                "platforms/conforming.yaml", "name: conforming", "name: conforming\nset: {securing.tipp: JWT}",
                "securing.typ"
            ),
        ]
        for (file, old, new, says) in cases {
            let message = try place.error(in: file, old, new)
            #expect(message.contains(file + ":"), "\(new): \(message)")
            #expect(message.contains(says) || says == "latitude", "\(new): \(message)")
        }
    }

    @Test("A pilot that extends another is reported part by part under the file that it stands in")
    func namesTheExtendedFile() throws {
        let place = try Workplace()
        try place.write("extends: two-platforms\ndays: 0\n".utf8, to: "pilots/short.yaml")
        #expect(place.message("pilots/short.yaml").hasPrefix("pilots/short.yaml:2:7:"))
        try place.write("extends: two-platforms\n".utf8, to: "pilots/short.yaml")
        let message = try place.error(in: Self.pilot, "stage: metal", "stage: mettal", run: "pilots/short.yaml")
        #expect(message.contains(Self.pilot + ":21:"), "\(message)")
        try place.write("extends: a\n".utf8, to: "pilots/b.yaml")
        try place.write("extends: b\n".utf8, to: "pilots/a.yaml")
        #expect(place.message("pilots/a.yaml").contains("in a circle"))
    }

    @Test("Files that are no YAML mapping, and settings that lead nowhere, are errors and nothing else")
    func refusesOtherFiles() throws {
        let place = try Workplace()
        #expect(place.message("pilots/none.yaml").contains("there is no such file"))
        for (bytes, says) in [
            (Array("".utf8), "empty"), (Array("- a\n".utf8), "no mapping"), ([0xFF, 0xFE, 0x00], "not UTF-8"),
            (Array(String(repeating: "[", count: 100_000).utf8), "YAML"),
        ] {
            try place.write(bytes, to: "pilots/odd.yaml")
            #expect(place.message("pilots/odd.yaml").contains(says))
        }
        // What is there is not what was meant instead of it.
        try place.write([0x64, 0xE9], to: "pilots/latin.yaml")
        #expect(
            place.message("pilots/latin.yaml")
                == "pilots/latin.yaml:1:1: the file is not UTF-8; expected a scenario file that is saved as UTF-8")
        let text = place.message(Self.pilot, overrides: ["platforms.sender.set={securing.typ: JWT}"])
        #expect(text == "valid", "\(text)")
        for (setting, says) in [
            ("transit.domestic.low=9", "9.0, 1.0, 2.0 is no range with a typical value"),
            ("platforms.sender.set={securing.typ: [JWT]}", "a list can't stand here"),
            ("days", "key=value"), ("parties.Nobody.country=CL", "there is nothing at"),
            ("parties.Mina.country=CL", "expected one of Mine, Smelter"),
            ("parties.Mina.country=CL", "(did you mean 'Mine'?)"),
            ("platforms.sender.set.securing.tip=JWT", "there is no knob"), ("dayz=3", "did you mean 'days'?"),
        ] {
            let message = place.message(Self.pilot, overrides: [setting])
            #expect(message.hasPrefix("--set \(setting): ") && message.contains(says), "\(message)")
        }
    }

    @Test("No damage to a file does worse than an error that names a place", arguments: 0..<8)
    func survivesDamage(part: Int) throws {
        let place = try Workplace()
        let files = [Self.pilot, "value-chains/two-steps.yaml", "countries/DE.yaml", "platforms/conforming.yaml"]
        var state = UInt64(part + 1)
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, bound)
        }
        let hostile = [
            "-1", "1e999", "NaN", "!!binary aGk=", "&a [*a]", "{a: {a: {a: {}}}}", "\u{0}", "'", "~", "[[[[",
            "0x7fffffffffffffff", String(repeating: "9", count: 400),
        ]
        for _ in 0..<2500 {
            let file = files[draw(files.count)]
            let original = Array(try Data(contentsOf: Workplace.shipped.appending(path: file)))
            var bytes = original
            switch draw(4) {
            case 0: for _ in 0...draw(4) { bytes[draw(bytes.count)] = UInt8(draw(256)) }
            case 1: bytes.removeSubrange(0..<draw(bytes.count))
            case 2:
                var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
                lines.swapAt(draw(lines.count), draw(lines.count))
                lines.remove(at: draw(lines.count))
                bytes = Array(lines.joined(separator: [0x0A]))
            default:
                let colon = bytes.indices.filter { bytes[$0] == 0x3A }
                let start = colon[draw(colon.count)] + 1
                let end = bytes[start...].firstIndex { $0 == 0x2C || $0 == 0x0A || $0 == 0x7D } ?? bytes.endIndex
                bytes.replaceSubrange(start..<end, with: Array((" " + hostile[draw(hostile.count)]).utf8))
            }
            try place.write(bytes, to: file)
            let message = place.message(Self.pilot)
            #expect(message == "valid" || message.contains(".yaml:"), "\(message)")
            try place.write(original, to: file)
        }
    }
}
