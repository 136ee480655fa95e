import Bridges
import Platforms
import Testing
import UNTP

@Suite("The configuration of a service")
struct HTTPConfigurationTests {
    private func read(_ text: String, _ environment: [String: String] = [:]) throws -> HTTPConfiguration {
        try HTTPConfiguration(reading: Array(text.utf8), file: "acme.json", environment: environment)
    }

    private func problems(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch {
            return (error as? HTTPConfigurationError)?.problems ?? ["\(error)"]
        }
    }

    @Test func `What is said is taken, and the rest is as usual`() throws {
        let configuration = try read(
            """
            {
              "name": "Acme Trace", "issuer": "did:web:acme.example",
              "issues": {"types": ["dpp"], "securing": ["token"]}, "verifies": false,
              "paths": {"verify": "/v2/verify", "link": "/links", "resolver": "/dl"}, "seconds": 2.5,
              "timeHeader": "X-Time",
              "headers": {"Authorization": "Bearer ${ACME_TOKEN}"},
              "origins": {"https://credentials.acme.example": "/vc"},
              "options": {"token": {"format": "jwt"}}
            }
            """, ["ACME_TOKEN": "s3cret"])
        #expect(configuration.name == "Acme Trace")
        #expect(configuration.paths.verify == "/v2/verify")
        #expect(configuration.paths.issue == "/credentials/issue")
        #expect(configuration.paths.link == "/links" && configuration.paths.resolver == "/dl")
        #expect(configuration.timeHeader == "X-Time")
        #expect(configuration.limits.seconds == 2.5)
        #expect(configuration.headers.map(\.value) == ["Bearer s3cret"])
        #expect(configuration.options.issue == [.token: #"{"format": "jwt"}"#])
        #expect(configuration.verifies == .nothing)
        guard case .capability(let issues) = configuration.issues else {
            Issue.record("nothing is issued")
            return
        }
        #expect(issues.types == [.dpp] && issues.securing == [.token] && issues.releases == [.v0_6_1])
    }

    @Test(arguments: [
        ("{\n  \"pahts\": {}\n}", "acme.json:2:12: there is no key 'pahts' here", "(did you mean 'paths'?)"),
        ("{\"paths\":\n {\"verfy\": \"/x\"}}", "acme.json:2:12: there is no key 'verfy' here", "'verify'"),
        ("{\"seconds\": \"ten\"}", "acme.json:1:13: 'seconds': expected", "number"),
        ("{\"issues\": {\"types\": [\"dpp\", \"dppp\"]}}", "acme.json:1:30: 'issues.types.1'", "dcc"),
        ("{\"issuer\": \"acme\"}", "acme.json:1:12: 'issuer'", "did:"),
        ("{\"headers\": {\"X-Key\": \"${NOWHERE}\"}}", "acme.json:1:23: 'headers.X-Key'", "no variable NOWHERE"),
        ("{\"name\": }", "acme.json:1:10: this is no JSON", "value"),
        ("[]", "acme.json:1:1: the file: expected", "object"),
    ])
    func `A mistake is told with its line and key`(text: String, start: String, part: String) {
        let problems = problems(text)
        #expect(problems.contains { $0.hasPrefix(start) && $0.contains(part) }, "\(problems)")
    }
}
