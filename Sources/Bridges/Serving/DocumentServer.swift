import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import Networking
package import Platforms
import Synchronization

/// Serves documents on this machine, for a vendor's service to fetch what a verification needs: those of a table, or
/// what is published on a simulated network.
///
/// Only GET and HEAD are answered; of a table, the exact URLs in it, with the status and the type given there.
package final class DocumentServer: Sendable {
    // A class, because it owns a port.
    /// Where it answers, as `http://127.0.0.1:8123`.
    package let origin: String
    private let table: DocumentTable
    private let loops: MultiThreadedEventLoopGroup
    private let running: Task<Void, any Error>
    private let isRunning = Mutex(true)

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - address: The address to listen on.
    ///   - port: The port; one that is free where it is 0.
    ///   - room: Where what is in no table is read; nothing else is served where there is none.
    /// - Throws: Why it can't listen there.
    package init(
        address: String = "127.0.0.1", port: Int = 0, reading room: ReadingRoom? = nil
    ) throws(DocumentServerError) {
        let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let executor = EventLoopExecutor(loops.next())
        let table = DocumentTable()
        let listening = loops.next().makePromise(of: Int.self)
        let application = Application(
            responder: DocumentResponder(table: table, room: room),
            configuration: .init(address: .hostname(address, port: port)),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { listening.succeed(port) }
            }, eventLoopGroupProvider: .shared(loops),
            logger: Logger(label: "documents") { _ in SwiftLogNoOpLogHandler() })
        let running = Task(executorPreference: executor) {
            do {
                try await application.run()
            } catch {
                // Has no effect where the server was listening already.
                listening.fail(error)
                throw error
            }
        }
        do {
            origin = "http://\(address):\(try listening.futureResult.wait())"
        } catch {
            running.cancel()
            try? loops.syncShutdownGracefully()
            throw DocumentServerError(port: port, reason: "\(error)")
        }
        self.table = table
        self.loops = loops
        self.running = running
    }

    deinit { stop() }

    /// Serves these documents from now on, and no others.
    package func serve(_ documents: [OutsideDocument]) {
        table.replace(with: documents, at: origin)
    }

    /// Stops answering, and gives the port back.
    package func stop() {
        let wasRunning = isRunning.withLock { isRunning in
            defer { isRunning = false }
            return isRunning
        }
        guard wasRunning else { return }
        running.cancel()
        // Nothing of it is left to be answered for.
        try? loops.syncShutdownGracefully()
    }
}

/// Why a server can't listen.
package struct DocumentServerError: Error, Sendable, Hashable, CustomStringConvertible {
    package let port: Int
    package let reason: String

    package var description: String {
        "no documents can be served at port \(port) of this machine: \(reason); choose another port"
    }
}

/// What a server has, by path and query.
private final class DocumentTable: Sendable {
    // A class, because requests read what is replaced meanwhile.
    private let documents = Mutex<[String: OutsideDocument]>([:])

    func replace(with new: [OutsideDocument], at origin: String) {
        // did:web knows only https, under which nothing is served here.
        let origins = [origin, origin.replacing("http://", with: "https://")]
        let served = new.compactMap { document in
            origins.first { document.url.hasPrefix($0 + "/") }.map {
                (String(document.url.dropFirst($0.count)), document)
            }
        }
        let byTarget = Dictionary(served) { first, _ in first }
        documents.withLock { $0 = byTarget }
    }

    subscript(_ target: String) -> OutsideDocument? { documents.withLock { $0[target] } }
}

/// Answers from a table, or from what is published on a simulated network.
private struct DocumentResponder: HTTPResponder {
    typealias Context = BasicRequestContext
    let table: DocumentTable
    let room: ReadingRoom?
    private let limits = ServingLimits()

    init(table: DocumentTable, room: ReadingRoom?) {
        self.table = table
        self.room = room
    }

    func respond(to request: Request, context: Context) async throws -> Response {
        guard request.method == .get || request.method == .head else {
            return Response(status: .methodNotAllowed, headers: [.allow: "GET, HEAD"])
        }
        var found = table[request.head.path ?? "/"].map(Self.answer)
        if found == nil { found = await read(request) }
        guard var answer = found else { return Response(status: .notFound) }
        guard request.method == .get else {
            answer.headerFields[.contentLength] = String(answer.body.count)
            return Response(status: answer.status, headers: answer.headerFields)
        }
        return Response(
            status: answer.status, headers: answer.headerFields,
            body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    private static func answer(_ document: OutsideDocument) -> WebResponse {
        var headers: HTTPFields = [.accessControlAllowOrigin: "*", .cacheControl: "no-store"]
        headers[.contentType] = document.contentType
        return WebResponse(status: .init(code: document.status), headerFields: headers, body: document.body)
    }

    /// What is published on the network at this instant; nil where none is read.
    private func read(_ request: Request) async -> WebResponse? {
        guard let room else { return nil }
        let target: RequestTarget
        do throws(RequestTarget.Refusal) {
            target = try RequestTarget(request.head.path ?? "/", limitBytes: limits.targetBytes)
        } catch {
            return error.response
        }
        let url = WebURL(
            scheme: room.origin.scheme, host: room.origin.host, port: room.origin.port, path: target.path,
            query: target.query)
        var answer = await room.answer(WebRequest(method: request.method, url: url, headerFields: request.headers))
        // Time is another at the next question.
        answer.headerFields[.cacheControl] = "no-store"
        return answer
    }
}
