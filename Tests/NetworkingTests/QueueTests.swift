import HTTPTypes
import SimulationKernel
import Testing

@testable import Networking

/// Queues of which theory says how long they are.
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

    private struct NoService: WebService {
        func respond(to request: WebRequest, from client: String) async -> WebResponse {
            .problem(.notFound, "nothing is here")
        }
    }

    /// What became of a host to which requests came by chance, and for how long they came.
    private func load(of queue: Queue, requests: Int, replication: Int) -> (load: HostLoad, seconds: Double) {
        var configuration = Simulation.Configuration(seed: 11, epochUnixSeconds: 0)
        configuration.replication = replication
        let simulation = Simulation(configuration)
        var host = Host(
            site: Site(country: "CL", connectivity: .dataCentre), service: NoService(),
            conditions: HostConditions(
                concurrency: queue.places, serviceTime: .seconds(1), serviceVariation: queue.variation,
                queueLimit: .max), chance: simulation.stream(queue.description, "service"))
        var arrivals = simulation.stream(queue.description, "arrivals")
        var now = VirtualInstant.epoch
        // When those who are there will have gone, the last one first.
        var leaving: [VirtualInstant] = []
        func release(until limit: VirtualInstant?) {
            while let next = leaving.last, limit.map({ next <= $0 }) ?? true {
                host.release(at: next)
                leaving.removeLast()
            }
        }
        for _ in 0..<requests {
            now = now.advanced(by: .nanoseconds(Int64(arrivals.exponential(mean: 1e9 / queue.rate).rounded())))
            release(until: now)
            guard case .admitted(let end) = host.admit(at: now) else { continue }
            leaving.insert(end, at: leaving.firstIndex { $0 <= end } ?? leaving.endIndex)
        }
        release(until: nil)
        return (host.load, VirtualInstant.epoch.duration(to: now).inSeconds)
    }

    @Test("Waits and numbers of requests are those of theory, within limits of confidence", arguments: queues)
    func agreesWithTheory(queue: Queue) {
        let samples = (0..<16).map { replication -> (wait: Double, present: Double) in
            let (load, seconds) = load(of: queue, requests: 8000, replication: replication)
            #expect(load.arrivals == 8000 && load.present == 0)
            return (load.waiting.inSeconds / Double(load.arrivals), load.presence.inSeconds / seconds)
        }
        expect(samples.map(\.wait), toShow: queue.wait, of: "the wait in \(queue)")
        expect(samples.map(\.present), toShow: queue.rate * (queue.wait + 1), of: "the number in \(queue)")
    }

    @Test("The number of requests present is their rate times their stay, to the nanosecond", arguments: queues)
    func followsLittlesLaw(queue: Queue) {
        let (load, _) = load(of: queue, requests: 2000, replication: 99)
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
