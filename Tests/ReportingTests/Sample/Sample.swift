import Records

/// A finished run made by hand, rich enough to fill every section of a report, and consistent in itself: totals, matrix
/// and findings are counted from its rows.
enum Sample {
    static let record = RunRecord(
        scenario: ScenarioRecord(
            name: "copper-and-lithium", title: "Copper and lithium, from pit to battery plant",
            description: "Five platforms, two value chains and six countries trade for half a year. Two of the "
                + "platforms run last year\u{2019}s software.",
            overrides: ["network.loss=2", "platforms.orebook.note=old release"]),
        seed: 42, version: "0.1.0",
        digest: DigestRecord(
            overall: hex("9f2c"), exchanges: hex("11a0"), verdicts: hex("c3d4"), measures: hex("77e1"),
            draws: hex("5b60")),
        simulated: Period(from: "2026-04-06T00:00:00Z", to: "2026-09-30T23:59:59Z"),
        measures: measures, score: Double(count(.transparent)) / 10_000, lowestMeasure: "transparent-consignments",
        matrix: matrix, findings: findings,
        consignments: ConsignmentTotals(
            total: rows.count, transparent: count(.transparent), partial: count(.partial), opaque: count(.opaque),
            inTransit: count(.inTransit),
            levels: LevelCounts(
                e0: count(.opaque), e1: 0, e2: 0, e3: count(.partial), e4: count(.transparent))),
        truth: TruthRecord(
            acceptedWrongly: 23, rejectedWrongly: 446,
            byCause: [
                TruthCause(code: "status-list-cached", direction: .acceptedWrongly, count: 23),
                TruthCause(code: "multikey-codec-missing", direction: .rejectedWrongly, count: 190),
                TruthCause(code: "link-type-unknown", direction: .rejectedWrongly, count: 256),
            ],
            byPair: [
                TruthPair(issuer: "orebook", verifier: "portico", acceptedWrongly: 0, rejectedWrongly: 109),
                TruthPair(issuer: "terratrace", verifier: "gatehouse", acceptedWrongly: 23, rejectedWrongly: 95),
            ]),
        exchanges: ExchangeTotals(total: 184_220, failed: 1_204, retried: 977, bytes: 1_318_442_112),
        credentials: CredentialTotals(
            issued: [
                Tally(of: "dpp", count: 2_400), Tally(of: "dte", count: 4_812), Tally(of: "dcc", count: 318),
                Tally(of: "dfr", count: 61), Tally(of: "dia", count: 58),
            ],
            totalIssued: 7_649, verified: 21_480, failed: 2_377, checksComputed: 7_902, signaturesMade: 7_711),
        chains: chains, countries: countries, corridors: corridors, platforms: platforms, timeline: timeline,
        breakdowns: breakdowns, materials: materials, parties: parties,
        definitions: [
            Definition(
                term: "Transparent evidence",
                text: "A passport resolves, its inputs are linked, every claim asked for is answered and attested, all "
                    + "of it verifies, and its issuers are anchored in the right register (level E4)."),
            Definition(term: "Score", text: "The smallest of the shares achieved over target."),
        ],
        provenance: Provenance(
            read: 214, recalled: 61, assumption: 88,
            groups: [
                .init(kind: "connectivity", read: 14, recalled: 21, assumption: 28),
                .init(kind: "values of claims", read: 200, recalled: 40, assumption: 60),
            ]),
        rules: rules, lacking: lacking, criteria: criteria, recognition: recognition, fraud: fraud,
        consignmentRows: rows,
        artefacts: [
            Artefact(
                path: "multikey-codec-missing/did.json", bytes: Array(#"{"id":"did:web:terratrace.example"}"#.utf8)),
            Artefact(path: "multikey-codec-missing/credential.jwt", bytes: Array("eyJhbGciOiJFZERTQSJ9.e30.c2ln".utf8)),
        ])

    static func count(_ outcome: ConsignmentOutcome) -> Int { rows.count { $0.outcome == outcome } }

    private static func hex(_ start: String) -> String {
        start + String(repeating: "0a1b2c3d4e5f", count: 5)
    }

    private static let measures = [
        Measure(
            id: "supply-chain-actors", label: "Supply chain actors", value: 58, target: 50, unit: "actors", met: true,
            definition: "Distinct legal entities that took part as seller or buyer in a counted consignment."),
        Measure(
            id: "software-platforms", label: "Software platforms", value: 5, target: 5, unit: "platforms", met: true,
            definition: "Distinct products that exchanged a verified credential with at least one other."),
        Measure(
            id: "value-chains", label: "Value chains", value: 2, target: 5, unit: "chains", met: false,
            definition: "Commodity chains with at least three consecutive stages evidenced."),
        Measure(
            id: "countries", label: "Countries", value: 6, target: 5, unit: "countries", met: true,
            definition: "Countries with a facility that a counted consignment left or reached."),
        Measure(
            id: "transparent-consignments", label: "Transparent consignments", value: Double(count(.transparent)),
            target: 10_000, unit: "consignments", met: false,
            definition: "Consignments that reached evidence level E4 when their buyer checked."),
        Measure(
            id: "verification-success", label: "Verification success", value: 0.8893, unit: "ratio",
            definition: "Credentials that verify over credentials fetched."),
        Measure(
            id: "evidence-latency", label: "Evidence latency", value: 31.4, median: 31.4, p95: 336, unit: "hours",
            isLimit: true,
            definition: "Hours from dispatch until the evidence could be resolved."),
    ]

    private static let parties = (0..<58).map { place in
        PartyRecord(
            name: "Party \(place + 1)", role: place % 2 == 0 ? "mine" : "smelter",
            country: countryCodes[place % countryCodes.count], platform: platformNames[place % platformNames.count])
    }
}
