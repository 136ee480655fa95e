import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// What a program leaves behind that hides it: gone with the trial.
@Suite struct HostileCommandTests {
    /// A child in a session of its own, of a parent that ends, with nothing in its environment; it notes who it is.
    private static let hiding = """
        import json, os, sys, time
        for line in sys.stdin:
            question = json.loads(line)
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    with open(sys.argv[1], "a") as file: file.write(f"{os.getpid()}\\n")
                    for descriptor in range(3): os.close(descriptor)
                    os.execve(sys.executable, [sys.executable, "-c", "import time; time.sleep(36000)"], {})
                os._exit(0)
            os.wait()
            while not os.path.exists(sys.argv[1]): time.sleep(0.01)
            print(json.dumps({"jsonrpc": "2.0", "id": question["id"], "result": {
                "protocol": "1", "name": "Acme", "serves": [], "enrolsParties": False, "setsStatus": False}}), flush=True)
        """

    @Test("A process that left its group, its session and its environment ends with the program that left it")
    func hiddenProcessEnds() throws {
        let folder = try CommandLineTests.temporaryFolder()
        let (script, notes) = (folder.appending(path: "adapter.py"), folder.appending(path: "pids"))
        try Data(Self.hiding.utf8).write(to: script)
        let outcome = try CommandLineTests.call(
            CommandLineTests.program,
            [
                "try", "command", "--peers", "conforming", "--out", folder.appending(path: "trial").path, "--",
                "python3", script.path, notes.path,
            ])
        #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
        let processes = try String(contentsOf: notes, encoding: .utf8).split(separator: "\n").compactMap { pid_t($0) }
        #expect(!processes.isEmpty)
        for process in processes { #expect(kill(process, 0) != 0, "\(process) lives on") }
    }
}
