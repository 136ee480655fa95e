package import Credentials
import UNTP

/// A certificate or an identity anchor on which the level of a consignment rests.
package struct Support: Sendable {
    /// The status entry that says whether it was withdrawn.
    package let status: StatusListEntry
    /// The most that the consignment reaches without it.
    package let levelWithout: EvidenceLevel
}

extension Judgement {
    /// What the level rests on, as far as evidence was gathered.
    ///
    /// Without its certificate a claim of what is required doesn't keep its promise; without an anchor, or the certificate of
    /// something further upstream, all is answered and not all is sound.
    package func supports(requiredTiers tiers: Int) -> [Support] {
        dossiers.filter { $0.tier <= tiers || $0.isBearing }.flatMap { tiered in
            tiered.shared.dossier.credentials.filter { $0.terms.type == .dcc || $0.terms.type == .dia }
                .flatMap { credential in
                    let isOfClaim = credential.terms.type == .dcc && tiered.tier <= tiers
                    return (credential.terms.entries ?? []).map {
                        Support(status: $0, levelWithout: isOfClaim ? .traced : .evidenced)
                    }
                }
        }
    }
}
