import Bridges
import Foundation
import Glibc
import HTTPTypes
import JSON
import Networking
import Platforms
import Testing
import UNTP

@Suite("A program that keeps to the contract")
struct CommandAdapterTests {
    @Test("is asked all that a platform can be asked")
    func asksEverything() throws {
        let program = try PythonProgram(Self.conforming)
        let adapter = program.adapter()
        let description = try adapter.describe(Self.setting)
        #expect(description.name == "Canned of https://id.acme.example")
        #expect(description.serves == ["resolver", "did"])
        #expect(description.issues?.types == [.dpp])
        #expect(description.issues?.releases == [.v0_6_1])
        #expect(description.issues?.securing == [.token])
        #expect(description.verifies == nil)
        #expect(description.enrolsParties && !description.setsStatus)
        #expect(try adapter.enrol(OutsideParty(slug: "mill", name: "Acme Mill")) == "did:web:acme.example:mill")
        let document = try adapter.issue(
            IssueOrder(credential: ["id": "urn:1"], type: .dpp, release: .v0_6_1, securing: .token, now: 7))
        #expect(document.url == "https://credentials.acme.example/1")
        #expect(document.status == 200 && document.contentType == "application/vc+jwt")
        #expect(document.body == Array("urn:1 für 7".utf8))
        let url = try #require(WebURL("https://id.acme.example/01/1?linkType=all"))
        let response = try adapter.answer(WebRequest(url: url, headerFields: [.accept: "a, b"]), now: 8)
        #expect(response.status.code == 404)
        #expect(response.headerFields[.contentType] == "a, b")
        #expect(response.body == [0xFF, 0x00, 0x0A])
        let verdict = try adapter.verify(
            VerifyQuestion(
                credential: OutsideDocument(url: url.description, contentType: nil, body: [0xFF]), expected: .dpp,
                documents: [document], trusted: ["did:web:register.example"], now: 9))
        #expect(verdict == OutsideVerdict(.invalid, reasons: [.init(code: "/w== and 1 more", pointer: "/proof")]))
        try adapter.setStatus(StatusChange(credential: "urn:1", purpose: "revocation", isSet: true, now: 10))
        adapter.close()
    }

    @Test("ends by itself when it is let go of, and leaves no zombie")
    func endsByItself() throws {
        let program = try PythonProgram(
            """
            for question in questions(): answer(question, enrolled(question))
            open(sys.argv[1] + "/ended", "w").close()
            """)
        let adapter = program.adapter { $0.closingSeconds = 60 }
        #expect(adapter.enrolmentFailure() == nil)
        let process = try #require(program.processes.first)
        #expect(kill(process, 0) == 0)
        adapter.close()
        #expect(FileManager.default.fileExists(atPath: program.folder.appending(path: "ended").path))
        #expect(kill(process, 0) == -1)
        #expect(adapter.enrolmentFailure()?.reason == .notReachable("it was let go of"))
    }

    @Test("is killed where it doesn't end, with all that it started")
    func isKilled() throws {
        let program = try PythonProgram(
            """
            for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP): signal.signal(number, signal.SIG_IGN)
            child = os.fork()
            if child == 0:
                os.setsid()
                while True: time.sleep(3600)
            note(child)
            for question in questions(): answer(question, enrolled(question))
            while True: time.sleep(3600)
            """)
        let adapter = program.adapter()
        #expect(adapter.enrolmentFailure() == nil)
        #expect(program.processes.count == 2)
        adapter.close()
        #expect(program.isGone)
    }

    @Test("may answer a question late, which is passed over")
    func lateAnswersArePassedOver() throws {
        let program = try PythonProgram(
            """
            held = None
            for question in questions():
                if question["id"] == 2: held = question; continue
                if held: answer(held, {"did": "did:web:late"}); held = None
                answer(question, enrolled(question))
            """)
        let adapter = program.adapter { $0.answerSeconds = 5 }
        #expect(adapter.enrolmentFailure("one") == nil)
        #expect(adapter.enrolmentFailure("two")?.reason == .timedOut(seconds: 5))
        #expect(try adapter.enrol(OutsideParty(slug: "three", name: "3")) == "did:web:acme.example:three")
        adapter.close()
    }

    @Test("is described to again after it was started again")
    func describesAgain() throws {
        let program = try PythonProgram(Self.conforming)
        let adapter = program.adapter()
        _ = try adapter.describe(Self.setting)
        #expect(adapter.enrolmentFailure("crash")?.reason == .ended("exit status 9"))
        let document = try adapter.issue(
            IssueOrder(credential: ["id": "urn:2"], type: .dpp, release: .v0_6_1, securing: .token, now: 7))
        #expect(document.url == "https://credentials.acme.example/1")
        #expect(program.processes.count == 2)
        adapter.close()
    }

    @Test("may say things to people, send notifications and leave lines empty")
    func mayTalk() throws {
        let program = try PythonProgram(
            """
            for question in questions():
                print("asked", file=sys.stderr, flush=True)
                send({"jsonrpc": "2.0", "method": "progress", "params": {"share": 0.5}})
                sys.stdout.write("\\n\\r\\n")
                answer(question, enrolled(question))
            """)
        let adapter = program.adapter()
        for _ in 0..<3 { #expect(adapter.enrolmentFailure()?.description == nil) }
        adapter.close()
    }

    @Test("gets four variables of the environment and a mark")
    func environmentIsSmall() throws {
        // A shell, because an interpreter may add variables of its own.
        let script = """
            read question
            names=$(tr '\\0' '\\n' < /proc/$$/environ | cut -d = -f 1 | tr '\\n' ',')
            echo '{"jsonrpc":"2.0","id":1,"result":{"did":"did:web:'$names'"}}'
            """
        let adapter = CommandAdapter(["sh", "-c", script])
        let did = try adapter.enrol(OutsideParty(slug: "a", name: "A"))
        let names = Set(did.dropFirst("did:web:".count).split(separator: ",").map(String.init))
        #expect(names.isSubset(of: ["PATH", "HOME", "LANG", "TMPDIR", "UNTP_SIM_ADAPTER"]))
        #expect(names.isSuperset(of: ["PATH", "UNTP_SIM_ADAPTER"]))
        adapter.close()
    }

    @Test("has to be there")
    func hasToBeThere() {
        let starts = [
            ([], "no program is named"), ([""], "no program is named"),
            (["/nowhere/adapter"], "/nowhere/adapter: No such file"), (["/tmp"], "/tmp: Permission denied"),
        ]
        for (arguments, says) in starts {
            let adapter = CommandAdapter(arguments)
            guard case .notReachable(let why)? = adapter.enrolmentFailure()?.reason else {
                Issue.record("\(arguments) was started")
                continue
            }
            #expect(why.contains(says))
            adapter.close()
        }
    }

    static let setting = AdapterSetting(origins: ["resolver": "https://id.acme.example"], now: 5)

    /// A platform that answers what it was asked, or the same each time.
    static let conforming = """
        origins = {}
        def describe(params):
            origins.update(params["origins"])
            return {"protocol": params["protocol"], "name": "Canned of " + origins["resolver"],
                    "serves": ["did", "resolver"], "enrolsParties": True, "setsStatus": False,
                    "issues": {"types": ["dpp"], "releases": ["0.6.1"], "securing": ["token"],
                               "algorithms": ["EdDSA"]}}
        def enrol(params):
            if params["slug"] == "crash": os._exit(9)
            return {"did": "did:web:acme.example:" + params["slug"]}
        def issue(params):
            return {"url": origins["resolver"].replace("id.", "credentials.") + "/1",
                    "contentType": "application/vc+jwt",
                    "body": params["credential"]["id"] + " f\u{FC}r " + str(params["now"])}
        def respond(params):
            return {"status": 404, "headers": {"Content-Type": params["headers"]["accept"]}, "bodyBase64": "/wAK"}
        def verify(params):
            code = params["credential"]["bodyBase64"] + " and " + str(len(params["documents"])) + " more"
            return {"verdict": "invalid", "reasons": [{"code": code, "pointer": "/proof"}]}
        def set_status(params):
            return {}
        methods = {"describe": describe, "enrol": enrol, "issue": issue, "answer": respond, "verify": verify,
                   "setStatus": set_status}
        for question in questions():
            answer(question, methods[question["method"]](question["params"]))
        """
}
