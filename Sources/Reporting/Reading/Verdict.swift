import Records

/// Whether the pilot would succeed, in words.
struct Verdict {
    enum Answer: String {
        case succeeds
        case fails
        case open
    }

    /// The answer as a value, for colour and shape.
    let answer: Answer
    /// The answer in a word or two.
    let word: String
    /// The answer as a sentence.
    let headline: String
    /// What stands behind it, in a few sentences.
    let reasons: [String]

    init(_ record: RunRecord, _ plan: FixPlan) {
        let targeted = record.measures.filter { $0.target != nil }
        let missed = targeted.filter { $0.met != true }
        if !record.completion.complete {
            answer = .open
            word = "Not finished"
            let when = record.completion.cancelledAt.map { " on " + Phrases.day($0) } ?? ""
            headline = "The run was cancelled\(when) of simulated time, so what it would have come to is not known."
        } else if !record.wasAnythingJudged {
            answer = .open
            word = "Nothing judged"
            headline =
                record.consignments.total == 0
                ? "Nothing was sold in this run, so that nothing could be judged."
                : "Nothing that was sold arrived in this run, so that nothing could be judged."
        } else if targeted.isEmpty {
            answer = .open
            word = "No targets"
            headline = "This run measures without targets, so it can neither succeed nor fail."
        } else if missed.isEmpty {
            answer = .succeeds
            word = "Yes"
            headline =
                targeted.count == 1
                ? "This pilot would meet its target."
                : "This pilot would meet all \(Phrases.word(targeted.count)) of its targets."
        } else {
            answer = .fails
            word = "No"
            headline =
                missed.count == targeted.count
                ? "This pilot would miss \(targeted.count == 1 ? "its target" : "all of its targets")."
                : "This pilot would miss \(Phrases.word(missed.count)) of its \(Phrases.word(targeted.count)) targets."
        }
        reasons = [
            record.lowestSentence, record.outcomeSentence, record.keptBackSentence, record.sentence(of: plan),
            record.soundSentence(of: plan),
            record.truthSentence, record.assumptionSentence,
        ].compactMap(\.self)
    }
}

extension RunRecord {
    /// Whether any consignment was judged: of a run without there is nothing to say but that.
    var wasAnythingJudged: Bool { consignments.judged > 0 }

    /// What to say where no failure was found.
    var noFailureSentence: String {
        wasAnythingJudged ? "No failure was found." : "Nothing was judged, so that no failure could show."
    }

    /// What the score stands for.
    var lowestSentence: String? {
        guard wasAnythingJudged, let score, let lowest = measures.first(where: { $0.id == lowestMeasure }),
            let asked = lowest.asked
        else { return nil }
        let place = score < 1 ? "Furthest from its target" : "Least beyond its target"
        return "\(place) is \u{201C}\(lowest.label)\u{201D}: \(lowest.reached) against \(asked), "
            + "which sets the score at \(Figures.decimal(score))."
    }

    /// How the consignments ended.
    var outcomeSentence: String? {
        guard wasAnythingJudged else {
            return consignments.total > 0
                ? nil
                : "Who sells what to whom, and who has no customer, is told by \u{201C}untp-sim scenario explain\u{201D}."
        }
        let judged = consignments.judged
        var sentence =
            "Of \(Phrases.counted(judged, "consignment")) judged, \(Figures.count(consignments.transparent)) "
            + "(\(Figures.share(consignments.transparent, of: judged))) had transparent evidence, "
            + "\(Figures.count(consignments.partial)) partial evidence and \(Figures.count(consignments.opaque)) no passport "
            + "that could be used"
        if consignments.inTransit > 0 {
            sentence += "; \(Figures.count(consignments.inTransit)) were still under way when the run ended"
        }
        return sentence + "."
    }

    /// What authorities did not let go.
    var keptBackSentence: String? {
        let count = consignments.keptBack
        guard count > 0 else { return nil }
        return "\(Phrases.counted(count, "consignment")) more \(count == 1 ? "was" : "were") not let out of "
            + "\(count == 1 ? "its" : "their") country, and \(count == 1 ? "counts" : "count") towards no target."
    }

    /// Where decisions differ from the truth.
    var truthSentence: String? {
        if truth.acceptedWrongly == 0 && truth.rejectedWrongly == 0 { return nil }
        return "Against the simulated truth, \(Phrases.counted(truth.acceptedWrongly, "consignment")) "
            + "\(truth.acceptedWrongly == 1 ? "was" : "were") accepted wrongly and "
            + "\(Figures.count(truth.rejectedWrongly)) rejected wrongly."
    }

    /// How much of the verdict rests on assumptions.
    var assumptionSentence: String? {
        guard provenance.total > 0 else { return nil }
        return "\(Figures.share(provenance.assumption, of: provenance.total)) of the "
            + "\(Phrases.counted(provenance.total, "number")) behind this verdict are assumed."
            + (assumedGroupsSentence.map { " " + $0 } ?? "")
    }

    /// What most of the assumed numbers are; nil where it isn't known or there are none.
    private var assumedGroupsSentence: String? {
        let groups = provenance.groups.filter { $0.assumption > 0 }.enumerated().sorted {
            ($1.element.assumption, $0.offset) < ($0.element.assumption, $1.offset)
        }.prefix(3).map { "\($0.element.kind) (\(Figures.count($0.element.assumption)))" }
        return groups.isEmpty ? nil : "Most of these are \(Phrases.list(groups))."
    }

    /// How the run departs from its scenario as it is written, as in `at a scale of 0.2, with 2 settings changed`; nil where
    /// it doesn't.
    var variation: String? {
        let scale = "scale="
        let settings = scenario.overrides.count { !$0.hasPrefix(scale) }
        var parts = scenario.overrides.filter { $0.hasPrefix(scale) }.map {
            "at a scale of \($0.dropFirst(scale.count))"
        }
        if settings > 0 { parts.append("with \(Phrases.counted(settings, "setting")) changed") }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The command that makes the same run again.
    var command: String {
        let options = scenario.overrides.map { override in
            override.hasPrefix("scale=")
                ? "--scale \(override.dropFirst("scale=".count))" : "--set " + override.quotedForShell
        }
        return (["untp-sim run", scenario.name.quotedForShell, "--seed \(seed)"] + options).joined(separator: " ")
    }
}

extension TruthRecord {
    /// What it is to be accepted wrongly.
    static let acceptanceMeaning = "Their evidence was taken as transparent although something in it was false."

    /// What it is to be rejected wrongly.
    static let rejectionMeaning =
        "All about them was true, but their evidence did not get through, or nobody had assessed what was asked for."
}

extension String {
    /// The text as one word of a shell's command line.
    fileprivate var quotedForShell: String {
        let plain = utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "="), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ","):
                true
            default: false
            }
        }
        return plain && !isEmpty
            ? self : "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
