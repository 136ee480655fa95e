import Bridges
import Networking
import Platforms
import Testing

/// What an adapter makes of services that misbehave.
@Suite("A rude HTTP service", .enabled(if: PythonService.isThere, "no Python"))
struct RudeServiceTests {
    /// Asks a service to verify, at a path where it answers in a way of its own.
    private func verify(
        at path: String, limits: (inout HTTPConfiguration.Limits) -> Void = { _ in }
    ) throws -> Result<OutsideVerdict, AdapterFailure> {
        let service = try PythonService("rude.py")
        var configuration = HTTPConfiguration()
        configuration.paths.verify = path
        configuration.headers = [("Authorization", "s3cret-token")]
        limits(&configuration.limits)
        let base = try #require(WebURL(service.base))
        let adapter = HTTPAdapter(
            base: base, configuration: configuration, hosts: try ContactableHosts(base: base))
        defer { adapter.close() }
        return Result { () throws(AdapterFailure) in try adapter.verify(.sample) }
    }

    private func failure(_ result: Result<OutsideVerdict, AdapterFailure>) throws -> AdapterFailure {
        guard case .failure(let failure) = result else {
            Issue.record("a verdict came: \(result)")
            throw CancellationError()
        }
        return failure
    }

    @Test(arguments: [
        "/no-verdict", "/verified-in-words", "/contradiction", "/html", "/empty-list", "/no-http", "/found", "/circle",
    ])
    func `An answer without a clear verdict is malformed, never valid`(path: String) throws {
        let failure = try failure(verify(at: path))
        guard case .malformed = failure.reason else {
            Issue.record("\(failure)")
            return
        }
        #expect(failure.sent.hasPrefix("POST http://127.0.0.1:"))
    }

    @Test(arguments: ["/slow", "/drip"])
    func `Silence ends at the limit`(path: String) throws {
        let failure = try failure(verify(at: path) { $0.seconds = 0.5 })
        #expect(failure.reason == .timedOut(seconds: 0.5))
    }

    @Test(arguments: ["/huge", "/announced-huge"])
    func `A flood ends at the limit`(path: String) throws {
        let failure = try failure(verify(at: path) { $0.bytes = 100_000 })
        #expect(failure.reason == .flooded(limitBytes: 100_000))
    }

    @Test(arguments: ["/half", "/hang-up"])
    func `A connection that ends too early is told`(path: String) throws {
        let failure = try failure(verify(at: path))
        guard case .ended = failure.reason else {
            Issue.record("\(failure)")
            return
        }
    }

    @Test func `A redirect to a host that nobody named is refused and reported`() throws {
        let failure = try failure(verify(at: "/elsewhere"))
        guard case .notReachable(let why) = failure.reason else {
            Issue.record("\(failure)")
            return
        }
        #expect(why.contains("http://elsewhere.example is not among the hosts that may be contacted"))
    }

    @Test func `A redirect within the service is followed`() throws {
        #expect(try verify(at: "/within").get() == OutsideVerdict(.valid))
    }

    @Test func `A defect of the service is no verdict`() throws {
        let failure = try failure(verify(at: "/defect"))
        guard case .refused(code: 500, let message) = failure.reason else {
            Issue.record("\(failure)")
            return
        }
        #expect(message.contains("a null where there should be none"))
    }

    @Test func `A secret that comes back is not shown`() throws {
        let failure = try failure(verify(at: "/echo-secret"))
        #expect(!"\(failure) \(failure.sent) \(failure.received)".contains("s3cret-token"))
    }

    @Test func `A closed port is told at once`() throws {
        let base: WebURL
        do {
            let gone = try PythonService("rude.py")
            base = try #require(WebURL(gone.base))
        }
        let adapter = HTTPAdapter(
            base: base, configuration: HTTPConfiguration(), hosts: try ContactableHosts(base: base))
        defer { adapter.close() }
        #expect {
            _ = try adapter.describe(AdapterSetting(origins: [:], now: 0))
        } throws: { error in
            guard let failure = error as? AdapterFailure, case .notReachable(let why) = failure.reason else {
                return false
            }
            return why.contains("nothing listens there")
        }
    }

    @Test func `TLS that fails is named`() throws {
        let service = try PythonService("rude.py")
        let base = try #require(WebURL(service.base.replacing("http://", with: "https://")))
        let adapter = HTTPAdapter(
            base: base, configuration: HTTPConfiguration(), hosts: try ContactableHosts(base: base))
        defer { adapter.close() }
        #expect {
            _ = try adapter.verify(.sample)
        } throws: { error in
            guard let failure = error as? AdapterFailure, case .notReachable(let why) = failure.reason else {
                return false
            }
            return why.hasPrefix("TLS:")
        }
    }

    @Test func `A host that is not this machine has to be named`() throws {
        let base = try #require(WebURL("https://trace.acme.example/api"))
        #expect(throws: HTTPConfigurationError.self) { try ContactableHosts(base: base) }
        #expect(throws: Never.self) { try ContactableHosts(base: base, others: ["trace.acme.example"]) }
    }
}

extension VerifyQuestion {
    /// A question about a token that says nothing.
    static let sample = VerifyQuestion(
        credential: OutsideDocument(
            url: "https://credentials.example/1", contentType: "application/vc+jwt", body: Array("e30.e30.AA".utf8)),
        expected: nil, documents: [], trusted: [], now: 0)
}
