import Networking
import Testing

@Suite struct WebURLTests {
    @Test("A URL is divided as RFC 3986 has it, and written as it was")
    func divides() throws {
        let url = try #require(WebURL("HTTPS://Host.Example:8443/a/b%20c?x=1&y=a%26b+c#part"))
        #expect(url.scheme == "https")
        #expect(url.host == "host.example")
        #expect(url.port == 8443)
        #expect(url.path == "/a/b%20c")
        #expect(url.queryValue("y") == "a&b c")
        #expect(url.fragment == "part")
        #expect(url.description == "https://host.example:8443/a/b%20c?x=1&y=a%26b+c#part")
        #expect(WebURL("https://host.example")?.path == "/")
        #expect(WebURL("https://host.example?q")?.query == "q")
    }

    @Test(
        "What is no absolute URL is refused",
        arguments: [
            "", "host/path", "https:///x", "https://a:b/", "https://a b/", "https://u@h/", "https://h:99999/", "://h/",
        ])
    func refuses(text: String) {
        #expect(WebURL(text) == nil)
    }

    @Test("References are resolved against the URL that they stand under")
    func resolves() throws {
        let base = try #require(WebURL("https://host.example/a/b?q=1"))
        #expect(base.resolving("https://other.example/x")?.description == "https://other.example/x")
        #expect(base.resolving("/x")?.description == "https://host.example/x")
        #expect(base.resolving("x")?.description == "https://host.example/a/x")
        #expect(base.resolving("?q=2")?.description == "https://host.example/a/b?q=2")
        #expect(base.resolving("//other.example/x")?.description == "https://other.example/x")
    }
}
