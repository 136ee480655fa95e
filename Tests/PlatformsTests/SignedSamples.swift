import Credentials
import JSON
import UNTP

/// Credentials that are made and signed for tests, with what is needed to check them.
struct SignedSamples {
    let key: SigningKey
    let did = "did:web:did.example:refinery"
    let statusURL = "https://status.example/refinery/1"
    static let now: Int64 = 1_767_571_200

    init() throws {
        key = try SigningKey(.EdDSA, seed: Array(repeating: 11, count: 32))
    }

    /// An identity anchor: the smallest of the five types.
    func anchor(index: Int = 3, validUntil: Int64? = nil) -> JSONValue {
        CredentialWriter.anchor(
            AnchorFacts(
                did: "did:web:did.example:mine", name: "Mine", registeredID: "76086428-5",
                scheme: (id: "https://register.example/", name: "Register"), registerType: "Business", scope: []),
            CredentialFacts(
                id: "https://credentials.example/dia/1", issuerDID: did, issuerName: "Refinery",
                validFrom: Self.now - 86_400, validUntil: validUntil,
                status: [.init(purpose: "revocation", index: index, listURL: statusURL)]))
    }

    func token(_ credential: JSONValue) -> [UInt8] {
        CompactJWS.sign(
            credential.serialised(), header: JOSEHeader(alg: "EdDSA", kid: did + "#key-1", typ: "vc+jwt"), with: key)
    }

    func enveloped(_ credential: JSONValue) -> [UInt8] {
        CredentialEnvelope.envelop(token(credential), typeAsArray: false, mediaType: "application/vc+jwt")
    }

    var didDocument: [UInt8] {
        DIDDocument.json(
            id: did, keys: [(fragment: "key-1", key: key.publicKey)], form: .jwk, listsAssertions: true, services: []
        ).serialised()
    }

    func statusList(revoking index: Int?, purpose: String = "revocation") -> [UInt8] {
        var list = BitstringStatusList()
        if let index { list[index] = true }
        return token([
            "@context": [.string(CredentialModel.contextV2)], "id": .string(statusURL),
            "type": ["VerifiableCredential", "BitstringStatusListCredential"], "issuer": .string(did),
            "validFrom": .string(DateTimeStamp.text(unixSeconds: Self.now - 60)),
            "credentialSubject": [
                "id": .string(statusURL + "#list"), "type": "BitstringStatusList", "statusPurpose": .string(purpose),
                "encodedList": .string(list.encoded()),
            ],
        ])
    }
}
