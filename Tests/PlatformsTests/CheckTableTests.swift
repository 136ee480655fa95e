import Credentials
import JSON
import Testing

@testable import Platforms

/// What the table of checks keeps, and for how long.
@Suite struct CheckTableTests {
    private let samples: SignedSamples

    init() throws {
        samples = try SignedSamples()
    }

    private func credentials(_ count: Int) -> [[UInt8]] {
        (0..<count).map { samples.token(samples.anchor(index: $0)) }
    }

    private func lists(_ count: Int) -> [[UInt8]] { (0..<count).map { samples.statusList(revoking: $0) } }

    @Test("Status lists that pass through drive no credential out")
    func keepsCredentials() {
        let table = CheckTable(capacity: 24)
        let credentials = credentials(10)
        for bytes in credentials + lists(60) { table.prepare(bytes, key: samples.key.publicKey) }
        let before = table.computed
        for bytes in credentials { _ = table.analysis(of: bytes) }
        #expect(before == CheckTable.Computed(analyses: 70, signatureChecks: 70))
        #expect(table.computed == before)
    }

    @Test("What was asked for lately stays longer than what came at the same time")
    func keepsWhatIsInUse() {
        let table = CheckTable(capacity: 24)
        let credentials = credentials(48)
        for bytes in credentials.prefix(24) { table.prepare(bytes, key: samples.key.publicKey) }
        _ = table.analysis(of: credentials[0])
        for bytes in credentials.dropFirst(24).prefix(12) { table.prepare(bytes, key: samples.key.publicKey) }
        let before = table.computed.analyses
        _ = table.analysis(of: credentials[0])
        #expect(table.computed.analyses == before)
        _ = table.analysis(of: credentials[1])
        #expect(table.computed.analyses == before + 1)
    }

    @Test("When an analysis left, its flaws and signatures are still known, and nothing else of it differs")
    func keepsWhatTookLongest() throws {
        let table = CheckTable(capacity: 12)
        var flawed = samples.anchor(index: 1)
        flawed["credentialSubject"] = ["name": 5]
        let first = samples.token(flawed)
        table.prepare(first, key: samples.key.publicKey)
        let former = try #require(table.analysis(of: first).opened)
        #expect(!former.schemaViolations.isEmpty)
        for bytes in credentials(60) { table.prepare(bytes, key: samples.key.publicKey) }
        let before = table.computed
        let again = table.analysis(of: first)
        #expect(table.computed.analyses == before.analyses + 1)
        let opened = try #require(again.opened)
        #expect(opened.flaws === former.flaws)
        #expect(opened.credential.materialised == former.credential.materialised)
        let token = try #require(opened.token)
        #expect(table.isSigned(token, content: again.digest, by: samples.key.publicKey))
        #expect(table.computed.signatureChecks == before.signatureChecks)
        let stranger = try SigningKey(.EdDSA, seed: Array(repeating: 12, count: 32)).publicKey
        #expect(!table.isSigned(token, content: again.digest, by: stranger))
    }

    @Test("A table that shares nothing finds everything out anew")
    func sharesNothing() {
        let table = CheckTable(isShared: false)
        let bytes = samples.token(samples.anchor())
        table.prepare(bytes, key: samples.key.publicKey)
        for _ in 0..<3 { _ = table.analysis(of: bytes) }
        #expect(table.computed == CheckTable.Computed(analyses: 3, signatureChecks: 0))
    }
}
