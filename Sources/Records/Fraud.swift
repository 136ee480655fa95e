/// A way to cheat, and how much of it the evidence revealed.
package struct FraudRecord: Sendable, Hashable, Codable {
    /// `F01` to `F15`.
    package var pattern: String
    /// The name that people read.
    package var name: String
    /// Batches with it on which the evidence of a judged consignment rests.
    package var batches: Int
    /// Judged consignments whose evidence rests on such a batch.
    package var consignments: Int
    /// Those in which a sign of it was seen in the evidence of such a batch.
    package var detected: Int
    /// Those of the detected in which each sign may be that of another pattern as well.
    package var ambiguous: Int
    /// Those in which no sign was seen and of whose evidence some could not be read: lost between platforms or on the
    /// network, so that nobody looked at it.
    package var unread: Int
    /// Those that were taken for transparent all the same.
    package var passed: Int
    /// Consignments in which a sign of it was seen that neither what somebody did in truth nor a failure between platforms
    /// explains.
    package var falseAlarms: Int
    /// Consignments in which a sign of it was seen on a batch without it, and something else explains that.
    package var explained: Int
    /// Those of the explained in which nobody did it with the goods or on their way, but others with the same inputs.
    package var byOthers: Int
    /// Median days from the making of a batch to the first sign, and the 95th percentile; `nil` when none was seen.
    package var medianDaysToDetection: Double?
    package var p95DaysToDetection: Double?
    /// The evidence that reveals it, or would.
    package var evidence: String
    /// Whether no credential tells of it.
    package var leavesNoTrace: Bool

    package init(
        pattern: String, name: String, batches: Int, consignments: Int, detected: Int = 0, ambiguous: Int = 0,
        unread: Int = 0, passed: Int = 0, falseAlarms: Int = 0, explained: Int = 0, byOthers: Int = 0,
        medianDaysToDetection: Double? = nil, p95DaysToDetection: Double? = nil, evidence: String,
        leavesNoTrace: Bool = false
    ) {
        self.pattern = pattern
        self.name = name
        self.batches = batches
        self.consignments = consignments
        self.detected = detected
        self.ambiguous = ambiguous
        self.unread = unread
        self.passed = passed
        self.falseAlarms = falseAlarms
        self.explained = explained
        self.byOthers = byOthers
        self.medianDaysToDetection = medianDaysToDetection
        self.p95DaysToDetection = p95DaysToDetection
        self.evidence = evidence
        self.leavesNoTrace = leavesNoTrace
    }

    /// Those that were looked at: of which all evidence could be read, or a sign was seen all the same.
    package var read: Int { consignments - unread }

    /// Those that were looked at and showed no sign of it.
    package var unseen: Int { read - detected }

    /// The share that was found out of the consignments with it that were looked at; `nil` when there were none.
    package var recall: Double? { read > 0 ? Double(detected) / Double(read) : nil }

    /// The share that was found out of all consignments with it; `nil` when there were none.
    package var recallOfAll: Double? { consignments > 0 ? Double(detected) / Double(consignments) : nil }

    /// The share of the consignments with a sign of it that really had it, those left aside of which something else
    /// explains the sign; `nil` when no sign was seen.
    package var precision: Double? {
        detected + falseAlarms > 0 ? Double(detected) / Double(detected + falseAlarms) : nil
    }
}
