/// How the criteria of schemes and laws relate to the harmonised ones.
///
/// A relation is an analyst's judgement: equivalent where subject and test are the same and the threshold is no weaker,
/// partial where it is weaker or narrower.
package struct CriteriaMapping: Sendable {
    package enum Relation: String, Sendable, CaseIterable, Comparable {
        case none, partial, equivalent

        package static func < (one: Relation, other: Relation) -> Bool { one.weight < other.weight }

        /// What it counts for in a scheme's coverage of a law: 0, a half, or 1.
        package var weight: Double {
            switch self {
            case .none: 0
            case .partial: 0.5
            case .equivalent: 1
            }
        }
    }

    /// A criterion of a scheme or law with the harmonised one that it is mapped to.
    package struct Row: Sendable, Hashable {
        package let id: String
        package let name: String
        /// `H01` to `H28`; nil where it is mapped to none.
        package let harmonised: String?
        package let relation: Relation

        package init(id: String, name: String, harmonised: String?, relation: Relation) {
            self.id = id
            self.name = name
            self.harmonised = harmonised
            self.relation = relation
        }
    }

    package static let none = CriteriaMapping(version: "", rows: [:])

    package let version: String
    /// By scheme or law.
    package let rows: [String: [Row]]
    /// The best relation of a criterion's IRI to harmonised ones.
    private let relations: [String: [String: Relation]]

    package init(version: String, rows: [String: [Row]]) {
        self.version = version
        self.rows = rows
        var relations: [String: [String: Relation]] = [:]
        for (source, rows) in rows {
            for row in rows {
                guard let harmonised = row.harmonised, row.relation != .none else { continue }
                let iri = Self.iri(of: row.id, in: source)
                relations[iri, default: [:]][HarmonisedCriteria.base + harmonised] = row.relation
            }
        }
        self.relations = relations
    }

    private static let base = "https://schemes.untp-sim.example/"

    /// The IRI under which certificates of a scheme cite one of its criteria.
    package static func iri(of id: String, in source: String) -> String { "\(base)\(source)/\(id)" }

    /// The scheme or law that a criterion's IRI belongs to; nil for others.
    package static func source(of iri: String) -> Substring? {
        guard iri.hasPrefix(base) else { return nil }
        return iri.dropFirst(base.count).split(separator: "/").first
    }

    /// Whether an IRI belongs to a vocabulary that others know: the shared one, or that of a scheme or law.
    package static func isKnown(_ iri: String) -> Bool { HarmonisedCriteria.isShared(iri) || source(of: iri) != nil }

    /// How a criterion, by its IRI, relates to a harmonised one, by its IRI.
    package func relation(of iri: String, to harmonised: String) -> Relation { relations[iri]?[harmonised] ?? .none }

    /// The criterion of a scheme that comes closest to a harmonised one, by its id `H01` to `H28`.
    package func closest(to harmonised: String, in scheme: String) -> Row? {
        (rows[scheme] ?? []).filter { $0.harmonised == harmonised && $0.relation != .none }
            .enumerated().max { ($0.element.relation, $1.offset) < ($1.element.relation, $0.offset) }?.element
    }

    /// How much of a law's criteria a bundle of schemes covers, 0 to 1: the mean of the best relation for each.
    package func coverage(of demands: [String], by schemes: [String]) -> Double {
        guard !demands.isEmpty else { return 1 }
        let weights = demands.map { demand in
            schemes.compactMap { closest(to: demand, in: $0)?.relation.weight }.max() ?? 0
        }
        return weights.reduce(0, +) / Double(demands.count)
    }
}

/// A criterion of a scheme or law in which a demand is stated, and how far the harmonised one stands for it.
package struct StatedCriterion: Sendable, Hashable {
    package let iri: String
    package let relation: CriteriaMapping.Relation

    package init(iri: String, relation: CriteriaMapping.Relation) {
        self.iri = iri
        self.relation = relation
    }
}

/// A criterion that somebody asks for: a harmonised one, or one of a scheme or law.
package struct DemandedCriterion: Sendable, Hashable {
    /// As it is stated: `H14`, or `COPPERMARK/CM05`.
    package let id: String
    package let name: String
    /// The harmonised criterion, or that to which the stated one is mapped.
    package let harmonised: HarmonisedCriterion
    /// Where it is stated in another vocabulary.
    package let stated: StatedCriterion?

    package init(_ harmonised: HarmonisedCriterion) {
        id = harmonised.id
        name = harmonised.name
        self.harmonised = harmonised
        stated = nil
    }

    /// A scheme's or law's criterion, by the name of the scheme or law and its own id; nil where the mapping has none
    /// such, or relates it to nothing.
    package init?(_ reference: String, in mapping: CriteriaMapping) {
        let parts = reference.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let rows = mapping.rows[parts[0]]?.filter({ $0.id == parts[1] }),
            let row = rows.filter({ $0.relation != .none }).enumerated().max(by: {
                ($0.element.relation, $1.offset) < ($1.element.relation, $0.offset)
            })?.element,
            let harmonised = row.harmonised.flatMap({ HarmonisedCriteria[$0] })
        else { return nil }
        id = reference
        name = row.name
        self.harmonised = harmonised
        stated = StatedCriterion(iri: CriteriaMapping.iri(of: row.id, in: parts[0]), relation: row.relation)
    }

    /// The criterion's IRI, in the vocabulary in which it is stated.
    package var iri: String { stated?.iri ?? harmonised.iri }

    /// The scheme or law in which it is stated; nil for the shared vocabulary.
    package var source: String? { stated.flatMap { CriteriaMapping.source(of: $0.iri) }.map(String.init) }
}

/// The mapping that a reader goes by: whose schemes it recognises.
package struct Recognition: Sendable {
    package let mapping: CriteriaMapping
    /// The schemes that are recognised; nil for all of the mapping.
    package let schemes: Set<String>?

    /// Nothing but the shared vocabulary itself.
    package static let none = Recognition(mapping: .none, schemes: [])

    package init(mapping: CriteriaMapping, schemes: Set<String>?) {
        self.mapping = mapping
        self.schemes = schemes
    }

    /// Whether a scheme's criteria count.
    package func recognises(_ scheme: String) -> Bool { schemes?.contains(scheme) ?? true }

    /// How an assessed criterion stands for a claimed one; nil where it doesn't.
    package func basis(of assessed: String, for claimed: String) -> EvidenceBasis? {
        if assessed == claimed { return .direct }
        guard let scheme = CriteriaMapping.source(of: assessed), recognises(String(scheme)) else { return nil }
        return switch mapping.relation(of: assessed, to: claimed) {
        case .equivalent: .mapped
        case .partial: .partial
        case .none: nil
        }
    }

    /// The weakest ground on which assessed criteria stand for all the claimed ones; nil where they don't.
    package func basis(of assessed: [String], for claimed: [String]) -> EvidenceBasis? {
        let grounds = claimed.map { criterion in assessed.compactMap { basis(of: $0, for: criterion) }.max() }
        return grounds.allSatisfy { $0 != nil } ? grounds.compactMap(\.self).min() : nil
    }

    /// With the criteria of further schemes.
    package func recognising(_ others: [String]) -> Recognition {
        Recognition(mapping: mapping, schemes: schemes?.union(others))
    }

    /// The schemes whose recognition would let the assessed criteria stand for all the claimed ones, at least in part.
    package func unrecognised(among assessed: [String], for claimed: [String]) -> [String] {
        guard let schemes else { return [] }
        let candidates = Set(assessed.compactMap { CriteriaMapping.source(of: $0).map(String.init) })
        return candidates.subtracting(schemes).sorted().filter { scheme in
            recognising([scheme]).basis(of: assessed, for: claimed) != nil
        }
    }
}

/// On what grounds an assessment counts for a claim, the weakest first.
package enum EvidenceBasis: Int, Sendable, Comparable {
    /// A mapping says that it covers a part.
    case partial
    /// A mapping says that it is equivalent.
    case mapped
    /// It is of the same criterion.
    case direct

    package static func < (one: EvidenceBasis, other: EvidenceBasis) -> Bool { one.rawValue < other.rawValue }
}
