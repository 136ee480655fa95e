import Platforms
import UNTP

/// What became of demands on evidence, by criterion, and what recognising another scheme would change.
struct CriteriaBook: Sendable {
    struct Entry: Sendable {
        var demanded = 0
        var direct = 0
        var mapped = 0
        var partial = 0
        var unmet = 0
    }

    /// A scheme that a country might recognise.
    struct Recognition: Hashable, Sendable, Comparable {
        let country: String
        let scheme: String

        static func < (one: Recognition, other: Recognition) -> Bool {
            (one.country, one.scheme) < (other.country, other.scheme)
        }
    }

    /// By the criterion's IRI, in the vocabulary in which it was asked for.
    private(set) var entries: [String: Entry] = [:]
    /// How many consignments would be transparent.
    private(set) var gains: [Recognition: StandingCount] = [:]

    /// - Parameters:
    ///   - claims: The claims of the passports that must be evidenced.
    ///   - isHeldBackOtherwise: Whether something else than recognition keeps it from being transparent.
    ///   - withdrawn: When evidence is withdrawn that it rests on; nil for never.
    mutating func enter(
        _ answers: [Judgement.DemandAnswer], claims: [JudgedClaim], country: String, isHeldBackOtherwise: Bool,
        until withdrawn: Int64?
    ) {
        for answer in answers {
            var entry = entries[answer.demand.iri] ?? Entry()
            entry.demanded += 1
            switch answer.basis {
            case .partial: entry.partial += 1
            case .direct where answer.isProven: entry.direct += 1
            case .mapped where answer.isProven: entry.mapped += 1
            // What isn't proven answers nothing, as a border sees it.
            case .direct, .mapped, nil: entry.unmet += 1
            }
            entries[answer.demand.iri] = entry
        }
        guard !isHeldBackOtherwise else { return }
        let lacking =
            answers.filter { ($0.basis ?? .partial) == .partial }.map(\.remedies)
            + claims.filter { $0.basis == nil }.map(\.unrecognised)
        for scheme in lacking.first ?? [] where lacking.allSatisfy({ $0.contains(scheme) }) {
            gains[Recognition(country: country, scheme: scheme), default: StandingCount()].add(until: withdrawn)
        }
    }
}
