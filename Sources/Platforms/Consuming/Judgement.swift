import Credentials
package import UNTP

/// How far a consignment's evidence goes; the levels of the pilot's success measure.
package enum EvidenceLevel: Int, Sendable, Comparable, CaseIterable {
    /// No passport could be had.
    case nothing
    /// A passport resolves from the consignment's identifier.
    case passport
    /// A traceability event ties the product to its inputs, or to its extraction; where a chain is entered halfway, to the
    /// place where that is.
    case traced
    /// Every criterion asked for is answered, and every evidenced claim has a certificate that matches it.
    case evidenced
    /// What is asked for is proven, and all of these credentials verify and their issuers are anchored in the right registers.
    case transparent

    package static func < (one: EvidenceLevel, other: EvidenceLevel) -> Bool { one.rawValue < other.rawValue }

    /// E0 to E4.
    package var label: String { "E\(rawValue)" }
}

/// What a platform makes of a consignment, from its scanned identifier to the origin of its materials.
package struct Judgement: Sendable {
    package let consignment: String
    /// The evidence of the product and of the tiers that are required.
    package let level: EvidenceLevel
    /// What was seen of each product on the way, the consignment's own first.
    package let dossiers: [TieredDossier]
    /// Demands that no claim answers.
    package let unanswered: [Finding]
    /// What became of each demand.
    package let answers: [DemandAnswer]
    /// What of the product is proven to be certified; nil for nothing.
    package let certified: ProvenPart?

    /// A product's evidence and how many transformations it is away from the consignment.
    package struct TieredDossier: Sendable {
        package let tier: Int
        package private(set) var shared: SharedDossier
        /// Whether the evidence was gathered for this judgement, not remembered from an earlier one.
        package let isFresh: Bool
        /// Whether what a required product claims to be certified rests on it, further upstream than is required.
        package private(set) var isBearing = false
        /// What was found against it because of which such a claim doesn't stand.
        package private(set) var deciding: [Finding] = []

        init(tier: Int, shared: SharedDossier, isFresh: Bool) {
            self.tier = tier
            self.shared = shared
            self.isFresh = isFresh
        }

        /// Takes note of what claims rest on it, and of what there is against these.
        mutating func bear(_ isBearing: Bool, _ deciding: [Finding]) {
            (self.isBearing, self.deciding) = (isBearing, deciding)
        }

        /// Adds what the path as a whole says against the product.
        ///
        /// - Parameter isRefuted: Whether because of it, or of what is upstream, nothing of the product is certified.
        mutating func add(_ findings: [Finding], isRefuted: Bool) {
            guard !findings.isEmpty || isRefuted else { return }
            shared = shared.adding(findings, isRefuted: isRefuted)
        }
    }

    /// Whether proven evidence wholly meets a demand that was not made beforehand.
    package func meets(_ demand: JudgementRequest.Demand) -> Bool {
        DemandGrounds.areProven(demand, by: dossiers.map(\.shared))
    }

    /// How many tiers upstream were reached through accepted events.
    package var tiersReached: Int { dossiers.filter(\.shared.dossier.isRecorded).map(\.tier).max() ?? 0 }

    /// A demand with the grounds on which it is met; nil where it isn't, or not wholly.
    package struct DemandAnswer: Sendable, Hashable {
        package let demand: JudgementRequest.Demand
        package let basis: EvidenceBasis?
        /// Whether a claim says something on it, with or without evidence.
        package let isAnswered: Bool
        /// Whether it is wholly met by passports that were accepted and certificates that somebody vouches for.
        package let isProven: Bool
        /// The schemes whose certificates are there and don't count.
        package let unrecognised: [String]
        /// Those of them whose recognition by itself would have it proven.
        package let remedies: [String]
    }

    package init(
        consignment: String, level: EvidenceLevel, dossiers: [TieredDossier], unanswered: [Finding],
        answers: [DemandAnswer], certified: ProvenPart? = nil
    ) {
        self.consignment = consignment
        self.level = level
        self.dossiers = dossiers
        self.unanswered = unanswered
        self.answers = answers
        self.certified = certified
    }

    /// All findings, the consignment's own first.
    package var findings: [Finding] { dossiers.flatMap(\.shared.dossier.findings) + unanswered }
}
