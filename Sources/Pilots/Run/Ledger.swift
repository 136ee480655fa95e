import Credentials
import JSON
import Networking
import Platforms
import Records
import SimulationKernel
import UNTP

/// The books of a run: what was made, shipped and judged, and what was found on the way.
actor Ledger: SimulatedActor {
    nonisolated let simulation: Simulation
    nonisolated var unownedExecutor: UnownedSerialExecutor { simulation.unownedExecutor }
    private let world: World
    private var truth: Truth
    /// The consignments in the order in which they left.
    private(set) var rows: [Row] = []
    /// Where those stand that are under way, by their ids.
    private var places: [String: Int] = [:]
    private(set) var findings = FindingBook()
    private(set) var totals = Totals()
    private(set) var artefacts = ArtefactBook()
    let frauds: Lane<FraudBook>
    private(set) var criteria = CriteriaBook()
    /// What became of demands on exports, of consignments that are under way.
    private var cleared: [String: [Judgement.DemandAnswer]] = [:]
    /// What the evidence came to; kept beside the run.
    let evidence: Lane<EvidenceBook>
    private(set) var materials = MaterialBook()
    private var batches: [String: Batch] = [:]
    private var doubleUses = DoubleUses()
    /// The passports of batches that were corrected, by identifier, and when that was.
    private var corrections: [String: (url: String, at: Int64)] = [:]

    /// Sums over all judgements.
    struct Totals: Sendable {
        var acceptedWrongly: [String: Int] = [:]
        var rejectedWrongly: [String: Int] = [:]
    }

    private let progress: @Sendable (PilotRun.Progress) -> Void
    private var judgedCount = 0
    /// When the last consignment was judged, in Unix seconds: the end of what is reported.
    private(set) var lastJudged = Int64.min
    /// Credentials that a verifier took for revoked and that are not, by URL, for each verifier.
    private var wronglyRevoked: [String: Set<String>] = [:]

    init(
        world: World, enrolment: Enrolment, progress: @escaping @Sendable (PilotRun.Progress) -> Void
    ) {
        self.world = world
        self.progress = progress
        simulation = world.simulation
        truth = Truth(world: world, enrolment: enrolment)
        evidence = world.simulation.lane(EvidenceBook(world))
        frauds = world.simulation.lane(FraudBook())
    }

    /// Lets go of what nobody looks up once the books are closed.
    func close() {
        simulation.discard((rows, places, batches, corrections))
        (rows, places, batches, corrections) = ([], [:], [:], [:])
    }

    func made(_ batch: Batch) {
        batches[batch.identifier] = batch
        materials.made(batch)
        doubleUses.made(batch)
    }

    /// The batches of which a passport was published and that aren't struck, the earliest first.
    var publishedBatches: [Batch] {
        batches.values.filter { $0.credentials.contains { $0.type == .dpp } }
            .sorted { ($0.made, $0.identifier) < ($1.made, $1.identifier) }
    }

    /// Notes that a batch has another passport now.
    func corrected(_ batch: Batch, from former: IssuedCredential, to url: String) {
        corrections[batch.identifier] = (url, simulation.nowUnixSeconds)
        guard let platform = world.platforms[batch.producer.platform], let position = former.status,
            platform.behaviour.credential.corrections == .revoked
        else { return }
        let list = platform.statusURL(of: batch.producer.issuerSlug, list: position.list)
        truth.note(revocationOf: position.index, in: list, at: simulation.nowUnixSeconds)
    }

    /// Notes that a certificate was issued anew.
    func reissued(_ certificate: Enrolment.Certificate) { truth.note(certificate, world: world) }

    /// Enters goods that their owner neither sends nor consumes any more.
    func kept(_ quantity: Double, of product: String, at party: String) {
        materials.left(quantity, of: product, at: party)
    }

    /// Strikes a batch of which nothing is left.
    func forget(_ batch: Batch) {
        batches[batch.identifier] = nil
        corrections[batch.identifier] = nil
        materials.forgot(batch)
        doubleUses.forget(batch)
    }

    func dispatched(_ consignment: Consignment) {
        places[consignment.id] = rows.count
        rows.append(Row(consignment: ConsignmentEntry(consignment)))
        materials.dispatched(consignment)
    }

    /// Enters a judgement.
    ///
    /// - Parameter asked: When the evidence was asked for.
    func judged(
        _ consignment: Consignment, _ judgement: Judgement, arrived: Int64, asked: VirtualInstant,
        _ checks: ArrivalChecks
    ) async {
        materials.received(consignment)
        if checks.wasRefused { materials.refused(consignment) }
        let judged = simulation.now
        let listed = await world.platforms[consignment.batch.producer.platform]?.listed(
            Set(consignment.batch.credentials.map(\.type)), at: consignment.batch.identifier)
        let verifier = consignment.buyer.platform
        let now = simulation.nowUnixSeconds
        let tiers = world.scenario.evidenceTiers
        var seen: [SeenFinding] = []
        var read: [FraudBook.Evidence] = []
        for tiered in judgement.dossiers {
            let batch = batches[tiered.shared.dossier.identifier]
            let found = await findings(on: tiered, batch, for: consignment, judgement, at: now)
            // What is done with inputs shows in the evidence of these.
            let other = found.isEmpty ? nil : batch.flatMap { doubleUses.otherUser(behind: $0) }
            if tiered.tier <= tiers + 1 {
                read.append(.init(dossier: tiered.shared, findings: found, doubleUser: other))
            }
            guard !found.isEmpty else { continue }
            let deciding = tiered.deciding.corrected(for: wronglyRevoked[verifier] ?? [])
            for finding in found {
                let producer = batch?.producer
                let entry = SeenFinding(
                    finding: finding, issuer: issuer(of: finding, about: producer), verifier: verifier,
                    isRequired: tiered.tier <= tiers || deciding.contains(finding),
                    party: finding.code == FraudSign.doubleUse ? other ?? producer?.name : producer?.name)
                seen.append(entry)
                guard tiered.isFresh || tiered.tier == 0, findings.enter(entry, consignment: consignment.id, at: now)
                else { continue }
                await keepArtefacts(of: entry)
                await lookBehind(entry, consignment: consignment.id, at: now)
            }
        }
        lastJudged = now
        if let place = places.removeValue(forKey: consignment.id) {
            (rows[place].arrived, rows[place].judged) = (consignment.isKeptBack ? nil : arrived, now)
            enterOutcome(consignment, judgement, seen, checks, now: now, into: &rows[place])
            enterTimes(consignment, judgement, asked: asked, judged: judged, listed: listed, into: &rows[place])
        }
        let (isTransparent, isTested, evidence) = (judgement.level == .transparent, checks.isTested, read)
        frauds.add {
            let reading = FraudBook.Reading(isTransparent: isTransparent, isTested: isTested, evidence)
            $0.enter(consignment, tiers: tiers, reading, at: now)
        }
        judgedCount += 1
        progress(
            PilotRun.Progress(
                day: Double(now - world.scenario.startUnixSeconds) / 86_400, days: world.scenario.days,
                dispatched: rows.count, judged: judgedCount))
    }

    /// What is to be said of a product's evidence: what the verifier found, under the names that the truth gives it, and what
    /// it misread without noticing. Evidence that was gathered for this judgement goes into the books.
    private func findings(
        on tiered: Judgement.TieredDossier, _ batch: Batch?, for consignment: Consignment, _ judgement: Judgement,
        at now: Int64
    ) async -> [Finding] {
        let (evidence, verifier) = (tiered.shared, consignment.buyer.platform)
        var silent = superseded(evidence.dossier, verifier: verifier, at: now)
        if tiered.isFresh {
            silent = truth.misreadings(of: evidence.dossier, batch: batch, by: verifier, at: now) + silent
            noteStatuses(in: evidence.dossier, by: verifier, at: now)
        }
        let misread = wronglyRevoked[verifier] ?? []
        if tiered.isFresh {
            let entry = EvidenceBook.Entry(
                consignment: consignment.id, evidence: evidence, verifier: verifier,
                producer: batch?.producer.platform, at: now, silent: silent,
                tenants: world.outsideTenants(of: evidence.dossier), wronglyRevoked: misread)
            self.evidence.add { $0.enter(entry) }
        }
        let own = tiered.tier == 0 ? judgement.unanswered : []
        let found = (evidence.dossier.findings + own).corrected(for: misread)
        if tiered.tier == 0, consignment.isMistyped(as: evidence.dossier) {
            return found.expecting(consignment.batch) + silent
        }
        return await explained(found, of: evidence.dossier) + silent
    }

    /// Takes note of credentials that a verifier takes for withdrawn and that are not, as it read their statuses anew.
    private func noteStatuses(in dossier: Dossier, by verifier: String, at now: Int64) {
        let wrongly = truth.wronglyRevoked(in: dossier, at: now)
        guard !wrongly.isEmpty || wronglyRevoked[verifier] != nil else { return }
        wronglyRevoked[verifier, default: []].subtract(dossier.verdicts.map(\.url))
        wronglyRevoked[verifier, default: []].formUnion(wrongly)
    }

    /// The platform that a finding is about. Where no more than the shared root was asked, that is where the product's
    /// links should have been.
    private func issuer(of finding: Finding, about producer: PartySpec?) -> String {
        let platform = world.platform(of: finding.subject.url)
        return platform == World.rootResolverName ? producer?.platform ?? platform : platform
    }

    /// A passport that was corrected since, and still used: because its maker left it valid, or because the verifier
    /// does not see that it was revoked.
    private func superseded(_ dossier: Dossier, verifier: String, at now: Int64) -> [Finding] {
        guard let (current, corrected) = corrections[dossier.identifier], let used = dossier.passport?.url,
            used != current, let maker = world.platforms[world.platform(of: used)],
            world.platforms[verifier] != nil
        else { return [] }
        var code = "superseded-passport-used"
        if maker.behaviour.credential.corrections == .revoked {
            // Nobody uses what was found wanting, nor looks at it again for a while.
            guard now - corrected > Self.promptSeconds, dossier.isSound else { return [] }
            code = maker.behaviour.status.bitOrder == .leftmostFirst ? statusOversight(by: verifier) : "bit-order"
        }
        return [
            Finding(
                code, sent: "the passport at \(used)", expected: "its correction at \(current)", blocks: false,
                subject: .init(url: used, type: .dpp))
        ]
    }

    /// How long a revocation may take to be seen by those who look as often as they should.
    private static let promptSeconds: Int64 = 600

    /// The findings with what only the issuing platform knows: why a link is missing.
    @inline(__always)
    private func explained(_ findings: [Finding], of dossier: Dossier) async -> [Finding] {
        guard findings.contains(where: { Self.symptoms.contains($0.code) }),
            let name = batches[dossier.identifier]?.producer.platform, let platform = world.platforms[name],
            let code = await platform.hindrance(at: dossier.identifier)
        else { return findings }
        return findings.map { finding in
            guard Self.symptoms.contains(finding.code) else { return finding }
            var finding = finding
            finding.code = code
            return finding
        }
    }

    /// What a reader sees when something was never registered.
    private static let symptoms: Set<String> = ["identifier-unknown", "link-missing", "only-html-variant-read"]

    /// Enters how complete the trace is, how long it took to come by it, and what its own passport claims.
    private func enterTimes(
        _ consignment: Consignment, _ judgement: Judgement, asked: VirtualInstant, judged: VirtualInstant,
        listed: Int64?, into row: inout Row
    ) {
        let (id, batch) = (consignment.id, consignment.batch)
        let own = row.isKeptBack ? nil : judgement.dossiers.first?.shared
        evidence.add {
            $0.trace(id, judgement.dossiers, to: batch)
            if let own { $0.read(batch, own) }
        }
        row.secondsToJudge = Double(judged.nanoseconds - asked.nanoseconds) / 1_000_000_000
        let resolvable = listed ?? simulation.unixSeconds(at: judged)
        row.evidenceHours = Double(max(0, resolvable - consignment.dispatched)) / 3600
    }

    private func enterOutcome(
        _ consignment: Consignment, _ judgement: Judgement, _ seen: [SeenFinding], _ checks: ArrivalChecks,
        now: Int64, into row: inout Row
    ) {
        row.level = judgement.level
        row.isSound = truth.isSound(consignment.batch, tiers: world.scenario.evidenceTiers, at: now)
        row.rules = checks.rules
        row.isTested = checks.isTested
        row.lostCertification = checks.lostCertification
        row.released = checks.wasStopped ? !checks.wasRefused : nil
        row.originTestAgrees = checks.isTested ? !seen.contains { $0.finding.code == "origin-test-contradicts" } : nil
        row.tiersReached = judgement.tiersReached
        row.credentialsChecked = judgement.dossiers.reduce(0) { $0 + $1.shared.dossier.credentialCount }
        let supports = judgement.supports(requiredTiers: world.scenario.evidenceTiers)
        row.withdrawals = truth.withdrawals(of: supports, after: now)
        if row.isKeptBack {
            // What was asked for at the border is counted all the same.
            criteria.enter(
                [], cleared: cleared.removeValue(forKey: consignment.id) ?? [], claims: [], country: "",
                isHeldBackOtherwise: true, until: nil)
        } else {
            enterDecision(consignment, judgement, seen, supports.map(\.status), at: now, into: &row)
        }
        simulation.observe(.verdicts) { writer in
            writer.add(consignment.id)
            writer.add(judgement.level.label)
            for entry in seen { writer.add(entry.finding.code) }
        }
    }

    /// Charges a shipment that is not transparent to what stood in its way, and counts what was decided wrongly.
    private func enterDecision(
        _ consignment: Consignment, _ judgement: Judgement, _ seen: [SeenFinding], _ statuses: [StatusListEntry],
        at now: Int64, into row: inout Row
    ) {
        let blocking = seen.filter { $0.isRequired && $0.finding.blocks }
        if judgement.level != .transparent {
            row.causes = findings.attribute(blocking, row.withdrawals)
            if row.isSound { for code in Set(row.causes) { totals.rejectedWrongly[code, default: 0] += 1 } }
        } else if !row.isSound {
            enterAcceptedWrongly(consignment, seen, statuses, at: now)
        }
        enterAnswers(judgement, buyer: consignment.buyer, blocking: blocking, until: row.withdrawals.first?.at)
    }

    /// Counts what was wrong with evidence that was accepted, as far as it shows.
    private func enterAcceptedWrongly(
        _ consignment: Consignment, _ seen: [SeenFinding], _ statuses: [StatusListEntry], at now: Int64
    ) {
        var causes = Set(seen.filter { !$0.finding.blocks }.map(\.finding.code))
        // What was on file before it was withdrawn shows nothing of it to who doesn't look again.
        if causes.isEmpty, truth.isWithdrawn(anyOf: statuses, at: now) {
            causes = [statusOversight(by: consignment.buyer.platform)]
        }
        // What the maker was told of what it bought shows further upstream, if at all.
        let isMisled = consignment.batch.isMisled || truth.restsOnWithdrawn(consignment.batch, at: now)
        let untold = isMisled ? "certified share passed on in good faith" : "no trace in the evidence"
        for code in causes.isEmpty ? [untold] : causes {
            totals.acceptedWrongly[code, default: 0] += 1
        }
    }

    /// Why a verifier that reads bits as they are meant overlooks that a credential was withdrawn.
    private func statusOversight(by verifier: String) -> String {
        let checks = world.platforms[verifier].map { $0.behaviour.verifying.status == .checked } ?? true
        return checks ? "stale-status-cache" : "status-never-checked"
    }

    /// Counts what became of demands, and what another recognition would have changed.
    private func enterAnswers(
        _ judgement: Judgement, buyer: PartySpec, blocking: [SeenFinding], until withdrawn: Int64?
    ) {
        let required = judgement.dossiers.filter { $0.tier <= world.scenario.evidenceTiers }
        criteria.enter(
            judgement.answers, cleared: cleared.removeValue(forKey: judgement.consignment) ?? [],
            claims: required.flatMap { $0.shared.dossier.claims }, country: buyer.country,
            isHeldBackOtherwise: blocking.contains { $0.finding.code != "scheme-not-recognised" }, until: withdrawn)
    }

    /// Takes note of what became of what rules on exports ask for.
    func cleared(_ judgement: Judgement) { cleared[judgement.consignment] = judgement.answers }

    /// Looks at a credential that could not be had as if it had been, so that a vendor learns at once what comes next.
    ///
    /// What is found is charged to nothing: it stands behind the failure that hides it.
    private func lookBehind(_ entry: SeenFinding, consignment: String, at now: Int64) async {
        let finding = entry.finding
        guard let layer = FailureCatalogue[finding.code]?.layer, layer == .transport || layer == .discovery,
            finding.blocks, finding.behind == nil, let type = finding.subject.type,
            let maker = world.platforms[entry.issuer], let reader = world.platforms[entry.verifier],
            let bytes = await maker.served(at: finding.subject.url)
        else { return }
        for var next in await reader.preview(of: bytes, at: finding.subject.url, expecting: type)
        where next.blocks && FailureCatalogue[next.code]?.layer != layer {
            next.behind = next.behind ?? finding.code
            let seen = SeenFinding(
                finding: next, issuer: entry.issuer, verifier: entry.verifier, isRequired: false, party: entry.party)
            _ = findings.enter(seen, consignment: consignment, at: now)
        }
    }

    /// Keeps the exact bytes behind the first example of a finding.
    private func keepArtefacts(of entry: SeenFinding) async {
        let url = entry.finding.subject.url
        guard let platform = world.platforms[entry.issuer] else { return }
        guard let bytes = await platform.served(at: url) else { return }
        artefacts.keep(bytes, of: entry, url: url)
        for (name, url) in await platform.relatedDocuments(of: url) {
            if let bytes = await platform.served(at: url) { artefacts.keep(bytes, of: entry, as: name) }
        }
    }
}
