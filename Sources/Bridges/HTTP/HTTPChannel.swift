import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOPosix
import Networking
import Platforms
import Synchronization

/// Sends requests over HTTP and waits for the answers, within limits.
final class HTTPChannel: Sendable {
    // A class, because it holds connections that have to be let go of.
    private let client: HTTPClient
    private let hosts: ContactableHosts
    private let headers: [(name: String, value: String)]
    private let limits: HTTPConfiguration.Limits
    private let room: ReadingRoom?
    private let state = Mutex(State())

    private struct State {
        var isOpen = true
        /// What the service may read while it is waited for.
        var network: PublishedNetwork?
        /// Questions in a row that were not answered in time.
        var timeouts = 0
    }

    /// - Parameter room: Where the service reads what is published, once something is.
    init(
        hosts: ContactableHosts, headers: [(name: String, value: String)], limits: HTTPConfiguration.Limits,
        room: ReadingRoom?
    ) {
        self.room = room
        self.hosts = hosts
        self.headers = headers
        self.limits = limits
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    deinit { close() }

    /// Ends all connections; nothing is sent afterwards.
    func close() {
        let wasOpen = state.withLock { state in
            defer { (state.isOpen, state.network) = (false, nil) }
            return state.isOpen
        }
        // What can't be closed in order is closed with the process.
        if wasOpen { try? client.syncShutdown() }
    }

    /// Lets the service read what is published on a network while it is waited for.
    func read(_ network: PublishedNetwork) { state.withLock { $0.network = network } }

    /// What is sent.
    struct Message {
        var method: HTTPRequest.Method
        var url: WebURL
        /// Header fields beside those that go with every request.
        var headers: [(name: String, value: String)] = []
        var body: [UInt8] = []
        /// What this is about, as `AdapterFailure` names it.
        var purpose: String
    }

    /// Sends a message, and waits for the answer on this thread; redirects are answers.
    func send(_ message: Message) throws(AdapterFailure) -> WebResponse {
        guard hosts.contains(message.url) else {
            throw failure(
                .notReachable(
                    "\(message.url.origin) is not among the hosts that may be contacted; --allow-host names another"),
                message)
        }
        guard state.withLock(\.timeouts) < limits.timeoutsInARow else {
            throw failure(
                .notReachable(
                    "it is asked no more, after \(limits.timeoutsInARow) questions in a row without an answer within "
                        + "\(limits.seconds) s"), message)
        }
        let deadline = NIODeadline.now() + .nanoseconds(Int64(limits.seconds * 1e9))
        do {
            let request = try HTTPClient.Request(
                url: message.url.description, method: .init(rawValue: message.method.rawValue),
                headers: HTTPHeaders((headers + message.headers).map { ($0.name, $0.value) }),
                body: message.body.isEmpty ? nil : .bytes(message.body))
            let response = try wait {
                client.execute(
                    request: request, delegate: ResponseAccumulator(request: request, maxBodySize: limits.bytes),
                    deadline: deadline)
            }
            state.withLock { $0.timeouts = 0 }
            return WebResponse(response)
        } catch {
            let reason = reason(error)
            state.withLock { state in
                if case .timedOut = reason { state.timeouts += 1 } else { state.timeouts = 0 }
            }
            throw failure(reason, message)
        }
    }

    private func wait(for ask: () -> HTTPClient.Task<HTTPClient.Response>) throws -> HTTPClient.Response {
        guard let room, let network = state.withLock(\.network) else { return try ask().wait() }
        return try room.wait(reading: network) { ask().futureResult }
    }

    /// A failure that says what was sent and what came back, without what is secret in either.
    func failure(_ reason: AdapterFailure.Reason, _ message: Message, received: WebResponse? = nil) -> AdapterFailure {
        let sent = "\(message.method.rawValue) \(message.url)\n" + Self.beginning(message.body)
        let came = received.map { "\($0.status.code) \($0.mediaType ?? "")\n" + Self.beginning($0.body) } ?? ""
        return AdapterFailure(
            withoutSecrets(reason), method: message.purpose, sent: withoutSecrets(sent), received: withoutSecrets(came))
    }

    private static func beginning(_ body: [UInt8]) -> String { String(decoding: body.prefix(2000), as: UTF8.self) }

    private func withoutSecrets(_ reason: AdapterFailure.Reason) -> AdapterFailure.Reason {
        switch reason {
        case .refused(let code, let message): .refused(code: code, message: withoutSecrets(message))
        case .notSupported(let what): .notSupported(withoutSecrets(what))
        case .malformed(let what): .malformed(withoutSecrets(what))
        case .notReachable(let why): .notReachable(withoutSecrets(why))
        case .ended, .timedOut, .flooded: reason
        }
    }

    private func withoutSecrets(_ text: String) -> String {
        headers.reduce(text) { text, field in
            field.value.count < 4 ? text : text.replacing(field.value, with: "(the value of \(field.name))")
        }
    }

    private func reason(_ error: any Error) -> AdapterFailure.Reason {
        switch error {
        case let error as HTTPClientError where Self.timeouts.contains(error): return .timedOut(seconds: limits.seconds)
        case is ResponseAccumulator.ResponseTooBigError: return .flooded(limitBytes: limits.bytes)
        case let error as HTTPClientError where Self.endings.contains(error):
            return .ended("it closed the connection")
        case HTTPParserError.invalidEOFState: return .ended("it closed the connection in the middle of an answer")
        case let error as HTTPParserError: return .malformed("this is no HTTP: \(error)")
        case let error as IOError where error.errnoCode == 111 || error.errnoCode == 61:
            return .notReachable("nothing listens there; is the service running?")
        case let error as IOError where error.errnoCode == 104 || error.errnoCode == 54:
            return .ended("it reset the connection")
        default:
            // The library of TLS is not among those that are spoken to here; its errors are known by their names.
            let isTLS = String(reflecting: type(of: error)).contains("NIOSSL")
            return .notReachable((isTLS ? "TLS: " : "") + String(describing: error))
        }
    }

    private static let endings: [HTTPClientError] = [.remoteConnectionClosed, .uncleanShutdown]

    private static let timeouts: [HTTPClientError] = [
        .deadlineExceeded, .readTimeout, .writeTimeout, .connectTimeout, .tlsHandshakeTimeout,
        .getConnectionFromPoolTimeout,
    ]
}

extension WebResponse {
    /// An answer without what belongs to one connection or one moment only.
    fileprivate init(_ response: HTTPClient.Response) {
        self.init(status: .init(code: Int(response.status.code)))
        for (name, value) in response.headers {
            guard !Self.passing.contains(name.lowercased()), let name = HTTPField.Name(name) else { continue }
            headerFields.append(HTTPField(name: name, value: value))
        }
        body = response.body.map { Array($0.readableBytesView) } ?? []
    }

    private static let passing: Set<String> = [
        "connection", "content-length", "date", "keep-alive", "server", "set-cookie", "trailer", "transfer-encoding",
        "upgrade",
    ]
}
