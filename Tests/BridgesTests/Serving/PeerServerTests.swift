import AsyncHTTPClient
import Bridges
import Credentials
import HTTPTypes
import JSON
import NIOCore
import NIOHTTP1
import Networking
import Platforms
import SimulationKernel
import Testing
import UNTP

/// A platform on a real port of this machine.
@Suite struct PeerServerTests {
    private struct Served: Sendable {
        let base: String
        let credential: String

        /// What the server answers: status, header fields, body.
        func ask(
            _ path: String, _ method: String = "GET", body: [UInt8]? = nil
        ) async throws -> (status: Int, fields: [String: String], body: [UInt8]) {
            var request = HTTPClientRequest(url: path.hasPrefix("http") ? path : base + path)
            request.method = .init(rawValue: method)
            if let body {
                request.body = .bytes(body)
                request.headers.add(name: "Content-Type", value: "application/json")
            }
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
            var fields: [String: String] = [:]
            for field in response.headers { fields[field.name.lowercased()] = field.value }
            let bytes = Array(buffer: try await response.body.collect(upTo: 1 << 24))
            return (Int(response.status.code), fields, bytes)
        }

        func json(_ path: String) async throws -> JSONView {
            try JSONDocument(parsing: try await ask(path).body).root
        }
    }

    private static let product = "https://id.gs1.org/01/07801234500013/10/C2604"
    private static let path = "/north/id/01/07801234500013/10/C2604"

    /// Serves a conforming platform with one customer and one published anchor while the work goes on.
    private static func serving(
        limits: ServingLimits = ServingLimits(), _ work: @escaping @Sendable (Served) async throws -> Void
    ) async throws {
        let port = try #require(ListeningPort.free(0))
        let origin = WebURL(scheme: "http", host: "localhost", port: port, path: "/")
        let addressing = Addressing(origin: origin, paths: PlatformHosts(slug: "north").paths)
        let simulation = Simulation(.init(seed: 1, epochUnixSeconds: 1_767_600_000))
        let network = Network(simulation: simulation, topology: Topology(access: [:]), addressing: addressing)
        let platform = Platform(
            simulation: simulation, network: network, table: CheckTable(), name: "north", slug: "north",
            site: Site(country: "DE", connectivity: .dataCentre), behaviour: .init(), roots: [])
        let issued = Completion<IssuedCredential>()
        simulation.start("issuing") { _ in
            await platform.open()
            let did = await platform.enrol(slug: "refinery", name: "Refinery")
            let anchor = AnchorFacts(
                did: did, name: "Refinery", registeredID: "76086428-5",
                scheme: (id: "https://register.example/", name: "Register"), registerType: "Business", scope: [])
            guard let credential = await platform.issue(.anchor(anchor), for: "refinery") else { return }
            await platform.link(product, to: credential)
            simulation.complete(issued, with: credential)
        }
        simulation.start("the passing of days") { _ in while true { await simulation.sleep(for: .days(1)) } }
        _ = try simulation.run(until: .epoch.advanced(by: .days(1)))
        let credential = try #require(issued.result)
        let thread = SimulationThread(simulation, origin: (simulation.now, .now), limits: limits)
        try #require(thread.start())
        defer { thread.stop() }
        var services: [String: any WebService] = [:]
        for service in PlatformHosts.Service.allCases { services[platform.hosts.name(service)] = platform }
        let server = PeerServer(
            PublishedPeers(
                origin: origin, addressing: addressing, services: services,
                pages: ["/": WebResponse(Array("peers".utf8), as: "text/html")]), on: thread, limits: limits)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (ready, isReady) = AsyncStream<Void>.makeStream()
            group.addTask {
                try await server.run(host: "127.0.0.1", port: port, heedsSignals: false) { isReady.yield() }
            }
            group.addTask {
                for await _ in ready { break }
                try await work(Served(base: "http://localhost:\(port)", credential: credential.url))
            }
            try await group.next()
            group.cancelAll()
        }
    }

    @Test("From a product's linkset to its credential, its issuer's keys and its status, each URL is answered")
    func leadsFromLinkToStatus() async throws {
        try await Self.serving { served in
            let linkset = try Linkset(parsing: try await served.json(Self.path + "?linkType=linkset"))
            #expect(linkset.contexts.map(\.anchor) == [Self.product])
            let href = try #require(linkset.links.first?.href)
            #expect(href == served.credential && href.hasPrefix(served.base + "/north/credentials/refinery/"))
            let bytes = try await served.ask(href).body
            let opened = try #require(try? CredentialEnvelope.open(bytes))
            guard case .jwt(let token, _) = opened else {
                Issue.record("no token in the envelope")
                return
            }
            let credential = token.payloadDocument.root
            let issuer = try #require(credential["issuer"]?["id"]?.string.flatMap(DID.init))
            let port = served.base.split(separator: ":").last.map(String.init) ?? ""
            #expect(issuer.text == "did:web:localhost%3A\(port):north:refinery")
            let document = try DIDDocument(
                parsing: try await served.json(
                    try #require(issuer.documentURL).replacing("https://", with: "http://")))
            #expect(document.id == issuer.text && !document.assertionMethod.isEmpty)
            let list = try #require(credential["credentialStatus"]?["statusListCredential"]?.string)
            #expect(try await served.ask(list).status == 200)
        }
    }

    @Test("The platform verifies its own credential over the VC API, fetching by the published URLs")
    func verifies() async throws {
        try await Self.serving { served in
            let credential = try await served.ask(served.credential).body
            let question = Array("{\"verifiableCredential\":".utf8) + credential + Array("}".utf8)
            let answer = try await served.ask("/north/api/credentials/verify", "POST", body: question)
            #expect(answer.status == 200)
            #expect(try JSONDocument(parsing: answer.body).root["verified"]?.bool == true)
        }
    }

    @Test("HEAD has the header of GET and no body; a resolver puts its links there")
    func answersHEAD() async throws {
        try await Self.serving { served in
            let whole = try await served.ask(served.credential)
            let head = try await served.ask(served.credential, "HEAD")
            #expect(head.status == 200 && head.body.isEmpty)
            #expect(head.fields["content-length"] == String(whole.body.count))
            #expect(head.fields["content-type"] == "application/vc")
            let links = try await served.ask(Self.path + "?linkType=linkset", "HEAD")
            #expect(links.fields["link"]?.contains(served.credential) == true)
        }
    }

    @Test("What is not answered gets a problem that says why, and 405 says what is answered instead")
    func refuses() async throws {
        try await Self.serving { served in
            for (method, path, status, allowed) in [
                ("DELETE", "/", 405, "GET, HEAD"), ("PUT", "/north/credentials/refinery/dia/1", 405, "GET, HEAD"),
                ("GET", "/north/api/credentials/verify", 405, "POST"), ("GET", "/south/credentials/x", 404, nil),
                ("GET", "/north/credentials/refinery/dia/99", 404, nil), ("GET", "/north/%2e%2e/x", 400, nil),
                ("GET", "/north/%00", 400, nil), ("GET", "/north/" + String(repeating: "a", count: 5_000), 414, nil),
                ("POST", "/north/api/credentials/verify", 400, nil),
            ] as [(String, String, Int, String?)] {
                let answer = try await served.ask(path, method, body: method == "POST" ? Array("{]".utf8) : nil)
                #expect(answer.status == status, "\(method) \(path.prefix(40))")
                #expect(answer.fields["content-type"] == "application/problem+json", "\(method) \(path.prefix(40))")
                #expect(try JSONDocument(parsing: answer.body).root["status"] != nil)
                #expect(answer.fields["allow"] == allowed, "\(method) \(path.prefix(40))")
            }
            #expect(try await served.ask("/").body == Array("peers".utf8))
        }
    }

    @Test("A body beyond the limit is refused with 413")
    func limitsBodies() async throws {
        var limits = ServingLimits()
        limits.bodyBytes = 1_000
        try await Self.serving(limits: limits) { served in
            let body = [UInt8](repeating: UInt8(ascii: " "), count: 1_001)
            let answer = try await served.ask("/north/api/credentials/verify", "POST", body: body)
            #expect(answer.status == 413)
        }
    }
}
