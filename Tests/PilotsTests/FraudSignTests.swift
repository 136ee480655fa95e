import Platforms
import Records
import Testing
import UNTP

@testable import Pilots

/// That a sign counts for the batch on which it stands, and for the pattern that leaves it.
@Suite struct FraudSignTests {
    private static func fraud(_ pattern: FraudPattern) -> Fraud { Fraud(pattern: pattern, share: 1, fromDay: 0) }

    /// The mine, the smelter and the mill of the tests on fraud, with a permit among what the smelter claims and a second body
    /// that vouches for it.
    private static func world(_ fraud: [Fraud], change: (inout Scenario) -> Void = { _ in }) -> Scenario {
        FraudTests.world(fraud) { scenario in
            scenario.parties[1].answers = ["H24"]
            var regulator = scenario.certifiers[0]
            (regulator.name, regulator.slug, regulator.criteria) = ("Permit Office", "permit-office", ["H24"])
            scenario.certifiers.append(regulator)
            change(&scenario)
        }
    }

    private static func detections(_ record: RunRecord) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: record.fraud.filter { $0.detected > 0 }.map { ($0.pattern, $0.detected) })
    }

    @Test("A pattern by itself is found as itself and as no other", arguments: FraudPattern.allCases)
    func isToldApart(pattern: FraudPattern) throws {
        let record = try ProbeWorld.run(Self.world([Self.fraud(pattern)]))
        let fraud = try #require(record.fraud.first)
        #expect(record.fraud.map(\.pattern) == [pattern.rawValue])
        #expect(fraud.consignments > 2 && fraud.falseAlarms == 0 && fraud.ambiguous == 0)
        switch pattern {
        case .fakeTransport, .plotLaundering: #expect(fraud.recall == 0 && fraud.p95DaysToDetection == nil)
        // The first of the two looks like an honest one until the second is there.
        case .doubleSelling: #expect(fraud.detected == fraud.consignments - 1)
        default: #expect(fraud.recall == 1)
        }
        if let median = fraud.medianDaysToDetection {
            let late = try #require(fraud.p95DaysToDetection)
            #expect(late >= median)
        }
    }

    @Test("Of two patterns on different batches of a consignment the one that shows is counted, and no other")
    func standsOnItsOwnBatch() throws {
        let record = try ProbeWorld.run(
            Self.world([Self.fraud(.expiredCertificate)]) { scenario in
                // What the mine sells is of another origin, which the test of the smelter's goods doesn't show.
                scenario.parties[0].fraud = [Self.fraud(.substitution)]
                scenario.testedShare = 0
                scenario.evidenceTiers = 1
            })
        let sold = record.consignmentRows.count { $0.seller == "Smelter" }
        #expect(sold > 2 && Self.detections(record) == ["F02": sold])
        let substituted = try #require(record.fraud.first { $0.pattern == "F06" })
        #expect(substituted.consignments == record.consignmentRows.count && substituted.falseAlarms == 0)
    }

    @Test("A sign upstream is that of the batch upstream: what the product's own maker did unseen stays unseen")
    func doesNotCountForAnother() throws {
        // Both make up certificates; that the smelter's come from a body of the certifier's name is seen for itself.
        let record = try ProbeWorld.run(
            Self.world([Self.fraud(.impersonatedIssuer)]) { scenario in
                scenario.parties[0].fraud = [Self.fraud(.fakeCertificate)]
                scenario.evidenceTiers = 1
            })
        let sold = record.consignmentRows.count { $0.seller == "Smelter" }
        #expect(Self.detections(record) == ["F01": record.consignmentRows.count, "F11": sold])
    }

    @Test("Where nothing but a permit is claimed, its lack may be one pattern or another, and the report says so")
    func saysWhatItCannotTell() throws {
        let record = try ProbeWorld.run(
            Self.world([Self.fraud(.claimWithoutEvidence)]) { scenario in
                for stage in scenario.chains[0].stages.indices { scenario.chains[0].stages[stage].claims = [] }
                scenario.buyersAsk = [:]
            })
        let fraud = try #require(record.fraud.first)
        #expect(record.fraud.map(\.pattern) == ["F05"])
        #expect(fraud.detected == fraud.consignments && fraud.ambiguous == fraud.detected && fraud.detected > 2)
    }

    @Test("A sign that nothing explains is a false alarm, and one that something explains isn't")
    func countsFalseAlarms() {
        let scenario = FraudTests.world([])
        func book(
            _ code: String = "certificate-revoked", _ change: (inout PartySpec) -> Void = { _ in },
            findings: [Finding] = []
        ) -> FraudBook {
            var producer = scenario.parties[1]
            change(&producer)
            let batch = Batch(
                identifier: "one", stage: scenario.chains[0].stages[1], output: "smelter", producer: producer,
                quantity: 1, inputs: [], footprint: nil, isAltered: false, credentials: [], facilityRecord: nil, made: 0
            )
            let consignment = Consignment(
                id: "1", batch: batch, quantity: 1, seller: producer, buyer: scenario.parties[0], dispatched: 0)
            let sign = FraudSign(
                code: code, credential: .dcc, about: "certificate",
                patterns: FraudPattern.allCases.filter { $0.signs.contains(code) })
            var reading = FraudBook.Reading(isTransparent: false, isTested: false)
            reading.products["one"] = .init(signs: [sign], findings: findings)
            var book = FraudBook()
            book.enter(consignment, tiers: 0, reading, at: 86_400)
            return book
        }
        let alarm = book().records
        #expect(alarm.map(\.pattern) == ["F03"] && alarm.first?.falseAlarms == 1 && alarm.first?.precision == 0)
        let kept = book { $0.certificate = .revoked(day: 1) }
        #expect(kept.records == [] && kept.entries[.revokedCertificate]?.explained == 1)
        func failure(at url: String) -> Finding {
            Finding("bit-order", sent: "", expected: "", subject: .init(url: url, type: .dcc))
        }
        #expect(book(findings: [failure(at: "certificate")]).records == [])
        #expect(book(findings: [failure(at: "elsewhere")]).records.count == 1)
        // Who claims the same credits again and again makes the first claim look like the others.
        #expect(book("double-use").records.map(\.falseAlarms) == [1])
        #expect(book("double-use") { $0.certifiesAll = true }.records == [])
    }

    @Test("Goods that share inputs with those of a double seller fall with these, and the seller alone is to mend it")
    func blamesTheDoubleSeller() throws {
        var scenario = try Scenario.load(
            path: "Scenarios/failures/double-use.yaml", overrides: ["quotaManager=true"])
        var honest = try #require(scenario.parties.first { $0.name == "Smelter" })
        (honest.name, honest.slug, honest.fraud) = ("Honest Smelter", "honest-smelter", [])
        scenario.parties.append(honest)
        scenario.parties[0].customers.append(honest.name)
        let record = try ProbeWorld.run(scenario)
        let fallen = record.consignmentRows.filter { $0.seller == honest.name && $0.outcome != .transparent }
        #expect(fallen.count > 3 && fallen.allSatisfy { $0.causes == ["double-use"] })
        let fraud = try #require(record.fraud.first)
        #expect(record.fraud.map(\.pattern) == ["F07"] && fraud.falseAlarms == 0 && fraud.precision == 1)
        #expect(fraud.byOthers == fallen.count && fraud.explained >= fallen.count)
        #expect(record.findings.allSatisfy { $0.code == "double-use" && $0.parties == ["Smelter"] })
    }

    @Test("What is not what was signed tells no more of fraud than what can't be read")
    func readsNothingAltered() {
        func product(_ code: String, blocks: Bool = true) -> FraudBook.Reading.Product {
            let finding = Finding(
                code, sent: "", expected: "", blocks: blocks, subject: .init(url: "passport", type: .dpp))
            return .init(signs: [], findings: [finding])
        }
        #expect(product("credential-altered").isIncomplete && product("host-unreachable").isIncomplete)
        #expect(!product("event-zone-lost", blocks: false).isIncomplete)
        #expect(!product("claim-without-certificate").isIncomplete && !product("mass-balance-exceeded").isIncomplete)
    }
}

/// Who looks like an accredited body.
@Suite struct AccreditationDirectoryTests {
    private static let directory: AccreditationDirectory = {
        var directory = AccreditationDirectory()
        directory.add("Aura Assurance", did: "did:web:aura.example:aura")
        return directory
    }()

    @Test(
        "A body's name, however it is written, and an identifier with a word added look like the body",
        arguments: [
            ("Aura Assurance", "did:web:other.example:x"), ("AURA-ASSURANCE", "did:key:z6Mk"),
            (nil, "did:web:other.example:aura-certification"), ("Anybody", "did:web:other.example:the-aura"),
        ] as [(String?, String)])
    func resembles(name: String?, did: String) {
        #expect(Self.directory.body(resembling: name, did: did)?.name == "Aura Assurance")
    }

    @Test(
        "The body itself and others don't",
        arguments: [
            ("Aura Assurance", "did:web:aura.example:aura"), ("Aurora", "did:web:other.example:aurora"),
            (nil, "did:key:z6Mk"),
        ] as [(String?, String)])
    func differs(name: String?, did: String) {
        #expect(Self.directory.body(resembling: name, did: did) == nil)
    }
}
