import SimulationKernel
import Synchronization
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What happened, in order, as text.
private final class Journal: Sendable {
    private let lines = Mutex<[String]>([])

    func note(_ line: String) { lines.withLock { $0.append(line) } }
    var text: String { lines.withLock { $0.joined(separator: "\n") } }
}

private func simulation(
    seed: UInt64 = 7, threads: Int = 2, ties: Simulation.TieOrder = .fifo
) -> Simulation {
    var configuration = Simulation.Configuration(seed: seed, epochUnixSeconds: 1_767_571_200)
    configuration.threads = threads
    configuration.ties = ties
    configuration.maximumJobsPerInstant = 100_000
    return Simulation(configuration)
}

private actor Counter: SimulatedActor {
    nonisolated let simulation: Simulation
    private(set) var value = 0

    init(simulation: Simulation) { self.simulation = simulation }

    func add(_ amount: Int, after pause: Duration) async {
        await simulation.sleep(for: pause)
        value += amount
    }
}

@Suite struct SimulationTests {
    @Test("Time ends after 292 years instead of running over")
    func endsTime() {
        #expect(Duration.days(1).wholeNanoseconds == 86_400_000_000_000)
        #expect(Duration.hours(-1.5).wholeNanoseconds == -5_400_000_000_000)
        for days in [200_000, 1e9, 1e300, .infinity, .nan] { #expect(Duration.days(days).wholeNanoseconds == .max) }
        #expect(Duration.hours(-1e300).wholeNanoseconds == .min)
        #expect(Duration.seconds(Int64.max).wholeNanoseconds == .max)
        let late = VirtualInstant.epoch.advanced(by: .days(100_000))
        #expect(late.advanced(by: .days(100_000)).nanoseconds == .max)
        #expect(late.advanced(by: .days(-100_000)) == .epoch)
    }

    @Test("Code for any clock stays in virtual time")
    func servesAnyClock() throws {
        @Sendable func wait(by clock: some Clock<Duration>) async throws { try await clock.sleep(for: .seconds(90)) }
        let simulation = simulation()
        let journal = Journal()
        simulation.startUnisolated("waiting by any clock") {
            for _ in 0..<3 { try? await wait(by: simulation.clock) }
            journal.note("\(simulation.now.nanoseconds)")
        }
        #expect(try simulation.run() == .finished)
        #expect(journal.text == "270000000000")
    }

    @Test("The clock sleeps until an instant of virtual time, and not at all until one that has passed")
    func tellsTheTime() throws {
        let simulation = simulation()
        let journal = Journal()
        simulation.startUnisolated("sleeping by the clock") {
            let clock = simulation.clock
            let start = clock.now
            do {
                try await clock.sleep(for: .seconds(90))
                try await clock.sleep(until: start.advanced(by: .seconds(30)), tolerance: nil)
            } catch {
                journal.note("\(error)")
            }
            journal.note("\(start.duration(to: clock.now)) \(clock.minimumResolution)")
        }
        #expect(try simulation.run() == .finished)
        #expect(journal.text == "90.0 seconds 1e-09 seconds")
    }

    @Test("Flows take turns in virtual time, and equal instants come in the order in which they were asked for")
    func ordersFlows() throws {
        let simulation = simulation()
        let journal = Journal()
        for (name, pause) in [("late", 30), ("first of two", 20), ("second of two", 20), ("early", 10)] {
            simulation.start(name) { _ in
                await simulation.sleep(for: .milliseconds(pause))
                journal.note("\(simulation.now.nanoseconds / 1_000_000) ms \(name)")
            }
        }
        #expect(try simulation.run() == .finished)
        #expect(journal.text == "10 ms early\n20 ms first of two\n20 ms second of two\n30 ms late")
    }

    @Test(
        "Entries of a lane are made in the order in which they were added, however many threads there are",
        arguments: 1...3)
    func keepsLanesInOrder(threads: Int) {
        let simulation = simulation(threads: threads)
        let lane = simulation.lane([Int]())
        for number in 0..<20_000 { lane.add { $0.append(number) } }
        #expect(lane.value == Array(0..<20_000))
        lane.add { $0.removeAll() }
        #expect(lane.value.isEmpty)
    }

    @Test("Work that somebody will ask for goes before the books, whichever was added first")
    func prefersUrgentWork() {
        let simulation = simulation(threads: 2)
        let (gate, done) = (Journal(), Journal())
        _ = simulation.begin { while gate.text.isEmpty { sched_yield() } }
        simulation.lane(0).add { _ in done.note("patient") }
        _ = simulation.begin { done.note("urgent") }
        gate.note("open")
        while done.text.split(separator: "\n").count < 2 { sched_yield() }
        #expect(done.text == "urgent\npatient")
    }

    /// Something that notes when it is freed.
    private final class Rest: Sendable {
        private let journal: Journal

        init(_ journal: Journal) { self.journal = journal }

        deinit { journal.note("freed") }
    }

    @Test("What nobody needs any more is freed, however many threads there are", arguments: 1...2)
    func discards(threads: Int) {
        let simulation = simulation(threads: threads)
        let journal = Journal()
        simulation.discard([Rest(journal)])
        while threads > 1, journal.text.isEmpty { sched_yield() }
        #expect(journal.text == "freed")
    }

    @Test("What is dropped is freed together with others, and with the simulation at the latest", arguments: 1...2)
    func drops(threads: Int) {
        let journal = Journal()
        do {
            let simulation = simulation(threads: threads)
            for _ in 0..<100 { simulation.drop(Rest(journal)) }
        }
        let freed = Array(repeating: "freed", count: 100).joined(separator: "\n")
        while threads > 1, journal.text.count < freed.count { sched_yield() }
        #expect(journal.text == freed)
    }

    @Test("Nobody waits for what is put away, which happens after the simulation has gone if need be")
    func tidiesLast() {
        let (gate, journal) = (Journal(), Journal())
        do {
            let simulation = simulation(threads: 2)
            _ = simulation.begin { while gate.text.isEmpty { sched_yield() } }
            simulation.discard(Rest(journal))
            _ = simulation.begin { journal.note("nobody asks for this any more") }
            #expect(journal.text.isEmpty)
        }
        gate.note("open")
        while journal.text.isEmpty { sched_yield() }
        #expect(journal.text == "freed")
    }

    @Test("A hundred days pass without waiting for any of them, on actors of the simulation")
    func runsActors() throws {
        let simulation = simulation()
        let counter = Counter(simulation: simulation)
        for day in 1...100 {
            simulation.start("day \(day)") { _ in await counter.add(day, after: .days(Double(day))) }
        }
        let total = Journal()
        simulation.start("reading", at: .epoch.advanced(by: .days(101))) { _ in total.note("\(await counter.value)") }
        #expect(try simulation.run() == .finished)
        #expect(total.text == "5050")
        #expect(simulation.now == .epoch.advanced(by: .days(101)))
    }

    @Test("The first of value and deadline decides, and the loser changes nothing")
    func racesDeadlines() throws {
        let simulation = simulation()
        let journal = Journal()
        for (name, comesAfter) in [("in time", 50), ("too late", 150)] {
            let completion = Completion<String>()
            simulation.start(name) { _ in
                await simulation.sleep(for: .milliseconds(comesAfter))
                simulation.complete(completion, with: name)
            }
            simulation.start("wait for " + name) { _ in
                let deadline = VirtualInstant.epoch.advanced(by: .milliseconds(100))
                let value = await simulation.value(of: completion, before: deadline)
                journal.note("\(simulation.now.nanoseconds / 1_000_000) ms \(value ?? "nothing")")
            }
        }
        #expect(try simulation.run() == .finished)
        #expect(journal.text == "50 ms in time\n100 ms nothing")
    }

    @Test("A value that comes while a flow gets ready to wait for it is not missed, at whichever step that is")
    func completesBeforeTheWait() throws {
        let simulation = simulation()
        let journal = Journal()
        for steps in 0..<6 {
            let completion = Completion<Int>()
            simulation.start("wait") { _ in
                let deadline = VirtualInstant.epoch.advanced(by: .milliseconds(100))
                let value = await simulation.value(of: completion, before: deadline)
                journal.note("\(simulation.now.nanoseconds) ns \(value ?? -1)")
            }
            simulation.startUnisolated("complete") {
                for _ in 0..<steps { await Task.yield() }
                simulation.complete(completion, with: steps)
            }
        }
        #expect(try simulation.run() == .finished)
        #expect(journal.text.split(separator: "\n").sorted() == (0..<6).map { "0 ns \($0)" })
    }

    @Test("Work on other cores gives the same digest as work done inline", arguments: [2, 4])
    func worksOnOtherCores(threads: Int) throws {
        func digest(threads: Int) throws -> RunDigest {
            let simulation = simulation(threads: threads)
            for start in 0..<200 {
                simulation.start("work") { _ in
                    let sum = simulation.begin { (0...2000).reduce(0) { ($0 &* 31) &+ $1 &+ start } }
                    await simulation.sleep(for: .milliseconds(start % 7))
                    let value = sum.value
                    simulation.observe(.verdicts) { $0.add(value) }
                }
            }
            #expect(try simulation.run() == .finished)
            return simulation.digest
        }
        #expect(try digest(threads: threads) == digest(threads: 1))
        #expect(try digest(threads: threads).count == 200)
    }

    @Test("A flow that waits for what can't come is named")
    func namesStalledFlows() {
        let simulation = simulation()
        simulation.start("a buyer without a seller") { _ in
            _ = await withUnsafeContinuation { (_: UnsafeContinuation<Int, Never>) in }
        }
        #expect(throws: SimulationError.stalled(at: .epoch, flows: ["a buyer without a seller"])) {
            try simulation.run()
        }
    }

    @Test("Time that stands still is an error, not a hang")
    func noticesLivelock() {
        let simulation = simulation()
        simulation.startUnisolated("spinning") {
            while true { await Task.yield() }
        }
        #expect(throws: SimulationError.livelock(at: .epoch, flows: ["spinning"])) { try simulation.run() }
    }

    @Test("A cancelled run ends at once and keeps what was observed")
    func cancels() throws {
        let simulation = simulation()
        simulation.start("ticking") { _ in
            while true {
                await simulation.sleep(for: .seconds(1))
                simulation.observe(.measures) { $0.add("tick") }
                if simulation.digest.count == 100 { simulation.cancel() }
            }
        }
        #expect(try simulation.run() == .cancelled)
        #expect(simulation.digest.count == 100)
    }

    @Test("A run ends at its limit with what is due later undone")
    func stopsAtLimit() throws {
        let simulation = simulation()
        let journal = Journal()
        simulation.start("later", at: .epoch.advanced(by: .hours(2))) { _ in journal.note("later") }
        #expect(try simulation.run(until: .epoch.advanced(by: .hours(1))) == .reachedLimit)
        #expect(journal.text.isEmpty)
        #expect(simulation.nowUnixSeconds == 1_767_571_200 + 3600)
    }

    @Test("Shuffled ties change the order of equal instants and nothing else")
    func shufflesTies() throws {
        func order(_ ties: Simulation.TieOrder) throws -> [String] {
            let simulation = simulation(ties: ties)
            let journal = Journal()
            for number in 0..<50 {
                simulation.start("n", at: .epoch.advanced(by: .seconds(1))) { _ in journal.note("\(number)") }
            }
            _ = try simulation.run()
            return journal.text.split(separator: "\n").map(String.init)
        }
        let (plain, shuffled) = (try order(.fifo), try order(.shuffled))
        #expect(plain == (0..<50).map(String.init))
        #expect(shuffled != plain)
        #expect(shuffled.sorted() == plain.sorted())
    }
}
