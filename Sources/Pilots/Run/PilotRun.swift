import Networking
package import Platforms
package import Records
package import SimulationKernel
import UNTP

/// Rehearses a scenario.
package struct PilotRun: Sendable {
    package struct Options: Sendable {
        /// Threads in all; with 1 all work is done on one.
        package var threads = 2
        package var replication = 0
        /// Whether checks of equal content are made once for all platforms; changes no result.
        package var sharesChecks = true
        package var ties = Simulation.TieOrder.fifo
        package var recordsObservations = false
        /// The platforms that stand outside, by name; they begin where `Scenario.connect` left them.
        package var outside: [String: OutsidePart] = [:]

        package init() {}
    }

    /// How far a run has come.
    package struct Progress: Sendable {
        package let day: Double
        package let days: Int
        package let dispatched: Int
        package let judged: Int
    }

    private let scenario: Scenario
    private let simulation: Simulation
    private let table: CheckTable
    private let options: Options

    package init(_ scenario: Scenario, options: Options = Options()) {
        var configuration = Simulation.Configuration(seed: scenario.seed, epochUnixSeconds: scenario.startUnixSeconds)
        configuration.replication = options.replication
        configuration.threads = options.threads
        configuration.ties = options.ties
        configuration.recordsObservations = options.recordsObservations
        simulation = Simulation(configuration)
        table = CheckTable(isShared: options.sharesChecks, extensions: ExtensionLibrary(scenario.extensions))
        self.scenario = scenario
        self.options = options
    }

    /// Ends the run at the next occasion with what was measured so far; safe on any thread and in a signal handler.
    package func cancel() { simulation.cancel() }

    /// What was really computed so far; unlike a run's record it hangs on threads and sharing.
    package var computed: CheckTable.Computed { table.computed }

    /// The texts of all observations of a run, where the options ask for them.
    package var observations: [String] { simulation.recordedObservations }

    /// Runs the scenario to its end: nothing is made after its last day, and all that is under way arrives and is judged.
    ///
    /// - Parameter progress: Called on the calling thread after each judged consignment.
    package func run(progress: @escaping @Sendable (Progress) -> Void = { _ in }) throws(SimulationError) -> RunRecord {
        try rehearse(progress: progress).record
    }

    /// Runs the scenario as `run` does, and gives the books of what became of all material beside the record.
    package func rehearse(
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) throws(SimulationError) -> (record: RunRecord, materials: MaterialBook) {
        let world = World(
            scenario: scenario, simulation: simulation, table: table,
            addressing: scenario.addressing(options.outside), outside: options.outside)
        // Hosts and network hold each other.
        defer { world.network.assumeIsolated { $0.close() } }
        let opening = Completion<Opened>()
        simulation.start("opening") { _ in
            await world.open()
            let enrolment = await world.enrol()
            let ledger = Ledger(world: world, enrolment: enrolment, progress: progress)
            let market = Market(world: world, ledger: ledger)
            world.simulation.complete(opening, with: Opened(ledger: ledger, market: market, enrolment: enrolment))
            await market.open(enrolment)
        }
        let end = try simulation.run()
        let opened = opening.result
        let books = opened.map { opened in
            let left = opened.market.assumeIsolated { $0.leftovers() }
            return opened.ledger.assumeIsolated { Books(of: $0, enrolment: opened.enrolment, left: left) }
        }
        if end == .finished { try checkConservation(world, books) }
        // Nobody asks for anything any more, and the record takes memory as well.
        opened?.market.assumeIsolated { $0.close() }
        opened?.ledger.assumeIsolated { $0.close() }
        for platform in world.platforms.values { platform.assumeIsolated { $0.close() } }
        simulation.tidy { [table] in table.forgetAll() }
        let builder = RecordBuilder(world: world, books: books, isCancelled: end == .cancelled, options: options)
        return (builder.record, builder.books.materials)
    }

    /// Holds a finished run against what no run may break.
    ///
    /// - Throws: `unbalanced`, where requests or material came from nowhere or were lost: a defect of the simulator.
    private func checkConservation(_ world: World, _ books: Books?) throws(SimulationError) {
        // Little's law: the number of requests at a host over time is what their stays add up to.
        let loads = world.network.assumeIsolated { $0.loads }
        for (host, load) in loads.sorted(by: { $0.key < $1.key }) where load.presence != load.stay {
            throw .unbalanced(
                "requests at \(host) were there for \(load.presence) and stayed for \(load.stay) in all")
        }
        if let imbalance = books?.materials.imbalances.first {
            throw .unbalanced(
                "of \(imbalance.place.product) at \(imbalance.place.party) came \(imbalance.came), of which "
                    + "\(imbalance.accounted) is accounted for")
        }
    }
}

/// Who takes part once a run has begun.
private struct Opened: Sendable {
    let ledger: Ledger
    let market: Market
    let enrolment: Enrolment
}

/// What a run leaves behind.
struct Books: Sendable {
    let rows: [Ledger.JudgedRow]
    /// When the last consignment was judged, in Unix seconds: as things stand then all is counted.
    let end: Int64
    let evidence: EvidenceBook
    let findings: FindingBook
    let totals: Ledger.Totals
    let artefacts: ArtefactBook
    let frauds: FraudBook
    let criteria: CriteriaBook
    let materials: MaterialBook
    /// Who certified each party, by the party's name.
    let certifiers: [String: [CertifierSpec]]

    init(
        of ledger: isolated Ledger, enrolment: Enrolment, left: [(party: String, product: String, quantity: Double)]
    ) {
        let evidence = ledger.evidence.value
        self.evidence = evidence
        rows = ledger.rows.map { Ledger.JudgedRow($0, end: ledger.lastJudged, evidence) }
        end = ledger.lastJudged
        findings = ledger.findings
        totals = ledger.totals
        artefacts = ledger.artefacts
        frauds = ledger.frauds.value
        criteria = ledger.criteria
        var materials = ledger.materials
        for lot in left { materials.left(lot.quantity, of: lot.product, at: lot.party) }
        self.materials = materials
        certifiers = enrolment.certificates.mapValues { $0.map(\.certifier) }
    }

    init(of world: World) {
        rows = []
        end = .min
        evidence = EvidenceBook(world)
        findings = FindingBook()
        totals = Ledger.Totals()
        artefacts = ArtefactBook()
        frauds = FraudBook()
        criteria = CriteriaBook()
        materials = MaterialBook()
        certifiers = [:]
    }
}
