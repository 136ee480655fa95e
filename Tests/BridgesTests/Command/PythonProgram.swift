import Bridges
import Foundation
import Glibc
import Platforms

/// A program in Python, written to a folder of its own.
struct PythonProgram {
    let folder: URL
    private let file: URL

    /// - Parameter script: What follows after `questions()`, `answer(question, result)` and `note(pid)` are defined.
    init(_ script: String) throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "untp-sim-tests/\(ProcessInfo.processInfo.globallyUniqueString)")
        file = folder.appending(path: "adapter.py")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try (Self.prelude + script).write(to: file, atomically: true, encoding: .utf8)
    }

    private static let prelude = """
        import json, os, signal, sys, time
        def questions():
            for line in sys.stdin:
                yield json.loads(line)
        def send(message):
            sys.stdout.write(json.dumps(message) + "\\n")
            sys.stdout.flush()
        def answer(question, result):
            send({"jsonrpc": "2.0", "id": question["id"], "result": result})
        def enrolled(question):
            return {"did": "did:web:acme.example:" + question["params"].get("slug", "")}
        def note(pid):
            with open(sys.argv[1] + "/pids", "a") as file:
                file.write(f"{pid}\\n")
        note(os.getpid())

        """

    var arguments: [String] { ["python3", file.path, folder.path] }

    func adapter(_ change: (inout AdapterLimits) -> Void = { _ in }) -> CommandAdapter {
        // Time enough for a busy machine, where a test isn't about running out of it.
        var limits = AdapterLimits()
        (limits.startSeconds, limits.answerSeconds, limits.closingSeconds) = (120, 120, 0.5)
        change(&limits)
        return CommandAdapter(arguments, limits: limits)
    }

    /// The processes that the program noted: itself, each time that it was started, and what it started in turn.
    var processes: [pid_t] {
        let text = (try? String(contentsOf: folder.appending(path: "pids"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { pid_t($0) }
    }

    /// Whether none of the processes is left. One that is not our child may stay as a zombie where nobody asks for it.
    var isGone: Bool {
        processes.allSatisfy { process in
            // Killing takes the system a moment.
            for _ in 0..<500 {
                guard kill(process, 0) == 0,
                    let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
                    let state = line[(line.lastIndex(of: ")") ?? line.startIndex)...].dropFirst(2).first, state != "Z"
                else { return true }
                poll(nil, 0, 20)
            }
            return false
        }
    }
}

extension CommandAdapter {
    /// Why the question failed to take on a party; nil where it didn't.
    func enrolmentFailure(_ slug: String = "mill") -> AdapterFailure? {
        do {
            _ = try enrol(OutsideParty(slug: slug, name: "Acme Mill"))
            return nil
        } catch {
            return error
        }
    }
}
