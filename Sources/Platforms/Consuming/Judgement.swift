import Credentials
package import UNTP

/// What is asked of a consignment's evidence at its destination.
package struct JudgementRequest: Sendable {
    /// The consignment's own identifier.
    package let consignment: String
    /// The product identifier on the label, as the scanner reads it.
    package let identifier: String
    /// The criteria that the buyer and the country of destination ask for.
    package let demands: [Demand]
    /// How many tiers upstream must be evidenced for the consignment to count as transparent; 0 is the product alone.
    package let requiredTiers: Int
    /// What the label has of the passport's key.
    package let key: LabelKey
    /// What is publicly known of processes and schemes at the destination.
    package let knowledge: PublicKnowledge
    /// Who may know of the goods what their credentials don't say; nil for nobody.
    package let witness: (any Witness)?

    package init(
        consignment: String, identifier: String, demands: [Demand], requiredTiers: Int, key: LabelKey = .missing,
        knowledge: PublicKnowledge = .none, witness: (any Witness)? = nil
    ) {
        self.witness = witness
        self.key = key
        self.knowledge = knowledge
        self.consignment = consignment
        self.identifier = identifier
        self.demands = demands
        self.requiredTiers = requiredTiers
    }

    /// A criterion that has to be answered.
    package struct Demand: Sendable, Hashable {
        /// The IRI of the criterion in the shared vocabulary.
        package let criterion: String
        /// The criterion of a scheme or law in which it is stated, where it isn't in the shared vocabulary.
        package let stated: StatedCriterion?
        /// The UNTP topic that the criterion belongs to.
        package let topic: String
        /// Whether the passport of anything that the product was made from may answer as well as its own: laws ask about
        /// the plot or the mine, buyers about what they buy.
        package let isMetUpstream: Bool

        package init(criterion: String, topic: String, isMetUpstream: Bool = false) {
            self.criterion = criterion
            self.topic = topic
            stated = nil
            self.isMetUpstream = isMetUpstream
        }

        package init(_ demanded: DemandedCriterion, isMetUpstream: Bool = false) {
            criterion = demanded.harmonised.iri
            topic = demanded.harmonised.topic
            stated = demanded.stated
            self.isMetUpstream = isMetUpstream
        }

        /// The criterion's IRI, in the vocabulary in which it is stated.
        package var iri: String { stated?.iri ?? criterion }

        /// On what grounds a claim meets it; nil where it doesn't.
        ///
        /// What is stated in one scheme's criteria is met directly by a certificate that assesses these, and through the
        /// mapping by one that assesses others: as far as both are mapped to the same.
        func basis(of claim: JudgedClaim) -> EvidenceBasis? {
            claim.criteria.contains(criterion) ? claim.basis.map { basis($0, of: claim) } : nil
        }

        /// On what grounds a claim would meet it if other schemes were recognised as well.
        func basis(of claim: JudgedClaim, recognising recognition: Recognition) -> EvidenceBasis? {
            let own = basis(of: claim)
            guard claim.criteria.contains(criterion), claim.basis != nil || !claim.unrecognised.isEmpty,
                let wider = recognition.basis(of: claim.assessed, for: claim.criteria)
            else { return own }
            let basis = basis(wider, of: claim)
            return max(own ?? basis, basis)
        }

        /// What is left of a claim's grounds for what is stated in other terms.
        private func basis(_ basis: EvidenceBasis, of claim: JudgedClaim) -> EvidenceBasis {
            guard let stated else { return basis }
            if claim.assessed.contains(stated.iri) { return .direct }
            return min(basis, stated.relation == .equivalent ? .mapped : .partial)
        }

        /// On what grounds a product's own claims would meet it if all that was found against its evidence were mended: what
        /// can't be told of them may well do. Nil where none would.
        func prospect(of dossier: Dossier) -> EvidenceBasis? {
            guard dossier.hasPassport else { return .direct }
            let own = dossier.claims.filter { $0.criteria.contains(criterion) }
            guard own.isEmpty else {
                return own.map { claim in
                    let isTold = stated == nil || !claim.assessed.isEmpty
                    return isTold ? claim.prospect.map { basis($0, of: claim) } ?? .direct : .direct
                }.max()
            }
            let isOtherwiseSaid = dossier.claims.contains { $0.basis == nil && $0.isForeign && $0.topic == topic }
            return isOtherwiseSaid ? .direct : nil
        }
    }
}

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
            var dossier = shared.dossier
            dossier.findings += findings
            dossier.isCustodyRefuted = isRefuted
            shared = SharedDossier(dossier)
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

/// The evidence that a platform found for one product.
package struct Dossier: Sendable {
    /// The product's identifier in canonical form.
    package let identifier: String
    package var findings: [Finding] = []
    /// All credentials that were verified, in the order in which they were; empty in what was on file.
    package private(set) var verdicts: [CredentialVerdict] = []
    /// What decides on the standing of these credentials, and of those that anchor their issuers; each once.
    private(set) var credentials: [CredentialOnFile] = []
    /// How many credentials the evidence consists of, with the anchors of their issuers.
    package private(set) var credentialCount = 0
    /// The passport that was come by, if any.
    package var passport: PassportFound?
    /// The claims of the passport, each with what became of it.
    package var claims: [JudgedClaim] = []
    /// The schemes by whose certificates the claims were judged; nil for all of the mapping.
    var recognised: Set<String>?
    /// What the product was made from, per accepted event.
    private(set) var inputs: [Input] = []
    /// Whether an event says that the product comes from extraction or harvest.
    package var isPrimary = false
    /// Whether an event says that the product was there, and leaves open what it was made from.
    package var isObserved = false
    package var readings = ProductReading()
    /// The DIDs of issuers of whom no anchor is to be found, with the types of what they issued.
    package internal(set) var unanchored: [String: Set<CredentialType>] = [:]
    /// Whether the resolver had events for the product.
    var hasEvents = false
    /// Ids of the events that were counted.
    var eventIDs: Set<String> = []
    /// The same in canonical form, with the names that events give them.
    var sources: [String: String] = [:]
    /// What accepted events used of each input, by canonical identifier.
    package internal(set) var used: [String: Double] = [:]
    /// The process of the events that made it, and what they name it.
    var process: String?
    var productName: String?
    /// Who made it, as the passport has it.
    var producer: String?
    var producerName: String?
    /// Where it was made, as the passport has it.
    var facility: String?
    /// Which part of it is certified, as the passport has it.
    package internal(set) var custody = CustodyStanding.unknown
    /// Whether that claim does not stand, by what the path of a judgement says.
    var isCustodyRefuted = false
    /// The country of production, and the countries of the materials, as the passport has them.
    var country: String?
    var materials: [DigitalProductPassport.Material] = []
    var materialCountries: Set<String> { Set(materials.compactMap(\.country)) }

    package init(identifier: String) {
        self.identifier = identifier
    }

    /// Whether an event ties the product to its inputs or to its extraction.
    package var isTraced: Bool { isPrimary || !inputs.isEmpty }

    /// Whether an event speaks of the product, even if it doesn't say what it comes from.
    package var isRecorded: Bool { isTraced || isObserved }

    /// Whether a passport was found and could be read.
    package var hasPassport: Bool { passport?.isReadable ?? false }

    /// Whether nothing is wrong with the passport itself.
    package var isPassportAccepted: Bool { hasPassport && !findings.contains { $0.blocks && $0.subject.type == .dpp } }

    /// Whether nothing stands in the way of believing what was found.
    package var isSound: Bool { !findings.contains(where: \.blocks) }

    mutating func add(_ verdict: CredentialVerdict) {
        verdicts.append(verdict)
        if let onFile = verdict.onFile { add([onFile]) }
    }

    /// Takes in the verdict on an anchor; what decides on its standing is added with that of the others.
    mutating func add(anchor verdict: CredentialVerdict) { verdicts.append(verdict) }

    /// Takes note of credentials on which the evidence rests, whether they were verified for it or before.
    mutating func add(_ known: [CredentialOnFile]) {
        credentialCount += known.count
        for credential in known where !credentials.contains(where: { $0 === credential }) {
            credentials.append(credential)
        }
    }

    /// Takes note of an input, once under each of its names; returns its canonical identifier.
    mutating func note(input identifier: String) -> String {
        if let known = inputs.first(where: { $0.identifier == identifier }) { return known.canonical }
        let input = Input(identifier: identifier)
        inputs.append(input)
        return input.canonical
    }

    /// A product as an event names it, and in canonical form.
    struct Input: Sendable {
        let identifier: String
        let canonical: String

        init(identifier: String) {
            self.identifier = identifier
            canonical = Consumer.canonical(identifier)
        }
    }

    /// The evidence without the documents.
    fileprivate var withoutVerdicts: Dossier {
        var dossier = self
        dossier.verdicts = []
        return dossier
    }
}

/// Evidence that stays as it is: a class, because it goes on file and into one judgement after the other.
package final class SharedDossier: Sendable {
    package let dossier: Dossier
    /// What its events are told apart by from those of other batches.
    let batch: String
    let certificateFlaws: [Finding]

    convenience init(_ dossier: Dossier) {
        self.init(
            dossier, batch: dossier.eventIDs.min() ?? dossier.identifier, certificateFlaws: dossier.certificateFlaws)
    }

    private init(_ dossier: Dossier, batch: String, certificateFlaws: [Finding]) {
        self.dossier = dossier
        self.batch = batch
        self.certificateFlaws = certificateFlaws
    }

    /// The evidence as it goes on file: without the documents.
    var onFile: SharedDossier {
        SharedDossier(dossier.withoutVerdicts, batch: batch, certificateFlaws: certificateFlaws)
    }
}

/// A passport that was come by.
package struct PassportFound: Sendable {
    package let url: String
    /// Whether it could be opened.
    package let isReadable: Bool
    /// The DID in whose name it was issued.
    let issuer: String?
}

/// A claim of a passport with the verdict on its evidence.
package struct JudgedClaim: Sendable {
    package let criteria: [String]
    package let topic: String
    package let hasEvidenceLink: Bool
    package let verdict: ClaimVerdict
    /// Whether the issuer of the certificate that matches it, or would if its scheme were recognised, is anchored for what is
    /// assessed.
    package let isVouchedFor: Bool
    /// The criteria that its certificate assesses, where it has an accepted one.
    package let assessed: [String]
    /// The schemes whose recognition would let its certificate cover it, where nothing else is missing.
    package let unrecognised: [String]
    /// What it declares, by metric.
    package var declared: [DeclaredValue] = []
    /// On what grounds its certificate would match it if that were accepted, and its scheme recognised; nil where that can't
    /// be told.
    var prospect: EvidenceBasis?

    /// On what grounds a certificate matches the claim, if it does.
    package var basis: EvidenceBasis? {
        if case .evidenced(let basis) = verdict { basis } else { nil }
    }
}

/// What a platform understood of a product's figures, for comparison with the truth.
package struct ProductReading: Sendable {
    /// Footprint in kilograms of CO2 equivalent for one declared unit.
    package var footprint: Double?
    /// Quantity of output that the accepted events add up to, in the unit that they name.
    package var quantity: Double?
    package var quantityUnit: String?
    /// Latitude and longitude of the facility, as understood.
    package var latitude: Double?
    package var longitude: Double?
    package var facility: String?
    /// When the product's event happened, in Unix seconds.
    package var eventTime: Int64?
    /// The targets that a link header named, for those who read no more than that.
    package var linksInHeader: Set<String>?

    package init() {}
}

/// What verifiers know without asking the parties: what schemes publish of processes, and which schemes are recognised.
package struct PublicKnowledge: Sendable {
    package static let none = PublicKnowledge(recognition: .none, custody: [:])

    /// Which assessed criteria stand for claimed ones at the destination.
    package let recognition: Recognition
    /// How certified material is kept apart in a process for a product, and what it yields.
    package let custody: [Process: CustodyRule]

    /// A process, with what is made in it.
    package struct Process: Sendable, Hashable {
        package let process: String
        package let product: String

        package init(process: String, product: String) {
            self.process = process
            self.product = product
        }
    }

    package init(recognition: Recognition, custody: [Process: CustodyRule]) {
        self.recognition = recognition
        self.custody = custody
    }
}
