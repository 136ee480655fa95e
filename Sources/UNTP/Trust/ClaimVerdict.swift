/// What became of a claim when its evidence was looked at: UNTP Trust Graphs.
package enum ClaimVerdict: Sendable, Hashable {
    /// An assessment by somebody else matches it.
    case evidenced(EvidenceBasis)
    /// No certificate was offered.
    case unevidenced
    /// A certificate is there and verifies, but does not cover the claim.
    case contradicted(ClaimMismatch)
    /// The certificate could not be had, or was not accepted.
    case uncheckable
}

/// Why no assessment of a certificate covers a claim; of several assessments, that which comes closest.
package enum ClaimMismatch: Sendable, Hashable {
    case subjectDiffers(assessed: [String])
    case topicDiffers(assessed: String)
    case criterionDiffers(assessed: [String])
    case notConformant
    case noAssessment
}
