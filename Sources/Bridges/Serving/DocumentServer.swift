import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOPosix
package import Platforms
import Synchronization

/// Serves a table of documents on this machine, for a vendor's service to fetch what a verification needs.
///
/// Only GET and HEAD of the exact URLs in the table are answered, with the status and the type given there.
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
    /// - Parameter port: The port; one that is free where it is 0.
    /// - Throws: Why it can't listen there.
    package init(port: Int = 0) throws(DocumentServerError) {
        let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let executor = EventLoopExecutor(loops.next())
        let table = DocumentTable()
        let listening = loops.next().makePromise(of: Int.self)
        let application = Application(
            responder: DocumentResponder(table: table),
            configuration: .init(address: .hostname("127.0.0.1", port: port)),
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
            origin = "http://127.0.0.1:\(try listening.futureResult.wait())"
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

/// Answers from a table.
private struct DocumentResponder: HTTPResponder {
    typealias Context = BasicRequestContext
    let table: DocumentTable

    func respond(to request: Request, context: Context) async throws -> Response {
        guard request.method == .get || request.method == .head else {
            return Response(status: .methodNotAllowed, headers: [.allow: "GET, HEAD"])
        }
        guard let document = table[request.head.path ?? "/"] else { return Response(status: .notFound) }
        var headers: HTTPFields = [.accessControlAllowOrigin: "*", .cacheControl: "no-store"]
        headers[.contentType] = document.contentType
        let body = ByteBuffer(bytes: document.body)
        guard request.method == .get else {
            headers[.contentLength] = String(document.body.count)
            return Response(status: .init(code: document.status), headers: headers)
        }
        return Response(status: .init(code: document.status), headers: headers, body: .init(byteBuffer: body))
    }
}
