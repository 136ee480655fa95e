package import Records

/// The tidy tables of a run: one observation a row, one variable a column, and the same columns in every run.
package enum CSVReport {
    /// `consignments.csv`: a row for each consignment. Several causes stand in one field, parted by a space.
    ///
    /// `rule_outcomes` has what became of it under each rule that looked at it, as `EU-EUDR=released`, parted by spaces:
    /// `passed`, `noted`, `default-value`, `released` (held and let go) or `refused` (held and turned away).
    /// `rule_days_held` has the days for which those rules held it that did, as `EU-EUDR=12.5`; `days_held` has the
    /// longest of these, 0 where rules looked at it and none held it, and is empty where none looked.
    package static func consignments(of record: RunRecord) -> [UInt8] {
        var table = CSVTable(columns: [
            "id", "chain", "stage", "product", "quantity", "unit", "seller", "buyer", "from_country", "to_country",
            "seller_platform", "buyer_platform", "dispatched", "arrived", "judged", "outcome", "level", "causes",
            "tiers_expected", "tiers_reached", "credentials_checked", "rule_outcomes", "rule_days_held", "days_held",
        ])
        for row in record.consignmentRows {
            table.append([
                row.id, row.chain, row.stage, row.product, CSVTable.number(row.quantity), row.unit, row.seller,
                row.buyer, row.fromCountry, row.toCountry, row.sellerPlatform, row.buyerPlatform, row.dispatched,
                row.arrived ?? "", row.judged ?? "", row.outcome.rawValue, row.level?.rawValue ?? "",
                row.causes.joined(separator: " "), String(row.tiersExpected), String(row.tiersReached),
                String(row.credentialsChecked),
                row.rules.map { "\($0.rule)=\($0.outcome.rawValue)" }.joined(separator: " "),
                row.rules.filter(\.isHeld).map { "\($0.rule)=\(CSVTable.number($0.daysHeld))" }
                    .joined(separator: " "),
                row.rules.map(\.daysHeld).max().map(CSVTable.number) ?? "",
            ])
        }
        return table.bytes
    }

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

    /// `matrix.csv`: a row for each pair, credential type and state, so that shares are sums over rows.
    package static func matrix(of record: RunRecord) -> [UInt8] {
        var table = CSVTable(columns: ["issuer", "verifier", "credential_type", "state", "count"])
        for cell in record.matrix {
            for state in PairState.allCases {
                table.append([
                    cell.issuer, cell.verifier, cell.credentialType, state.rawValue, String(cell.count(of: state)),
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
        func optional(_ value: Double?) -> String { value.map(CSVTable.number) ?? "" }
        for measure in record.measures {
            table.append([
                "run", "", measure.id, CSVTable.number(measure.value), optional(measure.median), optional(measure.p95),
                measure.unit, optional(measure.target), measure.met.map { $0 ? "true" : "false" } ?? "",
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
