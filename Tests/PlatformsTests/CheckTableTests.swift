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

    private func prepare(_ contents: [[UInt8]], in table: CheckTable, isPublished: Bool) {
        for bytes in contents { table.prepare(bytes, key: samples.key.publicKey, isPublished: isPublished) }
    }

    /// How many of the contents have to be analysed anew.
    private func missing(_ contents: [[UInt8]], in table: CheckTable) -> Int {
        let before = table.computed.analyses
        for bytes in contents { _ = table.analysis(of: bytes) }
        return table.computed.analyses - before
    }

    @Test("Status lists that pass through drive no credential out")
    func keepsCredentials() {
        let table = CheckTable(capacity: 24)
        let credentials = credentials(10)
        prepare(credentials + lists(60), in: table, isPublished: false)
        #expect(table.computed == CheckTable.Computed(analyses: 70, signatureChecks: 70))
        #expect(missing(credentials, in: table) == 0)
    }

    @Test("What was asked for lately stays longer than what came at the same time")
    func keepsWhatIsInUse() {
        let table = CheckTable(capacity: 24)
        let credentials = credentials(48)
        prepare(Array(credentials.prefix(24)), in: table, isPublished: false)
        _ = table.analysis(of: credentials[0])
        prepare(Array(credentials.dropFirst(24).prefix(12)), in: table, isPublished: false)
        #expect(missing([credentials[0]], in: table) == 0)
        #expect(missing([credentials[1]], in: table) == 1)
    }

    @Test("What is published stays, however much else comes along, until it is forgotten")
    func keepsWhatIsPublished() throws {
        let table = CheckTable(capacity: 12)
        let published = credentials(40)
        prepare(published, in: table, isPublished: true)
        prepare(lists(60), in: table, isPublished: false)
        #expect(missing(published, in: table) == 0)
        table.forget(published[3])
        table.forget(ContentDigest(of: published[4]))
        #expect(missing(published, in: table) == 2)
    }

    @Test("A content is known by its digest once nobody holds it in full, and by its place where somebody does again")
    func letsGoOfBytes() throws {
        let table = CheckTable()
        let bytes = samples.token(samples.anchor())
        prepare([bytes], in: table, isPublished: true)
        let digest = ContentDigest(of: bytes)
        table.letGo(of: digest)
        let copy = bytes + []
        #expect(missing([copy], in: table) == 0)
        table.hold(copy, of: digest)
        #expect(table.digest(of: copy) == digest)
        #expect(missing([copy], in: table) == 0)
        let token = try #require(table.analysis(of: copy).opened?.token)
        #expect(table.isSigned(token, in: copy, content: digest, by: samples.key.publicKey))
        #expect(table.computed == CheckTable.Computed(analyses: 1, signatureChecks: 1))
    }

    @Test("A signature holds for its key alone, wherever its token stands", arguments: [0, 1, 2])
    func checksSignatures(form: Int) throws {
        let token = samples.token(samples.anchor())
        let bytes =
            switch form {
            case 0: samples.enveloped(samples.anchor())
            case 1: envelope("data:application/vc+jwt;base64," + Base64.text(token))
            default:
                envelope("data:application/vc+jwt," + String(decoding: token, as: UTF8.self))
                    .replacing([UInt8]("eyJ".utf8), with: [UInt8]("\\u0065yJ".utf8), maxReplacements: 1)
            }
        let table = CheckTable()
        let analysis = table.analysis(of: bytes)
        let signed = try #require(analysis.opened?.token)
        let stranger = try SigningKey(.EdDSA, seed: Array(repeating: 12, count: 32)).publicKey
        #expect(table.isSigned(signed, in: bytes, content: analysis.digest, by: samples.key.publicKey))
        #expect(!table.isSigned(signed, in: bytes, content: analysis.digest, by: stranger))
        #expect(!signed.isSigned(by: samples.key.publicKey, in: []) || form > 0)
        table.forgetAll()
        #expect(missing([bytes], in: table) == 1)
    }

    private func envelope(_ id: String) -> [UInt8] {
        let envelope: JSONValue = [
            "@context": .string(CredentialModel.contextV2), "type": "EnvelopedVerifiableCredential", "id": .string(id),
        ]
        return envelope.serialised()
    }

    @Test("A table that shares nothing finds everything out anew")
    func sharesNothing() {
        let table = CheckTable(isShared: false)
        let bytes = samples.token(samples.anchor())
        prepare([bytes], in: table, isPublished: true)
        for _ in 0..<3 { _ = table.analysis(of: bytes) }
        #expect(table.computed == CheckTable.Computed(analyses: 3, signatureChecks: 0))
    }
}
