/// Why a platform outside gave no usable answer, with what was asked of it.
package struct AdapterFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package var reason: Reason
    /// What was asked, such as `issue`.
    package var method: String
    /// The beginning of the message that was sent, as text.
    package var sent: String
    /// The beginning of what came back, as text, with unreadable bytes replaced.
    package var received: String
    /// The end of what it wrote to its log, which is the standard error of a program.
    package var log: String

    package enum Reason: Error, Sendable, Hashable {
        /// It could not be started, or a connection could not be made.
        case notReachable(String)
        /// It ended, with this exit status or by this signal, before it answered.
        case ended(String)
        case timedOut(seconds: Double)
        /// More came than the limit allows.
        case flooded(limitBytes: Int)
        /// What came is not what the contract has; what is wrong with it, and where.
        case malformed(String)
        /// It answered with an error of its own.
        case refused(code: Int, message: String)
        /// It says that it can't do this, or the thing asked for isn't there.
        case notSupported(String)
    }

    package init(_ reason: Reason, method: String, sent: String = "", received: String = "", log: String = "") {
        self.reason = reason
        self.method = method
        self.sent = sent
        self.received = received
        self.log = log
    }

    package var description: String {
        let what =
            switch reason {
            case .notReachable(let why): "it can't be reached: \(why)"
            case .ended(let how): "it ended before it answered (\(how))"
            case .timedOut(let seconds): "no answer within \(seconds) s"
            case .flooded(let limit): "more than \(limit) bytes came"
            case .malformed(let what): "the answer is not what the contract has: \(what)"
            case .refused(let code, let message): "it answered with error \(code): \(message)"
            case .notSupported(let what): "not supported: \(what)"
            }
        return "asked to \(method), \(what)"
    }
}
