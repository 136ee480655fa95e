package import UNTP

/// What a platform made of one credential.
package final class CredentialVerdict: Sendable {
    // A class, because it never changes and is handed on many times.
    /// Where the credential was fetched.
    package let url: String
    /// The type that the link promised.
    package let expected: CredentialType?
    package let analysis: CredentialAnalysis
    package let findings: [Finding]
    package let reading: VerdictReading

    init(
        url: String, expected: CredentialType?, analysis: CredentialAnalysis, findings: [Finding],
        reading: VerdictReading
    ) {
        self.url = url
        self.expected = expected
        self.analysis = analysis
        self.findings = findings
        self.reading = reading
    }

    /// Whether the platform accepts the credential.
    package var isAccepted: Bool { !findings.contains(where: \.blocks) }

    /// The type that the credential has, or that the link promised where it could not be read.
    package var type: CredentialType? { opened?.type ?? expected }

    /// What to keep of the credential for looking at its standing again; nil where it could not be opened.
    var onFile: CredentialOnFile? {
        opened.map { CredentialOnFile(terms: $0.terms, standing: reading.standing, reliedOn: reading.reliedOn) }
    }

    package var opened: CredentialReading? { analysis.opened }
}

/// What a verifier read and decided on the way, for comparison with the truth.
package struct VerdictReading: Sendable {
    /// What was made of each status entry.
    package var status: [StatusReading] = []
    /// Properties that were dropped because no context defines them, as JSON pointers.
    package var droppedTerms: [String] = []
    /// Properties that only a catch-all of the context gives a meaning.
    package var caughtTerms: [String] = []
    /// The codes of what was found wrong with the dates and the status.
    var standing: [String] = []
    /// When what rests on the credential was issued, where it was looked at for that.
    var reliedOn: Int64?
}

/// What a verifier made of one status entry.
package struct StatusReading: Sendable, Hashable {
    package let listURL: String
    package let index: Int
    package internal(set) var decision: Decision
    /// Whose list it is, where that is not the credential's issuer.
    package internal(set) var otherSigner: String?

    package enum Decision: Sendable, Hashable {
        /// The verifier doesn't check status.
        case notChecked
        /// The bit was read, from a list that was this old, in seconds.
        case bit(isSet: Bool, listAgeSeconds: Int64)
        /// The list could not be had or read.
        case unavailable
    }
}
