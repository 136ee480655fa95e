import JSON
import Platforms

/// What was asked of a program and what is to be expected of it.
struct Conversation: Sendable {
    private let arguments: [String]
    private let limits: AdapterLimits
    private var program: ChildProgram?
    private var starts = 0
    private var isClosed = false
    /// Whether the program has not answered since it was started.
    private var isFresh = false
    private var timeoutsInARow = 0
    private var lastQuestion = 0
    /// Questions that were given up; their answers are dropped if they come after all.
    private var givenUp: Set<Int> = []
    /// Where the platform was told to find itself.
    private var setting: AdapterSetting?

    init(_ arguments: [String], limits: AdapterLimits) {
        self.arguments = arguments
        self.limits = limits
    }

    mutating func describe(_ setting: AdapterSetting) throws(AdapterFailure) -> AdapterDescription {
        self.setting = nil
        let description = try ask(.describe, setting.parameters, for: AdapterDescription.self)
        self.setting = setting
        return description
    }

    /// Asks a question, and waits for its answer no longer than the limits allow.
    mutating func ask<Result: AdapterResult>(
        _ method: AdapterMethod, _ parameters: JSONValue, for result: Result.Type
    ) throws(AdapterFailure) -> Result {
        try start(for: method)
        lastQuestion += 1
        let question: JSONValue = [
            "jsonrpc": "2.0", "id": .number(JSONNumber(lastQuestion)), "method": .string(method.rawValue),
            "params": parameters,
        ]
        let line = question.canonicalised() + [UInt8(ascii: "\n")]
        var received: [UInt8] = []
        do {
            let answer = try exchange(line, received: &received)
            return try AnswerCheck.contract.result(result, of: method, in: answer)
        } catch {
            throw failure(error, method: method, sent: line, received: received)
        }
    }

    mutating func close() {
        isClosed = true
        program?.end(after: limits.closingSeconds)
        program = nil
    }

    // MARK: Starting

    private mutating func start(for method: AdapterMethod) throws(AdapterFailure) {
        guard program == nil else { return }
        guard !isClosed else { throw AdapterFailure(.notReachable("it was let go of"), method: method.rawValue) }
        guard starts <= limits.maximumRestarts else {
            throw AdapterFailure(
                .notReachable("the program ended \(starts) times and is not started again"), method: method.rawValue)
        }
        starts += 1
        do {
            program = try ChildProgram(starting: arguments, keptErrorBytes: limits.keptErrorBytes)
        } catch {
            throw AdapterFailure(.notReachable(error.reason), method: method.rawValue)
        }
        (isFresh, timeoutsInARow, givenUp) = (true, 0, [])
        // A program that was started again knows nothing of what it was told.
        guard let setting else { return }
        do {
            _ = try ask(.describe, setting.parameters, for: AdapterDescription.self)
        } catch {
            program?.end(after: 0)
            program = nil
            throw error
        }
    }

    // MARK: One question

    /// Sends a question and waits for its answer.
    ///
    /// - Parameter received: What came, or what came instead.
    private mutating func exchange(
        _ line: [UInt8], received: inout [UInt8]
    ) throws(AdapterFailure.Reason) -> JSONDocument {
        let seconds = isFresh ? limits.startSeconds : limits.answerSeconds
        let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
        program?.allow(bytes: limits.maximumAnswerBytes)
        let early = problemBefore(received: &received)
        program?.send(line, before: deadline)
        if let early { throw giveUp(early) }
        var notifications = 0
        while let event = program?.next(before: deadline) {
            switch event {
            case .line(let bytes):
                received = bytes
                do {
                    guard let answer = try answer(in: bytes, notifications: &notifications) else { continue }
                    (isFresh, timeoutsInARow) = (false, 0)
                    return answer
                } catch {
                    throw giveUp(error)
                }
            case .timedOut:
                received = program?.unfinishedLine ?? []
                timeoutsInARow += 1
                throw giveUp(.timedOut(seconds: seconds), ending: timeoutsInARow >= limits.maximumTimeoutsInARow)
            case .flooded:
                received = program?.unfinishedLine ?? []
                throw giveUp(.flooded(limitBytes: limits.maximumAnswerBytes), ending: true)
            case .ended(let how):
                received = program?.unfinishedLine ?? []
                throw giveUp(.ended(how), ending: true)
            }
        }
        throw .ended("it is not running")
    }

    /// What is wrong in what came before the question is sent: only late answers and notifications may be there.
    private mutating func problemBefore(received: inout [UInt8]) -> AdapterFailure.Reason? {
        var notifications = 0
        while case .line(let bytes)? = program?.next(before: .now) {
            received = bytes
            do {
                guard try answer(in: bytes, notifications: &notifications) != nil else { continue }
                return .malformed("the answer to question \(lastQuestion) came before it was asked")
            } catch {
                return error
            }
        }
        received = []
        return nil
    }

    /// The answer to the last question, if the line is that; nil where the line is to be passed over.
    private mutating func answer(
        in line: [UInt8], notifications: inout Int
    ) throws(AdapterFailure.Reason) -> JSONDocument? {
        switch AnswerMessage(line, maximumDepth: limits.maximumDepth) {
        case .notification:
            notifications += 1
            guard notifications <= limits.maximumNotifications else {
                throw .malformed("more than \(limits.maximumNotifications) notifications came")
            }
            return nil
        case .wrong(let what): throw .malformed(what)
        case .answer(let identifier?, _) where identifier != lastQuestion:
            guard givenUp.remove(identifier) == nil else { return nil }
            throw .malformed("expected an answer to question \(lastQuestion), found one to \(identifier)")
        case .answer(_, let document): return document
        }
    }

    /// Gives up the question that was asked last.
    private mutating func giveUp(_ reason: AdapterFailure.Reason, ending: Bool = false) -> AdapterFailure.Reason {
        givenUp.insert(lastQuestion)
        // Half of a question in the pipe would spoil the next one.
        if ending || program?.hasUnsent == true { program?.end(after: 0) }
        return reason
    }

    private mutating func failure(
        _ reason: AdapterFailure.Reason, method: AdapterMethod, sent: [UInt8], received: [UInt8]
    ) -> AdapterFailure {
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes.prefix(Self.kept), as: UTF8.self) }
        let log = program?.takeLog() ?? ""
        if program?.isEnded == true { program = nil }
        var reason = reason
        if case .ended(let how) = reason, let words = log.split(whereSeparator: \.isNewline).last {
            reason = .ended("\(how); its last words: \(words.prefix(200))")
        }
        return AdapterFailure(
            reason, method: method.rawValue, sent: text(sent), received: text(received), log: log)
    }

    /// How much of a message is kept for a failure, in bytes.
    private static let kept = 4096
}
