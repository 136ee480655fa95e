import Credentials
import JSON
import Networking
import Platforms
import UNTP

/// What the evidence came to, each time that a platform gathered it: who could read whose credentials, how far they could
/// be trusted, and the sums over all.
///
/// Nothing in a run hangs on it, so it is kept beside the run, in the order in which evidence was judged.
struct EvidenceBook: Sendable {
    private let world: World
    private(set) var matrix = MatrixBook()
    private(set) var claims: ClaimBook
    /// What was counted of the evidence that was gathered for each consignment.
    private(set) var counts: [String: EvidenceCounts] = [:]
    /// How far each consignment could be traced.
    private(set) var traces: [String: Trace] = [:]
    private var trust = TrustBook()
    private(set) var verified = 0
    private(set) var failed = 0
    /// Days from a party's invitation to its first verified credential, of those that were invited during the run.
    private(set) var onboardingDays: [Double] = []
    /// Contents that were verified, each once.
    private(set) var contents: Set<ContentDigest> = []
    /// Who accepted a credential of an anchored issuer.
    private(set) var acceptances: Set<Acceptance> = []
    /// Anchored issuers of whom somebody accepted a credential that they issued during the run.
    private(set) var activeIssuers: Set<Issuer> = []
    private(set) var acceptedPairs: Set<Pair> = []
    private(set) var tradingPairs: Set<Pair> = []

    /// A customer of a platform.
    struct Issuer: Hashable, Sendable {
        let platform: String
        let slug: String
    }

    /// A platform that accepted a credential of an issuer.
    struct Acceptance: Hashable, Sendable {
        let issuer: Issuer
        let verifier: String
    }

    struct Pair: Hashable, Sendable {
        let issuer: String
        let verifier: String
    }

    /// How far a consignment was traced, against how far there is to go.
    struct Trace: Sendable {
        /// Products on the way to the origins: those of which an accepted event says what they come from, and all that there are.
        var traced = 0
        var inTruth = 0
        /// The same of those that are three tiers upstream or more, with a passport that was accepted.
        var provenFar = 0
        var farInTruth = 0

        init() {}

        init(of dossiers: [Judgement.TieredDossier], to batch: Batch) {
            (inTruth, farInTruth) = batch.productsUpstream(farFrom: Self.farTier)
            traced = dossiers.count { $0.shared.dossier.isTraced }
            provenFar = dossiers.count {
                $0.tier >= Self.farTier && $0.shared.dossier.isRecorded && $0.shared.dossier.isPassportAccepted
            }
        }

        /// Whether all was found.
        var isWhole: Bool { traced >= inTruth }

        /// From which tier on suppliers are out of sight of whoever buys.
        private static let farTier = 3
    }

    /// Evidence that was gathered for one product.
    struct Entry: Sendable {
        /// For which it was gathered.
        let consignment: String
        let evidence: SharedDossier
        let verifier: String
        /// The platform of who made the product; nil where nobody did.
        let producer: String?
        /// When it was judged, in Unix seconds.
        let at: Int64
        /// What the verifier misread or overlooked without noticing.
        let silent: [Finding]
        /// In whose name platforms outside issued credentials, by their URLs, which say nothing of it.
        let tenants: [String: String]
        /// Credentials that a verifier took for revoked and that are not, by URL.
        let wronglyRevoked: Set<String>
    }

    init(_ world: World) {
        self.world = world
        claims = ClaimBook(world.scenario.stories)
    }

    /// The name under which the matrix has all registers, accreditation bodies and their associations.
    private static let registers = "registers"

    mutating func enter(_ entry: Entry) {
        let (dossier, verifier) = (entry.evidence.dossier, entry.verifier)
        var counts = counts[entry.consignment] ?? EvidenceCounts()
        defer { self.counts[entry.consignment] = counts }
        let anchored = trust.enter(dossier, into: &counts)
        for verdict in dossier.verdicts {
            let issuer = world.platform(of: verdict.url)
            // What the parties did belongs here only where it keeps the credential itself from being accepted.
            let together = dossier.findings.filter {
                $0.concerns(verdict) && !verdict.findings.contains($0) && FailureCatalogue[$0.code]?.isConduct != true
            }
            let concerning = verdict.findings + together
            let overlooked = entry.silent.filter { $0.concerns(verdict) }
            matrix.enter(
                verdict, issuer: world.isSoftwarePlatform(issuer) ? issuer : Self.registers, verifier: verifier,
                refusals: concerning.filter(\.blocks), isMisread: !overlooked.isEmpty,
                failures: (concerning.corrected(for: entry.wronglyRevoked) + overlooked).map(\.code))
            verified += 1
            counts.verified += 1
            contents.insert(verdict.analysis.digest)
            guard verdict.isAccepted else {
                failed += 1
                continue
            }
            counts.accepted += 1
            if anchored.contains(verdict.url) {
                let slug =
                    entry.tenants[verdict.url] ?? Platform.tenantSlug(in: verdict.url, world.network.addressing)
                let tenant = Issuer(platform: issuer, slug: slug)
                acceptances.insert(Acceptance(issuer: tenant, verifier: verifier))
                if !activeIssuers.contains(tenant), !isFromBefore(verdict) {
                    activeIssuers.insert(tenant)
                    noteOnboarding(of: tenant, at: entry.at)
                }
            }
            acceptedPairs.insert(Pair(issuer: issuer, verifier: verifier))
        }
        if let producer = entry.producer {
            if dossier.passport == nil { matrix.enterMissing(dossier.findings, issuer: producer, verifier: verifier) }
            tradingPairs.insert(Pair(issuer: producer, verifier: verifier))
        }
        counts.claims += Int32(clamping: dossier.claims.count)
        counts.matchedClaims += Int32(clamping: dossier.claims.count(where: \.isMatched))
    }

    /// Enters what the buyer of a batch read in its passport.
    mutating func read(_ batch: Batch, _ own: SharedDossier) {
        claims.enter(own.dossier.claims, of: batch.identifier, madeAt: batch.stage.id)
    }

    /// Enters how far a consignment was traced.
    mutating func trace(_ consignment: String, _ dossiers: [Judgement.TieredDossier], to batch: Batch) {
        traces[consignment] = Trace(of: dossiers, to: batch)
    }

    /// Notes how long it took a party from its invitation to the first of its credentials that somebody accepted.
    private mutating func noteOnboarding(of issuer: Issuer, at now: Int64) {
        let parties = world.scenario.parties.filter { $0.platform == issuer.platform && $0.issuerSlug == issuer.slug }
        for day in parties.compactMap(\.invitedDay) {
            onboardingDays.append(Double(now - world.scenario.startUnixSeconds) / 86_400 - day)
        }
    }

    /// Whether a credential was issued before the run began, as facility records and certificates are.
    private func isFromBefore(_ verdict: CredentialVerdict) -> Bool {
        guard let start = verdict.opened?.start else { return false }
        // A day, for clocks that are slow.
        return start < world.scenario.startUnixSeconds - 86_400
    }
}

extension [Finding] {
    /// The findings with those by another name that the truth gives another: a withdrawal that is none.
    func corrected(for wronglyRevoked: Set<String>) -> [Finding] {
        guard !wronglyRevoked.isEmpty else { return self }
        return map { finding in
            guard finding.isWithdrawal, wronglyRevoked.contains(finding.subject.url) else {
                return finding
            }
            var finding = finding
            finding.code = "bit-order"
            return finding
        }
    }
}

extension Finding {
    /// Whether it says that a credential was withdrawn.
    fileprivate var isWithdrawal: Bool { code == "certificate-revoked" || code == "certificate-suspended" }
}

extension Finding {
    /// Whether it is about a credential that was verified, on its own or together with others.
    fileprivate func concerns(_ verdict: CredentialVerdict) -> Bool {
        subject.url == verdict.url && (subject.type == nil || subject.type == verdict.type)
    }
}
