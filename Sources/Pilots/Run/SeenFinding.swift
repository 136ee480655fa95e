import Platforms
import UNTP

/// A finding with who is on either side of it.
struct SeenFinding: Sendable {
    let finding: Finding
    let issuer: String
    let verifier: String
    /// Whether it stands in the tiers that must be evidenced.
    let isRequired: Bool
    /// Whose product is concerned.
    let party: String?

    var key: FindingBook.Key {
        FindingBook.Key(
            code: finding.code, issuer: issuer, verifier: verifier, type: finding.subject.type?.rawValue ?? "",
            behind: finding.behind ?? "")
    }
}
