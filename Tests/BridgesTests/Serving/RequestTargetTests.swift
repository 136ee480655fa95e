import HTTPTypes
import Testing

@testable import Bridges

/// Which targets of requests get through to the platforms.
@Suite struct RequestTargetTests {
    @Test(
        "A sound target gets through as it stands",
        arguments: [
            ("/", "/", nil), ("/north/credentials/mine/dpp/1", "/north/credentials/mine/dpp/1", nil),
            (
                "/id.gs1.org/01/07801234500013/10/C%20A?linkType=untp:dpp", "/id.gs1.org/01/07801234500013/10/C%20A",
                "linkType=untp:dpp"
            ),
            ("/a?", "/a", ""), ("http://elsewhere.example/a?b", "/a", "b"), ("http://elsewhere.example", "/", nil),
            ("/a//b", "/a//b", nil), ("/...", "/...", nil),
        ] as [(String, String, String?)])
    func sound(text: String, path: String, query: String?) throws {
        let target = try RequestTarget(text, limitBytes: 100)
        #expect(target.path == path && target.query == query)
    }

    @Test(
        "What another reader might take for another path is refused with 400",
        arguments: [
            "", "*", "north", "/..", "/../etc/passwd", "/a/./b", "/%2e%2e/etc", "/a/%2E", "/a%2fb", "/a%5Cb", "/a\\b",
            "/%00", "/a%0d%0aX:y", "/%", "/%4", "/%zz", "/a?%ff", "/%c0%ae", "/a b", "/<x>", "/a#b", "/ä", "/a\"b",
            "http:/a", "/a?b=%7f",
        ])
    func refused(text: String) {
        #expect(throws: RequestTarget.Refusal.self) { try RequestTarget(text, limitBytes: 100) }
        #expect((try? RequestTarget(text, limitBytes: 100)) == nil)
    }

    @Test("A target beyond the limit is refused with 414, however it is written")
    func tooLong() {
        do throws(RequestTarget.Refusal) {
            _ = try RequestTarget("/" + String(repeating: "%", count: 100), limitBytes: 100)
            Issue.record("it got through")
        } catch {
            #expect(error.status == .uriTooLong)
        }
    }
}
