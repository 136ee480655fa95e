import Credentials
import FoundationEssentials
import JSON
import LinkedData
import Pilots
import Platforms
import Records
import SimulationKernel
import UNTP

/// The benchmark: one line for each promise.
enum Benchmarks {
    static func run() {
        print("untp-sim benchmark: ratios, measured in this run on this machine")
        let unit = unitCosts()
        jsonRates(unit)
        kernelRates()
        pilots(unit)
    }

    /// What single operations cost, in microseconds.
    struct UnitCosts {
        let passport: [UInt8]
        let sign: Double
        let verify: Double

        /// Seconds that a run's signatures and so many checks of signatures would take by themselves.
        func bare(_ record: RunRecord, checks: Int) -> Double {
            (Double(record.credentials.signaturesMade) * sign + Double(checks) * verify) / 1e6
        }
    }

    private static func line(_ label: String, _ text: String) {
        print("  " + label.padding(to: 46) + text)
    }

    private static func number(_ value: Double, _ decimals: Int = 2) -> String {
        JSONNumber(value, decimals: decimals).text
    }

    // MARK: Single operations

    private static func unitCosts() -> UnitCosts {
        let passport = Samples.passport.serialised()
        guard let key = try? SigningKey(.EdDSA, seed: Array(repeating: 7, count: 32)) else {
            return UnitCosts(passport: passport, sign: 0, verify: 0)
        }
        let input = Base64URL.encode(passport)
        let signature = key.signature(over: input)
        let sign = Measurement.microseconds(repetitions: 500) { _ = key.signature(over: input) }
        let verify = Measurement.microseconds(repetitions: 500) {
            _ = key.publicKey.isValid(signature: signature, over: input[...])
        }
        print("\nCryptography (Ed25519, a passport of \(passport.count) bytes)")
        line("sign, verify", "\(number(sign, 1)) us, \(number(verify, 1)) us")
        return UnitCosts(passport: passport, sign: sign, verify: verify)
    }

    private static func jsonRates(_ unit: UnitCosts) {
        print("\nJSON")
        guard let document = try? JSONDocument(parsing: unit.passport) else { return }
        let size = Double(unit.passport.count)
        let parse = Measurement.microseconds(repetitions: 2000) { _ = try? JSONDocument(parsing: unit.passport) }
        let canonicalise = Measurement.microseconds(repetitions: 2000) { _ = document.root.canonicalised() }
        let schema = Measurement.microseconds(repetitions: 500) {
            _ = UNTPSchema.violations(in: document.root, type: .dpp)
        }
        let expansion = Measurement.microseconds(repetitions: 500) {
            _ = Expansion.expand(document.root, contexts: UNTPContexts.library)
        }
        let peer = OrjsonPeer.rates(of: unit.passport)
        func ratio(_ microseconds: Double, to rate: Double?) -> String {
            rate.map { ", \(number(size / microseconds / $0)) times orjson (limit 0.5)" }
                ?? ", no orjson to compare with"
        }
        line("parse", "\(number(size / parse, 0)) MB/s" + ratio(parse, to: peer?.loads))
        line("canonicalise", "\(number(size / canonicalise, 0)) MB/s" + ratio(canonicalise, to: peer?.dumps))
        line(
            "schema check of a passport",
            "\(number(schema, 1)) us, \(number(schema / unit.verify)) times its verification (limit 1)")
        line(
            "JSON-LD expansion of a passport",
            "\(number(expansion, 1)) us, \(number(expansion / unit.verify)) times its verification")
    }

    private static func kernelRates() {
        print("\nKernel")
        let simulation = Simulation(.init(seed: 1, epochUnixSeconds: 0))
        let (count, seconds) = Measurement.wall { () -> Int in
            for flow in 0..<1000 {
                simulation.start("timer") { _ in
                    for step in 0..<300 { await simulation.sleep(for: .milliseconds(1 + (flow + step) % 17)) }
                }
            }
            _ = try? simulation.run()
            return 300_000
        }
        line("timers", "\(number(Double(count) / seconds / 1e6)) million a second")
    }

    // MARK: Pilots

    private static func pilots(_ unit: UnitCosts) {
        print("\nPilots (Scenarios/pilots/copper-conforming.yaml)")
        guard let base = try? Scenario.load(path: "Scenarios/pilots/copper-conforming.yaml") else {
            print("  run this in the folder that holds Scenarios")
            return
        }
        var previous: Double?
        // More of the same at once: in a longer run chains loop, and each consignment has more evidence to look at.
        for scale in [1.0, 4, 40] {
            let scenario = base.scaled(by: scale)
            // The promise of a speed-up is one about some 10,000 consignments.
            guard let pair = Pair(scenario, tries: scale == 4 ? 3 : 1) else { continue }
            let (single, double, record) = (pair.single, pair.double, pair.record)
            let judged = Double(record.consignments.total)
            line(
                "\(record.consignments.total) consignments, one thread",
                "\(number(single.wall)) s, \(number(single.cpu / judged * 1e6, 0)) us each, "
                    + "with \(number(Double(record.credentials.verified) / judged, 1)) verifications")
            line(
                "  CPU to bare cryptography: as platforms ask",
                number(single.cpu / unit.bare(record, checks: record.credentials.verified)) + " (limit 2)")
            line(
                "    as it is computed, checks shared",
                number(single.cpu / unit.bare(record, checks: single.checks)) + " (limit 2)")
            if scale == 1, let (alone, record) = measure(scenario, threads: 1, sharesChecks: false) {
                line(
                    "    as it is computed, nothing shared",
                    number(alone.cpu / unit.bare(record, checks: alone.checks)) + " (limit 2)")
            }
            if let previous {
                line("  cost each, to the smaller run", number(single.cpu / judged / previous) + " (limit 1)")
            }
            previous = single.cpu / judged
            line(
                "  two threads",
                "\(number(double.wall)) s, speed-up \(number(single.wall / double.wall)) (limit 1.7), "
                    + (pair.isSame ? "same digest" : "ANOTHER DIGEST"))
            line("  peak memory so far", "\(number(Measurement.peakMebibytes, 0)) MiB")
        }
    }

    /// What a scenario costs on one thread and on two.
    private struct Pair {
        var single: Cost
        var double: Cost
        let record: RunRecord
        /// Whether both came to the same digest, each time.
        var isSame: Bool

        init?(_ scenario: Scenario) {
            guard let (single, record) = measure(scenario, threads: 1),
                let (double, other) = measure(scenario, threads: 2)
            else { return nil }
            (self.single, self.double, self.record) = (single, double, record)
            isSame = record.digest == other.digest
        }

        /// The best of several tries each, in turn.
        init?(_ scenario: Scenario, tries: Int) {
            self.init(scenario)
            for _ in 1..<tries {
                guard let again = Pair(scenario) else { return nil }
                single = min(single, again.single)
                double = min(double, again.double)
                isSame = isSame && again.isSame
            }
        }
    }

    /// What a run cost.
    private struct Cost: Comparable {
        let wall: Double
        /// CPU seconds of the thread that runs the simulation.
        let cpu: Double
        let checks: Int

        static func < (one: Cost, other: Cost) -> Bool { one.wall < other.wall }
    }

    private static func measure(_ scenario: Scenario, threads: Int, sharesChecks: Bool = true) -> (Cost, RunRecord)? {
        var options = PilotRun.Options()
        options.threads = threads
        options.sharesChecks = sharesChecks
        let run = PilotRun(scenario, options: options)
        let before = Measurement.threadSeconds
        guard let (record, wall) = try? Measurement.wall({ try run.run() }) else { return nil }
        let cpu = Measurement.threadSeconds - before
        return (Cost(wall: wall, cpu: cpu, checks: run.computed.signatureChecks), record)
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
