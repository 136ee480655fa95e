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

    @Test("Draws are the same bits on every machine and in every version")
    func isFrozen() {
        var stream = stream("golden")
        let words = (0..<3).map { _ in stream.next() }
        #expect(words == [0x7728_1bf4_ed5f_cea3, 0x7f6f_a217_664b_0ac2, 0x2fbf_7872_939e_4878])
        #expect((0..<6).map { _ in stream.below(1000) } == [685, 108, 630, 479, 995, 486])
        #expect((0..<8).map { _ in stream.chance(1, in: 3) } == [false, true, false, false, true, true, true, true])
        #expect((0..<2).map { _ in stream.unit().bitPattern } == [0x3fec_9250_2a16_7afe, 0x3fce_64a9_8814_b5a8])
        let triangular = (0..<2).map { _ in stream.triangular(low: 1, mode: 2, high: 6).bitPattern }
        #expect(triangular == [0x4010_00b9_0fec_21cb, 0x400b_e22d_c574_fd4b])
        let exponential = (0..<2).map { _ in stream.exponential(mean: 4).bitPattern }
        #expect(exponential == [0x4012_743d_4243_a345, 0x4022_660e_0498_416e])
        #expect((0..<6).compactMap { _ in stream.pick(from: ["a", "b", "c"]) } == ["c", "c", "c", "b", "c", "b"])
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
