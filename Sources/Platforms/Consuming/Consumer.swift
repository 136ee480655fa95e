import Credentials
import JSON
package import SimulationKernel
import UNTP

/// The consumer side of a platform: from a scanned identifier to a judged consignment.
package actor Consumer: SimulatedActor {
    package nonisolated let simulation: Simulation
    let behaviour: BehaviourProfile
    let verifier: Verifier
    let source: any DocumentSource
    /// The DIDs of the registers that are trusted without asking further.
    let roots: Set<String>

    private var file = EvidenceFile()
    private var anchorings: [String: (anchoring: Anchoring, at: Int64)] = [:]

    package init(
        simulation: Simulation, behaviour: BehaviourProfile, verifier: Verifier, source: any DocumentSource,
        roots: Set<String>
    ) {
        self.simulation = simulation
        self.behaviour = behaviour
        self.verifier = verifier
        self.source = source
        self.roots = roots
    }

    /// The platform's own time, in Unix seconds.
    var now: Int64 { simulation.nowUnixSeconds + Int64(behaviour.clock.offsetSeconds) }

    /// The most tiers that are walked, and the most products in one tier: bounds against endless chains.
    private static let maximumTiers = 16
    private static let maximumBreadth = 64

    /// Judges a consignment: gathers its evidence and that of its inputs, tier by tier, up to the origin.
    package func judge(_ request: JudgementRequest) async -> Judgement {
        var dossiers: [Judgement.TieredDossier] = []
        var seen: Set<String> = []
        var frontier = [request.identifier]
        for tier in 0...Self.maximumTiers where !frontier.isEmpty {
            var next: [String] = []
            for identifier in frontier.prefix(Self.maximumBreadth) {
                let canonical = Self.canonical(identifier)
                guard seen.insert(canonical).inserted else { continue }
                let (dossier, isFresh) = await dossier(
                    for: identifier, canonical: canonical, access: tier == 0 ? .goods(request.key) : .upstream)
                dossiers.append(.init(tier: tier, dossier: dossier, isFresh: isFresh))
                next += dossier.inputs
            }
            frontier = next
        }
        let unanswered = Self.unanswered(request.demands, by: dossiers[0].dossier)
        return Judgement(
            consignment: request.consignment, level: Self.level(of: dossiers, request, unanswered: unanswered),
            dossiers: dossiers, unanswered: unanswered)
    }

    /// A product's evidence: from the file where it still stands, else gathered.
    private func dossier(
        for identifier: String, canonical: String, access: LabelAccess
    ) async -> (Dossier, isFresh: Bool) {
        if let (known, gathered) = file[canonical] {
            if await isUsable(known.credentials, known.isSound, since: gathered) { return (known, false) }
            // Where evidence fell, there may be other by now.
            await source.forget(linksetURL(of: canonical))
        }
        var dossier = await gather(identifier, canonical: canonical, access: access)
        for _ in 0..<Self.reconsiderations where dossier.hasPassport && !dossier.hasEvents {
            guard behaviour.events.ordering == .reconsidered else {
                dossier.report(
                    "event-out-of-order", sent: "a passport without an event", expected: "the event that it came from",
                    url: dossier.passport?.url ?? canonical, type: .dte)
                break
            }
            await simulation.sleep(for: .days(5))
            dossier = await gather(identifier, canonical: canonical, access: access)
        }
        file.keep(dossier.onFile, at: now)
        return (dossier, true)
    }

    /// How often a product is looked at again whose events are not there yet.
    private static let reconsiderations = 6

    /// How a DID is anchored: from memory where that still stands, else followed.
    func anchoring(of did: String) async -> (Anchoring, isFresh: Bool) {
        if let (known, followed) = anchorings[did],
            await isUsable(known.credentials, known.isAnchored && known.findings.isEmpty, since: followed)
        {
            return (known, false)
        }
        let anchoring = await followAnchors(from: did)
        anchorings[did] = (anchoring, now)
        return (anchoring, true)
    }

    /// Whether evidence from a while ago can be used again: sound evidence for as long as it may stay on file and all of
    /// it still stands; other evidence only while all documents behind it may be used again without asking.
    private func isUsable(_ credentials: [CredentialOnFile], _ isSound: Bool, since then: Int64) async -> Bool {
        let caching = behaviour.caching
        if now - then < Int64(min(caching.documentSeconds, caching.statusSeconds)) { return true }
        guard isSound, now - then < Int64(caching.evidenceSeconds) else { return false }
        return await verifier.stillStand(credentials, now: now)
    }

    /// The canonical form of a product identifier, or its own text where it follows no known scheme.
    static func canonical(_ identifier: String) -> String {
        GS1.parse(identifier)?.canonical ?? identifier
    }

    // MARK: Level

    private static func level(
        of dossiers: [Judgement.TieredDossier], _ request: JudgementRequest, unanswered: [Finding]
    ) -> EvidenceLevel {
        let required = dossiers.filter { $0.tier <= request.requiredTiers }.map(\.dossier)
        guard required.allSatisfy(\.hasPassport) else { return .nothing }
        guard required.allSatisfy(\.isTraced) else { return .passport }
        let isProven = request.demands.allSatisfy { demand in
            required[0].claims.contains { $0.isMatched && $0.criteria.contains(demand.criterion) }
        }
        guard unanswered.isEmpty, isProven, required.allSatisfy({ $0.claims.allSatisfy(\.keepsItsPromise) }) else {
            return .traced
        }
        return required.allSatisfy(\.isSound) ? .transparent : .evidenced
    }

    /// The demands that no claim of the passport answers.
    ///
    /// A claim on the same topic that cites a criterion outside the shared vocabulary explains the gap already, and so
    /// does a passport that could not be had.
    private static func unanswered(_ demands: [JudgementRequest.Demand], by dossier: Dossier) -> [Finding] {
        guard let passport = dossier.passport, passport.isReadable else { return [] }
        return demands.compactMap { demand in
            let isAnswered = dossier.claims.contains { claim in
                claim.criteria.contains(demand.criterion)
                    || claim.topic == demand.topic && !claim.criteria.allSatisfy(HarmonisedCriteria.isShared)
            }
            guard !isAnswered else { return nil }
            return Finding(
                "demanded-claim-missing", at: "/credentialSubject/conformityClaim",
                sent: "no claim on \(demand.criterion)", expected: "a claim on \(demand.criterion)",
                subject: .init(url: passport.url, type: .dpp))
        }
    }
}

extension JudgedClaim {
    /// Whether a certificate matches the claim.
    package var isMatched: Bool { verdict == .evidenced }

    /// Whether the claim offers no evidence, or evidence that matches it.
    var keepsItsPromise: Bool { isMatched || verdict == .unevidenced }
}
