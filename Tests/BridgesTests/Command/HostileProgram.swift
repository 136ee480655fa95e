import Bridges
import Testing

/// A program that breaks the contract at its first question or a later one, and what is to be said of it.
struct HostileProgram: CustomTestStringConvertible, Sendable {
    let name: String
    /// The kind of failure: the name of its case in `AdapterFailure.Reason`.
    let kind: String
    /// A part of what is said.
    let says: String
    /// The question that fails, counted from 1.
    var question = 1
    var limits: @Sendable (inout AdapterLimits) -> Void = { _ in }
    let script: String

    var testDescription: String { name }

    static let all = [
        HostileProgram(name: "crashes at once", kind: "ended", says: "exit status 3", script: "sys.exit(3)"),
        HostileProgram(
            name: "crashes with a last word", kind: "ended", says: "ModuleNotFoundError", script: "import nowhere"),
        HostileProgram(
            name: "crashes in the middle of an answer", kind: "ended", says: "exit status 1",
            script: """
                for question in questions():
                    sys.stdout.write('{"jsonrpc": "2.0", "id"')
                    sys.stdout.flush()
                    os._exit(1)
                """),
        HostileProgram(
            name: "is killed", kind: "ended", says: "signal 9",
            script: "for question in questions(): os.kill(os.getpid(), signal.SIGKILL)"),
        HostileProgram(
            name: "writes 1 GB without a line feed", kind: "flooded", says: "more than 1048576 bytes",
            limits: { $0.maximumAnswerBytes = 1 << 20 },
            script: """
                for question in questions():
                    for _ in range(1024): sys.stdout.write("x" * (1 << 20))
                """),
        HostileProgram(
            name: "writes 1 GB of lines", kind: "malformed", says: "no JSON",
            script: """
                for question in questions():
                    for _ in range(1 << 14): sys.stdout.write(("x" * 63 + "\\n") * 1024)
                """),
        HostileProgram(
            name: "writes 1 GB of empty lines", kind: "flooded", says: "bytes",
            limits: { $0.maximumAnswerBytes = 1 << 20 },
            script: """
                for question in questions():
                    for _ in range(1024): sys.stdout.write("\\n" * (1 << 20))
                """),
        HostileProgram(
            name: "writes notifications for ever", kind: "malformed", says: "more than 20 notifications",
            limits: { $0.maximumNotifications = 20 },
            script: """
                for question in questions():
                    while True: send({"jsonrpc": "2.0", "method": "progress"})
                """),
        HostileProgram(
            name: "floods the standard error", kind: "ended", says: "exit status 1; its last words: the end",
            script: """
                for question in questions():
                    for _ in range(64): sys.stderr.write("e" * (1 << 20))
                    sys.stderr.write("\\nthe end\\n")
                    sys.exit(1)
                """),
        HostileProgram(
            name: "writes what is no UTF-8", kind: "malformed", says: "no UTF-8",
            script: """
                for question in questions():
                    sys.stdout.buffer.write(b'{"jsonrpc":"2.0","id":1,"result":{"did":"did:web:\\xff"}}\\n')
                    sys.stdout.flush()
                """),
        HostileProgram(
            name: "writes a line without an end, slowly", kind: "timedOut", says: "no answer within 0.3 s",
            question: 2, limits: { $0.answerSeconds = 0.3 },
            script: """
                for question in questions():
                    if question["id"] == 1: answer(question, enrolled(question))
                    while question["id"] > 1:
                        sys.stdout.write("x")
                        sys.stdout.flush()
                        time.sleep(0.01)
                """),
        HostileProgram(
            name: "answers another question", kind: "malformed", says: "to question 1, found one to 999",
            script: """
                for question in questions():
                    send({"jsonrpc": "2.0", "id": 999, "result": enrolled(question)})
                """),
        HostileProgram(
            name: "answers twice", kind: "malformed", says: "to question 2, found one to 1", question: 2,
            script: """
                for question in questions():
                    answer(question, enrolled(question))
                    answer(question, enrolled(question))
                """),
        HostileProgram(
            name: "is slow by hours", kind: "timedOut", says: "no answer within 0.3 s", question: 2,
            limits: { $0.answerSeconds = 0.3 },
            script: """
                for question in questions():
                    if question["id"] > 1: time.sleep(36000)
                    answer(question, enrolled(question))
                """),
        HostileProgram(
            name: "never answers", kind: "timedOut", says: "no answer within 0.3 s",
            limits: { $0.startSeconds = 0.3 }, script: "time.sleep(36000)"),
        HostileProgram(
            name: "ends and leaves a child with the pipes", kind: "ended", says: "exit status 0",
            script: """
                for question in questions():
                    child = os.fork()
                    if child == 0: time.sleep(36000)
                    note(child)
                    os._exit(0)
                """),
        HostileProgram(
            name: "leaves a child in a session of its own", kind: "ended", says: "exit status 0",
            script: """
                for question in questions():
                    if os.fork() == 0:
                        os.setsid()
                        child = os.fork()
                        if child == 0: time.sleep(36000)
                        note(child)
                        os._exit(0)
                    os.wait()
                    os._exit(0)
                """),
        HostileProgram(
            name: "closes its output and lives on", kind: "ended", says: "closed its standard output",
            script: """
                for question in questions():
                    os.close(1)
                    time.sleep(36000)
                """),
        HostileProgram(
            name: "nests deeply", kind: "malformed", says: "nesting is deeper than 64",
            script: """
                for question in questions():
                    sys.stdout.write('{"jsonrpc":"2.0","id":1,"result":' + "[" * 100000 + "]" * 100000 + "}\\n")
                    sys.stdout.flush()
                """),
        HostileProgram(
            name: "has a number out of range as its id", kind: "malformed", says: "a whole number; found \"1e400\"",
            script: """
                for question in questions():
                    sys.stdout.write('{"jsonrpc":"2.0","id":1e400,"result":{"did":"did:web:a"}}\\n')
                    sys.stdout.flush()
                """),
        HostileProgram(
            name: "has an id of a million digits", kind: "malformed", says: "a whole number; found \"9999",
            script: """
                for question in questions():
                    sys.stdout.write('{"jsonrpc":"2.0","id":' + "9" * 1000000 + "}\\n")
                    sys.stdout.flush()
                """),
        HostileProgram(
            name: "answers before it is asked", kind: "malformed", says: "question 2 came before it was asked",
            question: 2,
            script: """
                sys.stdout.write("".join(json.dumps({
                    "jsonrpc": "2.0", "id": number, "result": {"did": "did:web:acme.example"}
                }) + "\\n" for number in range(1, 20)))
                sys.stdout.flush()
                time.sleep(36000)
                """),
        HostileProgram(
            name: "answers with a batch", kind: "malformed", says: "there are no batches",
            script: """
                for question in questions():
                    send([{"jsonrpc": "2.0", "id": question["id"], "result": enrolled(question)}])
                """),
        HostileProgram(
            name: "prints a greeting", kind: "malformed", says: "it begins with \"Welcome to Acme",
            script: "print('Welcome to Acme', flush=True)\nfor question in questions(): pass"),
        HostileProgram(
            name: "asks a question of its own", kind: "malformed", says: "a question of its own",
            script: """
                for question in questions(): send({"jsonrpc": "2.0", "id": 1, "method": "fetch", "params": {}})
                """),
        HostileProgram(
            name: "answers with a number for a DID", kind: "malformed",
            says: "/result/did: expected string, found 5",
            script: "for question in questions(): answer(question, {'did': 5})"),
        HostileProgram(
            name: "answers with nothing", kind: "malformed", says: "/result: expected",
            script: "for question in questions(): answer(question, {})"),
        HostileProgram(
            name: "answers with an error", kind: "refused", says: "error -32603: out of paper",
            script: """
                for question in questions():
                    send({"jsonrpc": "2.0", "id": question["id"], "error": {"code": -32603, "message": "out of paper"}})
                """),
        HostileProgram(
            name: "could not read the question", kind: "refused", says: "error -32700: what?",
            script: """
                for question in questions():
                    send({"jsonrpc": "2.0", "id": None, "error": {"code": -32700, "message": "what?"}})
                """),
        HostileProgram(
            name: "knows no such method", kind: "notSupported", says: "not supported: no parties here",
            script: """
                for question in questions():
                    send({"jsonrpc": "2.0", "id": question["id"], "error": {"code": -32601, "message": "no parties here"}})
                """),
        HostileProgram(
            name: "has an error without a code", kind: "malformed", says: "/error: expected",
            script: """
                for question in questions():
                    send({"jsonrpc": "2.0", "id": question["id"], "error": {"message": "no"}})
                """),
    ]
}
