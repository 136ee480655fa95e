import Records

/// Which targets besides that of consignments the steps of a plan meet, by the consignments that they make transparent.
///
/// A party counts from the first of them on that it sold or bought, if what it issued is accepted already. Whose evidence
/// is accepted only once something is mended isn't known, so that more may be met than is said here.
struct PlanReach {
    private let counts: [[String: Int]]

    /// - Parameter steps: What each step mends.
    init(_ record: RunRecord, steps: [[String]]) {
        var place: [String: Int] = [:]
        for (step, codes) in steps.enumerated() { for code in codes { place[code] = step } }
        let parties = Dictionary(record.parties.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var gained: [Set<String>] = Array(repeating: [], count: steps.count)
        for row in record.consignmentRows where row.outcome != .transparent && !row.causes.isEmpty {
            let places = row.causes.map { place[$0] }
            guard let last = places.compactMap(\.self).max(), !places.contains(nil) else { continue }
            gained[last].formUnion([row.seller, row.buyer].filter { parties[$0]?.isAccepted == true })
        }
        var actors = Set(record.parties.filter(\.isCounted).map(\.name))
        counts = gained.map { names in
            actors.formUnion(names)
            let countries = Set(actors.compactMap { parties[$0]?.country })
            return ["supply-chain-actors": actors.count, "countries": countries.count]
        }
    }

    /// The targets that are missed before a step and met after it.
    func targets(metBy step: Int, among measures: [Measure]) -> [Measure] {
        measures.filter { measure in
            guard measure.met == false, let target = measure.target, let count = counts[step][measure.id] else {
                return false
            }
            let before = step > 0 ? counts[step - 1][measure.id] ?? 0 : 0
            return Double(count) >= target && Double(before) < target
        }
    }
}
