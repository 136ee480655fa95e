import AsyncHTTPClient
import Bridges
import NIOCore
import NIOHTTP1
import Platforms
import Testing

@Suite("The server of documents")
struct DocumentServerTests {
    private func get(_ url: String, method: HTTPMethod = .GET) async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: url)
        request.method = method
        return try await HTTPClient.shared.execute(request, timeout: .seconds(30))
    }

    @Test func `Documents are served as they are, until others take their place`() async throws {
        let server = try DocumentServer()
        defer { server.stop() }
        let url = server.origin + "/did/mill/did.json?version=2"
        server.serve([
            OutsideDocument(url: url, contentType: "application/did+json", body: Array("{}".utf8)),
            OutsideDocument(url: server.origin + "/status", status: 503, contentType: nil, body: []),
            OutsideDocument(url: "https://elsewhere.example/", contentType: nil, body: []),
        ])
        let document = try await get(url)
        #expect(document.status == .ok)
        #expect(document.headers["content-type"] == ["application/did+json"])
        #expect(try await Array(buffer: document.body.collect(upTo: 100)) == Array("{}".utf8))
        #expect(try await get(server.origin + "/status").status == .serviceUnavailable)
        #expect(try await get(server.origin + "/did/mill/did.json").status == .notFound)
        #expect(try await get(server.origin + "/../did/mill/did.json?version=2").status == .notFound)
        #expect(try await get(url, method: .POST).status == .methodNotAllowed)
        server.serve([])
        #expect(try await get(url).status == .notFound)
    }

    @Test func `A server that is stopped gives its port back`() throws {
        let server = try DocumentServer()
        let port = try #require(server.origin.split(separator: ":").last.flatMap { Int($0) })
        #expect(throws: DocumentServerError.self) { try DocumentServer(port: port) }
        server.stop()
        server.stop()
        let next = try DocumentServer(port: port)
        #expect(next.origin == server.origin)
        next.stop()
    }
}
