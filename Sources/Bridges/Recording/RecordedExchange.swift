import JSON

/// One exchange with a platform outside, as a line of a recording.
struct RecordedExchange: Sendable, Hashable {
    /// What was asked, such as `issue`.
    let method: String
    /// The question, in canonical form: JCS, RFC 8785.
    let question: [UInt8]
    /// The answer, or the failure, in canonical form.
    let answer: [UInt8]
}
