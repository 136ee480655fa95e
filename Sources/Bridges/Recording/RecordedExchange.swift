import JSON
import Platforms

/// One exchange with a platform outside, as a line of a recording.
struct RecordedExchange: Sendable {
    let method: AdapterMethod
    let question: JSONValue
    let outcome: Outcome

    enum Outcome: Sendable {
        case answer(JSONValue)
        case failure(AdapterFailure)
    }

    /// The line, in canonical form (JCS, RFC 8785) and without a line feed.
    var line: [UInt8] {
        var value: JSONValue = ["method": .string(method.rawValue), "question": question]
        switch outcome {
        case .answer(let answer): value["answer"] = answer
        case .failure(let failure): value["failure"] = failure.json
        }
        return value.canonicalised()
    }
}

extension RecordedExchange {
    /// Reads a line.
    init(line: JSONView) throws(ResultProblem) {
        guard let name = line["method"]?.string, let method = AdapterMethod(rawValue: name) else {
            throw ResultProblem(
                pointer: "/method",
                expected: "one of " + AdapterMethod.allCases.map(\.rawValue).joined(separator: ", "),
                found: line["method"]?.string ?? "nothing")
        }
        guard let question = line["question"] else {
            throw ResultProblem(pointer: "/question", expected: "a question", found: "nothing")
        }
        self.method = method
        self.question = question.materialised
        if let answer = line["answer"] {
            outcome = .answer(answer.materialised)
        } else if let failure = line["failure"].flatMap(AdapterFailure.init(recorded:)) {
            outcome = .failure(failure)
        } else {
            throw ResultProblem(
                pointer: "", expected: "an answer or a failure with its reason",
                found: line["failure"] == nil ? "neither" : "another failure")
        }
    }
}

extension AdapterFailure {
    fileprivate var json: JSONValue {
        var value: JSONValue = [
            "method": .string(method), "sent": .string(sent), "received": .string(received), "log": .string(log),
        ]
        let (name, members): (String, KeyValuePairs<String, JSONValue>) =
            switch reason {
            case .notReachable(let why): ("notReachable", ["message": .string(why)])
            case .ended(let how): ("ended", ["message": .string(how)])
            case .timedOut(let seconds): ("timedOut", ["seconds": JSONNumber(seconds).map(JSONValue.number) ?? 0])
            case .flooded(let limit): ("flooded", ["limitBytes": .number(JSONNumber(limit))])
            case .malformed(let what): ("malformed", ["message": .string(what)])
            case .refused(let code, let message):
                ("refused", ["code": .number(JSONNumber(code)), "message": .string(message)])
            case .notSupported(let what): ("notSupported", ["message": .string(what)])
            }
        value["reason"] = .string(name)
        for (name, member) in members { value[name] = member }
        return value
    }

    fileprivate init?(recorded value: JSONView) {
        let message = value["message"]?.string
        let reason: Reason? =
            switch value["reason"]?.string {
            case "notReachable": message.map(Reason.notReachable)
            case "ended": message.map(Reason.ended)
            case "timedOut": (value["seconds"]?.double).map { .timedOut(seconds: $0) }
            case "flooded": (value["limitBytes"]?.int).map { .flooded(limitBytes: $0) }
            case "malformed": message.map(Reason.malformed)
            case "refused":
                if let message, let code = value["code"]?.int { .refused(code: code, message: message) } else { nil }
            case "notSupported": message.map(Reason.notSupported)
            default: nil
            }
        guard let reason, let method = value["method"]?.string, let sent = value["sent"]?.string,
            let received = value["received"]?.string, let log = value["log"]?.string
        else { return nil }
        self.init(reason, method: method, sent: sent, received: received, log: log)
    }
}
