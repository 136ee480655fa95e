import HTTPTypes
import Networking
import Platforms
import SimulationKernel
import Synchronization
import Testing

/// A platform that is asked more than it can answer at once, as theory has it.
@Suite struct PlatformQueueTests {
    private final class Record: Sendable {
        let load = Mutex<HostLoad?>(nil)
        let answered = Mutex(0)
        let seconds = Mutex(0.0)
    }

    private static let host = "did.north.example"
    /// Requests a second to two places, each of which a request keeps for a second on average.
    private static let rate = 1.4

    /// What becomes of a platform's host for DID documents that others ask by chance.
    private func record(requests: Int, replication: Int) throws -> Record {
        var configuration = Simulation.Configuration(seed: 11, epochUnixSeconds: SignedSamples.now)
        configuration.replication = replication
        configuration.threads = 1
        let simulation = Simulation(configuration)
        let network = Network(
            simulation: simulation, topology: Topology(access: [:], pairs: [(from: "DE", to: "DE", latency: .zero)]))
        let site = Site(country: "DE", connectivity: .dataCentre)
        let platform = Platform(
            simulation: simulation, network: network, table: CheckTable(), name: "north", slug: "north", site: site,
            behaviour: .init(), roots: [])
        let record = Record()
        simulation.start("asking") { _ in
            await platform.open(conditions: [
                .did: HostConditions(
                    concurrency: 2, serviceTime: .seconds(1), serviceVariation: .exponential, queueLimit: .max)
            ])
            await platform.enrol(slug: "refinery", name: "Refinery")
            let opened = simulation.now
            var arrivals = simulation.stream("visitors", "arrivals")
            let visitor = NetworkClient(name: "visitor", site: site)
            for number in 0..<requests {
                await simulation.sleep(
                    for: .nanoseconds(Int64(arrivals.exponential(mean: 1e9 / Self.rate).rounded())))
                simulation.start("visit \(number)") { _ in
                    guard let url = WebURL("https://\(Self.host)/refinery/did.json") else { return }
                    let answer = await network.send(
                        WebRequest(url: url), from: visitor,
                        policy: ClientPolicy(timeout: .days(10_000), attempts: 1))
                    if case .success(let delivery) = answer, delivery.response.status == .ok {
                        record.answered.withLock { $0 += 1 }
                    }
                }
            }
            record.seconds.withLock { $0 = opened.duration(to: simulation.now) / .seconds(1) }
        }
        #expect(try simulation.run() == .finished)
        simulation.start("reading") { _ in
            let load = await network.loads[Self.host]
            record.load.withLock { $0 = load }
        }
        #expect(try simulation.run() == .finished)
        return record
    }

    @Test("Those who ask a platform wait as long, and are as many, as in a queue M/M/2")
    func queuesAsTheoryHasIt() throws {
        let samples = try (0..<16).map { replication -> (wait: Double, present: Double) in
            let record = try record(requests: 3000, replication: replication)
            let known = record.load.withLock(\.self)
            let load = try #require(known)
            #expect(load.arrivals == 3000 && load.present == 0)
            #expect(record.answered.withLock(\.self) == 3000)
            #expect(load.presence == load.stay)
            return (
                load.waiting / .seconds(1) / Double(load.arrivals),
                load.presence / .seconds(1) / record.seconds.withLock(\.self)
            )
        }
        // Erlang C for two places: the square of the utilisation over what it lacks to one.
        let square = (Self.rate / 2) * (Self.rate / 2)
        let wait = square / (1 - square)
        expect(samples.map(\.wait), toShow: wait)
        expect(samples.map(\.present), toShow: Self.rate * (wait + 1))
    }

    /// Holds a mean against what theory says, within 99.9 % limits by Student's distribution.
    private func expect(_ samples: [Double], toShow expected: Double) {
        let mean = samples.reduce(0, +) / Double(samples.count)
        let variance = samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(samples.count - 1)
        // For fifteen degrees of freedom.
        let limit = 4.073 * (variance / Double(samples.count)).squareRoot()
        #expect(abs(mean - expected) <= limit, "\(mean) +- \(limit), expected \(expected)")
        #expect(limit < 0.2 * expected, "\(mean) +- \(limit) says too little")
    }
}
