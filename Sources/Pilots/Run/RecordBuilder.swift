import Credentials
import Networking
import Platforms
import Records
import SimulationKernel
import UNTP

/// Makes the record of a finished run from the world and the books.
struct RecordBuilder {
    let world: World
    let books: Books
    let isCancelled: Bool
    let options: PilotRun.Options
    private let parties: [String: PartySpec]
    private let stages: [String: Stage]

    private var scenario: Scenario { world.scenario }
    private var simulation: Simulation { world.simulation }

    init(world: World, books: Books?, isCancelled: Bool, options: PilotRun.Options) {
        self.world = world
        self.books = books ?? Books(of: world)
        self.isCancelled = isCancelled
        self.options = options
        parties = Dictionary(world.scenario.parties.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        stages = Dictionary(
            world.scenario.chains.flatMap(\.stages).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func seller(_ row: Ledger.JudgedRow) -> PartySpec? { parties[row.consignment.seller] }
    private func buyer(_ row: Ledger.JudgedRow) -> PartySpec? { parties[row.consignment.buyer] }

    var record: RunRecord {
        let builder = MeasureBuilder(world: world, books: books, issued: totalIssued)
        let breakdowns = simulation.begin { builder.breakdowns }
        let measures = builder.measures
        for measure in measures {
            simulation.observe(.measures) { writer in
                writer.add(measure.id)
                let millionths = (measure.value * 1_000_000).rounded()
                writer.add(Int64(exactly: millionths) ?? (millionths > 0 ? .max : .min))
            }
        }
        let targeted = measures.filter { $0.target != nil }
        let lowest = targeted.min { Self.ratio($0) < Self.ratio($1) }
        let digest = simulation.digest
        func part(_ part: ObservationPart) -> String { digest.parts[part] ?? "" }
        let network = world.network.assumeIsolated { $0.traffic }
        return RunRecord(
            scenario: ScenarioRecord(
                name: scenario.name, title: scenario.title, description: scenario.description,
                overrides: scenario.overrides),
            seed: scenario.seed, replication: options.replication, version: Version.current,
            digest: DigestRecord(
                overall: digest.overall, exchanges: part(.exchanges), verdicts: part(.verdicts),
                measures: part(.measures), draws: part(.draws)),
            simulated: Period(
                from: Self.time(scenario.startUnixSeconds),
                to: Self.time(books.rows.compactMap(\.judged).max() ?? simulation.nowUnixSeconds)),
            completion: Completion(
                complete: !isCancelled, cancelledAt: isCancelled ? Self.time(simulation.nowUnixSeconds) : nil),
            measures: measures, score: lowest.map(Self.ratio), lowestMeasure: lowest?.id, matrix: matrix,
            findings: findings, consignments: consignments, truth: truth,
            exchanges: ExchangeTotals(
                total: network.exchanges, failed: network.failures, retried: network.retries, bytes: network.bytes),
            credentials: credentials, chains: chains(builder.evidencedCommodities),
            countries: countries(builder.countries), corridors: corridors, platforms: platforms(builder.platforms),
            timeline: timeline, breakdowns: breakdowns.value, materials: books.materials.records(of: scenario),
            parties: partyRecords(builder),
            definitions: TermDefinition.all.map { Definition(term: $0.term, text: $0.text) }
                + MeasureDefinition.unmeasured(measures),
            provenance: Provenance(scenario.numbers),
            rules: RuleRecord.all(of: books.rows, under: scenario.regulations),
            lacking: LackRecord.all(of: books.rows, under: scenario.regulations),
            criteria: books.criteria.records(of: scenario.demandedCriteria),
            recognition: books.criteria.recognition(of: Array(scenario.schemes.values), at: books.end),
            fraud: books.frauds.records,
            stories: scenario.stories.map { story in
                StoryRecord(story: story.story, measures: story.measures, claims: claims(answering: story))
            },
            consignmentRows: books.rows.map(row),
            artefacts: books.artefacts.files.sorted { $0.key < $1.key }.map { Artefact(path: $0.key, bytes: $0.value) })
    }

    /// The claims that a story is about; nil where it names no criterion.
    private func claims(answering story: Story) -> ClaimTally? {
        guard let question = ClaimBook.Question(story) else { return nil }
        let answer = books.evidence.claims.answer(to: question)
        return ClaimTally(
            criterion: question.criterion, name: HarmonisedCriteria[question.criterion]?.name ?? question.criterion,
            stage: question.stage.flatMap { stages[$0]?.name }, claims: answer.claims, matched: answer.matched,
            partial: answer.partial)
    }

    private static func ratio(_ measure: Measure) -> Double {
        measure.shareOfTarget ?? 1
    }

    private static func time(_ seconds: Int64) -> String { DateTimeStamp.text(unixSeconds: seconds) }

    // MARK: Consignments

    /// The consignments that left, or are to.
    private var shipments: [Ledger.JudgedRow] { books.rows.filter { !$0.isKeptBack } }

    private static func outcome(_ row: Ledger.JudgedRow) -> ConsignmentOutcome {
        switch row.standing {
        case _ where row.isKeptBack: .keptBack
        case nil: .inTransit
        case .transparent: .transparent
        case .nothing: .opaque
        default: .partial
        }
    }

    private static func count(_ rows: [Ledger.JudgedRow]) -> OutcomeCounts {
        var counts = OutcomeCounts()
        for row in rows {
            counts.total += 1
            switch outcome(row) {
            case .transparent: counts.transparent += 1
            case .partial: counts.partial += 1
            case .opaque: counts.opaque += 1
            case .inTransit, .keptBack: break
            }
        }
        return counts
    }

    private var consignments: ConsignmentTotals {
        let shipments = shipments
        let counts = Self.count(shipments)
        func level(_ level: Platforms.EvidenceLevel) -> Int { shipments.count { $0.standing == level } }
        return ConsignmentTotals(
            total: books.rows.count, transparent: counts.transparent, partial: counts.partial, opaque: counts.opaque,
            inTransit: counts.total - counts.transparent - counts.partial - counts.opaque,
            keptBack: books.rows.count - counts.total,
            levels: LevelCounts(
                e0: level(.nothing), e1: level(.passport), e2: level(.traced), e3: level(.evidenced),
                e4: level(.transparent)))
    }

    private func product(of consignment: ConsignmentEntry) -> Stage.Product? {
        stages[consignment.stage]?.output(consignment.output)
    }

    private func row(_ row: Ledger.JudgedRow) -> ConsignmentRow {
        let consignment = row.consignment
        let product = product(of: consignment)
        return ConsignmentRow(
            id: consignment.id, chain: chainID(of: consignment.stage), stage: consignment.stage,
            product: product?.name ?? "", quantity: consignment.quantity, unit: product?.unit ?? "",
            seller: consignment.seller, buyer: consignment.buyer, fromCountry: seller(row)?.country ?? "",
            toCountry: buyer(row)?.country ?? "", sellerPlatform: seller(row)?.platform ?? "",
            buyerPlatform: buyer(row)?.platform ?? "",
            dispatched: Self.time(consignment.dispatched), arrived: row.arrived.map(Self.time),
            judged: row.judged.map(Self.time), outcome: Self.outcome(row),
            level: row.standing.flatMap { Records.EvidenceLevel(rawValue: $0.label) },
            levelWhenJudged: row.level.flatMap { Records.EvidenceLevel(rawValue: $0.label) },
            isSound: row.level == nil ? nil : row.isSound, causes: row.causes,
            tiersExpected: consignment.tiers, tiersReached: row.tiersReached,
            credentialsChecked: row.credentialsChecked, rules: row.rules.map(RuleOutcomeRecord.init),
            evidence: ConsignmentEvidence(row))
    }

    private func chainID(of stage: String) -> String {
        scenario.chains.first { $0.stages.contains { $0.id == stage } }?.id ?? ""
    }

    // MARK: Matrix and findings

    private var matrix: [MatrixCell] {
        books.evidence.matrix.cells.sorted { $0.key < $1.key }.map { key, cell in
            MatrixCell(
                issuer: key.issuer, verifier: key.verifier, credentialType: key.type, attempts: cell.attempts,
                passed: cell.passed, passedWithLoss: cell.passedWithLoss, failed: cell.failed,
                notSupported: cell.notSupported, notReached: cell.notReached, environment: cell.environment,
                sealed: cell.sealed,
                failures: Self.tallies(cell.failures))
        }
    }

    private static func tallies(_ counts: [String: Int]) -> [Tally] {
        counts.sorted { $0.key < $1.key }.map { Tally(of: $0.key, count: $0.value) }
    }

    private var findings: [FindingRecord] {
        books.findings.entries.sorted { $0.key < $1.key }.compactMap { key, entry in
            guard let mode = FailureCatalogue[key.code] else { return nil }
            return FindingRecord(
                code: key.code, title: mode.title, tier: mode.tier, layer: mode.layer.rawValue,
                severity: mode.severity.rawValue, responsible: mode.responsible.rawValue, issuer: key.issuer,
                verifier: key.verifier, credentialType: key.type, count: entry.count,
                consignments: entry.consignments,
                consignmentsSolely: entry.consignmentsSolely.standing(at: books.end),
                firstSeen: Self.time(entry.firstSeen),
                example: ExampleRecord(
                    consignment: entry.consignment, credential: entry.example.subject.url,
                    pointer: entry.example.pointer, sent: entry.example.sent, expected: entry.example.expected,
                    artefacts: books.artefacts.paths[key] ?? []),
                remedy: Remedy(issuer: mode.remedyIssuer, verifier: mode.remedyVerifier), summary: mode.summary,
                clause: mode.clause, strength: mode.strength.rawValue, officialTests: mode.officialTests.rawValue,
                behind: key.behind.isEmpty ? nil : key.behind, parties: mode.isConduct ? entry.parties.sorted() : [])
        }
    }

    // MARK: Truth

    private var truth: TruthRecord {
        let judged = shipments.filter { $0.level != nil }
        func isAcceptedWrongly(_ row: Ledger.JudgedRow) -> Bool { row.level == .transparent && !row.isSound }
        func isRejectedWrongly(_ row: Ledger.JudgedRow) -> Bool { row.level != .transparent && row.isSound }
        let pairs = Dictionary(grouping: judged) { [seller($0)?.platform ?? "", buyer($0)?.platform ?? ""] }
        let causes =
            books.totals.acceptedWrongly.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
                TruthCause(code: $0.key, direction: .acceptedWrongly, count: $0.value)
            }
            + books.totals.rejectedWrongly.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
                TruthCause(code: $0.key, direction: .rejectedWrongly, count: $0.value)
            }
        return TruthRecord(
            acceptedWrongly: judged.count(where: isAcceptedWrongly),
            rejectedWrongly: judged.count(where: isRejectedWrongly), byCause: causes,
            byPair: pairs.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { pair, rows in
                let (accepted, rejected) = (rows.count(where: isAcceptedWrongly), rows.count(where: isRejectedWrongly))
                guard accepted + rejected > 0 else { return nil }
                return TruthPair(
                    issuer: pair[0], verifier: pair[1], acceptedWrongly: accepted, rejectedWrongly: rejected)
            })
    }

    // MARK: Credentials

    private var issued: [String: Int] {
        var counts: [String: Int] = [:]
        for platform in world.platforms.values {
            for (type, count) in platform.assumeIsolated({ $0.issued }) { counts[type.rawValue, default: 0] += count }
        }
        return counts
    }

    private var totalIssued: Int { issued.values.reduce(0, +) }

    private var credentials: CredentialTotals {
        CredentialTotals(
            issued: Self.tallies(issued), totalIssued: totalIssued, verified: books.evidence.verified,
            failed: books.evidence.failed, checksComputed: books.evidence.contents.count,
            signaturesMade: world.platforms.values.reduce(0) { sum, platform in
                sum + platform.assumeIsolated { $0.signatures }
            })
    }

    // MARK: Who and where

    /// - Parameter counted: The commodities of the chains that count.
    private func chains(_ counted: Set<String>) -> [ChainRecord] {
        let shipments = shipments
        let places = Dictionary(
            scenario.chains.flatMap(\.stages).enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return scenario.chains.map { chain in
            let ids = Set(chain.stages.map(\.id))
            let rows = shipments.filter { ids.contains($0.consignment.stage) }
            let flows = Dictionary(grouping: rows) { [$0.consignment.stage, buyer($0)?.stage ?? ""] }
            return ChainRecord(
                id: chain.id, name: chain.title,
                stages: chain.stages.map { stage in
                    let members = scenario.parties.filter { $0.stage == stage.id }
                    return ChainStage(
                        id: stage.id, name: stage.name, process: stage.process, output: stage.product.name,
                        facilities: members.count, countries: Set(members.map(\.country)).sorted(), order: stage.order)
                },
                // Along the chain, as its file has it.
                flows: flows.sorted { one, other in
                    one.key.map { places[$0] ?? .max }.lexicographicallyPrecedes(other.key.map { places[$0] ?? .max })
                }.map { ends, rows in
                    ChainFlow(
                        from: ends[0], to: ends[1], outcomes: Self.count(rows),
                        quantity: rows.reduce(0) { $0 + $1.consignment.quantity },
                        unit: rows.first.flatMap { product(of: $0.consignment)?.unit } ?? "")
                }, isCounted: counted.contains(chain.commodity))
        }
    }

    private func countries(_ counted: Set<String>) -> [CountryRecord] {
        let sold = Dictionary(grouping: shipments) { seller($0)?.country }
        let bought = Dictionary(grouping: shipments) { buyer($0)?.country }
        return scenario.countries.compactMap { country in
            let parties = scenario.parties.count { $0.country == country.code }
            guard parties > 0 else { return nil }
            return CountryRecord(
                code: country.code, name: country.name, parties: parties,
                asSeller: Self.count(sold[country.code] ?? []), asBuyer: Self.count(bought[country.code] ?? []),
                isCounted: counted.contains(country.code))
        }
    }

    private var corridors: [Corridor] {
        let pairs = Dictionary(grouping: shipments) { [seller($0)?.country ?? "", buyer($0)?.country ?? ""] }
        return pairs.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { pair, rows in
            let days = rows.compactMap { row in
                row.arrived.map { Double($0 - row.consignment.dispatched) / 86_400 }
            }.sorted()
            return Corridor(
                from: pair[0], to: pair[1], total: rows.count, transparent: Self.count(rows).transparent,
                medianTransitDays: Figure.quantile(50, of: days).map { ($0 * 10).rounded() / 10 })
        }
    }

    /// - Parameter counted: The titles of the platforms that count.
    private func platforms(_ counted: Set<String>) -> [PlatformRecord] {
        scenario.platforms.map { spec in
            let deviations = spec.profile.deviations
            return PlatformRecord(
                name: spec.name, title: spec.title, kind: spec.kind,
                parties: scenario.parties.count { $0.platform == spec.name },
                issued: world.platforms[spec.name]?.assumeIsolated { $0.issued.values.reduce(0, +) } ?? 0,
                deviations: deviations.map { Deviation(knob: $0.path, value: $0.value) },
                conforming: deviations.isEmpty && spec.adapter == nil, isCounted: counted.contains(spec.title),
                outside: spec.adapter.flatMap { outside(spec.name, $0) },
                marks: spec.marks.map { mark in
                    SettingMark(
                        knob: mark.path, value: mark.value,
                        origin: SettingMark.Origin(rawValue: mark.origin.rawValue) ?? .default, from: mark.sources,
                        note: mark.note)
                })
        }
    }

    private func outside(_ platform: String, _ spec: AdapterSpec) -> OutsideRecord? {
        guard let part = options.outside[platform] else { return nil }
        let account = part.account
        return OutsideRecord(
            kind: spec.kind,
            name: [part.description.name, part.description.version].filter { !$0.isEmpty }.joined(separator: " "),
            asked: account.asked.sorted { $0.key < $1.key }.map { Tally(of: $0.key, count: $0.value) },
            failed: account.failed,
            failures: account.failures.map {
                OutsideRecord.Failure(text: $0.description, sent: $0.sent, received: $0.received)
            })
    }

    private func partyRecords(_ builder: MeasureBuilder) -> [PartyRecord] {
        var counts: [String: (judged: Int, transparent: Int)] = [:]
        for row in builder.judged {
            for end in Set([row.consignment.seller, row.consignment.buyer]) {
                counts[end, default: (0, 0)].judged += 1
                if row.standing == .transparent { counts[end, default: (0, 0)].transparent += 1 }
            }
        }
        return scenario.parties.map { party in
            let (judged, transparent) = counts[party.name] ?? (0, 0)
            return PartyRecord(
                name: party.name, role: scenario.stage(party.stage)?.role ?? "", country: party.country,
                platform: party.platform, consignments: judged, transparent: transparent,
                isAccepted: builder.isAccepted(party))
        }
    }

    private var timeline: [TimelinePeriod] {
        let months = Dictionary(grouping: shipments.filter { $0.judged != nil }, by: \.month)
        return months.sorted { $0.key < $1.key }.map { month, rows in
            TimelinePeriod(
                periodStart: month + "-01", label: month, outcomes: Self.count(rows),
                findings: Self.tallies(rows.causes))
        }
    }
}

/// The version of the simulator.
package enum Version {
    package static let current = "0.1.0"
}
