import Platforms
import UNTP

extension Scenario {
    /// What schemes publish of the processes of the chains, by process and product.
    ///
    /// Where stages of several chains have a process and a product of the same name and differ in what holds, nothing is
    /// known of it: a reader of events can't tell them apart.
    var custodyRules: [PublicKnowledge.Process: CustodyRule] {
        let stages = chains.flatMap(\.stages)
        let names = Dictionary(
            stages.flatMap { stage in stage.outputs.map { ($0, stage.output($0).name) } },
            uniquingKeysWith: { first, _ in first })
        var rules: [PublicKnowledge.Process: CustodyRule] = [:]
        var ambiguous: Set<PublicKnowledge.Process> = []
        for stage in stages {
            for output in stage.outputs {
                let process = PublicKnowledge.Process(process: stage.process, product: stage.output(output).name)
                let needs = zip(stage.needs, stage.bestYields(of: output)).map { need, best in
                    CustodyRule.Need(names: Set(need.sources.compactMap { names[$0] }), bestYield: best)
                }
                let rule = CustodyRule(
                    model: stage.custody, periodMonths: stage.custodyMonths, carriesOver: stage.carriesCustodyOver,
                    needs: needs)
                guard let other = rules.updateValue(rule, forKey: process) else { continue }
                rules[process] = rule.merged(with: other)
                if rules[process] == nil { ambiguous.insert(process) }
            }
        }
        for process in ambiguous { rules[process] = nil }
        return rules
    }
}
