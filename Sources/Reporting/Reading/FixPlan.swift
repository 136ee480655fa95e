import Records

/// In which order to mend what went wrong: each step that which then makes most consignments transparent.
///
/// A step is all that stands together in the way of some consignments, for mending a part of it gains nothing. Steps are
/// weighed by what they gain for each of those who have to act. The gains are those of this run: what a failure hides
/// shows only when it is mended.
package struct FixPlan {
    struct Step {
        /// What has to be mended, that in the way of most consignments first.
        let codes: [String]
        /// What is known of it: nothing of what befell evidence after it was judged.
        let failures: [RankedFailure]
        /// Consignments that become transparent by it.
        let gain: Int
        /// Those of them whose evidence was in truth what it should be.
        let sound: Int
        /// Transparent consignments after it.
        let transparent: Int
        /// The measures whose target, missed before, is met by it: that of consignments, and what can be told of others.
        fileprivate(set) var meets: [Measure] = []
    }

    /// What the figures of the steps tell, and what they don't.
    static let scope =
        "Each step mends what then gains most for each of those who have to act. Gains are estimates, by the consignments "
        + "of this run: goods that a border then lets through come on top, what a failure hides shows once it is mended, and "
        + "other consignments can be lost or gained as goods and requests then take other ways at other times. Of goods that "
        + "are not sound something is false in truth: unless a step puts just that right, they would be accepted wrongly after it."

    let steps: [Step]
    /// All failures of the run: those of the steps in their order, then those that cost no consignment.
    let failures: [RankedFailure]
    /// How many transparent consignments are asked for; nil where nobody asks for a number.
    let target: Int?

    /// How many steps it takes to the target; nil where it is met already, out of reach, or there is none.
    let stepsToTarget: Int?

    init(_ record: RunRecord, _ failures: [RankedFailure]) {
        let known = Dictionary(failures.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let menders = known.mapValues { record.menders(of: $0) }
        var left = Self.obstacles(in: record)
        var transparent = record.consignments.transparent
        var steps: [Step] = []
        while let next = left.keys.map({ Candidate($0, in: left, menders) }).max() {
            transparent += next.gain
            let mended = next.codes.compactMap { known[$0] }
                .sorted { ($1.consignments, $0.code) < ($0.consignments, $1.code) }
            steps.append(
                Step(
                    codes: mended.map(\.code) + next.codes.filter { known[$0] == nil }.sorted(), failures: mended,
                    gain: next.gain, sound: next.sound, transparent: transparent))
            var rest: [Set<String>: Held] = [:]
            for (codes, held) in left where !codes.isSubset(of: next.codes) {
                rest[codes.subtracting(next.codes), default: Held()] += held
            }
            left = rest
        }
        let wanted = record.measures.first { $0.id == "transparent-consignments" }
        let target = wanted?.target.map { Int($0.rounded(.up)) }
        stepsToTarget = target.flatMap { target in
            record.consignments.transparent >= target
                ? nil : steps.firstIndex { $0.transparent >= target }.map { $0 + 1 }
        }
        let reach = PlanReach(record, steps: steps.map(\.codes))
        for place in steps.indices {
            let own = place + 1 == stepsToTarget ? wanted : nil
            steps[place].meets = [own].compactMap(\.self) + reach.targets(metBy: place, among: record.measures)
        }
        self.target = target
        self.steps = steps
        let planned = Set(steps.flatMap(\.codes))
        self.failures = steps.flatMap(\.failures) + failures.filter { !planned.contains($0.code) }
    }

    /// Consignments that something keeps from being transparent.
    private struct Held {
        var count = 0
        var sound = 0

        static func + (one: Held, other: Held) -> Held {
            Held(count: one.count + other.count, sound: one.sound + other.sound)
        }

        static func += (one: inout Held, other: Held) { one = one + other }
    }

    /// How many consignments each set of failures kept from being transparent.
    private static func obstacles(in record: RunRecord) -> [Set<String>: Held] {
        var counts: [[String]: Held] = [:]
        for row in record.consignmentRows where row.outcome != .transparent && !row.causes.isEmpty {
            counts[row.causes, default: Held()] += Held(count: 1, sound: row.isSound == false ? 0 : 1)
        }
        return Dictionary(counts.map { (Set($0.key), $0.value) }, uniquingKeysWith: +)
    }

    /// Failures that may be mended next.
    private struct Candidate: Comparable {
        let codes: Set<String>
        let gain: Int
        let sound: Int
        /// How many have to act, each counted once.
        private let effort: Int
        private let name: [String]

        init(_ codes: Set<String>, in left: [Set<String>: Held], _ menders: [String: [String]]) {
            self.codes = codes
            let gained = left.reduce(Held()) { $1.key.isSubset(of: codes) ? $0 + $1.value : $0 }
            (gain, sound) = (gained.count, gained.sound)
            effort = Set(codes.flatMap { menders[$0] ?? [$0] }).count
            name = codes.sorted()
        }

        static func < (one: Candidate, other: Candidate) -> Bool {
            let (left, right) = (one.gain * other.effort, other.gain * one.effort)
            if left != right { return left < right }
            if one.gain != other.gain { return one.gain < other.gain }
            return other.name.lexicographicallyPrecedes(one.name)
        }
    }
}

extension FixPlan.Step {
    /// How many of the consignments that it gains are sound, as in `52 of them sound`; nil where all are.
    var soundPart: String? { sound == gain ? nil : "\(Figures.count(sound)) of them sound" }

    /// The targets that it meets, as in `the target of 10,000 consignments`; nil for none.
    var metTargets: String? {
        let targets = meets.compactMap { measure in
            measure.target.map { target in
                let noun = target == 1 ? Phrases.singular(measure.unit) : measure.unit
                return "\(Figures.amount(target, unit: measure.unit)) \(noun)"
            }
        }
        return targets.isEmpty ? nil : "the target of \(Phrases.list(targets))"
    }
}

extension RunRecord {
    /// What a step mends, in words.
    func titles(of step: FixPlan.Step) -> [String] { step.codes.map(title(ofFailure:)) }

    /// Who has to take a step.
    func menders(of step: FixPlan.Step) -> [String] {
        var names: [String] = []
        for failure in step.failures {
            for name in menders(of: failure) where !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// What the gain of the plan's first step consists of, where that is not all sound goods.
    func soundSentence(of plan: FixPlan) -> String? {
        guard let first = plan.steps.first, first.sound < first.gain else { return nil }
        return "Of the \(Phrases.counted(first.gain, "consignment")) that this first step would gain, "
            + "\(Figures.count(first.sound)) \(first.sound == 1 ? "is" : "are") sound; of the rest something is false in truth."
    }

    /// The first step of the plan, and how far the steps lead.
    func sentence(of plan: FixPlan) -> String? {
        guard let first = plan.steps.first else { return nil }
        let names = Phrases.list(titles(of: first).map { "\u{201C}\($0)\u{201D}" })
        let menders = menders(of: first)
        let who =
            menders.isEmpty
            ? "" : " and \(first.codes.count == 1 ? "is" : "are") for \(Phrases.list(menders, limit: 4)) to do"
        let sentence =
            "First to mend: \(names), which would gain about \(Phrases.counted(first.gain, "consignment"))\(who)."
        let reached = plan.steps.enumerated().compactMap { place, step -> String? in
            guard let targets = step.metTargets else { return nil }
            let way = place == 0 ? "This alone" : "The first \(Phrases.word(place + 1)) steps of the list"
            return "\(way) would reach \(targets), by the consignments of this run."
        }
        return ([sentence] + reached).joined(separator: " ")
    }
}
