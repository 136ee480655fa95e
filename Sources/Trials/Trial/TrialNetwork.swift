import Networking
import Platforms
import SimulationKernel
import UNTP

/// A small world in virtual time: two registers that are trusted, the contexts, and the resolver of all identifiers.
struct TrialNetwork {
    let simulation: Simulation
    let network: Network
    let table: CheckTable
    private let registers: Platform
    private let root: RootResolver

    static let site = Site(country: "NO", connectivity: .dataCentre)
    private static let roles = ["register", "accreditation"]
    private static let slug = "trial"

    /// - Parameters:
    ///   - origin: Where the registers and the peers publish.
    ///   - peers: The peers that publish there.
    init(now: Int64, origin: TrialOrigin = .ownHosts, peers: [PeerProfile] = []) {
        // The same seed each time: nothing here is left to chance but the keys and the latencies.
        var configuration = Simulation.Configuration(seed: 1, epochUnixSeconds: now)
        configuration.threads = 1
        simulation = Simulation(configuration)
        network = Network(
            simulation: simulation, topology: Topology(access: [:], lossPerMillion: 0),
            addressing: origin.addressing(of: [Self.slug] + peers.map(\.name)))
        table = CheckTable()
        root = RootResolver(simulation: simulation)
        registers = Platform(
            simulation: simulation, network: network, table: table, name: "trial registers", slug: Self.slug,
            site: Self.site, behaviour: BehaviourProfile(), roots: [])
    }

    /// The DIDs that everybody trusts.
    var trusted: [String] { Self.roles.map { registers.hosts.did(of: $0) } }

    /// A platform of this world, not yet on the network.
    func platform(_ peer: PeerProfile, trusting others: Set<String> = []) -> Platform {
        Platform(
            simulation: simulation, network: network, table: table, name: peer.name, slug: peer.name, site: Self.site,
            behaviour: peer.behaviour, roots: Set(trusted).union(others))
    }

    /// Puts the registers and the shared hosts on the network.
    func open() async {
        await registers.open()
        for (role, name) in zip(Self.roles, ["Register of Companies", "Accreditation Board"]) {
            await registers.enrol(slug: role, name: name)
        }
        await network.register(RootResolver.host, at: Self.site, service: root)
        let contexts = ContextHost(extensions: table.extensions)
        for host in contexts.names { await network.register(host, at: Self.site, service: contexts) }
    }

    /// Makes a resolver answer for the made-up company's numbers; its URL is without a slash at its end.
    func resolve(at url: String) async {
        await root.register(companyPrefix: IssuerWorld.companyPrefix, resolver: url)
    }

    /// Issues the anchor of a role for somebody's DID; its URL.
    func anchor(_ facts: AnchorFacts, isAccreditation: Bool, validFrom: Int64) async -> String? {
        await registers.issue(.anchor(facts), for: Self.roles[isAccreditation ? 1 : 0], validFrom: validFrom)?.url
    }

    /// Runs a flow to its end; false where it could not come to one.
    func run(_ name: String, _ flow: @escaping @Sendable (isolated FlowHost) async -> Void) -> Bool {
        simulation.start(name, flow)
        return (try? simulation.run()) != nil
    }
}
