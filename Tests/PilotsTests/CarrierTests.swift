import Platforms
import Records
import Testing

@testable import Pilots

/// What carries identifiers on goods, and what there is no room for.
@Suite struct CarrierTests {
    private static func world(_ carrier: Carrier, change: (inout Scenario) -> Void = { _ in }) -> Scenario {
        ProbeWorld.scenario { scenario in
            scenario.parties[0].carrier = carrier
            change(&scenario)
        }
    }

    private static func sealed(_ carrier: Carrier, keys: String) throws -> RunRecord {
        let settings = [
            Knob.Setting("access.passports", "aes-256-gcm"), .init("access.keys", keys),
        ]
        return try ProbeWorld.run(ProbeWorld.scenario(settings) { $0.parties[0].carrier = carrier })
    }

    @Test("The key of a sealed passport travels on a QR code, and on nothing that has no room for it")
    func carriesKeys() throws {
        #expect(try Self.sealed(.qrCode, keys: "with-the-goods").findings.isEmpty)
        for (carrier, name) in [
            (Carrier.rfid, "an RFID tag"), (.barcode, "a 1D barcode"), (.dataMatrix, "a data matrix"),
        ] {
            let record = try Self.sealed(carrier, keys: "with-the-goods")
            #expect(record.consignments.transparent == 0, "\(carrier)")
            let finding = try #require(record.findings.first { $0.code == "key-lost-in-qr" })
            #expect(finding.example.sent.hasPrefix(name) && finding.example.sent.hasSuffix("has no room for a key"))
            #expect(finding.example.expected.contains("a QR code has room"))
        }
    }

    @Test("Keys that are given to those with a role need no room on the goods")
    func asksForKeys() throws {
        let record = try Self.sealed(.rfid, keys: "by-role")
        #expect(record.findings.isEmpty)
        #expect(record.consignments.transparent == record.consignments.total)
    }

    @Test("Whatever carries identifiers, the same goods are tested by the laboratory")
    func leavesSamplingAlone() throws {
        func tested(_ carrier: Carrier) throws -> [String] {
            try ProbeWorld.run(
                Self.world(carrier) { scenario in
                    scenario.testedShare = 0.5
                    scenario.chains[0].stages[0].shipment = 5
                }
            ).consignmentRows.filter { $0.evidence.originTestAgrees != nil }.map(\.id)
        }
        let usual = try tested(.qrCode)
        #expect(usual.count > 20)
        #expect(try tested(.barcode) == usual)
    }

    @Test("As many lots are typed wrongly as the pilot says, where labels have none, and the finding says so")
    func mistypesLots() throws {
        func run(_ carrier: Carrier, _ share: Double) throws -> RunRecord {
            try ProbeWorld.run(Self.world(carrier) { $0.mistypedShare = share })
        }
        let lost = try run(.barcode, 1)
        #expect(lost.consignments.transparent == 0)
        let finding = try #require(lost.findings.first { $0.code == "identifier-unknown" })
        #expect(finding.example.expected.hasSuffix("a 1D barcode without the lot, which was typed wrongly"))
        let found = try run(.barcode, 0)
        #expect(found.findings.isEmpty && found.consignments.transparent == found.consignments.total)
        #expect(try run(.rfid, 1).findings.isEmpty)
    }

    @Test("The share of lots that are typed wrongly is a number of the pilot, and counts where somebody types")
    func countsTheShare() throws {
        func load(_ overrides: String...) throws -> Scenario {
            try Scenario.load(path: "\(TestLibrary.root)/pilots/two-platforms.yaml", overrides: overrides)
        }
        let (usual, typed) = (try load(), try load("parties.Mine.carrier=barcode"))
        #expect(typed.mistypedShare == 0.01)
        #expect(typed.numbers[.rates, "assumption"] == usual.numbers[.rates, "assumption"] + 1)
        let said = try load("parties.Mine.carrier=barcode", "typing={share: 0.03, status: read}")
        #expect(said.mistypedShare == 0.03)
        #expect(said.numbers[.rates, "read"] == usual.numbers[.rates, "read"] + 1)
        #expect(said.numbers[.rates, "assumption"] == usual.numbers[.rates, "assumption"])
        #expect(try load("typing={share: 0.03}").notes.contains { "\($0)".contains("nobody types lots") })
    }

    @Test("It is said who labels goods with what, and where that has no room for keys")
    func explainsLabels() throws {
        func text(_ overrides: String...) throws -> String {
            try Scenario.load(path: "\(TestLibrary.root)/pilots/two-platforms.yaml", overrides: overrides)
                .explanation.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        #expect(try !text().contains("What the goods bear"))
        let typed = try text("parties.Mine.carrier=barcode", "typing.share=0.02")
        #expect(typed.contains("1D barcodes with the GTIN alone: Mine; 2 % of lots are typed wrongly from the papers"))
        let sealed = try text("parties.Mine.carrier=rfid", "platforms.sender.set.access.passports=aes-256-gcm")
        #expect(sealed.contains("RFID tags with an EPC: Mine"))
        #expect(sealed.contains("no room for the keys to the sealed passports of Mine: customers can't read these"))
    }
}
