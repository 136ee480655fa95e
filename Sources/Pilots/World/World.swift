import Credentials
import Networking
import Platforms
import SimulationKernel
import UNTP

/// What a scenario describes, in being: platforms on a network, registers, certifiers, parties.
///
/// The world knows the truth. Platforms never ask it; what they believe is compared with it afterwards.
struct World: Sendable {
    let scenario: Scenario
    let simulation: Simulation
    let network: Network
    private let topology: Topology
    let table: CheckTable
    /// Software platforms by name, and registers as `register-xx`, `accreditation-xx`, `root-registrar` and
    /// `root-accreditation`.
    let platforms: [String: Platform]
    let rootResolver: RootResolver
    let contextHost: ContextHost
    let rules: RuleBook
    /// Which platform a host belongs to.
    let platformOfHost: [String: String]
    private let softwarePlatforms: Set<String>
    private let hasOutside: Bool

    /// - Parameters:
    ///   - addressing: Where the hosts are published.
    ///   - outside: What of platforms' work is done outside of the simulator, by their names.
    init(
        scenario: Scenario, simulation: Simulation, table: CheckTable, addressing: Addressing = .ownNames,
        outside: [String: OutsidePart] = [:]
    ) {
        self.scenario = scenario
        self.simulation = simulation
        self.table = table
        softwarePlatforms = Set(scenario.platforms.map(\.name))
        hasOutside = !outside.isEmpty
        rules = RuleBook(scenario)
        let topology = Topology(
            access: Dictionary(uniqueKeysWithValues: scenario.countries.map { ($0.code, $0.access) }),
            lossPerMillion: scenario.network.lossPerMillion)
        self.topology = topology
        network = Network(simulation: simulation, topology: topology, addressing: addressing)
        rootResolver = RootResolver(simulation: simulation)
        let network = network
        var opened: [String: Platform] = [:]
        func add(_ name: String, at site: Site, behaviour: BehaviourProfile, roots: Set<String>) {
            opened[name] = Platform(
                simulation: simulation, network: network, table: table, name: name, slug: name, site: site,
                behaviour: behaviour, roots: roots, outside: outside[name])
        }
        for root in Self.rootNames {
            add(root, at: .international, behaviour: BehaviourProfile(), roots: [])
        }
        for country in scenario.countries {
            let behaviour = scenario.registerBehaviour[country.code] ?? scenario.registerBehaviour["all"] ?? .init()
            let site = Site(country: country.code, connectivity: .dataCentre)
            for kind in Self.registerKinds {
                add(Self.register(kind, country.code), at: site, behaviour: behaviour, roots: [])
            }
        }
        for spec in scenario.platforms {
            let roots: Set<String> =
                switch spec.profile.trust.roots {
                case .sharedList: Set(Self.rootNames.map { Self.did($0, addressing) })
                case .ownCountry: Set(Self.registerKinds.map { Self.did(Self.register($0, spec.country), addressing) })
                }
            add(
                spec.name, at: Site(country: spec.country, connectivity: .dataCentre), behaviour: spec.profile,
                roots: roots)
        }
        platforms = opened
        contextHost = ContextHost(extensions: table.extensions)
        var hosts: [String: String] = [RootResolver.host: Self.rootResolverName]
        for host in contextHost.names { hosts[host] = "context host" }
        for (name, platform) in opened {
            for service in PlatformHosts.Service.allCases { hosts[platform.hosts.name(service)] = name }
            hosts[platform.hosts.internalStorage] = name
            hosts[platform.hosts.testStorage] = name
            for host in platform.outsideHosts { hosts[host] = name }
            platform.outside?.adapter.read(PublishedNetwork(network, from: platform.site))
        }
        platformOfHost = hosts
    }

    // MARK: Registers

    /// The name under which findings have the resolver that all others are registered with.
    static let rootResolverName = "root resolver"
    static let rootNames = ["root-registrar", "root-accreditation"]
    static let registerKinds = ["register", "accreditation"]

    /// Whether a platform's name is kept for registers and those who vouch for them.
    static func hasRegister(_ name: String) -> Bool {
        rootNames.contains(name) || registerKinds.contains { name.hasPrefix($0 + "-") }
    }

    static func register(_ kind: String, _ country: String) -> String { "\(kind)-\(country.lowercased())" }

    /// The DID of a register that is the only tenant of its own platform.
    private static func did(_ register: String, _ addressing: Addressing) -> String {
        PlatformHosts(slug: register, addressing: addressing).did(of: tenant)
    }

    /// The name under which a register is enrolled on its own platform.
    static let tenant = "office"

    // MARK: Opening

    /// Puts everything on the network, with the outages that the scenario has.
    func open() async {
        let spec = scenario.network
        await network.register(
            RootResolver.host, at: .international, conditions: HostConditions(concurrency: 64), service: rootResolver)
        let contextLimit = spec.contextRequestsPerHour.map { HostConditions.RateLimit(requests: $0, period: .hours(1)) }
        for host in contextHost.names {
            await network.register(
                host, at: .international,
                conditions: HostConditions(
                    concurrency: 64, serviceTime: spec.contextSeconds.map { .seconds($0) } ?? .milliseconds(4),
                    rateLimit: contextLimit), service: contextHost)
        }
        for name in platforms.keys.sorted() {
            var conditions: [PlatformHosts.Service: HostConditions] = [:]
            for service in PlatformHosts.Service.allCases {
                let outages = spec.outages.filter { $0.platform == name && $0.service == service }
                conditions[service] = HostConditions(outages: outages.flatMap(windows))
            }
            await platforms[name]?.open(conditions: conditions)
        }
        for partition in spec.partitions {
            await network.partition(partition.countries, during: window(day: partition.day, hours: partition.hours))
        }
    }

    /// The time that a question of a party takes to its platform and back, without what the platform takes: who asks sits
    /// at its facility, and the platform in a data centre of its own country.
    func roundTrip(of party: PartySpec) -> Duration {
        guard let platform = scenario.platforms.first(where: { $0.name == party.platform }) else { return .zero }
        let route = topology.route(
            from: Site(country: party.country, connectivity: party.connectivity),
            to: Site(country: platform.country, connectivity: .dataCentre))
        return route.latency * 2
    }

    /// The connection of a party at a remote site; nil where it has one at all times, or synchronises as the pilot says.
    func connection(of party: PartySpec) -> SiteConnection? {
        guard party.connectivity == .remote, party.syncHours == nil, scenario.remoteSites == .asCountriesHaveIt,
            let line = scenario.country(party.country)?.remoteLine
        else { return nil }
        return SiteConnection(line) { simulation.stream("party/\(party.slug)", $0) }
    }

    private func windows(_ outage: NetworkSpec.Outage) -> [Range<VirtualInstant>] {
        guard let step = outage.everyDays else { return [window(day: outage.day, hours: outage.hours)] }
        // Consignments arrive for some time after the last was sent.
        return stride(from: outage.day, to: Double(scenario.days) * 2 + 90, by: step).map {
            window(day: $0, hours: outage.hours)
        }
    }

    private func window(day: Double, hours: Double) -> Range<VirtualInstant> {
        let start = VirtualInstant.epoch.advanced(by: .days(day))
        return start..<start.advanced(by: .hours(hours))
    }

    /// Whether a name is that of a software platform, not of a register.
    func isSoftwarePlatform(_ name: String) -> Bool { softwarePlatforms.contains(name) }

    /// The platform that a URL belongs to, by its host; "unknown" for none.
    func platform(of url: String) -> String {
        let addressing = network.addressing
        let host =
            addressing.host(of: url) ?? DID(url)?.documentURL.flatMap { addressing.host(of: $0) } ?? Self.didHost(url)
        return host.flatMap { platformOfHost[$0] } ?? "unknown"
    }

    /// In whose name platforms outside issued credentials of a dossier, by URL: they have URLs of their own, so that only
    /// the issuer's DID tells.
    func outsideTenants(of dossier: Dossier) -> [String: String] {
        guard hasOutside else { return [:] }
        var tenants: [String: String] = [:]
        for verdict in dossier.verdicts {
            guard let platform = platforms[platform(of: verdict.url)], platform.outside != nil,
                let did = verdict.opened?.issuer
            else { continue }
            tenants[verdict.url] = platform.assumeIsolated { $0.tenantSlug(ofDID: did) }
        }
        return tenants
    }

    /// The host of a did:web, however it is written.
    private static func didHost(_ did: String) -> String? {
        guard did.hasPrefix("did:web:") else { return nil }
        return did.dropFirst(8).prefix { $0 != ":" && $0 != "/" && $0 != "%" }.lowercased()
    }
}
