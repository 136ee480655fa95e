import Credentials
import Platforms
import SimulationKernel

/// Where consignments change hands: brings them to their buyers and keeps the books of what is on its way.
actor Market: SimulatedActor {
    nonisolated let simulation: Simulation
    private let world: World
    private let ledger: Ledger
    private nonisolated let specs: [String: PartySpec]
    private var parties: [String: Party] = [:]
    /// How many batches a credential speaks of that are still held: products of one batch share their event.
    private var mentions: [String: Int] = [:]
    /// What all events use of each batch, where somebody adds it up.
    private var uses: QuotaManager
    /// Credits that nobody claimed yet.
    private var credits = CreditRegister()
    /// The rules with a quota for each seller.
    private let quotas: [Regulation]
    /// What sellers sent under a rule with a quota, in tonnes.
    private var exports: [Export: Double] = [:]
    /// How long goods take, by seller: a party more changes nothing for the others.
    private var transit: [String: RandomStream] = [:]
    /// When consignments arrived whose evidence is being judged.
    private var arrivals: [String: VirtualInstant] = [:]
    /// How many hold on to a batch: its maker while it ships, consignments until they are used up, and batches made
    /// from it, whose evidence leads back to it.
    private var holders: [String: Int] = [:]

    /// Whether evidence stays where it is when nobody in the scenario will ask for it any more.
    private let keepsEvidence: Bool

    init(world: World, ledger: Ledger, keepsEvidence: Bool = false) {
        self.world = world
        self.ledger = ledger
        self.keepsEvidence = keepsEvidence
        simulation = world.simulation
        quotas = world.scenario.regulations.filter { $0.perHolderTonnes != nil }
        uses = QuotaManager(start: world.scenario.startUnixSeconds)
        specs = Dictionary(world.scenario.parties.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    nonisolated func spec(_ name: String) -> PartySpec? { specs[name] }

    /// Lets all parties begin.
    func open(_ enrolment: Enrolment) {
        for spec in world.scenario.parties {
            guard let stage = world.scenario.stage(spec.stage), let platform = world.platforms[spec.platform],
                let facility = enrolment.facilities[spec.name]
            else { continue }
            let party = Party(
                spec, stage: stage, platform: platform, facility: facility,
                certificates: enrolment.certificates[spec.name] ?? [],
                forgeries: enrolment.forgeries[spec.name] ?? [:], customers: customers(of: spec, at: stage),
                world: world, market: self)
            parties[spec.name] = party
            for certificate in enrolment.certificates[spec.name] ?? [] {
                CertificateLife(of: certificate, held: party, in: world, ledger)?.begin()
            }
            if stage.isOrigin {
                simulation.start("production of \(spec.name)") { _ in await party.runOrigin() }
            } else if spec.invitedDay != nil {
                simulation.start("production of \(spec.name)") { _ in await party.runLate() }
            }
        }
    }

    /// Who buys each product of a party: those of its customers who need it, or any of the stages that hand on such.
    private func customers(of spec: PartySpec, at stage: Stage) -> [String: [String]] {
        var customers: [String: [String]] = [:]
        // A trader sells whatever it bought.
        let outputs = stage.handsOn ? stage.needs.flatMap(\.sources) + stage.outputs : stage.outputs
        for output in outputs {
            customers[output] = spec.customers.filter { name in
                guard let buyer = specs[name].flatMap({ world.scenario.stage($0.stage) }) else { return false }
                return buyer.needs.contains { $0.sources.contains(output) }
            }
        }
        return customers
    }

    /// Issues a passport anew some hours later, as its maker found something to correct.
    func correct(_ passport: IssuedCredential, of batch: Batch, by order: CredentialOrder, after hours: Double) {
        guard let platform = world.platforms[batch.producer.platform] else { return }
        hold(batch)
        simulation.start("a correction by \(batch.producer.name)") { _ in
            await self.simulation.sleep(for: .hours(hours))
            let corrected = await platform.issue(
                order, for: batch.producer.issuerSlug, validUntil: self.simulation.nowUnixSeconds + 10 * 365 * 86_400)
            if let corrected {
                await platform.replaceLink(
                    to: passport, by: corrected, of: batch.identifier, tenant: batch.producer.issuerSlug)
                await self.ledger.corrected(batch, from: passport, to: corrected.url)
            }
            await self.release(batch)
        }
    }

    /// Lets all parties go, and with them what holds on to the market.
    func close() {
        simulation.discard(parties)
        parties = [:]
    }

    /// Takes note of a batch.
    ///
    /// - Parameter delay: How long it is until what speaks of it can be found; nil where that is at once.
    func made(_ batch: Batch, publishedAfter delay: Duration? = nil) async {
        for input in batch.inputs { hold(input.batch) }
        hold(batch)
        if let delay {
            hold(batch)
            simulation.start("publication by \(batch.producer.name)") { _ in
                await self.simulation.sleep(for: delay)
                await self.published(batch)
                await self.release(batch)
            }
        } else {
            published(batch)
        }
        for credential in batch.credentials { mentions[credential.url, default: 0] += 1 }
        if let credits = batch.credits { mentions[credits.credential.url, default: 0] += 1 }
        await ledger.made(batch)
    }

    private func published(_ batch: Batch) {
        if world.scenario.hasQuotaManager { uses.register(batch) }
    }

    /// Books certified goods that are sold without their certificate.
    func book(_ quantity: Double, of output: String, by scheme: String) {
        credits.book(quantity, of: output, by: scheme)
    }

    /// Retires credits, as far as there are any.
    func retireCredits(_ quantity: Double, of outputs: [String], by scheme: String) -> Double {
        credits.retire(quantity, of: outputs, by: scheme)
    }

    private func hold(_ batch: Batch) { holders[batch.identifier, default: 0] += 1 }

    /// Lets go of a batch. When nobody holds on to it any more its evidence is never asked for again, and goes.
    func release(_ batch: Batch) async {
        guard !keepsEvidence else { return }
        var pending = [batch]
        while let batch = pending.popLast() {
            let left = (holders[batch.identifier] ?? 1) - 1
            guard left == 0 else {
                holders[batch.identifier] = left
                continue
            }
            holders[batch.identifier] = nil
            uses.forget(batch)
            await ledger.forget(batch)
            await world.platforms[batch.producer.platform]?.withdraw(
                batch.identifier, forgotten(batch.credentials))
            // Who claims the same credits for one batch after another keeps their certificate.
            if let credits = batch.credits, !batch.producer.certifiesAll {
                await world.platforms[credits.platform]?.withdraw(
                    credits.credential.url, forgotten([credits.credential]))
            }
            pending += batch.inputs.map(\.batch)
        }
    }

    /// The credentials that speak of a forgotten batch alone, of those that are left.
    private func forgotten(_ credentials: [IssuedCredential]) -> [IssuedCredential] {
        credentials.filter { credential in
            let left = (mentions[credential.url] ?? 1) - 1
            mentions[credential.url] = left == 0 ? nil : left
            return left == 0
        }
    }

    /// Sends consignments of one batch on their way.
    func dispatch(_ consignments: [Consignment]) async {
        for consignment in consignments {
            var consignment = consignment
            consignment.quotaWaits = quotaWaits(of: consignment)
            await ledger.dispatched(consignment)
            guard let buyer = parties[consignment.buyer.name] else { continue }
            hold(consignment.batch)
            let days = world.scenario.transit.days(from: consignment.seller.country, to: consignment.buyer.country)
            let seller = consignment.seller.slug
            var stream = transit[seller] ?? simulation.stream("party/\(seller)", "transit")
            let duration = Duration.days(stream.triangular(low: days.low, mode: days.typical, high: days.high))
            transit[seller] = stream
            simulation.observe(.draws) { $0.add(duration.wholeNanoseconds) }
            simulation.start("transport to \(consignment.buyer.name)") { [consignment] _ in
                let cleared = await self.carry(consignment, for: duration)
                await self.noteArrival(of: cleared)
                await buyer.receive(cleared)
            }
        }
    }

    /// Brings a consignment to its buyer, past the authority of the country that it leaves where a rule looks at it there.
    ///
    /// - Parameter duration: How long it is under way, from when it may leave.
    private nonisolated func carry(_ consignment: Consignment, for duration: Duration) async -> Consignment {
        let waiting = Duration.seconds(consignment.left - consignment.dispatched)
        let rules = world.rules.exportRules(on: consignment)
        guard !rules.isEmpty, let seller = await party(consignment.seller.name) else {
            await simulation.sleep(for: duration + waiting)
            return consignment
        }
        var consignment = consignment
        await simulation.sleep(for: waiting)
        consignment.clearances = await seller.clear(consignment, under: rules)
        if !consignment.isKeptBack { await simulation.sleep(for: duration) }
        return consignment
    }

    private func party(_ name: String) -> Party? { parties[name] }

    /// Enters what became of what rules on exports ask for.
    func cleared(_ judgement: Judgement) async { await ledger.cleared(judgement) }

    /// Notes when the evidence of a consignment is asked for, to the nanosecond.
    private func noteArrival(of consignment: Consignment) { arrivals[consignment.id] = simulation.now }

    /// Enters goods that their owner neither sends nor consumes any more.
    func keep(_ quantity: Double, of product: String, at party: String) async {
        await ledger.kept(quantity, of: product, at: party)
    }

    /// What the stores of all parties hold, by party and product.
    func leftovers() -> [(party: String, product: String, quantity: Double)] {
        parties.keys.sorted().flatMap { name in
            (parties[name]?.assumeIsolated { $0.stores } ?? []).flatMap(\.lots).map {
                (name, $0.batch.output, $0.quantity)
            }
        }
    }

    /// Who may know of a consignment what its credentials don't say; nil for nobody.
    nonisolated func witness(of consignment: Consignment, isTested: Bool) -> ArrivalWitness? {
        let laboratory = isTested ? LaboratoryTest(of: consignment.batch, tiers: world.scenario.evidenceTiers) : nil
        guard laboratory != nil || world.scenario.hasQuotaManager else { return nil }
        return ArrivalWitness(laboratory: laboratory, market: self)
    }

    /// What a quota manager says against products, by identifier; nothing where there is none.
    func quotaTestimony(on products: [String]) -> [String: [Testimony]] {
        guard world.scenario.hasQuotaManager else { return [:] }
        return Dictionary(
            products.compactMap { product in uses.objection(to: product).map { (product, [$0]) } },
            uniquingKeysWith: { first, _ in first })
    }

    private struct Export: Hashable {
        let rule: String
        let seller: String
        let month: Substring
    }

    /// How long quotas make a consignment wait, in seconds by rule; enters it in the month in which it leaves.
    private func quotaWaits(of consignment: Consignment) -> [String: Int64] {
        guard !quotas.isEmpty else { return [:] }
        let trade = Trade(consignment)
        let quotas = quotas.filter { $0.concerns(trade) }
        let now = simulation.nowUnixSeconds
        var waits: [String: Int64] = [:]
        var time = now
        for _ in 0..<Self.monthsAhead {
            let month = DateTimeStamp.day(unixSeconds: time).prefix(7)
            let rules = quotas.filter { $0.isInForce(during: time...time) }
            func export(_ rule: Regulation) -> Export {
                Export(rule: rule.id, seller: consignment.seller.name, month: month)
            }
            // A consignment beyond any month's quota goes at the beginning of a month that nobody has touched.
            let full = rules.filter { rule in
                let sent = exports[export(rule)] ?? 0
                return sent > 0 && sent + consignment.tonnes > rule.perHolderTonnes ?? .infinity
            }
            guard !full.isEmpty else {
                for rule in rules { exports[export(rule), default: 0] += consignment.tonnes }
                break
            }
            let next = Self.firstOfNextMonth(after: time)
            for rule in full {
                let chance = min(next, rule.end ?? next)
                waits[rule.id] = chance - now
                time = max(time, chance)
            }
        }
        return waits
    }

    /// Fifty years. What would have to wait longer is sent then, and counts in no month.
    private static let monthsAhead = 600

    private static func firstOfNextMonth(after time: Int64) -> Int64 {
        var day = time - time % 86_400
        let month = DateTimeStamp.day(unixSeconds: day).prefix(7)
        while DateTimeStamp.day(unixSeconds: day).prefix(7) == month { day += 86_400 }
        return day
    }

    func judged(
        _ consignment: Consignment, _ judgement: Judgement, arrived: Int64, _ checks: ArrivalChecks
    ) async {
        await ledger.judged(
            consignment, judgement, arrived: arrived,
            asked: arrivals.removeValue(forKey: consignment.id) ?? simulation.now, checks)
    }
}
