import AsyncHTTPClient
import Bridges
import HTTPTypes
import NIOCore
import NIOHTTP1
import Networking
import SimulationKernel
import Testing

@Suite("Where a service reads what is published")
struct ReadingRoomTests {
    @Test func `Who asks at another time is told to come again, and only reading is answered`() async throws {
        let port = try #require(ListeningPort.free(0))
        let origin = WebURL(scheme: "http", host: "127.0.0.1", port: port, path: "/")
        let server = try DocumentServer(port: port, reading: ReadingRoom(origin: origin))
        defer { server.stop() }
        func status(_ path: String, _ method: String = "GET") async throws -> UInt {
            var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
            request.method = .init(rawValue: method)
            return try await HTTPClient.shared.execute(request, timeout: .seconds(30)).status.code
        }
        #expect(try await status("/north/mine/did.json") == 503)
        #expect(try await status("/north/mine/did.json", "POST") == 405)
        #expect(try await status("/north/%2e%2e/did.json") == 400)
        #expect(try await status("/north/a%00b") == 400)
    }
}
