import Platforms
import Records
import UNTP

/// Counts measures, as their definitions have it: of a whole run, or of a part of its consignments.
struct MeasureBuilder {
    let world: World
    let books: Books
    let issued: Int
    let parties: [String: PartySpec]
    private let commodities: [String: String]
    /// All consignments of which the evidence was looked at, those included that were not let out of their country.
    private let seen: [Ledger.JudgedRow]
    /// The consignments that are counted: shipments that arrived.
    let judged: [Ledger.JudgedRow]
    /// Those with transparent evidence that stands at the end of the run.
    private let transparent: [Ledger.JudgedRow]
    /// Whether these are all consignments of the run.
    private let isWhole: Bool

    private var scenario: Scenario { world.scenario }

    /// Counts all of a run.
    init(world: World, books: Books, issued: Int) {
        self.world = world
        self.books = books
        self.issued = issued
        parties = Dictionary(world.scenario.parties.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        commodities = Dictionary(
            world.scenario.chains.flatMap { chain in chain.stages.map { ($0.id, chain.commodity) } },
            uniquingKeysWith: { first, _ in first })
        seen = books.rows.filter { $0.level != nil }
        judged = seen.filter { !$0.isKeptBack }
        transparent = judged.filter { $0.standing == .transparent }
        isWhole = true
    }

    /// The same for some of the consignments.
    init(_ whole: MeasureBuilder, only rows: [Ledger.JudgedRow]) {
        world = whole.world
        books = whole.books
        issued = whole.issued
        parties = whole.parties
        commodities = whole.commodities
        seen = rows
        judged = seen.filter { !$0.isKeptBack }
        transparent = judged.filter { $0.standing == .transparent }
        isWhole = false
    }

    /// The commodity of the chain that a stage belongs to.
    func commodity(of stage: String) -> String { commodities[stage] ?? "" }

    /// All measures of which there is data, or that the scenario sets a target for.
    var measures: [Measure] {
        MeasureDefinition.all.compactMap { definition in
            let figure = figure(of: definition.id)
            let set = scenario.targets[definition.id]
            guard figure != nil || set != nil else { return nil }
            let value = figure?.value ?? 0
            let asked = set ?? definition.target
            // Of what there is to be more of, 0 asks for nothing.
            let target = asked == 0 && !definition.isLimit ? nil : asked
            // What could not be measured did not meet its target.
            let isMet = target.map { figure != nil && (definition.isLimit ? value <= $0 : value >= $0) }
            return Measure(
                id: definition.id, label: definition.label, value: value, median: figure?.median, p95: figure?.p95,
                target: target, unit: definition.unit, met: isMet, isLimit: definition.isLimit,
                definition: definition.definition)
        }
    }

    func figure(of id: String) -> Figure? {
        switch id {
        case "supply-chain-actors": Figure(count: actors.count)
        case "software-platforms": Figure(count: platforms.count)
        case "value-chains": Figure(count: evidencedCommodities.count)
        case "countries": Figure(count: countries.count)
        case "transparent-consignments": Figure(count: transparent.count)
        case "transparent-when-judged": Figure(count: judged.count { $0.level == .transparent })
        case "e2-share": share(atLeast: .traced)
        case "e3-share": share(atLeast: .evidenced)
        case "transparent-share": share(atLeast: .transparent)
        case "trace-completeness": traceCompleteness
        case "trace-depth": traceDepth
        case "time-to-trace": Figure.median(of: judged.compactMap(\.secondsToTrace))
        case "evidence-latency": Figure.mean(of: judged.compactMap(\.evidenceHours))
        case "late-evidence-share": .ratio(lateHours.count, judged.compactMap(\.evidenceHours).count)
        case "credentials-per-judgement": .mean(of: judged.map { Double($0.credentialsChecked) })
        case "late-evidence-latency": Figure.median(of: lateHours)
        case "far-tiers-proven": farTiersProven
        case "verification-success": share(\.accepted, of: \.verified)
        case "claim-coverage": share(\.matchedClaims, of: \.claims)
        case "certificate-validity": share(\.validCertificates, of: \.certificates)
        case "issuer-anchored": share(\.anchoredCredentials, of: \.credentials)
        case "accreditation-in-scope": share(\.accreditedAttestations, of: \.attestations)
        case "border-release-share": borderReleaseShare
        case "origin-test-mismatch": originTestMismatch
        case "certification-lost": Figure.mean(of: judged.compactMap(\.lostCertification))
        default: isWhole ? figureOfTheRun(id) : nil
        }
    }

    /// What is not counted by consignment.
    private func figureOfTheRun(_ id: String) -> Figure? {
        switch id {
        case "mass-balance-gap": massBalanceGap
        case "custody-downgraded":
            .ratio(books.materials.custody.result.downgraded, books.materials.custody.result.batches)
        case "double-claim-rate": .ratio(books.materials.claims.exceeded, books.materials.claims.consumed)
        case "cost-per-consignment": costs.all.map { Figure($0) }
        case "cost-per-consignment-by-company": .median(of: costs.companies)
        case "onboarding-time": .median(of: books.evidence.onboardingDays)
        case "platform-pairs": judged.isEmpty ? nil : .ratio(acceptedPairs.count, possiblePairs)
        case "trading-platform-pairs": tradingPlatformPairs
        case "credentials-per-consignment":
            .ratio(issued, judged.count)
        default: nil
        }
    }

    // MARK: Who is counted

    private func ends(_ row: Ledger.JudgedRow) -> [PartySpec] {
        [row.consignment.seller, row.consignment.buyer].compactMap { parties[$0] }
    }

    /// The party as an issuer; who has all issued under the DID of another is none.
    private static func issuer(_ party: PartySpec) -> EvidenceBook.Issuer {
        EvidenceBook.Issuer(platform: party.platform, slug: party.slug)
    }

    /// Parties of transparent consignments that issued a verified credential during the run.
    private var actors: [String: PartySpec] {
        var actors: [String: PartySpec] = [:]
        for party in transparent.flatMap(ends) where isAccepted(party) { actors[party.name] = party }
        return actors
    }

    /// Whether somebody else accepted a credential that a party issued in the run, and that a register vouches for.
    func isAccepted(_ party: PartySpec) -> Bool { books.evidence.activeIssuers.contains(Self.issuer(party)) }

    /// The products between which credentials of counted actors, or certificates for them, were accepted.
    var platforms: Set<String> {
        let titles = Dictionary(
            scenario.platforms.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first })
        let actors = actors
        let certifiers = actors.keys.flatMap { books.certifiers[$0] ?? [] }
        let issuers = Set(
            actors.values.map(Self.issuer)
                + certifiers.map { EvidenceBook.Issuer(platform: $0.platform, slug: $0.slug) })
        var platforms: Set<String> = []
        for acceptance in books.evidence.acceptances where issuers.contains(acceptance.issuer) {
            guard let issuing = titles[acceptance.issuer.platform], let verifying = titles[acceptance.verifier],
                issuing != verifying
            else { continue }
            platforms.formUnion([issuing, verifying])
        }
        return platforms
    }

    var countries: Set<String> { Set(actors.values.map(\.country)) }

    /// Commodities of which transparent consignments moved from one stage to a second, and on from there to a third.
    var evidencedCommodities: Set<String> {
        var next: [String: Set<String>] = [:]
        for row in transparent {
            guard let buyer = parties[row.consignment.buyer] else { continue }
            next[row.consignment.stage, default: []].insert(buyer.stage)
        }
        var evidenced: Set<String> = []
        for (first, seconds) in next {
            for second in seconds where second != first && commodity(of: second) == commodity(of: first) {
                guard let thirds = next[second], thirds.contains(where: { $0 != first && $0 != second }) else {
                    continue
                }
                evidenced.insert(commodity(of: first))
            }
        }
        return evidenced
    }

    // MARK: Evidence

    private func share(atLeast level: Platforms.EvidenceLevel) -> Figure? {
        .ratio(judged.count { ($0.standing ?? .nothing) >= level }, judged.count)
    }

    private var traceCompleteness: Figure? {
        let rows = judged.filter { $0.trace.inTruth > 0 }
        let whole = Figure.ratio(
            rows.reduce(0) { $0 + $1.trace.traced }, rows.reduce(0) { $0 + $1.trace.inTruth })
        return whole?.spread(over: rows.map { Double($0.trace.traced) / Double($0.trace.inTruth) })
    }

    private var traceDepth: Figure? {
        Figure.ratio(judged.reduce(0) { $0 + $1.tiersReached }, judged.count)?
            .spread(over: judged.map { Double($0.tiersReached) })
    }

    /// The hours for which evidence was missing, of those consignments that left without.
    private var lateHours: [Double] { judged.compactMap(\.evidenceHours).filter { $0 > 0 } }

    private var borderReleaseShare: Figure? {
        let stopped = seen.compactMap(\.released)
        return .ratio(stopped.count { $0 }, stopped.count)
    }

    private var originTestMismatch: Figure? {
        let tests = judged.compactMap(\.originTestAgrees)
        return .ratio(tests.count { !$0 }, tests.count)
    }

    /// Products three tiers upstream and more of which passport and event were accepted.
    private var farTiersProven: Figure? {
        let rows = judged.filter { $0.trace.farInTruth > 0 }
        return Figure.ratio(rows.reduce(0) { $0 + $1.trace.provenFar }, rows.reduce(0) { $0 + $1.trace.farInTruth })?
            .spread(over: rows.map { Double($0.trace.provenFar) / Double($0.trace.farInTruth) })
    }

    /// The ordered pairs of different platforms of the scenario of which one accepted a credential of the other.
    private var acceptedPairs: Set<EvidenceBook.Pair> {
        let names = Set(scenario.platforms.map(\.name))
        return books.evidence.acceptedPairs.filter {
            $0.issuer != $0.verifier && names.contains($0.issuer) && names.contains($0.verifier)
        }
    }

    private var possiblePairs: Int { scenario.platforms.count * (scenario.platforms.count - 1) }

    private var tradingPlatformPairs: Figure? {
        let traded = books.evidence.tradingPairs.filter { $0.issuer != $0.verifier }
        return .ratio(traded.intersection(books.evidence.acceptedPairs).count, traded.count)
    }

    // MARK: Material and money

    /// What was sold as certified beyond what certified inputs allow, over what these allow.
    private var massBalanceGap: Figure? {
        let result = books.materials.custody.result
        if result.allowed.value > 0 {
            return Figure(result.gap.value / result.allowed.value).spread(over: result.ratios)
        }
        return result.sold.value > 0 ? Figure(1) : nil
    }

    /// What one consignment costs, for all companies together and for each of them.
    private var costs: (all: Double?, companies: [Double]) {
        var consignments: [String: Int] = [:]
        for row in judged {
            for end in [row.consignment.seller, row.consignment.buyer] { consignments[end, default: 0] += 1 }
        }
        func certifications(_ company: String) -> Int { books.certifiers[company]?.count ?? 0 }
        func cost(companies: Int, certifications: Int, consignments: Int) -> Double? {
            CostModel.costPerConsignment(
                companies: companies, certifications: certifications, consignments: consignments, days: scenario.days)
        }
        let all = cost(
            companies: consignments.count, certifications: consignments.keys.reduce(0) { $0 + certifications($1) },
            consignments: judged.count)
        let companies = consignments.compactMap { company, count in
            cost(companies: 1, certifications: certifications(company), consignments: count)
        }
        return (all, companies.sorted())
    }
}
