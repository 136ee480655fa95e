import Bridges
import HTTPTypes
import Networking
import SimulationKernel
import Testing

/// A simulation of its own thread, asked from others.
@Suite struct SimulationThreadTests {
    /// Answers with the time of the simulation after a while of it.
    private struct Clock: WebService {
        let simulation: Simulation
        let delay: Duration

        func respond(to request: WebRequest, from client: String) async -> WebResponse {
            await simulation.sleep(for: delay)
            return WebResponse(Array(String(simulation.now.nanoseconds).utf8), as: "text/plain")
        }
    }

    /// Says when it is asked, and then takes its time.
    private struct Slow: WebService {
        let simulation: Simulation
        let delay: Duration
        private let asked = AsyncStream<Void>.makeStream()

        init(simulation: Simulation, delay: Duration) {
            self.simulation = simulation
            self.delay = delay
        }

        func respond(to request: WebRequest, from client: String) async -> WebResponse {
            asked.continuation.yield()
            await simulation.sleep(for: delay)
            return WebResponse(status: .ok)
        }

        /// Waits until it is asked.
        func begun() async { for await _ in asked.stream { return } }
    }

    private static let request = WebRequest(url: WebURL(host: "clock.example", path: "/"))

    /// A thread whose simulation is an hour old now.
    private static func thread(limits: ServingLimits = ServingLimits()) throws -> (SimulationThread, Simulation) {
        let simulation = Simulation(.init(seed: 1, epochUnixSeconds: 1_767_600_000))
        simulation.start("the passing of days") { _ in while true { await simulation.sleep(for: .days(1)) } }
        let thread = SimulationThread(
            simulation, origin: (.epoch.advanced(by: .seconds(3_600)), .now), limits: limits)
        try #require(thread.start())
        return (thread, simulation)
    }

    private static func seconds(_ response: WebResponse) -> Double {
        (Double(String(decoding: response.body, as: UTF8.self)) ?? -1) / 1e9
    }

    @Test("Virtual time is at the present when a request is answered, and goes on as the real one does")
    func followsTheClock() async throws {
        let (thread, simulation) = try Self.thread()
        let before = ContinuousClock.now
        let first = Self.seconds(await thread.answer(Self.request, by: Clock(simulation: simulation, delay: .zero)))
        let later = Self.seconds(
            await thread.answer(Self.request, by: Clock(simulation: simulation, delay: .milliseconds(50))))
        let passed = before.duration(to: .now)
        thread.stop()
        #expect(first >= 3_600)
        #expect(later - first >= 0.05 && .seconds(later - first) <= passed)
    }

    @Test("Many who ask at once are all answered, each once")
    func manyAtOnce() async throws {
        let (thread, simulation) = try Self.thread()
        let answered = await withTaskGroup(of: Int.self) { group in
            for number in 0..<500 {
                group.addTask {
                    let clock = Clock(simulation: simulation, delay: number % 3 == 0 ? .milliseconds(2) : .zero)
                    return await thread.answer(Self.request, by: clock).status.code
                }
            }
            return await group.reduce(into: [:]) { counts, status in counts[status, default: 0] += 1 }
        }
        thread.stop()
        #expect(answered == [200: 500])
    }

    @Test("More requests at a time than the limit are refused with 503 and a time to come again")
    func isBounded() async throws {
        var limits = ServingLimits()
        limits.requests = 1
        // Long enough for the second to be asked while many other tests run.
        limits.secondsToAnswer = 15
        let (thread, simulation) = try Self.thread(limits: limits)
        let slow = Slow(simulation: simulation, delay: .seconds(3_600))
        async let one = thread.answer(Self.request, by: slow)
        await slow.begun()
        let other = await thread.answer(Self.request, by: slow)
        #expect(other.status == .serviceUnavailable && other.headerFields[.retryAfter] == "1")
        #expect(await one.status == .gatewayTimeout)
        thread.stop()
    }

    @Test("An answer that takes longer than the limit becomes 504, and the next request is answered")
    func hasATimeLimit() async throws {
        var limits = ServingLimits()
        limits.secondsToAnswer = 1
        let (thread, simulation) = try Self.thread(limits: limits)
        let late = await thread.answer(Self.request, by: Clock(simulation: simulation, delay: .seconds(3_600)))
        let prompt = await thread.answer(Self.request, by: Clock(simulation: simulation, delay: .zero))
        thread.stop()
        #expect(late.status == .gatewayTimeout && prompt.status == .ok)
    }

    @Test("What is under way is answered before the thread ends, and what comes later is refused")
    func stopsGracefully() async throws {
        let (thread, simulation) = try Self.thread()
        let slow = Slow(simulation: simulation, delay: .milliseconds(80))
        let answer = Task { await thread.answer(Self.request, by: slow) }
        await slow.begun()
        thread.stop()
        #expect(await answer.value.status == .ok)
        let late = await thread.answer(Self.request, by: Clock(simulation: simulation, delay: .zero))
        #expect(late.status == .serviceUnavailable)
    }
}
