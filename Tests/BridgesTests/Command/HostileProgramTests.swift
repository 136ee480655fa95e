import Bridges
import Foundation
import Platforms
import Testing

@Suite("A program that breaks the contract")
struct HostileProgramTests {
    @Test("is found out within its limits, and nothing of it is left", arguments: HostileProgram.all)
    func hostile(_ hostile: HostileProgram) throws {
        let program = try PythonProgram(hostile.script)
        let adapter = program.adapter(hostile.limits)
        for _ in 1..<hostile.question { _ = adapter.enrolmentFailure() }
        let failure = try #require(adapter.enrolmentFailure())
        #expect("\(failure.reason)".prefix { $0 != "(" } == hostile.kind)
        #expect(failure.description.contains(hostile.says), "\(failure.description)")
        #expect(failure.method == "enrol")
        #expect(failure.sent.isEmpty || failure.sent.contains("\"slug\":\"mill\""))
        #expect(failure.received.utf8.count <= 3 * 4096)
        #expect(failure.log.utf8.count <= 3 << 16)
        adapter.close()
        #expect(program.isGone)
    }

    @Test("costs no more memory than its limits allow")
    func memoryIsBounded() throws {
        let program = try PythonProgram(
            """
            for question in questions():
                for _ in range(1024):
                    sys.stderr.write("e" * (1 << 20))
                    sys.stdout.write("x" * (1 << 20))
            """)
        let adapter = program.adapter()
        let before = try residentBytes()
        let failure = try #require(adapter.enrolmentFailure())
        #expect(failure.reason == .flooded(limitBytes: 16 << 20))
        #expect(try residentBytes() - before < 400 << 20)
        adapter.close()
    }

    @Test("has the half of an answer that came kept")
    func halfAnAnswerIsKept() throws {
        let program = try PythonProgram(
            """
            for question in questions():
                sys.stdout.write('{"jsonrpc"')
                sys.stdout.flush()
                os._exit(1)
            """)
        let adapter = program.adapter()
        #expect(adapter.enrolmentFailure()?.received == "{\"jsonrpc\"")
        adapter.close()
    }

    @Test("is started again three times, and then no more")
    func restartsAreCounted() throws {
        let program = try PythonProgram("for question in questions(): sys.exit(3)")
        let adapter = program.adapter()
        for _ in 0..<4 { #expect(adapter.enrolmentFailure()?.reason == .ended("exit status 3")) }
        #expect(
            adapter.enrolmentFailure()?.reason
                == .notReachable("the program ended 4 times and is not started again"))
        #expect(program.processes.count == 4)
        adapter.close()
    }

    @Test("that is silent again and again is ended")
    func silenceEndsIt() throws {
        let program = try PythonProgram("time.sleep(36000)")
        let adapter = program.adapter {
            ($0.startSeconds, $0.maximumTimeoutsInARow, $0.maximumRestarts) = (0.2, 2, 1)
        }
        for _ in 0..<4 { #expect(adapter.enrolmentFailure()?.reason == .timedOut(seconds: 0.2)) }
        #expect(
            adapter.enrolmentFailure()?.reason
                == .notReachable("the program ended 2 times and is not started again"))
        adapter.close()
        #expect(program.isGone)
    }

    @Test("that reads a part of a question only is started again for the next one")
    func halfAQuestionSpoilsNothing() throws {
        let program = try PythonProgram(
            """
            if os.path.exists(sys.argv[1] + "/second"):
                for question in questions(): answer(question, enrolled(question))
            open(sys.argv[1] + "/second", "w").close()
            os.read(0, 10)
            time.sleep(36000)
            """)
        let adapter = program.adapter { $0.startSeconds = 10 }
        // More than a pipe holds.
        let slug = String(repeating: "s", count: 1 << 20)
        #expect(adapter.enrolmentFailure(slug)?.reason == .timedOut(seconds: 10))
        #expect(adapter.enrolmentFailure() == nil)
        adapter.close()
        #expect(program.isGone)
    }

    private func residentBytes() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return try #require(Int(fields[1])) * 4096
    }
}
