import Bridges
import Credentials
import HTTPTypes
import JSON
import Networking
import Platforms
import Testing
import UNTP

/// The Python service, held against the bridge; what it issues is read by the simulator's own conforming verifier.
@Suite(
    "A vendor's service over HTTP",
    .enabled(if: PythonService.peer != nil, "no Python with cryptography and joserfc; 'make peers' sets it up"))
struct HTTPAdapterTests {
    private static let now: Int64 = 1_767_225_600

    /// A running service, and an adapter that speaks to it.
    private struct Trade {
        let service: PythonService
        let adapter: HTTPAdapter
        let description: AdapterDescription

        init(
            faults: [String] = [], arguments: [String] = [], configure: (inout HTTPConfiguration) -> Void = { _ in }
        ) throws {
            service = try PythonService(
                "service.py", ["--now", String(now)] + faults.flatMap { ["--fault", $0] } + arguments)
            let base = try #require(WebURL(service.base))
            var configuration = try HTTPConfiguration(
                reading: PythonService.file("service.json"), file: "service.json", environment: [:])
            configure(&configuration)
            adapter = HTTPAdapter(
                base: base, configuration: configuration, hosts: try ContactableHosts(base: base),
                documents: try DocumentServer())
            do {
                description = try adapter.describe(AdapterSetting(origins: [:], now: now))
            } catch {
                adapter.close()
                throw error
            }
        }

        /// A facility record in the name of a party, as an order.
        func order(_ party: String = "mill", _ securing: SecuringForm = .token) throws -> IssueOrder {
            let did = try adapter.enrol(OutsideParty(slug: party, name: "Rod Mill"))
            let credential: JSONValue = [
                "@context": [
                    "https://www.w3.org/ns/credentials/v2", "https://test.uncefact.org/vocabulary/untp/dfr/0.6.1/",
                ],
                "type": ["DigitalFacilityRecord", "VerifiableCredential"], "id": "urn:uuid:0001",
                "issuer": ["type": ["CredentialIssuer"], "id": .string(did), "name": "Rod Mill"],
                "validFrom": "2025-12-01T00:00:00Z",
                "credentialSubject": [
                    "type": ["FacilityRecord"], "id": "https://rod-mill.example/record",
                    "facility": [
                        "type": ["Facility"], "id": "https://id.gs1.org/414/9520123456702", "name": "Rod mill",
                        "countryOfOperation": "DE",
                    ],
                ],
            ]
            return IssueOrder(
                credential: credential, type: .dfr, release: .v0_6_1, securing: securing, now: now)
        }

        /// What the service itself says of a credential.
        func ownVerdict(_ document: OutsideDocument, at now: Int64 = now) throws -> OutsideVerdict {
            try adapter.verify(
                VerifyQuestion(credential: document, expected: .dfr, documents: [], trusted: [], now: now))
        }
    }

    /// Fetches from the service as a virtual peer does: by way of the adapter.
    private struct Hosts: DocumentSource {
        let adapter: HTTPAdapter

        func document(at url: String, for purpose: DocumentPurpose) async -> Result<FetchedDocument, FetchProblem> {
            guard let request = WebURL(url).map({ WebRequest(url: $0) }),
                let response = try? adapter.answer(request, now: now)
            else { return .failure(.notAtHand) }
            guard response.status == .ok else { return .failure(.status(response.status.code)) }
            return .success(
                FetchedDocument(
                    url: url, finalURL: url, contentType: response.mediaType, bytes: response.body, fetchedAt: now))
        }
    }

    /// The codes of what a conforming reader finds in a credential of the service.
    private func findings(_ document: OutsideDocument, _ adapter: HTTPAdapter) async -> Set<String> {
        let verifier = Verifier(
            behaviour: BehaviourProfile(), table: CheckTable(), source: Hosts(adapter: adapter),
            statusLists: StatusListCache())
        let verdict = await verifier.verify(
            FetchedDocument(
                url: document.url, finalURL: document.url, contentType: document.contentType, bytes: document.body,
                fetchedAt: Self.now),
            expecting: .dfr, now: Self.now)
        return Set(verdict.findings.map(\.code))
    }

    @Test func `The endpoints are found without a configuration`() throws {
        let trade = try Trade()
        defer { trade.adapter.close() }
        #expect(trade.description.issues?.securing == [.enveloped, .token])
        #expect(trade.description.verifies?.releases == [.v0_6_1])
        #expect(trade.description.setsStatus)
    }

    @Test func `Endpoints that aren't there are not claimed`() throws {
        let trade = try Trade { $0.paths.issue = "/credentials/write" }
        defer { trade.adapter.close() }
        #expect(trade.description.issues == nil)
        #expect(trade.description.verifies != nil)
    }

    @Test(arguments: [SecuringForm.token, .enveloped], ["EdDSA", "ES256"])
    func `What the service issues is read by a conforming peer, and by itself`(
        securing: SecuringForm, algorithm: String
    ) async throws {
        let trade = try Trade(arguments: ["--algorithm", algorithm])
        defer { trade.adapter.close() }
        let document = try trade.adapter.issue(trade.order("mill", securing))
        #expect(document.url.hasPrefix(trade.service.base + "/"))
        #expect(document.contentType == (securing == .token ? "application/vc+jwt" : "application/vc"))
        #expect(await findings(document, trade.adapter) == [])
        #expect(try trade.ownVerdict(document) == OutsideVerdict(.valid))
        let stored = try trade.adapter.answer(WebRequest(url: #require(WebURL(document.url))), now: Self.now)
        #expect(stored.body == document.body)
    }

    @Test func `A revocation shows in the list, and to both sides`() async throws {
        let trade = try Trade()
        defer { trade.adapter.close() }
        let document = try trade.adapter.issue(trade.order())
        let change = StatusChange(credential: "urn:uuid:0001", purpose: "revocation", isSet: true, now: Self.now)
        try trade.adapter.setStatus(change)
        #expect(await findings(document, trade.adapter) == ["certificate-revoked"])
        #expect(try trade.ownVerdict(document).reasons.map(\.code) == ["certificate-revoked"])
    }

    @Test func `The resolver answers under the origins of the scenario`() throws {
        let trade = try Trade { $0.origins = [("https://id.rod-trace.example", "/")] }
        defer { trade.adapter.close() }
        _ = try trade.adapter.issue(trade.order())
        let asked = try #require(WebURL("https://id.rod-trace.example/414/9520123456702?linkType=linkset"))
        let response = try trade.adapter.answer(WebRequest(url: asked), now: Self.now)
        #expect(response.mediaType == "application/linkset+json")
        let other = try #require(WebURL("https://elsewhere.example/414/9520123456702"))
        #expect(throws: AdapterFailure.self) { try trade.adapter.answer(WebRequest(url: other), now: Self.now) }
    }

    @Test func `An endpoint that wants to know who asks says how to tell it`() throws {
        #expect {
            _ = try Trade(arguments: ["--token", "s3cret"])
        } throws: { "\($0)".contains("'headers'") }
        let trade = try Trade(arguments: ["--token", "s3cret"]) {
            $0.headers = [("Authorization", "Bearer s3cret")]
        }
        defer { trade.adapter.close() }
        #expect(trade.description.issues != nil)
    }

    @Test(arguments: PythonFault.ofIssuing)
    func `A conforming peer finds just what a fault of the service concerns`(fault: PythonFault) async throws {
        let trade = try Trade(faults: [fault.name])
        defer { trade.adapter.close() }
        let document = try trade.adapter.issue(trade.order())
        #expect(await findings(document, trade.adapter) == fault.isRead)
    }

    @Test(arguments: ["legacy-typ", "bare-kid", "no-cors"])
    func `A conforming peer reads what only stricter ones refuse`(fault: String) async throws {
        let trade = try Trade(faults: [fault])
        defer { trade.adapter.close() }
        #expect(await findings(try trade.adapter.issue(trade.order()), trade.adapter) == [])
    }

    @Test(arguments: [
        ("conforming", "invalid"), ("ignores-signature", "valid"),
    ])
    func `An altered credential is taken by a service that ignores signatures, and by no other`(
        fault: String, verdict: String
    ) throws {
        let trade = try Trade(faults: fault == "conforming" ? [] : [fault])
        defer { trade.adapter.close() }
        var document = try trade.adapter.issue(trade.order())
        let parts = String(decoding: document.body, as: UTF8.self).split(separator: ".").map(String.init)
        let payload = try #require(Base64URL.decode(parts[1]))
        let forged = String(decoding: payload, as: UTF8.self).replacing("\"Rod mill\"", with: "\"Gold mine\"")
        document.body = Array("\(parts[0]).\(Base64URL.text(Array(forged.utf8))).\(parts[2])".utf8)
        #expect(try trade.ownVerdict(document).verdict.rawValue == verdict)
    }

    @Test(arguments: [(200, "valid"), (503, "indeterminate")])
    func `What the service has to fetch for a verification is served to it`(status: Int, verdict: String) throws {
        let trade = try Trade()
        defer { trade.adapter.close() }
        let origin = try #require(trade.adapter.documentOrigin)
        let did = "did:web:" + origin.dropFirst("http://".count).replacing(":", with: "%3A") + ":peer"
        let key = try SigningKey(.EdDSA, seed: [UInt8](repeating: 7, count: 32))
        let document = DIDDocument.json(
            id: did, keys: [("key-1", key.publicKey)], form: .jwk, listsAssertions: true, services: [])
        var credential = try trade.order().credential
        credential["issuer"]?["id"] = .string(did)
        let question = VerifyQuestion(
            credential: OutsideDocument(
                url: origin + "/1", contentType: "application/vc+jwt",
                body: CompactJWS.sign(
                    credential.serialised(), header: ["alg": "EdDSA", "kid": .string(did + "#key-1"), "typ": "vc+jwt"],
                    with: key)),
            expected: .dfr,
            documents: [
                OutsideDocument(
                    url: origin + "/peer/did.json", status: status, contentType: "application/did+json",
                    body: document.serialised())
            ], trusted: [], now: Self.now)
        #expect(try trade.adapter.verify(question).verdict.rawValue == verdict)
    }
}
