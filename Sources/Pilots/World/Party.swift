import Credentials
import Platforms
import SimulationKernel
import UNTP

/// A party at work: makes batches, ships consignments, judges what arrives.
actor Party: SimulatedActor {
    nonisolated let simulation: Simulation
    nonisolated let spec: PartySpec
    private let world: World
    private let market: Market
    private let stage: Stage
    private let platform: Platform
    private let facility: Enrolment.Facility
    private var certificates: [Enrolment.Certificate]
    private let end: VirtualInstant

    /// What is left of the batches that arrived, in the order in which they came.
    private var inventory: [(batch: Batch, quantity: Double)] = []
    /// Batches of which the last was taken for the batch that is being made.
    private var usedUp: [Batch] = []
    private var isBusy = false
    private var batches = 0
    private var shipments = 0
    private var draws: RandomStream

    init(
        _ spec: PartySpec, stage: Stage, platform: Platform, facility: Enrolment.Facility,
        certificates: [Enrolment.Certificate], world: World, market: Market
    ) {
        self.spec = spec
        self.stage = stage
        self.platform = platform
        self.facility = facility
        self.certificates = certificates
        self.world = world
        self.market = market
        simulation = world.simulation
        end = .epoch.advanced(by: .days(Double(world.scenario.days)))
        draws = simulation.stream("party/\(spec.slug)", "production")
    }

    /// Replaces a certificate by the one that was issued in its place.
    func renew(_ certificate: Enrolment.Certificate, by renewed: IssuedCredential, digest: String) {
        for index in certificates.indices where certificates[index].credential.url == certificate.credential.url {
            certificates[index].credential = renewed
            certificates[index].digest = digest
        }
    }

    // MARK: Making

    /// Makes a batch at each interval; for parties without inputs.
    func runOrigin() async {
        await simulation.sleep(for: .hours(draws.unit() * min(spec.everyHours, 48)))
        while simulation.now < end {
            await make(from: [])
            await simulation.sleep(for: .hours(spec.everyHours))
        }
    }

    /// Makes batches for as long as there is enough to make them from.
    private func makeWhatCanBeMade() async {
        guard !isBusy else { return }
        isBusy = true
        while simulation.now < end, let inputs = takeInputs() {
            await simulation.sleep(for: .hours(stage.lineHours))
            await make(from: inputs)
        }
        isBusy = false
    }

    /// Takes what a batch needs from the inventory, oldest first; nil while there is too little.
    private func takeInputs() -> [(batch: Batch, quantity: Double)]? {
        let yield = draws.triangular(low: stage.yield.low, mode: stage.yield.typical, high: stage.yield.high)
        var needed = stage.batch / yield
        guard inventory.reduce(0, { $0 + $1.quantity }) >= needed else { return nil }
        var taken: [(batch: Batch, quantity: Double)] = []
        while needed > 0.000_5, let first = inventory.first {
            let quantity = min(first.quantity, needed)
            taken.append((first.batch, quantity))
            needed -= quantity
            if first.quantity - quantity < 0.000_5 {
                usedUp.append(inventory.removeFirst().batch)
            } else {
                inventory[0].quantity -= quantity
            }
        }
        return taken
    }

    private func make(from inputs: [(batch: Batch, quantity: Double)]) async {
        batches += 1
        let made = simulation.nowUnixSeconds
        let lot = "\(stage.id.prefix(3).uppercased())\(batches)"
        let gtin = GS1.appendingCheckDigit("0" + facility.companyPrefix + "00" + Self.twoDigits(stage.order) + "0")
        let identifier = GS1Identifier(key: .gtin, value: gtin, batch: lot).canonical
        let isAltered = spec.alteredShare > 0 && draws.chance(spec.alteredShare)
        let claims = stage.claims.map { template in
            (
                template,
                draws.triangular(low: template.range.low, mode: template.range.typical, high: template.range.high)
            )
        }
        let footprint = claims.first { $0.0.criterion == "H01" }?.1
        var credentials: [IssuedCredential] = []
        let order = CredentialOrder.passport(
            self.passport(identifier, lot: lot, gtin: gtin, claims: claims, inputs: inputs))
        let passport = await platform.issue(
            order, for: spec.slug, validUntil: simulation.nowUnixSeconds + 10 * 365 * 86_400,
            alteration: isAltered ? .footprintHalved : nil)
        if let passport {
            await platform.link(identifier, to: passport)
            credentials.append(passport)
        }
        credentials += await publishEvents(identifier, inputs: inputs)
        if let record = facility.record { await platform.link(identifier, to: record) }
        let batch = Batch(
            identifier: identifier, stage: stage, producer: spec, quantity: stage.batch, inputs: inputs,
            footprint: footprint, isAltered: isAltered, credentials: credentials,
            facilityRecord: facility.record, made: made)
        await market.made(batch)
        await ship(batch)
        if let passport, let hours = spec.correctsAfterHours {
            await market.correct(passport, of: batch, by: order, after: hours)
        }
        let released = usedUp + [batch]
        usedUp = []
        for batch in released { await market.release(batch) }
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number % 100)" }

    /// The event that ties the batch to its inputs, or to its extraction; twice where the platform resends.
    private func publishEvents(
        _ identifier: String, inputs: [(batch: Batch, quantity: Double)]
    ) async -> [IssuedCredential] {
        let output = QuantityFacts(
            product: identifier, name: stage.product.name, quantity: stage.batch, unit: stage.product.unit)
        let kind: EventFacts.Kind =
            inputs.isEmpty
            ? .object([output])
            : .transformation(
                inputs: inputs.map { batch, quantity in
                    QuantityFacts(
                        product: batch.identifier, name: batch.stage.product.name, quantity: quantity,
                        unit: batch.stage.product.unit)
                }, outputs: [output])
        let event = EventFacts(
            id: "https://\(platform.hosts.name(.storage))/events/\(spec.slug)/\(batches)", kind: kind,
            time: simulation.nowUnixSeconds, process: stage.process, location: facility.entity.id)
        var credentials: [IssuedCredential] = []
        for _ in 0..<(platform.behaviour.events.sending == .resent ? 2 : 1) {
            guard let credential = await platform.issue(.events([event]), for: spec.slug) else { continue }
            credentials.append(credential)
            if platform.behaviour.events.publishing == .inOrder {
                await platform.link(identifier, to: credential)
            } else {
                simulation.start("late events of \(spec.name)") { [simulation, platform] in
                    await simulation.sleep(for: .days(14))
                    await platform.link(identifier, to: credential)
                }
            }
        }
        return credentials
    }

    private func passport(
        _ identifier: String, lot: String, gtin: String, claims: [(Stage.ClaimTemplate, Double)],
        inputs: [(batch: Batch, quantity: Double)]
    ) -> PassportFacts {
        let now = simulation.nowUnixSeconds
        var facts = claims.compactMap { template, value -> ClaimFacts? in
            guard let criterion = HarmonisedCriteria[template.criterion] else { return nil }
            let evidence = certificates.first { $0.criteria.contains(template.criterion) }.map { certificate in
                EvidenceLink(
                    url: certificate.credential.url, name: "Certificate by \(certificate.certifier.name)",
                    digest: certificate.digest)
            }
            return ClaimFacts(
                criterion: criterion.facts, metric: template.metric, value: value, unit: template.unit, date: now,
                evidence: evidence)
        }
        for id in spec.unevidencedClaims {
            guard let criterion = HarmonisedCriteria[id] else { continue }
            facts.append(
                ClaimFacts(
                    criterion: criterion.facts, metric: criterion.name, value: 1, unit: "C62", date: now, evidence: nil)
            )
        }
        let origins = Dictionary(grouping: inputs, by: { $0.batch.producer.country }).mapValues { lots in
            lots.reduce(0) { $0 + $1.quantity }
        }
        let total = origins.values.reduce(0, +)
        return PassportFacts(
            product: ProductFacts(
                id: identifier, name: stage.product.name, registeredID: gtin, batch: lot, productionDate: now,
                country: spec.country, producer: facility.owner, facility: facility.entity,
                classification: (
                    scheme: "https://unstats.un.org/unsd/classifications/Econ/cpc/",
                    schemeName: "UN Central Product Classification", code: stage.product.cpc ?? stage.product.hs
                ), quantity: stage.batch, unit: stage.product.unit),
            claims: facts, footprint: claims.first { $0.0.criterion == "H01" }?.1,
            recycledShare: claims.first { $0.0.criterion == "H10" }.map { $0.1 / 100 },
            materials: origins.isEmpty
                ? [(stage.product.name, spec.country, 1)]
                : origins.sorted { $0.key < $1.key }.map { (stage.product.name, $0.key, $0.value / total) })
    }

    // MARK: Shipping and receiving

    private func ship(_ batch: Batch) async {
        guard !spec.customers.isEmpty else { return }
        var rest = batch.quantity
        var consignments: [Consignment] = []
        while rest > 0.000_5 {
            let quantity = min(rest, stage.shipment)
            rest -= quantity
            shipments += 1
            guard let customer = draws.pick(from: spec.customers), let buyer = market.spec(customer) else { continue }
            consignments.append(
                Consignment(
                    id: "\(spec.slug)-\(shipments)", batch: batch, quantity: quantity, seller: spec, buyer: buyer,
                    dispatched: simulation.nowUnixSeconds))
        }
        await market.dispatch(consignments)
    }

    /// Takes in a consignment: judges its evidence, puts the goods into store and makes what can be made.
    func receive(_ consignment: Consignment) async {
        let arrived = simulation.nowUnixSeconds
        let demands = (world.scenario.country(spec.country)?.demands ?? []).compactMap { id in
            HarmonisedCriteria[id].map { JudgementRequest.Demand(criterion: $0.iri, topic: $0.topic) }
        }
        let judgement = await platform.judge(
            JudgementRequest(
                consignment: consignment.id, identifier: consignment.batch.identifier, demands: demands,
                requiredTiers: world.scenario.evidenceTiers,
                key: consignment.batch.credentials.first { $0.type == .dpp }?.keyOnLabel))
        await market.judged(consignment, judgement, arrived: arrived)
        inventory.append((consignment.batch, consignment.quantity))
        await makeWhatCanBeMade()
    }
}
