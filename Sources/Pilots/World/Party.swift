import Credentials
import Platforms
import SimulationKernel
import UNTP

/// A party at work: makes batches, ships consignments, judges what arrives.
actor Party: SimulatedActor {
    nonisolated let simulation: Simulation
    nonisolated var unownedExecutor: UnownedSerialExecutor { simulation.unownedExecutor }
    nonisolated let spec: PartySpec
    let world: World
    let market: Market
    let stage: Stage
    let platform: Platform
    let facility: Enrolment.Facility
    var certificates: [Enrolment.Certificate]
    let forgeries: [FraudPattern: [Enrolment.Certificate]]
    /// What it does about its chain of custody; nil where nobody certifies that.
    var custody: CustodyPractice?
    /// The products whose certificate goes to the register of credits and not with the goods.
    let booked: Set<String>
    /// The credits that it claims again and again, if it does.
    var latestCredits: CreditCertificate?
    private let end: VirtualInstant

    /// What is left of the batches that arrived, by need, in the order in which they came.
    var stores: [Store]
    /// What the next batch takes of each need; drawn once for each batch.
    private var plan: Plan?
    /// Who buys a product or coproduct, by its id.
    private let customers: [String: [String]]
    /// Batches of which the last was taken for the batch that is being made.
    private var usedUp: [Batch] = []
    /// What came in of goods for which a rule has a threshold, in tonnes.
    var imported: [Import: Double] = [:]
    private var isBusy = false
    private(set) var batches = 0
    private var shipments = 0
    private var draws: RandomStream
    /// Apart from how it makes: who cheats more, or is inspected more, makes the same.
    private var conduct: RandomStream
    private var sales: RandomStream
    /// Of borders on its side: what comes in, and what leaves.
    var inspection: RandomStream
    var clearance: RandomStream
    /// Of the laboratory that tests what arrives.
    var sampling: RandomStream
    /// Of who types what a label does not say.
    var typing: RandomStream
    /// What it waits for each answer of its platform, for the way alone.
    let roundTrip: Duration
    /// Its connection, where it is at a remote site that has gaps.
    var connection: SiteConnection?

    init(
        _ spec: PartySpec, stage: Stage, platform: Platform, facility: Enrolment.Facility,
        certificates: [Enrolment.Certificate], forgeries: [FraudPattern: [Enrolment.Certificate]],
        customers: [String: [String]], world: World, market: Market
    ) {
        let custody = CustodyPractice(of: spec, at: stage, certificates)
        let separation: Store.Separation =
            if spec.mixes { .none } else {
                switch stage.custody {
                case .identityPreserved: .makers
                case .segregated: custody == nil ? .none : .standing
                case .massBalance, .bookAndClaim: .none
                }
            }
        stores = stage.needs.map { Store(separation, sources: $0.sources) }
        self.custody = custody
        booked = Set(
            customers.keys.filter { output in
                custody != nil && (customers[output] ?? []).contains { world.claimsCredits($0, for: output) }
            })
        self.customers = customers
        roundTrip = world.roundTrip(of: spec)
        self.spec = spec
        self.stage = stage
        self.platform = platform
        self.facility = facility
        self.certificates = certificates
        self.forgeries = forgeries
        self.world = world
        self.market = market
        simulation = world.simulation
        end = .epoch.advanced(by: .days(Double(world.scenario.days)))
        draws = simulation.stream("party/\(spec.slug)", "production")
        conduct = simulation.stream("party/\(spec.slug)", "conduct")
        sales = simulation.stream("party/\(spec.slug)", "sales")
        inspection = simulation.stream("party/\(spec.slug)", "inspection")
        clearance = simulation.stream("party/\(spec.slug)", "clearance")
        sampling = simulation.stream("party/\(spec.slug)", "sampling")
        typing = simulation.stream("party/\(spec.slug)", "typing")
        connection = world.connection(of: spec)
    }

    /// Replaces a certificate by the one that was issued in its place.
    func replace(_ former: IssuedCredential, by certificate: Enrolment.Certificate) {
        for index in certificates.indices where certificates[index].credential.url == former.url {
            certificates[index] = certificate
        }
    }

    // MARK: Making

    /// Makes a batch at each interval; for parties without inputs.
    func runOrigin() async {
        await simulation.sleep(for: VirtualInstant.epoch.duration(to: spec.begins))
        await simulation.sleep(for: .hours(draws.unit() * min(spec.everyHours, 48)))
        while simulation.now < end {
            await make(from: [], deeds: drawDeeds())
            await simulation.sleep(for: .hours(spec.everyHours))
        }
    }

    /// Begins with what has come in by then; for parties with inputs that set up first.
    func runLate() async {
        await simulation.sleep(for: VirtualInstant.epoch.duration(to: spec.begins))
        await makeWhatCanBeMade()
    }

    /// Makes batches for as long as there is enough to make them from.
    func makeWhatCanBeMade() async {
        guard !isBusy, simulation.now >= spec.begins else { return }
        isBusy = true
        while simulation.now < end, let (inputs, deeds) = takeInputs() {
            await simulation.sleep(for: .hours(stage.lineHours))
            await make(from: inputs, deeds: deeds)
            // The same inputs once more, on paper: what is sold comes from elsewhere.
            if deeds.contains(.doubleSelling) {
                await make(from: inputs, deeds: [.doubleSelling], isOnPaperOnly: true)
            }
        }
        isBusy = false
    }

    /// What goes into the next batch, and what its maker is up to.
    private struct Plan {
        let quantities: [Double]
        let deeds: Set<FraudPattern>
    }

    /// Takes what a batch needs from the stores, oldest first; nil while there is too little of something.
    private func takeInputs() -> (inputs: [Batch.Input], deeds: Set<FraudPattern>)? {
        let plan = plan ?? drawPlan()
        self.plan = plan
        guard zip(stores, plan.quantities).allSatisfy({ store, quantity in store.holds(quantity) }) else { return nil }
        self.plan = nil
        // The best goods are made for which there is enough of all that it takes.
        let standing = Set(stores.flatMap(\.standings)).sorted().last { standing in
            zip(stores, plan.quantities).allSatisfy { $0.holds($1, atLeast: standing) }
        }
        let inputs = stores.indices.flatMap {
            stores[$0].take(plan.quantities[$0], atLeast: standing ?? .uncertified, usedUp: &usedUp)
        }
        return (inputs, plan.deeds)
    }

    private func drawPlan() -> Plan {
        let deeds = drawDeeds()
        // Who certifies more than there was stretches it with what comes from elsewhere.
        let part = deeds.contains(.massBalanceOvershoot) ? Self.stretchedPart : 1
        return Plan(
            quantities: stage.needs.map { need in
                part * (need.perUnit.map { stage.batch * draw($0) } ?? stage.batch / draw(stage.yield))
            }, deeds: deeds)
    }

    /// The part of what a batch needs that a stretched one really takes.
    static let stretchedPart = 0.6

    /// What the party does with its next batch that it ought not to.
    private func drawDeeds() -> Set<FraudPattern> {
        guard !spec.fraud.isEmpty else { return [] }
        let day = Double(simulation.nowUnixSeconds - world.scenario.startUnixSeconds) / 86_400
        // A facility that doesn't exist does so from the first and in each batch.
        let due = spec.fraud.filter { $0.pattern == .fakeFacility || day >= $0.fromDay && conduct.chance($0.share) }
        var deeds = Set(due.map(\.pattern))
        // A claim links one certificate or none, whatever else its maker might have shown.
        let forgery = deeds.contains(.claimWithoutEvidence) ? nil : deeds.filter { forgeries[$0] != nil }.min()
        deeds = deeds.filter { !$0.isForgery || $0 == forgery }
        return deeds
    }

    private func draw(_ range: Triangle) -> Double {
        draws.triangular(low: range.low, mode: range.typical, high: range.high)
    }

    /// Makes a batch of the product, and one of each coproduct that somebody buys.
    private func make(
        from inputs: [Batch.Input], deeds: Set<FraudPattern>, isOnPaperOnly: Bool = false
    ) async {
        batches += 1
        let made = simulation.nowUnixSeconds
        let lot = "\(stage.localID.prefix(3).uppercased())\(batches)"
        var outputs = [output(stage.id, quantity: stage.batch, position: 0, lot: lot)]
        for (position, coproduct) in stage.coproducts.enumerated() where customers[coproduct.id]?.isEmpty == false {
            let quantity = stage.batch * draw(coproduct.perUnit)
            outputs.append(output(coproduct.id, quantity: quantity, position: position + 1, lot: lot))
        }
        let isAltered = spec.alteredShare > 0 && conduct.chance(spec.alteredShare)
        let claims = stage.claims.map { ($0, draw($0.range)) }
        let deeds = deeds.filter { hasEffect($0, on: inputs) }
        let credits = deeds.showOtherEvidence ? nil : await retiredCredits(for: inputs)
        var passports: [(passport: IssuedCredential?, order: CredentialOrder, certification: Certification?)] = []
        for output in outputs {
            let custody = await certify(output, made: made, from: inputs, deeds: deeds, credits: credits)
            let order = CredentialOrder.passport(
                passport(output, claims: claims, custody: custody?.claim, inputs: inputs, deeds: deeds))
            let passport = await platform.issue(
                order, for: spec.issuerSlug, validUntil: simulation.nowUnixSeconds + 10 * 365 * 86_400,
                alteration: isAltered ? .figureHalved : nil)
            if let passport { await publish(passport, of: [output]) }
            passports.append((passport, order, custody?.certification))
        }
        let events = await publishEvents(outputs, inputs: inputs)
        let delay = timeToPublish()
        var finished: [Batch] = []
        for (output, issued) in zip(outputs, passports) {
            if let record = facility.record { await publish(record, of: [output], isLast: true) }
            let batch = Batch(
                identifier: output.identifier, stage: stage, output: output.id, producer: spec,
                quantity: output.quantity, inputs: inputs, isOnPaperOnly: isOnPaperOnly,
                footprint: claims.first { $0.0.criterion == "H01" }?.1,
                isAltered: isAltered, certification: issued.certification, deeds: deeds,
                hasUnprovenClaims: issued.order.hasUnprovenClaims, restsOnCertificate: isCertified(issued.order),
                credentials: [issued.passport].compactMap(\.self) + events,
                credits: credits?.certificate,
                facilityRecord: facility.record, made: made)
            await market.made(batch, publishedAfter: delay)
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
    struct Output {
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
            "0" + facility.companyPrefix + "00" + Self.twoDigits(stage.order) + String(position))
        let identifier = GS1Identifier(key: .gtin, value: gtin, batch: lot).canonical
        return Output(
            id: id, product: stage.output(id), identifier: identifier, gtin: gtin, lot: lot, quantity: quantity)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number % 100)" }

    // MARK: Shipping

    /// Sends a batch to those who buy it, a consignment each.
    private func ship(_ batch: Batch) async {
        await ship(batch, batch.quantity, size: batch.output == stage.id ? stage.shipment : batch.quantity)
    }

    private func ship(_ batch: Batch, _ quantity: Double, size: Double) async {
        guard let customers = customers[batch.output], !customers.isEmpty else {
            return await market.keep(quantity, of: batch.output, at: spec.name)
        }
        // What a trader sends on came in lots of any size.
        let size = max(size, quantity / Double(Stage.mostShipments))
        var rest = quantity
        var consignments: [Consignment] = []
        while rest > 0.000_5 {
            let quantity = min(rest, size)
            rest -= quantity
            shipments += 1
            guard let customer = sales.pick(from: customers), let buyer = market.spec(customer) else {
                await market.keep(quantity, of: batch.output, at: spec.name)
                continue
            }
            consignments.append(
                Consignment(
                    id: "\(spec.slug)-\(shipments)", batch: batch, quantity: quantity, seller: spec, buyer: buyer,
                    dispatched: simulation.nowUnixSeconds))
        }
        if rest != 0 { await market.keep(rest, of: batch.output, at: spec.name) }
        await market.dispatch(consignments)
    }

    /// Sends on what came in, as a trader does who makes nothing: what was bought goes on under its own passport.
    func handOn(_ consignment: Consignment) async {
        await simulation.sleep(for: .hours(stage.lineHours))
        if simulation.now < end {
            await ship(consignment.batch, consignment.quantity, size: stage.shipment)
        } else {
            await market.keep(consignment.quantity, of: consignment.batch.output, at: spec.name)
        }
        await market.release(consignment.batch)
    }

    /// What an importer brought in under a rule in a calendar year.
    struct Import: Hashable {
        let rule: String
        let year: Int
    }
}
