import Records

/// One failure mode with all that it cost, over every pair and credential type.
struct RankedFailure {
    let code: String
    /// Its occurrences by pair and credential type, the costliest first.
    let findings: [FindingRecord]
    /// The costliest occurrence, which speaks for the failure mode.
    let lead: FindingRecord
    /// How often it was seen.
    let count: Int
    /// Consignments that it helped to keep from being transparent, each counted once.
    let consignments: Int
    /// Consignments for which nothing else stood in the way.
    let consignmentsSolely: Int

    init?(code: String, findings: [FindingRecord], cost: (some: Int, solely: Int)?) {
        let ordered = findings.sorted { left, right in
            if left.consignments != right.consignments { return left.consignments > right.consignments }
            if left.count != right.count { return left.count > right.count }
            return [left.issuer, left.verifier, left.credentialType].lexicographicallyPrecedes([
                right.issuer, right.verifier, right.credentialType,
            ])
        }
        guard let lead = ordered.first else { return nil }
        self.code = code
        self.findings = ordered
        self.lead = lead
        self.count = ordered.reduce(0) { $0 + $1.count }
        // A consignment can have the same failure from several pairs, so findings can't be added up; their largest
        // is a lower bound where a record has no rows.
        self.consignments = cost?.some ?? lead.consignments
        self.consignmentsSolely = cost?.solely ?? ordered.reduce(0) { max($0, $1.consignmentsSolely) }
    }
}

extension RankedFailure {
    /// How those who must fix it depart from the specification.
    var part: String {
        let parties = Set(findings.flatMap(\.parties)).count
        guard parties == 0 else { return parties == 1 ? "the party concerned" : "the parties concerned" }
        return switch lead.responsible {
        case "issuer": "as issuer"
        case "verifier": "as verifier"
        case "ambiguous": "between them, since the specification leaves it open"
        default: "outside both platforms"
        }
    }
}

extension RunRecord {
    /// The failure modes of the run: those first whose mending alone would gain most, and of those that gain nothing
    /// alone those that cost most consignments.
    private var failuresByCost: [RankedFailure] {
        var costs: [String: (some: Int, solely: Int)] = [:]
        for row in consignmentRows where row.outcome != .transparent {
            for code in row.causes {
                costs[code, default: (0, 0)].some += 1
                if row.causes.count == 1 { costs[code, default: (0, 0)].solely += 1 }
            }
        }
        var findingsByCode: [String: [FindingRecord]] = [:]
        for finding in findings { findingsByCode[finding.code, default: []].append(finding) }
        let ranked = findingsByCode.compactMap { code, findings in
            RankedFailure(
                code: code, findings: findings,
                cost: consignmentRows.isEmpty ? nil : costs[code] ?? (0, 0))
        }
        return ranked.sorted { left, right in
            let leftCost = [left.consignmentsSolely, left.consignments, left.count]
            let rightCost = [right.consignmentsSolely, right.consignments, right.count]
            return leftCost == rightCost ? left.code < right.code : rightCost.lexicographicallyPrecedes(leftCost)
        }
    }

    /// In which order to mend what went wrong.
    ///
    /// - Complexity: The number of failures times that of steps times that of consignments; whoever writes more than one
    ///   text of a record works it out once.
    package var fixPlan: FixPlan { FixPlan(self, failuresByCost) }
}
