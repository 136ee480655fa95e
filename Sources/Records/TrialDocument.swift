/// What a document of the folder that was tried is, and what there is to say of it.
package struct TrialDocument: Sendable, Hashable, Codable {
    /// The file, and the place in it where it has several documents.
    package var name: String
    /// The verdict of `check` in a word, such as `ok so far`.
    package var verdict: String
    /// What it is.
    package var summary: String
    /// What is wrong with it, what could not be checked and what else is to be known, a sentence each, the gravest first.
    package var remarks: [String]
    /// Whether something is wrong with it that its author can mend.
    package var isWrong: Bool

    package init(name: String, verdict: String, summary: String, remarks: [String] = [], isWrong: Bool = false) {
        self.name = name
        self.verdict = verdict
        self.summary = summary
        self.remarks = remarks
        self.isWrong = isWrong
    }
}
