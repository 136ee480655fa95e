package import UNTP

/// One observed failure: what was read, where it stood, and what was expected instead.
///
/// A finding says nothing about how it is to be explained or mended; that stands in the `FailureCatalogue` under its code.
package struct Finding: Sendable, Hashable {
    /// The failure mode's code in the catalogue.
    package var code: String
    /// Where in the document, as a JSON pointer; empty for the document itself.
    package let pointer: String
    /// What the issuing side sent, as short text.
    package let sent: String
    /// What the verifying side expected, as short text.
    package var expected: String
    /// Whether the verifier refuses the document because of it.
    package let blocks: Bool
    /// The document that the finding is about.
    package var subject: Subject
    /// The code of the failure that hides this one: it shows only once that one is mended.
    package var behind: String?

    /// A document, by where it was found.
    package struct Subject: Sendable, Hashable {
        /// Where the document was fetched, or was to be fetched.
        package let url: String
        /// The credential type that it was expected to be; nil for linksets, DID documents and the like.
        package let type: CredentialType?

        package init(url: String, type: CredentialType?) {
            self.url = url
            self.type = type
        }
    }

    package init(
        _ code: String, at pointer: String = "", sent: String, expected: String, blocks: Bool = true,
        subject: Subject, behind: String? = nil
    ) {
        self.code = code
        self.pointer = pointer
        self.sent = sent
        self.expected = expected
        self.blocks = blocks
        self.subject = subject
        self.behind = behind
    }
}

/// The findings of one document in the order in which its checks were made.
///
/// The first failure that blocks hides what comes after it from an implementation that stops there; later findings are
/// kept and carry its code in `behind`.
struct FindingLog {
    private(set) var findings: [Finding] = []
    private(set) var blocker: String?
    let subject: Finding.Subject

    init(subject: Finding.Subject) {
        self.subject = subject
    }

    /// Adds a finding, unless the same code was already found at the same place.
    mutating func add(_ code: String, at pointer: String = "", sent: String, expected: String, blocks: Bool = true) {
        guard !findings.contains(where: { $0.code == code && $0.pointer == pointer }) else { return }
        findings.append(
            Finding(
                code, at: pointer, sent: Self.short(sent), expected: expected, blocks: blocks, subject: subject,
                behind: blocker == code ? nil : blocker))
        if blocks, blocker == nil { blocker = code }
    }

    /// Adds what another log about the same document found.
    mutating func add(_ other: FindingLog) {
        for finding in other.findings {
            add(
                finding.code, at: finding.pointer, sent: finding.sent, expected: finding.expected,
                blocks: finding.blocks)
        }
    }

    /// Cuts a value that is quoted in a finding to a length that a table bears.
    private static func short(_ text: String) -> String {
        text.utf8.count <= 160 ? text : String(text.prefix(156)) + " …"
    }
}
