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
        #expect(try Self.sealed(.qrCode, keys: "with-goods").findings.isEmpty)
        for (carrier, name) in [
            (Carrier.rfid, "an RFID tag"), (.barcode, "a 1D barcode"), (.dataMatrix, "a data matrix"),
        ] {
            let record = try Self.sealed(carrier, keys: "with-goods")
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
}
