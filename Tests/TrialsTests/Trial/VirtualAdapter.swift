import Credentials
import HTTPTypes
import JSON
import Networking
import Platforms
import Synchronization
import Trials
import UNTP

/// A platform "outside" that is none: it verifies by the simulator's own pipeline and issues with a key of its own.
final class VirtualAdapter: Adapter {
    // A class, because it remembers what it issued and revoked.
    private let reader: ReferenceReader
    private let description: AdapterDescription
    private let memory = Mutex(Memory())
    private let key: SigningKey?

    private struct Memory {
        var documents: [String: OutsideDocument] = [:]
        var list = BitstringStatusList()
        /// Where the status of each credential is, by its id.
        var indices: [String: Int] = [:]
        var isClosed = false
    }

    static let did = "did:web:did.subject.example:maker"
    private static let listURL = "https://status.subject.example/1"

    static let everything = AdapterDescription.Capability(
        types: Set(CredentialType.allCases), releases: Variant.releases,
        securing: [.enveloped, .token, .embedded], algorithms: ["EdDSA", "ES256", "ES384"])

    init(
        _ behaviour: BehaviourProfile = BehaviourProfile(), verifies: AdapterDescription.Capability? = everything,
        issues: AdapterDescription.Capability? = nil
    ) {
        reader = ReferenceReader(behaviour)
        key = try? SigningKey(.EdDSA, seed: Array(repeating: 5, count: 32))
        description = AdapterDescription(
            name: "Virtual", version: "1", issuer: Self.did, issues: issues, verifies: verifies,
            serves: issues == nil ? [] : ["storage", "status", "did"], setsStatus: issues != nil)
    }

    var isClosed: Bool { memory.withLock(\.isClosed) }

    func describe(_ setting: AdapterSetting) throws(AdapterFailure) -> AdapterDescription { description }

    func enrol(_ party: OutsideParty) throws(AdapterFailure) -> String {
        throw AdapterFailure(.notSupported("parties"), method: "enrol")
    }

    func issue(_ order: IssueOrder) throws(AdapterFailure) -> OutsideDocument {
        var credential = order.credential
        let url = credential["id"]?.string ?? ""
        let index = memory.withLock { memory in
            memory.indices[url] = memory.indices.count + 10
            return memory.indices[url] ?? 0
        }
        credential["credentialStatus"] =
            StatusListEntry(purpose: "revocation", index: index, listURL: Self.listURL).json
        guard let bytes = secured(credential, order.securing) else {
            throw AdapterFailure(.refused(code: 1, message: "no key"), method: "issue")
        }
        let document = OutsideDocument(
            url: url, contentType: order.securing == .token ? "application/vc+jwt" : "application/vc", body: bytes)
        memory.withLock { $0.documents[url] = document }
        return document
    }

    private func secured(_ credential: JSONValue, _ form: SecuringForm) -> [UInt8]? {
        guard let key else { return nil }
        let kid = Self.did + "#key-1"
        if form == .embedded {
            return (try? DataIntegrityProof.sign(credential, verificationMethod: kid, created: 1, with: key))?
                .serialised()
        }
        let token = CompactJWS.sign(
            credential.serialised(), header: JOSEHeader(alg: "EdDSA", kid: kid, typ: "vc+jwt"), with: key)
        return form == .token
            ? token : CredentialEnvelope.envelop(token, typeAsArray: false, mediaType: "application/vc+jwt")
    }

    func answer(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse {
        let url = request.url.description
        if let document = memory.withLock({ $0.documents[url] }) {
            return WebResponse(document.body, as: document.contentType ?? "")
        }
        if url == Self.listURL {
            let encoded = memory.withLock { $0.list.encoded() }
            let list: JSONValue = [
                "@context": [.string(CredentialModel.contextV2)], "id": .string(url),
                "type": ["VerifiableCredential", "BitstringStatusListCredential"], "issuer": .string(Self.did),
                "validFrom": .string(DateTimeStamp.text(unixSeconds: now - 60)),
                "credentialSubject": [
                    "id": .string(url + "#list"), "type": "BitstringStatusList", "statusPurpose": "revocation",
                    "encodedList": .string(encoded),
                ],
            ]
            return WebResponse(secured(list, .token) ?? [], as: "application/vc+jwt")
        }
        if url == DID(Self.did)?.documentURL, let key {
            let document = DIDDocument.json(
                id: Self.did, keys: [("key-1", key.publicKey)], form: .jwk, listsAssertions: true, services: [])
            return WebResponse(document.serialised(), as: "application/did+json")
        }
        throw AdapterFailure(.notSupported("nothing at \(url)"), method: "answer")
    }

    func verify(_ question: VerifyQuestion) throws(AdapterFailure) -> OutsideVerdict { reader.read(question).verdict }

    func setStatus(_ change: StatusChange) throws(AdapterFailure) {
        memory.withLock { memory in
            if let index = memory.indices[change.credential] { memory.list[index] = change.isSet }
        }
    }

    func close() { memory.withLock { $0.isClosed = true } }
}
