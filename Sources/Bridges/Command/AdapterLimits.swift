/// What an adapter may cost in time and memory.
package struct AdapterLimits: Sendable, Hashable {
    /// How long the first answer after a start may take, in seconds.
    package var startSeconds = 30.0
    /// How long every other answer may take, in seconds.
    package var answerSeconds = 10.0
    /// The most bytes that may come on the standard output for one question, all lines together.
    package var maximumAnswerBytes = 16 << 20
    /// The deepest nesting of arrays and objects in a message.
    package var maximumDepth = 64
    /// The most notifications that may come before an answer.
    package var maximumNotifications = 1000
    /// How much of the end of the standard error is kept for a failure, in bytes; the rest is read and dropped.
    package var keptErrorBytes = 64 << 10
    /// How often the program is started again after it ended, in all.
    package var maximumRestarts = 3
    /// After how many questions in a row without an answer in time the program is ended, and started again.
    package var maximumTimeoutsInARow = 3
    /// How long the program may take to end by itself once its standard input is closed, in seconds.
    package var closingSeconds = 2.0

    package init() {}

    /// The limits in words, for whoever writes an adapter.
    var inWords: [String] {
        [
            "The first answer after a start is awaited for \(startSeconds) s, every other for \(answerSeconds) s.",
            """
            After \(maximumTimeoutsInARow) questions in a row without an answer in time the program is ended. An \
            answer that comes late is dropped.
            """,
            """
            At most \(maximumAnswerBytes) bytes may come for one question, all lines together, nested at most \
            \(maximumDepth) levels deep, and at most \(maximumNotifications) notifications.
            """,
            "Of the standard error, the last \(keptErrorBytes) bytes since the failure before are kept and shown.",
            """
            A program that ends, floods or closes its output is started again at the next question, \
            \(maximumRestarts) times in all; after that, every question fails at once.
            """,
            """
            At the end, its standard input is closed; \(closingSeconds) s later it is killed with all that it \
            started.
            """,
        ]
    }
}
