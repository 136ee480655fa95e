package import Networking
import Platforms
package import Records
package import SimulationKernel
import UNTP

/// The platforms of a scenario with goods and evidence, for others to ask.
///
/// The scenario is opened, and its trade goes on for some days; after them nothing new is made, and what was published
/// stays where it is.
package struct ServedWorld: Sendable {
    package let simulation: Simulation
    package let addressing: Addressing
    /// What answers for each host, by its name on the simulated network.
    package let services: [String: any WebService]
    /// What there is to see.
    package let peers: PeersRecord

    /// Why a scenario can't be served.
    package enum Failure: Error, Sendable, CustomStringConvertible {
        /// A party or certifier by a name that is a service's on the same platform.
        case nameOfService(party: String, platform: String)
        case simulation(SimulationError)

        package var description: String {
            switch self {
            case .nameOfService(let party, let platform):
                "'\(party)' on the platform '\(platform)' has the name of a service, and its DID document can't be "
                    + "served beside that; expected another name than \(PlatformHosts.servicePaths.joined(separator: ", "))"
            case .simulation(let error): "the simulation can't go on: \(error)"
            }
        }
    }

    /// Opens a scenario and lets it trade.
    ///
    /// - Parameters:
    ///   - origin: Where all is published: scheme, host and port, and a path if there is one.
    ///   - days: For how long goods are made.
    ///   - end: When they stop being made, in Unix seconds; the present, for credentials that are valid now.
    ///   - progress: Called on the calling thread after each judged consignment.
    package init(
        opening scenario: Scenario, at origin: WebURL, days: Int, endingAt end: Int64, threads: Int = 2,
        progress: @escaping @Sendable (PilotRun.Progress) -> Void = { _ in }
    ) throws(Failure) {
        var scenario = scenario
        scenario.days = days
        scenario.startUnixSeconds = end - Int64(days) * 86_400
        try Self.check(scenario)
        var configuration = Simulation.Configuration(
            seed: scenario.seed, epochUnixSeconds: scenario.startUnixSeconds)
        configuration.threads = threads
        let simulation = Simulation(configuration)
        let extensions = ExtensionLibrary(scenario.extensions)
        let contexts = ContextHost(extensions: extensions).names
        addressing = Addressing(
            origin: origin, paths: World.paths(of: scenario, others: [RootResolver.host] + contexts))
        let world = World(
            scenario: scenario, simulation: simulation, table: CheckTable(isShared: true, extensions: extensions),
            addressing: addressing)
        let opened = Completion<(enrolment: Enrolment, ledger: Ledger)>()
        simulation.start("opening") { _ in
            await world.open()
            let enrolment = await world.enrol()
            let ledger = Ledger(world: world, enrolment: enrolment, progress: progress)
            simulation.complete(opened, with: (enrolment, ledger))
            await Market(world: world, ledger: ledger, keepsEvidence: true).open(enrolment)
        }
        // Without it there would be no more time once the trade has come to its end.
        simulation.start("the passing of days") { _ in while true { await simulation.sleep(for: .days(1)) } }
        do {
            _ = try simulation.run(until: .epoch.advanced(by: .days(Double(days))))
        } catch {
            throw .simulation(error)
        }
        self.simulation = simulation
        var services: [String: any WebService] = [RootResolver.host: world.rootResolver]
        for name in contexts { services[name] = world.contextHost }
        for platform in world.platforms.values {
            for service in PlatformHosts.Service.allCases { services[platform.hosts.name(service)] = platform }
        }
        self.services = services
        peers = PeersRecord(of: world, opened.result, at: origin)
    }

    private static func check(_ scenario: Scenario) throws(Failure) {
        let enrolled =
            scenario.parties.map { ($0.name, $0.slug, $0.platform) }
            + scenario.certifiers.map { ($0.name, $0.slug, $0.platform) }
        for (name, slug, platform) in enrolled where PlatformHosts.servicePaths.contains(slug) {
            throw .nameOfService(party: name, platform: platform)
        }
    }
}

extension World {
    /// Where hosts are published on one port: those of platforms under their name, others under their own.
    static func paths(of scenario: Scenario, others: [String]) -> [String: String] {
        let registers = scenario.countries.flatMap { country in registerKinds.map { register($0, country.code) } }
        var paths = Dictionary(others.map { ($0, "/" + $0) }, uniquingKeysWith: { first, _ in first })
        for slug in rootNames + registers + scenario.platforms.map(\.name) {
            paths.merge(PlatformHosts(slug: slug).paths) { first, _ in first }
        }
        return paths
    }
}
