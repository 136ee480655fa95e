import Networking
import Testing

@testable import Bridges

@Suite("Where below a base URL things are found")
struct OriginRoutesTests {
    private static let routes: OriginRoutes? = WebURL("http://127.0.0.1:9000/api/").map { base in
        var routes = OriginRoutes(
            base: base,
            origins: [("https://acme.example", "/web"), ("https://acme.example/vc", "/store/")])
        routes.add(["resolver": "https://id.acme.example", "did": "https://acme.example"])
        return routes
    }

    @Test(arguments: [
        ("https://acme.example/did.json", "http://127.0.0.1:9000/api/web/did.json"),
        ("https://acme.example/vc/1?v=2", "http://127.0.0.1:9000/api/store/1?v=2"),
        ("https://acme.example/vcs/1", "http://127.0.0.1:9000/api/web/vcs/1"),
        ("https://id.acme.example/01/2", "http://127.0.0.1:9000/api/01/2"),
        ("http://127.0.0.1:9000/anything", "http://127.0.0.1:9000/anything"),
        ("https://127.0.0.1:9000/mill/did.json", "http://127.0.0.1:9000/mill/did.json"),
        ("http://localhost:9000/mill/did.json", "http://127.0.0.1:9000/mill/did.json"),
    ])
    func `What is asked for is found at its place`(asked: String, place: String) throws {
        let url = try #require(WebURL(asked))
        #expect(try #require(Self.routes).place(of: url)?.description == place)
    }

    @Test(arguments: ["https://id.acme.example.evil/1", "http://127.0.0.1:9001/1", "https://other.example/"])
    func `No place is known for anything else`(asked: String) throws {
        let url = try #require(WebURL(asked))
        #expect(try #require(Self.routes).place(of: url) == nil)
    }

    @Test func `The origins are the base's, by both names of this machine, and those that were named`() throws {
        #expect(
            try #require(Self.routes).origins == [
                "http://127.0.0.1:9000", "http://localhost:9000", "https://acme.example", "https://id.acme.example",
            ])
    }

    @Test func `A resolver that stands under a path is asked there`() throws {
        var routes = OriginRoutes(base: try #require(WebURL("http://127.0.0.1:9000")), origins: [])
        routes.add(["resolver": "http://127.0.0.1:8790/acme/id", "did": "http://127.0.0.1:8790/acme"], resolver: "/dl")
        let asked = try #require(WebURL("http://127.0.0.1:8790/acme/id/01/2?linkType=linkset"))
        #expect(routes.place(of: asked)?.description == "http://127.0.0.1:9000/dl/01/2?linkType=linkset")
    }
}
