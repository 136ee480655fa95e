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

    /// What is left of the batches that arrived, by need, in the order in which they came.
    private(set) var stores: [Store]
    /// What the next batch takes of each need; drawn once for each batch.
    private var plan: [Double]?
    /// Who buys a product or coproduct, by its id.
    private let customers: [String: [String]]
    /// Batches of which the last was taken for the batch that is being made.
    private var usedUp: [Batch] = []
    private var isBusy = false
    private var batches = 0
    private var shipments = 0
    private var draws: RandomStream

    init(
        _ spec: PartySpec, stage: Stage, platform: Platform, facility: Enrolment.Facility,
        certificates: [Enrolment.Certificate], customers: [String: [String]], world: World, market: Market
    ) {
        stores = stage.needs.map { Store(isMixed: stage.custody != .identityPreserved, sources: $0.sources) }
        self.customers = customers
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

    /// Takes what a batch needs from the stores, oldest first; nil while there is too little of something.
    private func takeInputs() -> [(batch: Batch, quantity: Double)]? {
        let plan = plan ?? drawPlan()
        self.plan = plan
        guard zip(stores, plan).allSatisfy({ store, quantity in store.holds(quantity) }) else { return nil }
        self.plan = nil
        return stores.indices.flatMap { stores[$0].take(plan[$0], usedUp: &usedUp) }
    }

    private func drawPlan() -> [Double] {
        stage.needs.map { need in
            need.perUnit.map { stage.batch * draw($0) } ?? stage.batch / draw(stage.yield)
        }
    }

    private func draw(_ range: Triangle) -> Double {
        draws.triangular(low: range.low, mode: range.typical, high: range.high)
    }

    /// Makes a batch of the product, and one of each coproduct that somebody buys.
    private func make(from inputs: [(batch: Batch, quantity: Double)]) async {
        batches += 1
        let made = simulation.nowUnixSeconds
        let lot = "\(stage.localID.prefix(3).uppercased())\(batches)"
        var outputs = [output(stage.id, quantity: stage.batch, position: 0, lot: lot)]
        for (position, coproduct) in stage.coproducts.enumerated() where customers[coproduct.id]?.isEmpty == false {
            let quantity = stage.batch * draw(coproduct.perUnit)
            outputs.append(output(coproduct.id, quantity: quantity, position: position + 1, lot: lot))
        }
        let isAltered = spec.alteredShare > 0 && draws.chance(spec.alteredShare)
        let claims = stage.claims.map { ($0, draw($0.range)) }
        var passports: [(passport: IssuedCredential?, order: CredentialOrder)] = []
        for output in outputs {
            let order = CredentialOrder.passport(passport(output, claims: claims, inputs: inputs))
            let passport = await platform.issue(
                order, for: spec.slug, validUntil: simulation.nowUnixSeconds + 10 * 365 * 86_400,
                alteration: isAltered ? .footprintHalved : nil)
            if let passport { await platform.link(output.identifier, to: passport) }
            passports.append((passport, order))
        }
        let events = await publishEvents(outputs, inputs: inputs)
        var finished: [Batch] = []
        for (output, issued) in zip(outputs, passports) {
            if let record = facility.record { await platform.link(output.identifier, to: record) }
            let batch = Batch(
                identifier: output.identifier, stage: stage, output: output.id, producer: spec,
                quantity: output.quantity, inputs: inputs, footprint: claims.first { $0.0.criterion == "H01" }?.1,
                isAltered: isAltered, credentials: [issued.passport].compactMap(\.self) + events,
                facilityRecord: facility.record, made: made)
            await market.made(batch)
            await ship(batch)
            if let passport = issued.passport, let hours = spec.correctsAfterHours {
                await market.correct(passport, of: batch, by: issued.order, after: hours)
            }
            finished.append(batch)
        }
        let released = usedUp + finished
        usedUp = []
        for batch in released { await market.release(batch) }
    }

    /// Something that is made in a batch.
    private struct Output {
        /// Of the product or coproduct.
        let id: String
        let product: Stage.Product
        let identifier: String
        let gtin: String
        let lot: String
        let quantity: Double

        var facts: QuantityFacts {
            QuantityFacts(product: identifier, name: product.name, quantity: quantity, unit: product.unit)
        }
    }

    private func output(_ id: String, quantity: Double, position: Int, lot: String) -> Output {
        let gtin = GS1.appendingCheckDigit(
            "0" + facility.companyPrefix + "00" + Self.twoDigits(stage.order) + String(position % 10))
        let identifier = GS1Identifier(key: .gtin, value: gtin, batch: lot).canonical
        return Output(
            id: id, product: stage.output(id), identifier: identifier, gtin: gtin, lot: lot, quantity: quantity)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number % 100)" }

    /// The event that ties the batch to its inputs, or to its extraction; twice where the platform resends.
    private func publishEvents(
        _ outputs: [Output], inputs: [(batch: Batch, quantity: Double)]
    ) async -> [IssuedCredential] {
        let kind: EventFacts.Kind =
            inputs.isEmpty
            ? .object(outputs.map(\.facts))
            : .transformation(
                inputs: inputs.map { batch, quantity in
                    QuantityFacts(
                        product: batch.identifier, name: batch.product.name, quantity: quantity,
                        unit: batch.product.unit)
                }, outputs: outputs.map(\.facts))
        let event = EventFacts(
            id: "https://\(platform.hosts.name(.storage))/events/\(spec.slug)/\(batches)", kind: kind,
            time: simulation.nowUnixSeconds, process: stage.process, location: facility.entity.id)
        var credentials: [IssuedCredential] = []
        for _ in 0..<(platform.behaviour.events.sending == .resent ? 2 : 1) {
            guard let credential = await platform.issue(.events([event]), for: spec.slug) else { continue }
            credentials.append(credential)
            if platform.behaviour.events.publishing == .inOrder {
                for output in outputs { await platform.link(output.identifier, to: credential) }
            } else {
                simulation.start("late events of \(spec.name)") { [simulation, platform] in
                    await simulation.sleep(for: .days(14))
                    for output in outputs { await platform.link(output.identifier, to: credential) }
                }
            }
        }
        return credentials
    }

    private func passport(
        _ output: Output, claims: [(Stage.ClaimTemplate, Double)],
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
                id: output.identifier, name: output.product.name, registeredID: output.gtin, batch: output.lot,
                productionDate: now,
                country: spec.country, producer: facility.owner, facility: facility.entity,
                classification: (
                    scheme: "https://unstats.un.org/unsd/classifications/Econ/cpc/",
                    schemeName: "UN Central Product Classification", code: output.product.cpc ?? output.product.hs
                ), quantity: output.quantity, unit: output.product.unit),
            claims: facts, footprint: claims.first { $0.0.criterion == "H01" }?.1,
            recycledShare: claims.first { $0.0.criterion == "H10" }.map { $0.1 / 100 },
            materials: origins.isEmpty
                ? [(output.product.name, spec.country, 1)]
                : origins.sorted { $0.key < $1.key }.map { (output.product.name, $0.key, $0.value / total) })
    }

    // MARK: Shipping and receiving

    /// Sends a batch to those who buy it, a consignment each.
    private func ship(_ batch: Batch) async {
        await ship(batch, batch.quantity, size: batch.output == stage.id ? stage.shipment : batch.quantity)
    }

    private func ship(_ batch: Batch, _ quantity: Double, size: Double) async {
        guard let customers = customers[batch.output], !customers.isEmpty else { return }
        var rest = quantity
        var consignments: [Consignment] = []
        while rest > 0.000_5 {
            let quantity = min(rest, size)
            rest -= quantity
            shipments += 1
            guard let customer = draws.pick(from: customers), let buyer = market.spec(customer) else { continue }
            consignments.append(
                Consignment(
                    id: "\(spec.slug)-\(shipments)", batch: batch, quantity: quantity, seller: spec, buyer: buyer,
                    dispatched: simulation.nowUnixSeconds))
        }
        await market.dispatch(consignments)
    }

    /// Sends on what came in, as a trader does who makes nothing: what was bought goes on under its own passport.
    private func handOn(_ consignment: Consignment) async {
        await simulation.sleep(for: .hours(stage.lineHours))
        if simulation.now < end { await ship(consignment.batch, consignment.quantity, size: stage.shipment) }
        await market.release(consignment.batch)
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
        if stage.handsOn {
            await handOn(consignment)
        } else if let store = stores.firstIndex(where: { $0.sources.contains(consignment.batch.output) }) {
            stores[store].put(consignment.batch, consignment.quantity)
            await makeWhatCanBeMade()
        } else {
            await market.release(consignment.batch)
        }
    }
}
