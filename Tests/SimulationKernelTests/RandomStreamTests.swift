import SimulationKernel
import Testing

@Suite struct RandomStreamTests {
    private func stream(_ path: String, seed: UInt64 = 7, replication: Int = 0) -> RandomStream {
        var configuration = Simulation.Configuration(seed: seed, epochUnixSeconds: 0)
        configuration.replication = replication
        return Simulation(configuration).stream(path, "test")
    }

    @Test("A stream depends on its name, seed and replication alone")
    func isNamed() {
        func draws(_ stream: RandomStream) -> [UInt64] {
            var stream = stream
            return (0..<8).map { _ in stream.next() }
        }
        #expect(draws(stream("mine")) == draws(stream("mine")))
        #expect(draws(stream("mine")) != draws(stream("smelter")))
        #expect(draws(stream("mine")) != draws(stream("mine", seed: 8)))
        #expect(draws(stream("mine")) != draws(stream("mine", replication: 1)))
    }

    @Test("Distributions have the means that they promise")
    func hasMeans() {
        var stream = stream("means")
        let count = 200_000
        func mean(_ draw: (inout RandomStream) -> Double) -> Double {
            (0..<count).reduce(0.0) { sum, _ in sum + draw(&stream) } / Double(count)
        }
        #expect(abs(mean { $0.unit() } - 0.5) < 0.005)
        #expect(abs(mean { $0.triangular(low: 1, mode: 2, high: 6) } - 3) < 0.02)
        #expect(abs(mean { $0.exponential(mean: 4) } - 4) < 0.05)
        #expect(abs(mean { Double($0.below(10)) } - 4.5) < 0.03)
        #expect(abs(mean { $0.chance(1, in: 4) ? 1 : 0 } - 0.25) < 0.005)
    }

    @Test("Draws stay within their bounds, whatever the bounds")
    func staysInBounds() {
        var stream = stream("bounds")
        for bound in [-1, 0, 1, 2, 3, 1000, .max] {
            for _ in 0..<1000 { #expect((0..<max(1, bound)).contains(stream.below(bound))) }
        }
        #expect(stream.triangular(low: 3, mode: 3, high: 3) == 3)
        #expect(stream.pick(from: [Int]()) == nil)
    }
}
