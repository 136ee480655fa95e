import Bridges
import Credentials
import Foundation
import HTTPTypes
import JSON
import Networking
import Platforms
import Testing
import UNTP

@Suite("A recording of what a platform outside was asked")
struct RecordingTests {
    @Test("gives the same answers and the same failures again, without the platform")
    func replayIsTheSame() throws {
        let folder = try PythonProgram("").folder.path
        let program = try PythonProgram(CommandAdapterTests.conforming)
        let recording = try RecordingAdapter(program.adapter(), platform: "north", folder: folder)
        let recorded = try conversation(with: recording)
        recording.close()
        #expect(program.isGone)
        #expect(recorded.count == 8)
        #expect(recorded.contains { $0.contains("ended(\"exit status 9\")") })
        let replaying = try ReplayingAdapter(platform: "north", folder: folder)
        #expect(try conversation(with: replaying) == recorded)
        #expect(replaying.remaining == 0 && replaying.parting == nil)
    }

    @Test("has nothing of what a reader is shown that leaves no trace")
    func whatIsShownIsNotRecorded() throws {
        let folder = try PythonProgram("").folder.path
        let program = try PythonProgram(CommandAdapterTests.conforming)
        let recording = try RecordingAdapter(program.adapter(), platform: "north", folder: folder)
        _ = try recording.describe(CommandAdapterTests.setting)
        let request = WebRequest(
            url: try #require(WebURL("https://id.acme.example/1")), headerFields: [.accept: "text/x"])
        let shown = try recording.show(request, now: 8)
        #expect(try recording.answer(request, now: 8).body == shown.body)
        recording.close()
        let replaying = try ReplayingAdapter(platform: "north", folder: folder)
        #expect(replaying.remaining == 2)
        #expect(throws: AdapterFailure.self) { try replaying.show(request, now: 8) }
        #expect(replaying.remaining == 2 && replaying.parting == nil)
    }

    @Test("has questions as the contract has them")
    func questionsKeepToTheContract() throws {
        let folder = try PythonProgram("").folder.path
        let program = try PythonProgram(CommandAdapterTests.conforming)
        let recording = try RecordingAdapter(program.adapter(), platform: "north", folder: folder)
        _ = try conversation(with: recording)
        recording.close()
        let text = try String(contentsOfFile: "\(folder)/north.jsonl", encoding: .utf8)
        var methods: Set<String> = []
        for line in text.split(separator: "\n").dropFirst() {
            let exchange = try JSONDocument(parsing: Array(line.utf8)).root
            let method = try #require(exchange["method"]?.string)
            let message: JSONValue = [
                "jsonrpc": "2.0", "id": 1, "method": .string(method),
                "params": try #require(exchange["question"]).materialised,
            ]
            #expect(try AdapterContractTests.violations(of: message, by: "\(method).question") == [])
            methods.insert(method)
        }
        #expect(methods == ["describe", "enrol", "issue", "answer", "verify", "setStatus"])
    }

    @Test("says where the questions part from it, from there on")
    func partingIsNamed() throws {
        let (folder, _) = try recorded()
        let replaying = try ReplayingAdapter(platform: "north", folder: folder)
        _ = try replaying.describe(CommandAdapterTests.setting)
        #expect(replaying.remaining == 2)
        let parting = try #require(failure { _ = try replaying.enrol(OutsideParty(slug: "mine", name: "Acme Mill")) })
        #expect(
            parting.reason
                == .notReachable(
                    "\(folder)/north.jsonl:3: the question differs from the recorded one at /slug: "
                        + "recorded \"\\\"mill\\\"\", asked \"\\\"mine\\\"\""))
        #expect(replaying.parting == parting)
        let later = failure { _ = try replaying.enrol(OutsideParty(slug: "mill", name: "Acme Mill")) }
        #expect(later?.reason == parting.reason)
    }

    @Test("says when another method is asked, or more than was recorded")
    func otherQuestionsAreNamed() throws {
        let (folder, _) = try recorded()
        let other = try ReplayingAdapter(platform: "north", folder: folder)
        let change = StatusChange(credential: "urn:1", purpose: "revocation", isSet: true, now: 1)
        let wrong = try #require(failure { try other.setStatus(change) })
        #expect(wrong.description.contains(":2: the recorded question is to describe, this one to setStatus"))
        let more = try ReplayingAdapter(platform: "north", folder: folder)
        _ = try more.describe(CommandAdapterTests.setting)
        _ = try more.enrol(OutsideParty(slug: "mill", name: "Acme Mill"))
        try more.setStatus(change)
        let end = try #require(failure { try more.setStatus(change) })
        #expect(end.description.contains("north.jsonl ends after line 4, but there is another question"))
    }

    @Test("that is damaged is refused, with the line")
    func damageIsNamed() throws {
        let (folder, text) = try recorded()
        let path = "\(folder)/north.jsonl"
        let lines = text.split(separator: "\n").map(String.init)
        let damages: [(String, String)] = [
            (String(text.dropLast(9)), ":4: the line is cut off"), ("", ":1: the line is cut off"),
            (lines[1] + "\n", ":1: /recording: expected \"1\", found nothing"),
            (
                text.replacing("\"protocol\":\"1\",\"recording\"", with: "\"protocol\":\"9\",\"recording\""),
                ":1: /protocol"
            ),
            (text.replacing("\"enrol\"", with: "\"enroll\""), ":3: /method: expected one of describe, enrol"),
            (lines[0] + "\n{\n", ":2: line 1, column 2"),
            (lines[0] + "\n{\"method\":\"enrol\"}\n", ":2: /question: expected a question, found nothing"),
            (lines[0] + "\n{\"method\":\"enrol\",\"question\":{}}\n", ":2: : expected an answer or a failure"),
            (
                lines[0] + "\n{\"method\":\"enrol\",\"question\":{},\"failure\":{\"reason\":\"tired\"}}\n",
                ":2: : expected an answer or a failure with its reason, found another failure"
            ),
        ]
        for (damaged, says) in damages {
            try damaged.write(toFile: path, atomically: true, encoding: .utf8)
            let error = #expect(throws: RecordingError.self) {
                _ = try ReplayingAdapter(platform: "north", folder: folder)
            }
            #expect(error?.description.hasPrefix(path + says) == true, "\(error?.description ?? "")")
        }
    }

    @Test("has a file for each platform, whatever its name; where none can be, it says so")
    func filesAreNamed() throws {
        let folder = try PythonProgram("").folder.path
        for name in ["north", "../north", "Ölmühle / 2"] {
            try RecordingAdapter(CommandAdapter([]), platform: name, folder: folder + "/in/here").close()
            #expect(try ReplayingAdapter(platform: name, folder: folder + "/in/here").remaining == 0)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/in/here").count == 3)
        #expect(throws: RecordingError.self) {
            _ = try RecordingAdapter(CommandAdapter([]), platform: "north", folder: "/proc/nowhere")
        }
        #expect(throws: RecordingError.self) { _ = try ReplayingAdapter(platform: "south", folder: folder) }
    }

    @Test("holds for other signatures over the same content, and for no other content")
    func signaturesMayDiffer() throws {
        let folder = try PythonProgram("").folder.path
        let program = try PythonProgram(
            "for question in questions(): answer(question, {'verdict': 'valid'})")
        func token(_ content: String, _ signature: String) -> String {
            [#"{"alg":"ES256"}"#, content, signature].map { Base64URL.text(Array($0.utf8)) }.joined(separator: ".")
        }
        func question(_ id: String, _ signature: String) -> VerifyQuestion {
            let inner = #"{"id":"\#(id)","hashDigest":"\#(signature)"}"#
            let token = token(inner, signature)
            let embedded = #"{"id":"\#(id)","proof":{"proofValue":"z\#(signature)"}}"#
            return VerifyQuestion(
                credential: OutsideDocument(
                    url: "https://a.example/1", contentType: nil,
                    body: Array(#"{"id":"data:application/vc+jwt,\#(token)"}"#.utf8)),
                expected: nil,
                documents: [
                    OutsideDocument(url: "https://a.example/2", contentType: nil, body: Array(token.utf8)),
                    OutsideDocument(url: "https://a.example/3", contentType: nil, body: Array(embedded.utf8)),
                ], trusted: [], now: 1)
        }
        let recording = try RecordingAdapter(program.adapter(), platform: "north", folder: folder)
        _ = try recording.verify(question("urn:1", "abc"))
        recording.close()
        let same = try ReplayingAdapter(platform: "north", folder: folder)
        #expect(try same.verify(question("urn:1", "xyz")).verdict == .valid)
        let other = try ReplayingAdapter(platform: "north", folder: folder)
        let parting = failure { _ = try other.verify(question("urn:2", "abc")) }
        #expect(parting?.description.contains("/credential/body") == true, "\(parting?.description ?? "none")")
    }

    // MARK: Conversations

    /// A recording of three questions, and its text.
    private func recorded() throws -> (folder: String, text: String) {
        let folder = try PythonProgram("").folder.path
        let program = try PythonProgram(CommandAdapterTests.conforming)
        let recording = try RecordingAdapter(program.adapter(), platform: "north", folder: folder)
        _ = try recording.describe(CommandAdapterTests.setting)
        _ = try recording.enrol(OutsideParty(slug: "mill", name: "Acme Mill"))
        try recording.setStatus(StatusChange(credential: "urn:1", purpose: "revocation", isSet: true, now: 1))
        recording.close()
        return (folder, try String(contentsOfFile: "\(folder)/north.jsonl", encoding: .utf8))
    }

    /// What came of a question of each kind, failures too.
    private func conversation(with adapter: any Adapter) throws -> [String] {
        let url = try #require(WebURL("https://id.acme.example/1"))
        let document = OutsideDocument(url: "https://a.example/1", contentType: "text/plain", body: [0xFF, 0])
        func said(_ ask: () throws -> Any) -> String {
            do {
                return "\(try ask())"
            } catch {
                return "\((error as? AdapterFailure).map { "\($0.reason) \($0.sent) \($0.received) \($0.log)" } ?? "")"
            }
        }
        return [
            // Sets have no order of their own.
            said { try adapter.describe(CommandAdapterTests.setting).serves.sorted() },
            said { try adapter.enrol(OutsideParty(slug: "mill", name: "Acme Mill")) },
            said { try adapter.enrol(OutsideParty(slug: "crash", name: "Acme")) },
            said {
                try adapter.issue(
                    IssueOrder(credential: ["id": "urn:1"], type: .dpp, release: .v0_6_1, securing: .token, now: 7))
            },
            said { try adapter.answer(WebRequest(url: url, headerFields: [.accept: "text/x"]), now: 8) },
            said {
                try adapter.verify(
                    VerifyQuestion(
                        credential: document, expected: .dcc, documents: [document], trusted: ["did:web:r"], now: 9))
            },
            said {
                try adapter.verify(
                    VerifyQuestion(
                        credential: OutsideDocument(url: "https://a.example/1", contentType: nil, body: []),
                        expected: nil, documents: [], trusted: [], now: 9))
            },
            said {
                try adapter.setStatus(StatusChange(credential: "urn:1", purpose: "revocation", isSet: true, now: 10))
            },
        ]
    }

    private func failure(_ ask: () throws -> Void) -> AdapterFailure? {
        do {
            try ask()
            return nil
        } catch {
            return error as? AdapterFailure
        }
    }
}
