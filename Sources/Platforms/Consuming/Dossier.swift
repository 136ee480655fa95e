package import UNTP

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
    let gist: EvidenceGist

    convenience init(_ dossier: Dossier) { self.init(dossier, EvidenceGist(of: dossier)) }

    private init(_ dossier: Dossier, _ gist: EvidenceGist) {
        self.dossier = dossier
        self.gist = gist
    }

    /// The evidence as it goes on file: without the documents.
    var onFile: SharedDossier { SharedDossier(dossier.withoutVerdicts, gist) }

    /// The evidence with what the path of a judgement says against it.
    ///
    /// - Parameter isRefuted: Whether because of it, or of what is upstream, nothing of the product is certified.
    func adding(_ findings: [Finding], isRefuted: Bool) -> SharedDossier {
        var dossier = dossier
        dossier.findings += findings
        dossier.isCustodyRefuted = isRefuted
        return SharedDossier(dossier, gist)
    }
}

/// What judgements ask of the same evidence time and again, worked out once.
final class EvidenceGist: Sendable {
    // A class, because evidence has the same gist on file as in the judgement that it was gathered for.
    /// What its events are told apart by from those of other batches.
    let batch: String
    let certificateFlaws: [Finding]
    /// Whether its passport is that of a model, which stands for batches of many origins.
    let isOfModel: Bool
    /// What it was made from, by canonical identifier and in that order, with the names that events give them.
    let sources: [(input: String, name: String)]
    let materialCountries: Set<String>
    let standing: JointStanding

    init(of dossier: Dossier) {
        batch = dossier.eventIDs.min() ?? dossier.identifier
        certificateFlaws = dossier.certificateFlaws
        isOfModel = dossier.findings.contains { $0.code == "granularity-mismatch" }
        sources = dossier.sources.sorted { $0.key < $1.key }.map { (input: $0.key, name: $0.value) }
        materialCountries = Set(dossier.materials.compactMap(\.country))
        standing = JointStanding(of: dossier.credentials)
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
