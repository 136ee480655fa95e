import Platforms
import SimulationKernel
import UNTP

/// The rules of a pilot: what they and buyers ask of a consignment, and what becomes of it.
struct RuleBook: Sendable {
    private let scenario: Scenario
    private let knowledge: [String: PublicKnowledge]
    private let stageOutputs: [String: Stage.Product]

    init(_ scenario: Scenario) {
        self.scenario = scenario
        let custody = scenario.custodyRules
        var knowledge: [String: PublicKnowledge] = [:]
        for country in scenario.countries {
            knowledge[country.code] = PublicKnowledge(
                recognition: Recognition(
                    mapping: scenario.mapping, schemes: scenario.recognition[country.code].map(Set.init)),
                custody: custody)
        }
        self.knowledge = knowledge
        stageOutputs = Dictionary(
            scenario.chains.flatMap(\.stages).flatMap { stage in stage.outputs.map { ($0, stage.output($0)) } },
            uniquingKeysWith: { first, _ in first })
    }

    func knowledge(in country: String) -> PublicKnowledge { knowledge[country] ?? .none }

    /// The rules that look at a consignment when it arrives.
    ///
    /// - Parameter tonnes: What the buyer imported of such goods in the calendar year, this consignment included.
    func rules(on consignment: Consignment, at time: Int64, tonnes: (Regulation) -> Double) -> [Regulation] {
        scenario.regulations.filter { rule in
            rule.concerns(
                hs: consignment.batch.product.hs, from: consignment.seller.country, to: consignment.buyer.country,
                at: time) && (rule.perImporterTonnes.map { tonnes(rule) > $0 } ?? true)
        }
    }

    /// What is asked of a consignment: by its buyer's country for itself, and by rules that do more than take note.
    func demands(of consignment: Consignment, under rules: [Regulation]) -> [JudgementRequest.Demand] {
        var demands: [JudgementRequest.Demand] = []
        for id in scenario.buyersAsk[consignment.buyer.country] ?? [] {
            guard let criterion = HarmonisedCriteria[id] else { continue }
            demands.append(.init(criterion: criterion.iri, topic: criterion.topic))
        }
        for id in rules.filter({ $0.action != .note }).flatMap(\.demands) {
            guard let criterion = HarmonisedCriteria[id], !demands.contains(where: { $0.criterion == criterion.iri })
            else { continue }
            // What is said of the product itself nobody upstream can say.
            demands.append(
                .init(
                    criterion: criterion.iri, topic: criterion.topic,
                    isMetUpstream: !HarmonisedCriteria.ofProducts.contains(id)))
        }
        return demands
    }

    /// What a rule makes of a judged consignment.
    func outcome(
        of rule: Regulation, _ judgement: Judgement, draws: inout RandomStream
    ) -> RuleOutcome {
        let lacking = rule.demands.filter { id in
            let iri = HarmonisedCriteria.base + id
            guard let answer = judgement.answers.first(where: { $0.demand.criterion == iri }) else {
                // A rule that only takes note asks nothing of the evidence beforehand.
                return !judgement.dossiers.contains {
                    $0.shared.dossier.claims.contains { $0.isMatched && $0.criteria.contains(iri) }
                }
            }
            return !answer.isProven
        }
        guard !lacking.isEmpty else {
            return RuleOutcome(regulation: rule.id, action: rule.action, decision: .passed, lacking: [], daysHeld: 0)
        }
        switch rule.action {
        case .note:
            return RuleOutcome(
                regulation: rule.id, action: rule.action, decision: .noted, lacking: lacking, daysHeld: 0)
        case .defaultValue:
            return RuleOutcome(
                regulation: rule.id, action: rule.action, decision: .defaultValue, lacking: lacking, daysHeld: 0)
        case .hold:
            let days = draws.triangular(low: rule.days.low, mode: rule.days.typical, high: rule.days.high)
            let isReleased = draws.chance(rule.releasedShare)
            return RuleOutcome(
                regulation: rule.id, action: rule.action, decision: isReleased ? .released : .refused, lacking: lacking,
                daysHeld: days)
        }
    }
}
