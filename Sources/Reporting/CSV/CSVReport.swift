package import Records

/// The tidy tables of a run: one observation a row, one variable a column, and the same columns in every run.
package enum CSVReport {
    /// `consignments.csv`: a row for each consignment. Several causes stand in one field, parted by a space.
    ///
    /// `level` is that at the end of the run, `level_when_judged` that on arrival, and `sound` says whether the evidence was
    /// in truth what it should be: what was at E4 when judged and not sound was accepted wrongly, what was sound and below
    /// E4 rejected wrongly. The columns after `days_held` have what the measures count: a part and its whole, or the figure.
    ///
    /// `arrived` is empty where a consignment was not let out of its country, and `outcome` is `kept-back`; its evidence was
    /// judged all the same, but of its columns no measure counts another than `released`.
    ///
    /// `rule_outcomes` has what became of it under each rule that looked at it, as `EU-EUDR=released`, parted by spaces:
    /// `passed`, `noted`, `default-value`, `waited` (for a quota, before it left), `released` (held for want of evidence and
    /// let go) or `refused` (held and turned away).
    /// `rule_days_held` has the days for which those rules held it that did, as `EU-EUDR=12.5`; `days_held` has the
    /// longest of these, 0 where rules looked at it and none held it, and is empty where none looked.
    package static func consignments(of record: RunRecord) -> [UInt8] {
        var table = CSVTable(
            columns: [
                "id", "chain", "stage", "product", "quantity", "unit", "seller", "buyer", "from_country", "to_country",
                "seller_platform", "buyer_platform", "dispatched", "arrived", "judged", "outcome", "level",
                "level_when_judged", "sound", "causes", "tiers_expected", "tiers_reached", "credentials_checked",
                "rule_outcomes", "rule_days_held", "days_held",
            ] + evidenceColumns)
        for row in record.consignmentRows {
            table.append(
                [
                    row.id, row.chain, row.stage, row.product, CSVTable.number(row.quantity), row.unit, row.seller,
                    row.buyer, row.fromCountry, row.toCountry, row.sellerPlatform, row.buyerPlatform, row.dispatched,
                    row.arrived ?? "", row.judged ?? "", row.outcome.rawValue, row.level?.rawValue ?? "",
                    row.levelWhenJudged?.rawValue ?? "", flag(row.isSound), row.causes.joined(separator: " "),
                    String(row.tiersExpected), String(row.tiersReached),
                    String(row.credentialsChecked),
                    row.rules.map { "\($0.rule)=\($0.outcome.rawValue)" }.joined(separator: " "),
                    row.rules.filter(\.isHeld).map { "\($0.rule)=\(CSVTable.number($0.daysHeld))" }
                        .joined(separator: " "),
                    row.rules.map(\.daysHeld).max().map(CSVTable.number) ?? "",
                ] + fields(of: row.evidence))
        }
        return table.bytes
    }

    /// What was counted of the evidence of a consignment.
    private static let evidenceColumns = [
        "products_upstream", "products_traced", "far_products", "far_products_proven", "credentials_verified",
        "credentials_accepted", "claims", "claims_matched", "certificates", "certificates_valid", "credentials_opened",
        "credentials_anchored", "attestations", "attestations_accredited", "seconds_to_trace", "evidence_hours",
        "released", "origin_test_agrees", "lost_certification",
    ]

    private static func fields(of evidence: ConsignmentEvidence) -> [String] {
        [
            evidence.traced, evidence.provenFar, evidence.accepted, evidence.matchedClaims, evidence.validCertificates,
            evidence.anchored, evidence.accredited,
        ].flatMap { [String($0.whole), String($0.part)] } + [
            optional(evidence.secondsToTrace), optional(evidence.evidenceHours), flag(evidence.isReleased),
            flag(evidence.originTestAgrees), optional(evidence.lostCertification),
        ]
    }

    private static func optional(_ value: Double?) -> String { value.map(CSVTable.number) ?? "" }

    private static func flag(_ value: Bool?) -> String { value.map { $0 ? "true" : "false" } ?? "" }

    /// `findings.csv`: a row for each failure mode, pair and credential type.
    package static func findings(of record: RunRecord) -> [UInt8] {
        var table = CSVTable(columns: [
            "code", "title", "tier", "layer", "severity", "responsible", "issuer", "verifier", "credential_type",
            "count", "consignments", "consignments_solely", "first_seen", "behind", "official_tests", "clause",
            "strength", "example_consignment", "example_credential", "example_pointer", "sent", "expected",
            "remedy_issuer", "remedy_verifier", "parties",
        ])
        for finding in record.findings {
            let example = finding.example
            table.append([
                finding.code, finding.title, String(finding.tier), finding.layer, finding.severity,
                finding.responsible, finding.issuer, finding.verifier, finding.credentialType, String(finding.count),
                String(finding.consignments), String(finding.consignmentsSolely), finding.firstSeen,
                finding.behind ?? "", finding.officialTests, finding.clause, finding.strength, example.consignment,
                example.credential, example.pointer, example.sent, example.expected, finding.remedy.issuer,
                finding.remedy.verifier, finding.parties.joined(separator: "; "),
            ])
        }
        return table.bytes
    }

    /// `matrix.csv`: a row for each pair, credential type and state, so that shares are sums over rows; `sealed` says
    /// how many of a count are passports that are sealed for others.
    package static func matrix(of record: RunRecord) -> [UInt8] {
        var table = CSVTable(columns: ["issuer", "verifier", "credential_type", "state", "count", "sealed"])
        for cell in record.matrix {
            for state in PairState.allCases {
                table.append([
                    cell.issuer, cell.verifier, cell.credentialType, state.rawValue, String(cell.count(of: state)),
                    String(state == .notReached ? cell.sealed : 0),
                ])
            }
        }
        return table.bytes
    }

    /// `measures.csv`: a row for each measure of the run and of each of its value chains, pairs of countries and months.
    ///
    /// `scope` says which of these, `key` which one; a measure of which there is no data has no row.
    package static func measures(of record: RunRecord) -> [UInt8] {
        var table = CSVTable(columns: ["scope", "key", "measure", "value", "median", "p95", "unit", "target", "met"])
        for measure in record.measures {
            table.append([
                "run", "", measure.id, CSVTable.number(measure.value), optional(measure.median), optional(measure.p95),
                measure.unit, optional(measure.target), flag(measure.met),
            ])
        }
        for (scope, parts) in record.breakdowns.scopes {
            for part in parts {
                for measure in part.measures {
                    table.append([
                        scope.rawValue, part.key, measure.id, CSVTable.number(measure.value), optional(measure.median),
                        optional(measure.p95), measure.unit, "", "",
                    ])
                }
            }
        }
        return table.bytes
    }
}
