import Platforms

extension Ledger {
    /// A consignment with what became of it so far.
    struct Row: Sendable {
        let consignment: ConsignmentEntry
        var arrived: Int64?
        var judged: Int64?
        var level: Platforms.EvidenceLevel?
        var causes: [String] = []
        var isSound = true
        var tiersReached = 0
        var credentialsChecked = 0
        /// What rules made of it.
        var rules: [RuleOutcome] = []
        /// When certificates and anchors behind its evidence are withdrawn after it was judged, the first first.
        var withdrawals: [Truth.Withdrawal] = []
        /// Whether a laboratory tested a sample.
        var isTested = false
        /// The part of its certified share that its buyer could not count as such; nil where nothing would count.
        var lostCertification: Double?
        /// How long the judgement took.
        var secondsToJudge: Double?
        /// From dispatch until all that its maker publishes about the product stood in the resolver, or until it was
        /// judged where it did not.
        var evidenceHours: Double?
        /// Whether it was released in the end, where a border stopped it.
        var released: Bool?
        /// Whether a physical test agrees with the declared origin; nil where it was not tested.
        var originTestAgrees: Bool?

        /// Whether it was not let out of its country: its evidence was looked at, and it is no shipment.
        var isKeptBack: Bool { judged != nil && arrived == nil }

        /// The level at the end of the run; `level` is that when it was judged.
        var standing: Platforms.EvidenceLevel? { level.map { withdrawals.map(\.level).reduce($0, min) } }
    }

    /// A consignment with what became of it by the end of the run.
    @dynamicMemberLookup
    final class JudgedRow: Sendable {
        // A class, because the report looks at each consignment from many sides.
        private let row: Row
        let trace: EvidenceBook.Trace
        /// What was counted of the evidence that was gathered for it.
        let evidence: EvidenceCounts

        /// - Parameter end: When the last consignment was judged, in Unix seconds: what was withdrawn before proves nothing
        ///   any more.
        init(_ row: Row, end: Int64, _ evidence: EvidenceBook) {
            var row = row
            row.withdrawals.removeAll { $0.at > end }
            if !row.isKeptBack, !row.withdrawals.isEmpty {
                row.causes = Set(row.causes + row.withdrawals.map(\.code)).sorted()
            }
            self.row = row
            self.evidence = evidence.counts[row.consignment.id] ?? EvidenceCounts()
            trace = evidence.traces[row.consignment.id] ?? EvidenceBook.Trace()
        }

        subscript<Value>(dynamicMember member: KeyPath<Row, Value>) -> Value { row[keyPath: member] }

        /// How long it took to trace every product to its origin; nil where not all were.
        var secondsToTrace: Double? { trace.isWhole ? row.secondsToJudge : nil }
    }
}
