/// What a platform outside of the simulator was asked during a run.
package struct OutsideRecord: Sendable, Hashable, Codable {
    /// `folder`, `command` or `http`.
    package var kind: String
    /// What it calls itself, with its version.
    package var name: String
    /// How often each question was asked, by its name.
    package var asked: [Tally]
    /// How many of all questions brought no usable answer.
    package var failed: Int
    /// The first of these, each with the question.
    package var failures: [Failure]

    /// A question without a usable answer.
    package struct Failure: Sendable, Hashable, Codable {
        package var text: String
        /// The beginnings of what was sent and of what came back.
        package var sent: String
        package var received: String

        package init(text: String, sent: String, received: String) {
            self.text = text
            self.sent = sent
            self.received = received
        }
    }

    package init(kind: String, name: String, asked: [Tally], failed: Int, failures: [Failure]) {
        self.kind = kind
        self.name = name
        self.asked = asked
        self.failed = failed
        self.failures = failures
    }
}
