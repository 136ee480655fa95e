package import Platforms
package import UNTP

/// One credential that a verifier is shown, with what it must say to it and why.
package struct TrialCase: Sendable {
    /// Unique and in words, such as `negative/altered/dpp`.
    package var id: String
    package var group: Group
    package var tags: Set<String>
    /// What a right answer shows, in a sentence.
    package var proves: String
    /// The failure mode that the case is about, from the catalogue; nil for what is sound.
    package var failureMode: String?
    /// The specification and the section that settle the answer.
    package var clause: String
    package var type: CredentialType
    package var release: Release
    package var securing: SecuringForm
    package var algorithm: String
    /// The verdicts that are right.
    package var allowed: Set<OutsideVerdict.Verdict>
    package var question: VerifyQuestion

    /// What cases are grouped by in the matrix.
    package enum Group: String, Sendable, Hashable, CaseIterable {
        case positive, negative, discovery, clocks, outages, hostile
    }

    package init(
        id: String, group: Group, tags: Set<String> = [], proves: String, failureMode: String? = nil, clause: String,
        type: CredentialType, release: Release, securing: SecuringForm, algorithm: String,
        allowed: Set<OutsideVerdict.Verdict>, question: VerifyQuestion
    ) {
        self.id = id
        self.group = group
        self.tags = tags
        self.proves = proves
        self.failureMode = failureMode
        self.clause = clause
        self.type = type
        self.release = release
        self.securing = securing
        self.algorithm = algorithm
        self.allowed = allowed
        self.question = question
    }
}
