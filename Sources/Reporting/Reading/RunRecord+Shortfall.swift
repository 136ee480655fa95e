import Records

extension PartyRecord {
    /// Why it is no counted actor, as a phrase; nil where it is one.
    var whyUncounted: String? {
        if isCounted { return nil }
        if consignments == 0 { return "no consignment that was judged" }
        if transparent == 0 { return "no consignment with transparent evidence" }
        return "no credential issued in the run that another accepted from an anchored issuer"
    }
}

extension RunRecord {
    /// Who takes part and doesn't count for a target that was missed, and why; a sentence for each such target.
    var shortfallSentences: [String] {
        guard wasAnythingJudged else { return [] }
        return measures.filter { $0.met == false }.compactMap { measure in
            guard let target = measure.target, let (noun, members) = members(counting: measure.id) else { return nil }
            let total = Phrases.counted(members.count, noun.one, plural: noun.several)
            let uncounted = members.filter { $0.why != nil }
            guard !uncounted.isEmpty else {
                return Double(members.count) < target ? "\(measure.label): the pilot has no more than \(total)." : nil
            }
            var reasons: [String] = []
            for why in uncounted.compactMap(\.why) where !reasons.contains(why) { reasons.append(why) }
            let groups = reasons.map { why in
                "\(Phrases.list(uncounted.filter { $0.why == why }.map(\.name), limit: 8)) (\(why))"
            }
            return "\(measure.label): of the pilot\u{2019}s \(total) not counted "
                + "\(uncounted.count == 1 ? "is" : "are") \(groups.joined(separator: "; "))."
        }
    }

    private typealias Member = (name: String, why: String?)

    /// Who or what can count for a measure, each with why it doesn't; nil for a measure that counts something else.
    private func members(counting id: String) -> (noun: (one: String, several: String), [Member])? {
        func members(_ counted: [(name: String, isCounted: Bool)], _ why: String) -> [Member] {
            counted.map { ($0.name, $0.isCounted ? nil : why) }
        }
        return switch id {
        case "supply-chain-actors": (("party", "parties"), parties.map { ($0.name, $0.whyUncounted) })
        case "software-platforms":
            (
                ("platform", "platforms"),
                members(
                    platforms.map { ($0.title, $0.isCounted) },
                    "it exchanged no credential of a counted actor with another product")
            )
        case "value-chains":
            (
                ("value chain", "value chains"),
                members(chains.map { ($0.name, $0.isCounted) }, "no three stages in a row with transparent evidence")
            )
        case "countries":
            (("country", "countries"), members(countries.map { ($0.name, $0.isCounted) }, "no actor there that counts"))
        default: nil
        }
    }
}
