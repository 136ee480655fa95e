import JSON

extension AdapterContract {
    /// The contract in words, as Markdown: what whoever writes an adapter works from.
    ///
    /// - Parameter limits: The limits that it states.
    package static func text(limits: AdapterLimits = AdapterLimits()) -> String {
        ([opening, listed("Limits", limits.inWords), errorTable] + AdapterMethod.allCases.map(section)
            + [parts, sketch]).joined(separator: "\n\n") + "\n"
    }

    private static var opening: String {
        """
        # The adapter protocol, version \(version)

        An adapter is a program in any language that stands for your platform. `untp-sim try command -- PROGRAM \
        ARGUMENT…` starts it without a shell, asks it questions on its standard input, and reads the answers on its \
        standard output. One JSON message a line (UTF-8, ended by a line feed, no line feed inside), as JSON-RPC 2.0 \
        has it: no batches, every question has a whole number as `id`, and its answer has the same one.

        - Questions come one after the other: the next one comes when the last one is answered or given up.
        - An answer has `result`, as the method's schema says and with no other members, or `error`.
        - Write answers out at once: flush after each line. Empty lines are skipped.
        - Write nothing else to the standard output. What you want to say to people goes to the standard error.
        - Notifications (a `method` without an `id`) are ignored. You can't ask anything back.
        - Bodies are exact bytes. They stand as text in `body`, or as base64 in `bodyBase64` where they are no UTF-8; \
        an absent body is an empty one.
        - Times are whole seconds since 1970-01-01T00:00:00Z, in simulated time. Never look at your own clock.
        - Give the same answers to the same questions, so that a run can be repeated.
        - Contact no one: what a verifier may fetch comes with the question.
        - The program runs in the current folder, with the environment variables PATH, HOME, LANG and TMPDIR of the \
        caller, and \(ProgramEnvironment.mark), by which what it started is found. Nothing else is passed on.
        - What it started ends with it, whatever group, session or environment that has.
        - When the standard input ends, end.
        - After a restart `describe` is asked again, with the same origins; parties are not enrolled and credentials not \
        issued again. Derive keys from the slug or keep them in a file.

        `untp-sim adapter schema` prints a JSON Schema (2020-12) for each message; with a name, such as \
        `describe.answer`, that one alone.
        """
    }

    private static var errorTable: String {
        """
        ## Errors

        `error` is an object with a whole number `code`, a `message` for people, and `data` if you like.

        | code | meaning |
        | --- | --- |
        \(errors.map { "| \($0.code) | \($0.meaning) |" }.joined(separator: "\n"))

        Any other code is reported with its message.
        """
    }

    private static func section(_ method: AdapterMethod) -> String {
        let examples = ["\(method.rawValue).question", "\(method.rawValue).answer"].map { name in
            "    " + String(decoding: (example(of: name) ?? .null).serialised(), as: UTF8.self)
        }
        return "## \(method.rawValue)\n\n\(method.purpose)\n\n"
            + "Parameters:\n\n\(members(method.question))\n\nResult:\n\n\(members(method.result))\n\n"
            + "Example, the question and its answer:\n\n\(examples.joined(separator: "\n"))"
    }

    /// The objects that stand in the messages of several methods.
    private static var parts: String {
        ["capability", "document", "reason"].map { name in
            "## In several messages: a \(name)\n\n" + members(.ref(name))
        }.joined(separator: "\n\n")
    }

    /// The members of an object's schema, as a list.
    private static func members(_ schema: JSONValue) -> String {
        let schema = resolved(schema)
        let required = schema["required"]?.array ?? []
        let members = schema["properties"]?.object.map(Array.init) ?? []
        guard !members.isEmpty else { return "- none: `{}`" }
        return members.map { name, value in
            "- `\(name)`\(required.contains(.string(name)) ? "" : " (may be absent)"): \(words(value))"
        }.joined(separator: "\n")
    }

    private static func resolved(_ schema: JSONValue) -> JSONValue {
        guard let reference = schema["$ref"]?.string, let name = reference.split(separator: "/").last else {
            return schema
        }
        return definition(String(name)) ?? schema
    }

    /// What a schema asks for, in words.
    private static func words(_ schema: JSONValue) -> String {
        let value = resolved(schema)
        let note = (value["description"]?.string).map { ". " + $0 } ?? ""
        return kind(value) + note
    }

    private static func kind(_ value: JSONValue) -> String {
        if let only = value["const"] { return "`\(text(only))`" }
        if let choices = value["enum"]?.array {
            return "one of " + choices.map { "`\(text($0))`" }.joined(separator: ", ")
        }
        switch value["type"]?.string ?? "" {
        case "array": return "a list, each " + words(value["items"] ?? [:])
        case "object":
            if let members = value["properties"]?.object {
                let required = value["required"]?.array ?? []
                let names = members.map { "`\($0.name)`" + (required.contains(.string($0.name)) ? "" : " (maybe)") }
                return "an object with " + names.joined(separator: ", ")
            }
            return value["propertyNames"] == nil ? "an object" : "an object of names and values"
        case "integer": return "a whole number"
        case "boolean": return "`true` or `false`"
        default:
            if let pattern = value["pattern"]?.string { return "text as `\(pattern)`" }
            return value["contentEncoding"] == nil ? "text" : "text in base64"
        }
    }

    private static func text(_ value: JSONValue) -> String {
        value.string ?? String(decoding: value.serialised(), as: UTF8.self)
    }

    private static func listed(_ title: String, _ lines: [String]) -> String {
        "## \(title)\n\n" + lines.map { "- " + $0 }.joined(separator: "\n")
    }

    private static var sketch: String {
        """
        ## A beginning in Python

            import json, sys

            def describe(params):
                return {"protocol": "\(version)", "name": "My platform", "serves": [],
                        "enrolsParties": False, "setsStatus": False}

            methods = {"describe": describe}
            for line in sys.stdin:
                question = json.loads(line)
                answer = {"jsonrpc": "2.0", "id": question["id"]}
                method = methods.get(question["method"])
                if method:
                    answer["result"] = method(question["params"])
                else:
                    answer["error"] = {"code": -32601, "message": "not supported"}
                print(json.dumps(answer), flush=True)
        """
    }
}
