import Credentials
import JSON
package import Networking
package import SimulationKernel
import UNTP

/// The consumer side of a platform: from a scanned identifier to a judged consignment.
package actor Consumer: SimulatedActor {
    package nonisolated let simulation: Simulation
    package nonisolated var unownedExecutor: UnownedSerialExecutor { simulation.unownedExecutor }
    let behaviour: BehaviourProfile
    let verifier: Verifier
    let source: any DocumentSource
    /// The DIDs of the registers that are trusted without asking further.
    let roots: Set<String>
    /// Where the hosts of the network are published.
    let addressing: Addressing

    /// Whom accreditation bodies say that they accredited.
    var directory = AccreditationDirectory()
    private var file: EvidenceFile
    /// What events of different batches used of each input.
    var custody = CustodyLedger()
    private var anchorings: [String: FollowedAnchoring] = [:]

    package init(
        simulation: Simulation, behaviour: BehaviourProfile, verifier: Verifier, source: any DocumentSource,
        roots: Set<String>, addressing: Addressing = .ownNames
    ) {
        self.simulation = simulation
        self.behaviour = behaviour
        file = EvidenceFile(behaviour.caching)
        self.verifier = verifier
        self.source = source
        self.roots = roots
        self.addressing = addressing
    }

    /// Forgets all evidence.
    func close() {
        simulation.discard((file, custody, anchorings))
        (file, custody, anchorings) = (EvidenceFile(behaviour.caching), CustodyLedger(), [:])
    }

    /// The platform's own time, in Unix seconds.
    var now: Int64 { simulation.nowUnixSeconds + Int64(behaviour.clock.offsetSeconds) }

    /// The most tiers that are walked, and the most products in one tier: bounds against endless chains.
    private static let maximumTiers = 16
    private static let maximumBreadth = 512

    /// Judges a consignment: gathers its evidence and that of its inputs, tier by tier, up to the origin.
    package func judge(_ request: JudgementRequest) async -> Judgement {
        var dossiers: [Judgement.TieredDossier] = []
        var seen: Set<String> = []
        var frontier = [Dossier.Input(identifier: request.identifier)]
        for tier in 0...Self.maximumTiers where !frontier.isEmpty {
            var next: [Dossier.Input] = []
            var breadth = 0
            for product in frontier where breadth < Self.maximumBreadth {
                guard seen.insert(product.canonical).inserted else { continue }
                breadth += 1
                let (dossier, isFresh) = await dossier(
                    for: product.identifier, canonical: product.canonical,
                    access: tier == 0 ? .goods(request.key) : .upstream,
                    recognition: request.knowledge.recognition)
                dossiers.append(.init(tier: tier, shared: dossier, isFresh: isFresh))
                next += dossier.dossier.inputs
            }
            frontier = next
        }
        let testimony = await request.witness?.testimony(on: dossiers.map(\.shared.dossier.identifier)) ?? [:]
        let path = CustodyPath(dossiers.map(\.shared), request.knowledge)
        let objections = custodyObjections(to: path, testimony)
        let certified = Self.weigh(&dossiers, objections, path, tiers: request.requiredTiers)
        let answers = request.demands.map { Self.answer(to: $0, from: dossiers, request.knowledge) }
        let unanswered = Self.unanswered(answers, by: dossiers, tiers: request.requiredTiers)
        return Judgement(
            consignment: request.consignment, level: Self.level(of: dossiers, request, answers: answers),
            dossiers: dossiers, unanswered: unanswered, answers: answers, certified: certified)
    }

    /// Adds what there is against each product and its claim to be certified, and finds what required claims rest on further
    /// upstream; returns what of the product itself is proven to be certified.
    private static func weigh(
        _ dossiers: inout [Judgement.TieredDossier], _ objections: [CustodyObjections], _ path: CustodyPath, tiers: Int
    ) -> ProvenPart? {
        func products(where matches: (CustodyObjections) -> Bool) -> Set<String> {
            Set(dossiers.indices.filter { matches(objections[$0]) }.map { dossiers[$0].shared.dossier.identifier })
        }
        let refuted = products { !$0.toClaim.isEmpty }
        let fallen = path.fallen(refuted)
        for (index, objections) in objections.enumerated() {
            let product = dossiers[index].shared.dossier.identifier
            dossiers[index].add(objections.findings, isRefuted: fallen[product] != nil)
        }
        var (bearing, deciding): (Set<String>, Set<String>) = ([], [])
        for required in zip(dossiers, path.stops).lazy.filter({ $0.0.tier <= tiers }).map(\.1)
        where required.shared.dossier.custody.isCertified {
            bearing.formUnion(path.grounds(of: required).map(\.shared.dossier.identifier))
            deciding.formUnion(fallen[required.shared.dossier.identifier] ?? [])
        }
        for index in dossiers.indices where dossiers[index].tier > tiers {
            let product = dossiers[index].shared.dossier.identifier
            dossiers[index].bear(
                bearing.contains(product), deciding.contains(product) ? objections[index].toClaim : [])
        }
        let own = dossiers[0].shared.dossier.identifier
        return path.provenPart(
            of: own, without: products { !$0.findings.isEmpty }, hasFallen: fallen[own] != nil)
    }

    // What evidence is looked at again with becomes part of its callers, as on the way of an exchange in `Network`.

    /// A product's evidence: from the file where it still stands, else gathered.
    @inline(__always)
    private func dossier(
        for identifier: String, canonical: String, access: LabelAccess, recognition: Recognition
    ) async -> (SharedDossier, isFresh: Bool) {
        let filed = file[canonical]
        if let (known, look) = filed {
            // What another country made of its claims is no answer here.
            let isAnswer =
                known.dossier.recognised == recognition.schemes && !(access.isInHand && known.dossier.isSealed)
            if isAnswer, await isUsable(known.gist.standing, known.dossier.isSound, since: look) {
                return (known, false)
            }
            simulation.drop(known)
            // Where evidence fell, there may be other by now.
            await source.forget(linksetURL(of: canonical))
        }
        var dossier = await gather(identifier, canonical: canonical, access: access, recognition)
        for _ in 0..<Self.reconsiderations where dossier.hasPassport && !dossier.hasEvents {
            guard behaviour.events.ordering == .reconsidered else {
                dossier.report(
                    "event-out-of-order", sent: "a passport without an event", expected: "the event that it came from",
                    url: dossier.passport?.url ?? canonical, type: .dte)
                break
            }
            await simulation.sleep(for: .days(5))
            dossier = await gather(identifier, canonical: canonical, access: access, recognition)
        }
        let shared = SharedDossier(dossier)
        let look = Look(at: now, after: filed?.look, findings: shared.dossier.findings)
        if let forgotten = file.keep(shared.onFile, look) { simulation.discard(forgotten) }
        custody.note(shared)
        return (shared, true)
    }

    /// How often a product is looked at again whose events are not there yet.
    private static let reconsiderations = 6

    /// How a DID is anchored: from memory where that still stands, else followed.
    @inline(__always)
    func anchoring(of did: String) async -> (FollowedAnchoring, isFresh: Bool) {
        let known = anchorings[did]
        if let known, await isUsable(known.standing, known.anchoring.isSound, since: known.look) {
            return (known, false)
        }
        let anchoring = await followAnchors(from: did)
        let followed = FollowedAnchoring(
            anchoring, Look(at: now, after: known?.look, findings: anchoring.findings))
        anchorings[did] = followed
        return (followed, true)
    }

    /// Whether evidence from a while ago can be used again: sound evidence for as long as it may stay on file and all of
    /// it still stands; other evidence only while all documents behind it may be used again without asking, and longer
    /// the more often nothing was mended.
    @inline(__always)
    private func isUsable(_ standing: JointStanding, _ isSound: Bool, since look: Look) async -> Bool {
        let caching = behaviour.caching
        let age = now - look.at
        if age < Int64(min(caching.documentSeconds, caching.statusSeconds)) { return true }
        guard isSound else { return look.failures > 0 && age < look.pause(from: Int64(caching.documentSeconds)) }
        // What a platform outside keeps on file is its own affair: it is asked again.
        guard verifier.outside == nil else { return false }
        guard age < Int64(caching.evidenceSeconds) else { return false }
        if verifier.isWithoutDoubt(standing, now: now) { return true }
        return await verifier.stillStand(standing, now: now)
    }

    /// The canonical form of a product identifier, or its own text where it follows no known scheme.
    static func canonical(_ identifier: String) -> String {
        GS1.parse(identifier)?.canonical ?? identifier
    }

    // MARK: Level

    private static func level(
        of dossiers: [Judgement.TieredDossier], _ request: JudgementRequest, answers: [Judgement.DemandAnswer]
    ) -> EvidenceLevel {
        let required = dossiers.filter { $0.tier <= request.requiredTiers }.map(\.shared)
        guard required.allSatisfy({ $0.dossier.hasPassport }) else { return .nothing }
        guard required.allSatisfy({ $0.dossier.isRecorded }) else { return .passport }
        let claims = required.flatMap { $0.dossier.claims }
        guard answers.allSatisfy(\.isAnswered), claims.allSatisfy({ $0.keepsItsPromise || !$0.hasEvidenceLink }) else {
            return .traced
        }
        let isProven = answers.allSatisfy(\.isProven) && dossiers.allSatisfy(\.deciding.isEmpty)
        return isProven && claims.allSatisfy(\.keepsItsPromise) && required.allSatisfy({ $0.dossier.isSound })
            ? .transparent : .evidenced
    }
}
