import HTTPTypes
import JSON
import Networking
import Platforms
import SimulationKernel
import Testing

/// What a reader outside gets to see of a network while virtual time stands still for it.
@Suite struct PublishedNetworkTests {
    private static let noon = VirtualInstant.epoch.advanced(by: .hours(12))

    /// What comes of reading at an instant, and of asking afterwards what the reader might have left a trace in.
    private func seen(
        _ targets: [String], method: HTTPRequest.Method = .get, at instant: VirtualInstant = noon,
        from country: String = "DE", prepare: @escaping @Sendable (Network) async -> Void = { _ in }
    ) throws -> (read: [WebResponse], later: [[UInt8]], traffic: Network.Traffic?, signatures: Int) {
        let simulation = Simulation(.init(seed: 1, epochUnixSeconds: 1_767_571_200))
        let network = Network(simulation: simulation, topology: Topology(access: [:]))
        // Lists that are signed when they are asked for show when that was.
        var behaviour = BehaviourProfile()
        behaviour.status.signing = .onRequest
        let platform = Platform(
            simulation: simulation, network: network, table: CheckTable(), name: "north", slug: "north",
            site: Site(country: "DE", connectivity: .dataCentre), behaviour: behaviour, roots: [])
        let (read, later) = (Completion<[WebResponse]>(), Completion<[[UInt8]]>())
        let reader = PublishedNetwork(network, from: Site(country: country, connectivity: .dataCentre))
        let traffic = Completion<Network.Traffic>()
        simulation.start("reading") { _ in
            await platform.open(conditions: [
                .storage: HostConditions(outages: [.epoch..<Self.noon.advanced(by: .hours(1))])
            ])
            await platform.enrol(slug: "refinery", name: "Refinery")
            await prepare(network)
            await simulation.sleep(until: instant)
            let answers = targets.compactMap { WebURL($0) }.map { reader.read(WebRequest(method: method, url: $0)) }
            simulation.complete(read, with: answers)
            await simulation.sleep(for: .hours(6))
            var bodies: [[UInt8]] = []
            for url in [Self.list, "https://did.north.example/refinery/did.json"].compactMap({ WebURL($0) }) {
                bodies.append(await platform.respond(to: WebRequest(url: url), from: "test").body)
            }
            simulation.complete(later, with: bodies)
            simulation.complete(traffic, with: await network.traffic)
        }
        #expect(try simulation.run() == .finished)
        return (
            read.result ?? [], later.result ?? [], traffic.result, platform.assumeIsolated { $0.signatures }
        )
    }

    private static let list = "https://status.north.example/refinery/1"

    @Test("What stands there at the instant is read, and only that")
    func readsTheInstant() throws {
        let seen = try seen([
            Self.list, "https://did.north.example/refinery/did.json", "https://did.north.example/nobody/did.json",
            "https://nowhere.example/",
        ])
        #expect(seen.read.map(\.status.code) == [200, 200, 404, 404])
        #expect(try JSONDocument(parsing: seen.read[1].body).root["id"]?.string == "did:web:did.north.example:refinery")
        #expect(try self.seen([Self.list], method: .post).read.map(\.status) == [.methodNotAllowed])
        #expect(try self.seen(["https://api.north.example/credentials/verify"]).read.map(\.status) == [.notFound])
    }

    @Test("A host that is down, or cut off from the reader, can't be read")
    func readsNoHostThatIsDown() throws {
        let storage = "https://credentials.north.example/refinery/dia/1"
        #expect(try seen([storage]).read.map(\.status) == [.serviceUnavailable])
        #expect(try seen([storage], at: Self.noon.advanced(by: .hours(2))).read.map(\.status) == [.notFound])
        func cutOff(_ country: String) throws -> [HTTPResponse.Status] {
            try seen([Self.list], from: country) { network in
                await network.partition(["CL"], during: .epoch..<Self.noon.advanced(by: .hours(1)))
            }.read.map(\.status)
        }
        #expect(try cutOff("CL") == [.serviceUnavailable])
        #expect(try cutOff("FR") == [.ok])
    }

    @Test("Reading leaves no trace: lists are signed when they would have been, and nothing is counted")
    func leavesNoTrace() throws {
        let (with, without) = (try seen([Self.list, Self.list]), try seen([]))
        #expect(with.read.count == 2 && with.read[0].body == with.read[1].body)
        #expect(with.later == without.later && with.later.count == 2 && with.read[0].body != with.later[0])
        #expect(with.traffic == without.traffic && with.traffic != nil)
        #expect(with.signatures == without.signatures)
    }
}
