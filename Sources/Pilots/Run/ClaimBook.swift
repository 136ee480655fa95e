import Platforms
import UNTP

/// What became of claims, by criterion and by the stage whose passports make them.
struct ClaimBook: Sendable {
    struct Key: Hashable, Sendable {
        let stage: String
        /// H01 to H28.
        let criterion: String
    }

    struct Entry: Sendable, Equatable {
        /// Claims that were read, and those with a certificate that matches.
        var claims = 0
        var matched = 0
    }

    private(set) var entries: [Key: Entry] = [:]

    mutating func enter(_ claims: [JudgedClaim], of stage: String) {
        for claim in claims {
            for iri in claim.criteria where iri.hasPrefix(HarmonisedCriteria.base) {
                let key = Key(stage: stage, criterion: String(iri.dropFirst(HarmonisedCriteria.base.count)))
                entries[key, default: Entry()].claims += 1
                if claim.isMatched { entries[key, default: Entry()].matched += 1 }
            }
        }
    }
}
