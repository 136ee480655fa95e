import Records
import SimulationKernel
import Testing

@testable import Pilots

/// No result hangs on which of two things that are due at the same instant comes first.
@Suite struct TieOrderTests {
    @Test(
        "Equal instants in another order give the same verdicts, findings and measures",
        arguments: [["two-platforms"], ["copper", "days=45"]])
    func changesNothing(pilot: [String]) throws {
        let scenario = try Self.scenario(pilot)
        let (plain, shuffled) = (try Outcome(scenario, .fifo), try Outcome(scenario, .shuffled))
        #expect(plain.record.consignments.total > 20)
        #expect(shuffled.record.digest.verdicts == plain.record.digest.verdicts)
        #expect(shuffled.record.digest.measures == plain.record.digest.measures)
        expectEqual(plain, shuffled)
    }

    @Test("So they do where many certificates are issued anew at one instant, though these are numbered otherwise then")
    func changesNothingOfRenewals() throws {
        let scenario = try Self.scenario(["copper", "days=45", "certifiers.*.renewsEvery=10"])
        let (plain, shuffled) = (try Outcome(scenario, .fifo), try Outcome(scenario, .shuffled))
        // The numbers stand in URLs, whose length has a share in the time that a document takes.
        #expect(shuffled.record.digest.exchanges != plain.record.digest.exchanges)
        #expect(shuffled.record.digest.measures == plain.record.digest.measures)
        expectEqual(plain, shuffled)
    }

    /// A shipped pilot by its name, with settings.
    private static func scenario(_ pilot: [String]) throws -> Scenario {
        try Scenario.load(path: "Scenarios/pilots/\(pilot[0]).yaml", overrides: Array(pilot.dropFirst()))
    }

    private func expectEqual(_ one: Outcome, _ other: Outcome) {
        #expect(one.verdicts == other.verdicts)
        #expect(one.findings == other.findings)
        #expect(one.record.matrix == other.record.matrix)
        #expect(one.record.measures == other.record.measures)
        #expect(one.record.truth == other.record.truth)
        #expect(one.rows == other.rows)
    }

    /// What a run came to, with equal instants in some order.
    private struct Outcome {
        let record: RunRecord
        /// What was made of each consignment, without the nanosecond.
        let verdicts: [String]

        init(_ scenario: Scenario, _ ties: Simulation.TieOrder) throws {
            var options = PilotRun.Options()
            options.ties = ties
            options.recordsObservations = true
            let run = PilotRun(scenario, options: options)
            record = try run.run()
            verdicts = run.observations.filter { $0.hasPrefix("verdicts ") }.map {
                $0.split(separator: " ").dropFirst(2).joined(separator: " ")
            }
        }

        /// The consignments, each without the times in which the length of URLs has a share.
        var rows: [ConsignmentRow] {
            record.consignmentRows.map { row in
                var row = row
                (row.evidence.secondsToTrace, row.evidence.evidenceHours) = (nil, nil)
                return row
            }
        }

        /// The findings, each without what may name a URL in its example.
        var findings: [FindingRecord] {
            record.findings.map { finding in
                var finding = finding
                (finding.example.credential, finding.example.sent) = ("", "")
                return finding
            }
        }
    }
}
