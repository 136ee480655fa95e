import Platforms
import SimulationKernel
import UNTP

/// The rules of a pilot: what they and buyers ask of a consignment, and what becomes of it.
struct RuleBook: Sendable {
    private let scenario: Scenario
    private let knowledge: [String: PublicKnowledge]
    /// Those that look at what can be sold here, at whatever time.
    private let rules: [Trade: [Regulation]]

    init(_ scenario: Scenario) {
        self.scenario = scenario
        let custody = scenario.custodyRules
        var knowledge: [String: PublicKnowledge] = [:]
        for country in scenario.countries {
            knowledge[country.code] = PublicKnowledge(
                recognition: Recognition(mapping: scenario.mapping, schemes: scenario.recognised(in: country.code)),
                custody: custody)
        }
        self.knowledge = knowledge
        rules = Dictionary(
            uniqueKeysWithValues: scenario.trades.map { trade in
                (trade, scenario.regulations.filter { $0.concerns(trade) })
            })
    }

    func knowledge(in country: String) -> PublicKnowledge { knowledge[country] ?? .none }

    /// The rules on exports that concern a consignment, as they are when it leaves.
    func exportRules(on consignment: Consignment) -> [Regulation] {
        rules(on: consignment, leaving: true, at: consignment.left)
    }

    /// The rules that concern a consignment as it arrives.
    func rules(on consignment: Consignment, arrived: Int64) -> [Regulation] {
        rules(on: consignment, leaving: false, at: arrived)
    }

    private func rules(on consignment: Consignment, leaving: Bool, at time: Int64) -> [Regulation] {
        let trade = Trade(consignment)
        let rules = rules[trade] ?? scenario.regulations.filter { $0.concerns(trade) }
        return rules.filter { $0.isExport(trade) == leaving && $0.isInForce(during: time...time) }
    }

    /// What is asked of a consignment that arrives: by its buyer's country for itself, and by rules.
    func demands(of consignment: Consignment, under rules: [Regulation]) -> [JudgementRequest.Demand] {
        let asked = (scenario.buyersAsk[consignment.buyer.country] ?? []).map { JudgementRequest.Demand($0) }
        return demands(of: rules, besides: asked)
    }

    /// What rules ask that do more than take note.
    func demands(
        of rules: [Regulation], besides asked: [JudgementRequest.Demand] = []
    ) -> [JudgementRequest.Demand] {
        var demands = asked
        for criterion in rules.filter({ $0.action != .note }).flatMap(\.demands) {
            let demand = Self.demand(for: criterion)
            // What a buyer asks of the product itself a rule may ask of what it was made from.
            if !demands.contains(where: { $0.isSame(as: demand) }) { demands.append(demand) }
        }
        return demands
    }

    /// What a rule asks of evidence: what is said of the product itself nobody upstream can say.
    private static func demand(for criterion: DemandedCriterion) -> JudgementRequest.Demand {
        .init(criterion, isMetUpstream: !HarmonisedCriteria.ofProducts.contains(criterion.harmonised.id))
    }

    /// All outcomes for a consignment, with what it waited for quotas, those included that ended meanwhile.
    func outcomes(for consignment: Consignment, onArrival: [RuleOutcome]) -> [RuleOutcome] {
        var outcomes = consignment.clearances + onArrival
        for rule in scenario.regulations {
            guard let seconds = consignment.quotaWaits[rule.id] else { continue }
            let position = outcomes.firstIndex { $0.regulation == rule.id } ?? outcomes.endIndex
            if position == outcomes.endIndex { outcomes.append(.passed(rule.id)) }
            outcomes[position].daysForQuota = Double(seconds) / 86_400
        }
        return outcomes
    }

    /// What rules make of a judged consignment. Where one of them turns it away, nothing is let go or taken at a default value:
    /// the others take note of what it lacks.
    func outcomes(
        of rules: [Regulation], _ judgement: Judgement, draws: inout RandomStream
    ) -> [RuleOutcome] {
        let outcomes = rules.map { outcome(of: $0, judgement, draws: &draws) }
        guard outcomes.contains(where: { $0.decision == .refused }) else { return outcomes }
        return outcomes.map { $0.decision == .released || $0.decision == .defaultValue ? .noted($0) : $0 }
    }

    /// What a rule makes of a judged consignment, whatever others do.
    private func outcome(of rule: Regulation, _ judgement: Judgement, draws: inout RandomStream) -> RuleOutcome {
        let lacking =
            rule.demands.filter { criterion in
                let demand = Self.demand(for: criterion)
                let answer = judgement.answers.first { $0.demand.isSame(as: demand) }
                // A rule that only takes note asks nothing of the evidence beforehand.
                return !(answer?.isProven ?? judgement.meets(demand))
            }.map(\.id) + rule.requirements.filter { !judgement.meets($0) }.map(\.id)
        guard !lacking.isEmpty || rule.isBan else { return .passed(rule.id) }
        let days =
            rule.action == .hold
            ? draws.triangular(low: rule.days.low, mode: rule.days.typical, high: rule.days.high) : 0
        let decision: RuleOutcome.Decision =
            switch rule.action {
            case _ where rule.isBan: .refused
            case .note: .noted
            case .defaultValue: .defaultValue
            case .hold: draws.chance(rule.releasedShare) ? .released : .refused
            }
        return RuleOutcome(regulation: rule.id, decision: decision, lacking: lacking, daysHeld: days)
    }
}

extension RuleOutcome {
    /// That of goods that lack nothing.
    fileprivate static func passed(_ rule: String) -> Self {
        RuleOutcome(regulation: rule, decision: .passed, lacking: [], daysHeld: 0)
    }

    /// That of goods for which no more is done about what they lack.
    fileprivate static func noted(_ outcome: Self) -> Self {
        RuleOutcome(regulation: outcome.regulation, decision: .noted, lacking: outcome.lacking, daysHeld: 0)
    }
}

extension JudgementRequest.Demand {
    /// Whether another asks for the same criterion of the same goods.
    fileprivate func isSame(as other: Self) -> Bool { iri == other.iri && isMetUpstream == other.isMetUpstream }
}

extension Scenario {
    /// All that buyers and rules ask for.
    var demandedCriteria: [DemandedCriterion] { buyersAsk.values.flatMap(\.self) + regulations.flatMap(\.demands) }

    /// The schemes and laws whose criteria count in a country; nil for all. Who asks for a scheme's criteria recognises the
    /// scheme, and who lives under a law recognises the law.
    func recognised(in country: String) -> Set<String>? {
        guard let chosen = recognition[country] else { return nil }
        let rules = regulations.filter { $0.market.contains(country) }
        let asked = (buyersAsk[country] ?? []) + rules.flatMap(\.demands)
        let laws = mapping.rows.keys.filter { law in rules.contains { $0.isPart(of: law) } }
        return Set(chosen + asked.compactMap(\.source) + laws)
    }
}
