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
}
