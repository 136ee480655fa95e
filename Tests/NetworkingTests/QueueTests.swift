import HTTPTypes
import Networking
import SimulationKernel
import Synchronization
import Testing

/// Queues of which theory says how long they are, at a host of a network that clients ask.
@Suite struct QueueTests {
    /// A host with requests that come by chance, told by what theory needs.
    struct Queue: Sendable, CustomStringConvertible {
        let places: Int
        /// The share of time that a place is taken.
        let utilisation: Double
        var variation = HostConditions.ServiceVariation.exponential

        var description: String {
            "M/\(variation == .constant ? "D" : "M")/\(places) at \(Int(utilisation * 100)) %"
        }

        /// Requests a second, where one takes a second.
        var rate: Double { utilisation * Double(places) }

        /// Seconds that a request waits: Erlang's formula, or that of Pollaczek and Khinchine.
        var wait: Double {
            guard variation == .exponential else { return utilisation / (2 * (1 - utilisation)) }
            // Erlang B by its recursion, and C from it.
            let blocking = (1...places).reduce(1.0) { rate * $0 / (Double($1) + rate * $0) }
            let delayed = blocking / (1 - utilisation * (1 - blocking))
            return delayed / (Double(places) * (1 - utilisation))
        }
    }

    static let queues =
        [1, 2, 4].flatMap { places in [0.5, 0.8].map { Queue(places: places, utilisation: $0) } }
        + [0.5, 0.8].map { Queue(places: 1, utilisation: $0, variation: .constant) }

    private struct Answering: WebService {
        func respond(to request: WebRequest, from client: String) async -> WebResponse {
            WebResponse(Array("here".utf8), as: "text/plain")
        }
    }

    /// What came of requests to a host.
    private struct Outcome: Sendable {
        var load: HostLoad?
        /// For how long requests came.
        var seconds = 0.0
        var answered = 0
    }

    private final class Record: Sendable {
        let outcome = Mutex(Outcome())
    }

    /// A client that tries once and has all the time that there is.
    private static let patient = ClientPolicy(timeout: .days(10_000), attempts: 1)

    /// What becomes of a host that clients ask by chance, whom nothing but its queue keeps waiting.
    private func outcome(of queue: Queue, requests: Int, replication: Int) throws -> Outcome {
        var configuration = Simulation.Configuration(seed: 11, epochUnixSeconds: 0)
        configuration.replication = replication
        configuration.threads = 1
        let simulation = Simulation(configuration)
        // Messages take as long as their bytes do, which is the same for all: they arrive as far apart as they are sent.
        let network = Network(
            simulation: simulation, topology: Topology(access: [:], pairs: [(from: "CL", to: "CL", latency: .zero)]))
        let site = Site(country: "CL", connectivity: .dataCentre)
        let record = Record()
        simulation.start("asking") { _ in
            await network.register(
                "host.example", at: site,
                conditions: HostConditions(
                    concurrency: queue.places, serviceTime: .seconds(1), serviceVariation: queue.variation,
                    queueLimit: .max), service: Answering())
            var arrivals = simulation.stream(queue.description, "arrivals")
            let client = NetworkClient(name: "client", site: site)
            for number in 0..<requests {
                await simulation.sleep(
                    for: .nanoseconds(Int64(arrivals.exponential(mean: 1e9 / queue.rate).rounded())))
                simulation.start("request \(number)") { _ in
                    guard let url = WebURL("https://host.example/a") else { return }
                    let request = WebRequest(method: number.isMultiple(of: 2) ? .get : .post, url: url)
                    let answer = await network.send(request, from: client, policy: Self.patient)
                    if case .success(let delivery) = answer, delivery.response.status == .ok {
                        record.outcome.withLock { $0.answered += 1 }
                    }
                }
            }
            record.outcome.withLock { $0.seconds = VirtualInstant.epoch.duration(to: simulation.now).inSeconds }
        }
        #expect(try simulation.run() == .finished)
        simulation.start("reading") { _ in
            let load = await network.loads["host.example"]
            record.outcome.withLock { $0.load = load }
        }
        #expect(try simulation.run() == .finished)
        return record.outcome.withLock(\.self)
    }

    @Test("Waits and numbers of requests are those of theory, within limits of confidence", arguments: queues)
    func agreesWithTheory(queue: Queue) throws {
        let samples = try (0..<16).map { replication -> (wait: Double, present: Double) in
            let outcome = try outcome(of: queue, requests: 8000, replication: replication)
            let load = try #require(outcome.load)
            #expect(load.arrivals == 8000 && load.present == 0 && outcome.answered == 8000)
            return (load.waiting.inSeconds / Double(load.arrivals), load.presence.inSeconds / outcome.seconds)
        }
        expect(samples.map(\.wait), toShow: queue.wait, of: "the wait in \(queue)")
        expect(samples.map(\.present), toShow: queue.rate * (queue.wait + 1), of: "the number in \(queue)")
    }

    @Test("The number of requests present is their rate times their stay, to the nanosecond", arguments: queues)
    func followsLittlesLaw(queue: Queue) throws {
        let outcome = try outcome(of: queue, requests: 2000, replication: 99)
        let load = try #require(outcome.load)
        #expect(load.presence == load.stay)
        #expect(load.stay > load.waiting)
    }

    /// Holds a mean against what theory says: within 99.9 % limits by Student's distribution, which are narrow enough.
    private func expect(_ samples: [Double], toShow expected: Double, of what: String) {
        let mean = samples.reduce(0, +) / Double(samples.count)
        let variance = samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(samples.count - 1)
        // For fifteen degrees of freedom.
        let limit = 4.073 * (variance / Double(samples.count)).squareRoot()
        #expect(abs(mean - expected) <= limit, "\(what): \(mean) +- \(limit), expected \(expected)")
        #expect(limit < 0.2 * expected, "\(what): \(mean) +- \(limit) says too little")
    }
}

extension Duration {
    fileprivate var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
