import Records

extension RunRecord {
    /// The patterns that evidence did not always reveal, those that stayed unseen most often first.
    var unseenFrauds: [FraudRecord] {
        fraud.filter { $0.unseen > 0 }.sorted { left, right in
            left.unseen == right.unseen ? left.pattern < right.pattern : left.unseen > right.unseen
        }
    }

    /// How much of the fraud was found out, as a phrase without a full stop; nil where there was none.
    var fraudFoundPhrase: String? {
        let cases = fraud.reduce(0) { $0 + $1.consignments }
        guard cases > 0 else { return nil }
        let detected = fraud.reduce(0) { $0 + $1.detected }
        return
            "\(Figures.count(detected)) of \(Phrases.counted(cases, "case")) of fraud \(detected == 1 ? "was" : "were") found out"
    }

    /// What was lost before anybody could look at it, to go on with; empty where nothing was.
    private var unreadPhrase: String {
        let unread = fraud.reduce(0) { $0 + $1.unread }
        guard unread > 0 else { return "" }
        let (detected, read) = (fraud.reduce(0) { $0 + $1.detected }, fraud.reduce(0) { $0 + $1.read })
        return " (\(Figures.share(detected, of: read)) of the \(Figures.count(read)) that could be looked at; "
            + "evidence of the other \(Figures.count(unread)) could not be read)"
    }

    /// What of the fraud was found out, as a sentence; nil where nothing was done nor suspected.
    var fraudSentence: String? {
        guard !fraud.isEmpty else { return nil }
        let alarms = fraud.reduce(0) { $0 + $1.falseAlarms }
        guard let found = fraudFoundPhrase else {
            return "Nobody did what the fraud patterns describe, but honest consignments looked as if: "
                + "\(Phrases.counted(alarms, "false alarm"))."
        }
        let passed = fraud.reduce(0) { $0 + $1.passed }
        return Phrases.sentence(
            "\(found)\(unreadPhrase); in \(Figures.count(passed)) the goods passed as transparent all the same. "
                + (alarms == 0
                    ? "There was no false alarm"
                    : "There \(alarms == 1 ? "was" : "were") \(Phrases.counted(alarms, "false alarm"))")
        )
    }

    /// What evidence would reveal that which stayed unseen, a sentence for each pattern.
    var unseenSentences: [String] {
        unseenFrauds.map { fraud in
            let cases = Phrases.counted(fraud.unseen, "case")
            return fraud.leavesNoTrace
                ? "\(fraud.name): \(cases) left no trace in any credential; what would tell is \(fraud.evidence)."
                : "\(fraud.name): \(cases) stayed unseen; what tells is \(fraud.evidence)."
        }
    }

    /// Where a sign may be that of several patterns, or of several makers, a sentence for each pattern.
    var ambiguousSentences: [String] {
        let shared = fraud.filter { $0.byOthers > 0 }.map { fraud in
            "\(fraud.name): honest goods fell with it in \(Phrases.counted(fraud.byOthers, "consignment")), as they are made "
                + "of inputs that somebody else used twice; the evidence can\u{2019}t tell whose use was one too many."
        }
        return shared
            + fraud.filter { $0.ambiguous > 0 }.map { fraud in
                "\(fraud.name): \(Phrases.counted(fraud.ambiguous, "case")) of those found show a sign that another pattern leaves "
                    + "as well; the evidence can\u{2019}t tell which it was."
            }
    }
}
