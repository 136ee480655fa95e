import HTTPTypes
import Networking
import Platforms
import Testing

@testable import Bridges

@Suite("What services answer to a request to verify")
struct VerificationAnswerTests {
    private func read(_ status: Int, _ body: String) -> VerificationAnswer {
        VerificationAnswer.read(WebResponse(Array(body.utf8), as: "application/json", status: .init(code: status)))
    }

    @Test(arguments: [
        (200, #"{"verified":true}"#, "valid"),
        (200, #"{"verified":true,"problemDetails":[{"type":"https://example/OLD","title":"a warning"}]}"#, "valid"),
        (200, #"{"verified":false}"#, "invalid"),
        (200, #"{"isValid":true}"#, "valid"),
        (200, #"{"verified":true,"results":[{"verified":true,"proof":{}}]}"#, "valid"),
        (200, #"{"results":{"proof":[{"valid":true}],"validFrom":{"valid":true}}}"#, "valid"),
        (200, #"{"results":{"proof":[{"valid":true}],"credentialStatus":[{"valid":false}]}}"#, "invalid"),
        (200, #"{"checks":["proof","status"],"warnings":[],"errors":[]}"#, "valid"),
        (200, #"{"checks":["proof"],"warnings":[],"errors":["status"]}"#, "invalid"),
        (
            400, #"{"verified":false,"error":{"name":"VerificationError","errors":[{"name":"Error","message":"x"}]}}"#,
            "invalid"
        ),
        (400, #"{"checks":["proof"],"warnings":[],"errors":["proof"]}"#, "invalid"),
        (422, #"{"type":"https://www.w3.org/TR/vc-data-model#PARSING_ERROR","title":"x"}"#, "invalid"),
        (
            400,
            #"{"problemDetails":[{"type":"https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR"}]}"#,
            "indeterminate"
        ),
        (
            400, #"{"verified":false,"problemDetails":[{"type":"x#STATUS_RETRIEVAL_ERROR"},{"type":"x#BAD"}]}"#,
            "invalid"
        ),
        (400, #"{"problemDetails":[{"type":"https://example/UNSUPPORTED_CRYPTOSUITE"}]}"#, "unsupported"),
        (413, "", "unsupported"),
        (415, #"{"title":"no such media type"}"#, "unsupported"),
    ])
    func `A clear answer is read`(status: Int, body: String, expected: String) throws {
        guard case .verdict(let verdict) = read(status, body) else {
            Issue.record("\(body) is not read")
            return
        }
        #expect(verdict.verdict.rawValue == expected)
    }

    @Test(arguments: [
        (200, ""), (200, "[]"), (200, "true"), (200, "{}"), (200, #"{"verified":null}"#), (200, #"{"verified":"yes"}"#),
        (200, #"{"verified":true,"errors":["proof"]}"#), (200, #"{"checks":[],"errors":[]}"#),
        (200, #"{"verified":true,"results":{"proof":[{"valid":false}]}}"#), (200, #"{"results":{}}"#),
        (400, #"{"verified":true}"#), (400, "oh no"), (302, ""), (401, "{}"), (429, "{}"), (500, #"{"verified":true}"#),
        (404, #"{"verified":false}"#),
    ])
    func `Anything else is no verdict`(status: Int, body: String) {
        guard case .failure = read(status, body) else {
            Issue.record("\(status) \(body) was taken for a verdict")
            return
        }
    }

    @Test func `Reasons keep their code, message and place`() {
        let body = #"{"verified":false,"problemDetails":[{"type":"a#BAD","detail":"why","pointer":"/issuer"}]}"#
        guard case .verdict(let verdict) = read(400, body) else {
            Issue.record("no verdict")
            return
        }
        #expect(verdict.reasons == [.init(code: "BAD", message: "why", pointer: "/issuer")])
    }
}
