import HTTPTypes
import Networking
import SimulationKernel
import Synchronization
import Testing

/// A service that answers with a fixed body, or sends on.
private struct Answering: WebService {
    var body: [UInt8] = Array("hello".utf8)
    var redirect: String?

    func respond(to request: WebRequest, from client: String) async -> WebResponse {
        redirect.map(WebResponse.redirect) ?? WebResponse(body, as: "text/plain")
    }
}

/// A host in Chile, a client in Germany, and what became of a request.
private struct Fixture {
    let simulation: Simulation
    let network: Network
    private let outcomes = Outcomes()

    final class Outcomes: Sendable {
        let list = Mutex<[(Result<Delivery, NetworkFailure>, Int64)]>([])
    }

    init(lossPerMillion: Int = 0) {
        simulation = Simulation(.init(seed: 3, epochUnixSeconds: 0))
        network = Network(
            simulation: simulation,
            topology: Topology(
                access: ["CL": .init(urbanMilliseconds: 40, remoteMilliseconds: 400)], lossPerMillion: lossPerMillion))
    }

    func outcome(
        _ url: String = "https://host.example/a", policy: ClientPolicy = .init(), at day: Double = 0,
        connectivity: Connectivity = .urban, conditions: HostConditions = .init(), service: Answering = .init(),
        requests: Int = 1, prepare: @escaping @Sendable (Network) async -> Void = { _ in }
    ) throws -> [(result: Result<Delivery, NetworkFailure>, milliseconds: Int64)] {
        let (network, simulation, outcomes) = (network, simulation, outcomes)
        simulation.start("set-up") { _ in
            await network.register(
                "host.example", at: Site(country: "CL", connectivity: connectivity), conditions: conditions,
                service: service)
            await prepare(network)
            await simulation.sleep(for: .days(day))
            for number in 0..<requests {
                simulation.start("request \(number)") { _ in
                    let started = simulation.now
                    let client = NetworkClient(name: "client", site: Site(country: "DE", connectivity: .dataCentre))
                    guard let target = WebURL(url) else { return }
                    let result = await network.send(WebRequest(url: target), from: client, policy: policy)
                    let taken = started.duration(to: simulation.now).wholeNanoseconds / 1_000_000
                    outcomes.list.withLock { $0.append((result, taken)) }
                }
            }
        }
        #expect(try simulation.run() == .finished)
        return outcomes.list.withLock { $0.map { (result: $0.0, milliseconds: $0.1) } }
    }
}

@Suite struct NetworkTests {
    @Test("An exchange takes the latency of both ways, and longer over a slow link")
    func takesTime() throws {
        let near = try Fixture().outcome()[0]
        #expect(try near.result.get().response.body == Array("hello".utf8))
        #expect((100...200).contains(near.milliseconds))
        let large = Answering(body: [UInt8](repeating: 1, count: 250_000))
        let slow = try Fixture().outcome(connectivity: .remote, service: large)[0]
        #expect(slow.milliseconds > 2000)
    }

    @Test("A host that nobody knows, one that is down and one that is cut off fail in their own ways")
    func fails() throws {
        #expect(try Fixture().outcome("https://nowhere.example/")[0].result.failure == .unknownHost("nowhere.example"))
        let down = VirtualInstant.epoch..<VirtualInstant.epoch.advanced(by: .days(1))
        #expect(
            try Fixture().outcome(conditions: HostConditions(outages: [down]))[0].result.failure
                == .connectionRefused("host.example"))
        let cut = try Fixture().outcome { await $0.partition(["CL"], during: down) }[0]
        #expect(cut.result.failure == .timedOut("host.example"))
        // Three attempts of ten seconds, with pauses between them.
        #expect((33_000...35_500).contains(cut.milliseconds))
        #expect(try Fixture().outcome(at: 2, conditions: HostConditions(outages: [down]))[0].result.failure == nil)
    }

    @Test("A lost message is made good by another attempt")
    func retries() throws {
        let outcomes = try Fixture(lossPerMillion: 200_000).outcome(requests: 200)
        #expect(outcomes.count { $0.result.failure == nil } > 150)
        #expect(outcomes.contains { (try? $0.result.get().attempts) ?? 1 > 1 })
    }

    @Test("A rate limit and a full queue turn requests away")
    func limits() throws {
        let once = ClientPolicy(attempts: 1)
        let limited = try Fixture().outcome(
            policy: once, conditions: HostConditions(rateLimit: .init(requests: 5, period: .hours(1))), requests: 20)
        #expect(limited.count { $0.result.failure == .rateLimited("host.example") } == 15)
        let crowded = try Fixture().outcome(
            policy: once,
            conditions: HostConditions(concurrency: 1, serviceTime: .milliseconds(500), queueLimit: 4), requests: 20)
        #expect(crowded.count { $0.result.failure == .overloaded("host.example") } >= 14)
        #expect(crowded.contains { $0.milliseconds > 1500 })
    }

    @Test("Redirects are followed to a limit, and refused where the policy says so")
    func redirects() throws {
        let circle = Answering(redirect: "/a")
        #expect(try Fixture().outcome(service: circle)[0].result.failure == .tooManyRedirects(limit: 5))
        #expect(
            try Fixture().outcome(policy: ClientPolicy(maximumRedirects: 0), service: circle)[0].result.failure
                == .redirectRefused(to: "/a"))
    }

    @Test("The same seed gives the same digest; a body beyond the limit is refused")
    func isDeterministic() throws {
        let (one, other) = (Fixture(lossPerMillion: 50_000), Fixture(lossPerMillion: 50_000))
        _ = try one.outcome(requests: 50)
        _ = try other.outcome(requests: 50)
        #expect(one.simulation.digest == other.simulation.digest)
        let large = try Fixture().outcome(
            policy: ClientPolicy(maximumBodyBytes: 3), service: Answering())[0]
        #expect(large.result.failure == .bodyTooLarge(limit: 3))
    }
}

extension Result {
    fileprivate var failure: Failure? { if case .failure(let failure) = self { failure } else { nil } }
}
