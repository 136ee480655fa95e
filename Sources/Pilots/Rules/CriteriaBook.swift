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

        /// Adds a demand, by the weakest of the grounds on which it was met for those who made it.
        fileprivate mutating func add(_ grounds: [EvidenceBasis?]) {
            demanded += 1
            switch grounds.contains(nil) ? nil : grounds.compactMap(\.self).min() {
            case .direct: direct += 1
            case .mapped: mapped += 1
            case .partial: partial += 1
            case nil: unmet += 1
            }
        }
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

    /// Counts each demand once for a consignment.
    ///
    /// - Parameters:
    ///   - answers: What became of demands on arrival.
    ///   - cleared: What became of those of rules on exports.
    ///   - claims: The claims of the passports that must be evidenced.
    ///   - isHeldBackOtherwise: Whether something else than recognition keeps it from being transparent.
    ///   - withdrawn: When evidence is withdrawn that it rests on; nil for never.
    mutating func enter(
        _ answers: [Judgement.DemandAnswer], cleared: [Judgement.DemandAnswer], claims: [JudgedClaim], country: String,
        isHeldBackOtherwise: Bool, until withdrawn: Int64?
    ) {
        for (iri, answers) in Dictionary(grouping: answers + cleared, by: \.demand.iri) {
            entries[iri, default: Entry()].add(answers.map(\.grounds))
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

extension Judgement.DemandAnswer {
    /// The grounds that count: what isn't proven answers nothing, as a border sees it.
    fileprivate var grounds: EvidenceBasis? { isProven || basis == .partial ? basis : nil }
}
