import Platforms

extension Ledger {
    /// A consignment with what became of it.
    struct JudgedRow: Sendable {
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
        var trace = EvidenceBook.Trace()
        /// What was counted of the evidence that was gathered for it.
        var evidence = EvidenceCounts()
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

        /// How long it took to trace every product to its origin; nil where not all were.
        var secondsToTrace: Double? { trace.isWhole ? secondsToJudge : nil }
    }
}
