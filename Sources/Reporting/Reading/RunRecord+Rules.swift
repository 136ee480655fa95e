import Records

extension RuleRecord {
    /// What it found lacking, in words, each with the number of consignments.
    var lackingText: String {
        lacking.map { "\(terms[$0.of] ?? $0.of) (\(Figures.count($0.count)))" }.joined(separator: ", ")
    }

    /// What it did to goods, as in `312 held, 40 refused`; nil where it did nothing to any.
    var actions: String? {
        var parts: [String] = []
        if held > 0 { parts.append("\(Figures.count(held)) held") }
        if refused > 0 { parts.append("\(Figures.count(refused)) refused") }
        if defaultValue > 0 { parts.append("\(Figures.count(defaultValue)) at a default value") }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension RunRecord {
    /// The rules that did something to goods, those that stopped most first.
    var actingRules: [RuleRecord] {
        rules.filter { $0.actions != nil }.sorted { left, right in
            let stopped = [left.held, left.refused, left.defaultValue]
            let others = [right.held, right.refused, right.defaultValue]
            return stopped == others ? left.id < right.id : others.lexicographicallyPrecedes(stopped)
        }
    }

    /// What rules made of goods, as a sentence; nil where none looked at any.
    var rulesSentence: String? {
        guard !rules.isEmpty else { return nil }
        let held = rules.reduce(0) { $0 + $1.held }
        let refused = rules.reduce(0) { $0 + $1.refused }
        let looked = "\(Phrases.word(rules.count)) \(rules.count == 1 ? "rule" : "rules") looked at consignments"
        guard let worst = actingRules.first, held > 0 else {
            return Phrases.sentence(looked + " and held none of them")
        }
        let part = worst.held == held ? "all" : "most"
        let most = rules.count == 1 ? "" : ", \(part) of them under \(worst.title) (\(worst.id))"
        let waited = rules.reduce(0) { $0 + $1.waited }
        let sentence =
            Phrases.sentence(
                looked + "; goods were held in \(Phrases.counted(held, "case"))\(most), and turned away in "
                    + "\(Figures.count(refused))")
            + (waited == 0
                ? "" : " In \(Figures.count(waited)) of these cases goods waited for a quota before they left.")
        let transparent = consignmentRows.count { $0.outcome == .transparent && $0.rules.contains(where: \.isStopped) }
        guard transparent > 0 else { return sentence }
        return sentence + " Of the consignments that were stopped, \(Figures.count(transparent)) "
            + "\(transparent == 1 ? "has" : "have") transparent evidence all the same: what these rules ask for besides "
            + "answers to criteria is no part of that."
    }

    /// What evidence rules found lacking most, as sentences; nil where none was.
    var lackingSentence: String? {
        let sentences = [
            lackingSentence("Most often lacking where rules hold goods or take a default value:", onlyNoted: false),
            lackingSentence("Most often lacking where rules only take note:", onlyNoted: true),
        ].compactMap(\.self)
        guard !sentences.isEmpty else { return nil }
        return sentences.joined(separator: " ") + " Each consignment counts once here, however many rules look at it."
    }

    private func lackingSentence(_ start: String, onlyNoted: Bool) -> String? {
        let ranked = lacking.filter { $0.onlyNoted == onlyNoted && $0.lacking > 0 }
            .sorted { ($1.lacking, $0.id) < ($0.lacking, $1.id) }
        guard !ranked.isEmpty else { return nil }
        let names = ranked.prefix(3).map { lack in
            let figure = "\(Figures.count(lack.lacking)) of \(Phrases.counted(lack.consignments, "consignment"))"
            return lack.name == lack.id ? "\(lack.id) (\(figure))" : "\(lack.name) (\(lack.id), \(figure))"
        }
        return "\(start) \(Phrases.list(names))."
    }

    /// How demands for evidence were met, as a sentence; nil where there were none.
    var criteriaSentence: String? {
        let demanded = criteria.reduce(0) { $0 + $1.demanded }
        guard demanded > 0 else { return nil }
        let direct = criteria.reduce(0) { $0 + $1.direct }
        let mapped = criteria.reduce(0) { $0 + $1.mapped }
        let rest = demanded - direct - mapped
        return "Buyers, and rules that do more than take note, asked for evidence \(Phrases.counted(demanded, "time")) "
            + "(the same of one consignment counts once, by the weakest answer to it): "
            + "\(Figures.share(direct, of: demanded)) of these demands were met by a certificate of the criterion itself, "
            + "\(Figures.share(mapped, of: demanded)) by one that a mapping takes for equivalent, and "
            + "\(Figures.share(rest, of: demanded)) only in part or not at all."
    }

    /// Which single recognition would gain most, as a sentence; nil where none would gain anything.
    var recognitionSentence: String? {
        guard let best = recognition.first else { return nil }
        return "The single recognition that would gain most: if \(name(ofCountry: best.country)) recognised "
            + "\(best.title), about \(Phrases.counted(best.consignments, "more consignment")) would be transparent."
    }
}
