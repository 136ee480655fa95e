import Networking
import Testing

/// Where hosts are published, and how what is published leads back to them.
@Suite struct AddressingTests {
    private static func addressing(_ origin: String) throws -> Addressing {
        Addressing(
            origin: try #require(WebURL(origin)),
            paths: [
                "credentials.north.example": "/north/credentials", "did.north.example": "/north",
                "id.gs1.org": "/id.gs1.org",
            ])
    }

    private static func located(_ url: String, _ addressing: Addressing) throws -> String? {
        addressing.located(try #require(WebURL(url)))?.description
    }

    @Test(
        "Under its own name a host is published as it stands",
        arguments: ["https://credentials.north.example/refinery/dpp/1?x=1", "https://elsewhere.example:8443/", "none"])
    func ownNames(url: String) throws {
        #expect(Addressing.ownNames.published(url) == url)
        guard let parsed = WebURL(url) else { return }
        #expect(Addressing.ownNames.located(parsed) == parsed)
        #expect(Addressing.ownNames.host(of: url) == parsed.host)
    }

    @Test(
        "On one port each host has its path, and what is published there leads back to it",
        arguments: [
            ("https://credentials.north.example/refinery/dpp/1", "/north/credentials/refinery/dpp/1"),
            ("https://credentials.north.example/", "/north/credentials/"),
            ("https://did.north.example/refinery/did.json", "/north/refinery/did.json"),
            ("https://id.gs1.org/01/07801234500013?linkType=linkset", "/id.gs1.org/01/07801234500013?linkType=linkset"),
        ])
    func onePort(url: String, path: String) throws {
        for origin in ["http://localhost:8080", "https://peers.example.org", "https://example.org/untp/"] {
            let addressing = try Self.addressing(origin)
            let published = addressing.published(url)
            let base = origin.hasSuffix("/") ? String(origin.dropLast()) : origin
            #expect(published == base + path)
            #expect(try Self.located(published, addressing) == url)
            #expect(addressing.host(of: published) == WebURL(url)?.host)
        }
    }

    @Test("What belongs to no host of the origin is nowhere, and what has another origin is its own")
    func elsewhere() throws {
        let addressing = try Self.addressing("http://localhost:8080")
        #expect(try Self.located("http://localhost:8080/south/credentials/1", addressing) == nil)
        #expect(try Self.located("http://localhost:8080/", addressing) == nil)
        #expect(try Self.located("http://localhost:9090/north/a", addressing) == "http://localhost:9090/north/a")
        #expect(try Self.located("https://test.uncefact.org/x", addressing) == "https://test.uncefact.org/x")
        #expect(addressing.published("https://credentials.north.test/1") == "https://credentials.north.test/1")
    }

    @Test("Asked by https, as did:web asks, an origin with a port is the same")
    func byHTTPS() throws {
        let addressing = try Self.addressing("http://localhost:8080")
        #expect(
            try Self.located("https://localhost:8080/north/refinery/did.json", addressing)
                == "https://did.north.example/refinery/did.json")
    }

    @Test(
        "A host outside is published under its own origin, and known by it whatever the scheme",
        arguments: [
            ("http://127.0.0.1:8123", "https://127.0.0.1:8123/did/mine/did.json?v=1"),
            ("https://trace.example", "https://trace.example/did/mine/did.json?v=1"),
            ("https://trace.example", "https://trace.example:443/did/mine/did.json?v=1"),
            ("http://trace.example:80", "https://trace.example/did/mine/did.json?v=1"),
        ])
    func outside(origin: String, asked: String) throws {
        for var addressing in [Addressing.ownNames, try Self.addressing("http://127.0.0.1:8790")] {
            let url = try #require(WebURL(origin))
            #expect(!addressing.isTaken(url))
            addressing.place("service.acme.example", at: url)
            #expect(addressing.isTaken(url))
            #expect(
                try Self.located(asked, addressing) == "https://service.acme.example/did/mine/did.json?v=1")
            #expect(addressing.host(of: asked) == "service.acme.example")
            #expect(addressing.published("https://service.acme.example/a?b=c") == "\(origin)/a?b=c")
            #expect(try Self.located("http://127.0.0.1:9999/a", addressing) == "http://127.0.0.1:9999/a")
        }
    }

    @Test("Beside a host outside, the others stay where they are published")
    func besideOutside() throws {
        var addressing = try Self.addressing("http://127.0.0.1:8790")
        #expect(addressing.isTaken(try #require(WebURL("http://127.0.0.1:8790"))))
        addressing.place("service.acme.example", at: try #require(WebURL("http://127.0.0.1:8123")))
        let published = "http://127.0.0.1:8790/north/refinery/did.json"
        #expect(addressing.published("https://did.north.example/refinery/did.json") == published)
        #expect(try Self.located(published, addressing) == "https://did.north.example/refinery/did.json")
    }
}
