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

    private var remembered: [String: (dossier: Dossier, at: Int64)] = [:]
    private var anchorings: [String: (anchoring: Anchoring, at: Int64)] = [:]
    private var dossierOrder: [String] = []

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
                let (dossier, isFresh) = await dossier(for: identifier, canonical: canonical)
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

    /// A product's evidence, remembered for as long as the documents and statuses behind it may be.
    private func dossier(for identifier: String, canonical: String) async -> (Dossier, isFresh: Bool) {
        let lifetime = Int64(min(behaviour.caching.documentSeconds, behaviour.caching.statusSeconds))
        if let known = remembered[canonical], now - known.at < lifetime { return (known.dossier, false) }
        let dossier = await gather(identifier, canonical: canonical)
        if remembered.updateValue((dossier, now), forKey: canonical) == nil {
            dossierOrder.append(canonical)
            forgetOldest()
        }
        return (dossier, true)
    }

    private static let maximumRemembered = 64

    private func forgetOldest() {
        guard dossierOrder.count > 2 * Self.maximumRemembered else { return }
        for identifier in dossierOrder.prefix(Self.maximumRemembered) { remembered[identifier] = nil }
        dossierOrder.removeFirst(Self.maximumRemembered)
    }

    /// How a DID is anchored, remembered like any document.
    func anchoring(of did: String) async -> (Anchoring, isFresh: Bool) {
        if let known = anchorings[did], now - known.at < Int64(behaviour.caching.documentSeconds) {
            return (known.anchoring, false)
        }
        let anchoring = await followAnchors(from: did)
        anchorings[did] = (anchoring, now)
        return (anchoring, true)
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
        guard let passport = dossier.passport, passport.opened != nil else { return [] }
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
