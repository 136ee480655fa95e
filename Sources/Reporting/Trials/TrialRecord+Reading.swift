import Records

// What a trial's results come to, for every report on it.
extension TrialRecord {
    /// The cases in which something wrong was taken for valid.
    var alarms: [TrialResult] { results.filter(\.isAcceptedWrongly) }

    /// Whether the platform has nothing to mend.
    package var isPassed: Bool { !results.contains(where: \.isOwnFailure) && wrongDocuments == 0 }

    /// How many documents of the folder are wrong in themselves.
    var wrongDocuments: Int { documents.lazy.filter(\.isWrong).count }

    /// What the platform has to mend, the loudest and then the most frequent first.
    var ownFailures: [TrialFailure] { TrialFailure.grouped(results.filter(\.isOwnFailure)) }

    /// What fails because a peer departs from the specifications.
    var peerFailures: [TrialFailure] {
        TrialFailure.grouped(results.filter { $0.outcome == .failed && !$0.isOwnFailure })
    }

    func count(_ outcome: TrialResult.Outcome) -> Int { results.lazy.filter { $0.outcome == outcome }.count }

    /// The verdict in a sentence.
    var headline: String {
        let own = results.lazy.filter(\.isOwnFailure).count
        let tried = results.lazy.filter(\.isTried).count
        let cases =
            tried == 0
            ? "Nothing could be tried."
            : own == 0
                ? "All \(Phrases.counted(tried, "case")) that could be tried came out right."
                : "\(Figures.count(own)) of \(Phrases.counted(tried, "case")) came out wrong."
        guard wrongDocuments > 0 else { return cases }
        let wrong =
            wrongDocuments == 1
            ? "1 has something wrong in itself" : "\(Figures.count(wrongDocuments)) have something wrong in themselves"
        return cases + " Of \(Phrases.counted(documents.count, "document")), \(wrong)."
    }

    /// The groups of the test plan, in its order, each with its cases.
    var plan: [(group: String, results: [TrialResult])] {
        let planned = results.filter { $0.direction == .reads && $0.peer.isEmpty }
        let groups = planned.reduce(into: [String]()) { if !$0.contains($1.group) { $0.append($1.group) } }
        return groups.map { group in (group, planned.filter { $0.group == group }) }
    }

    /// The credential types that any case with a peer is about.
    var types: [String] {
        let known = ["dpp", "dcc", "dte", "dfr", "dia"]
        let found = Set(results.filter { !$0.peer.isEmpty }.map(\.credentialType))
        return known.filter(found.contains)
    }

    /// What came of the cases with a peer and a type in one direction.
    func cell(_ direction: TrialResult.Direction, peer: String, type: String) -> TrialCell {
        TrialCell(results.filter { $0.direction == direction && $0.peer == peer && $0.credentialType == type })
    }
}

extension TrialResult {
    /// Whether the platform, or what it issued, was really looked at.
    var isTried: Bool { outcome == .passed || outcome == .passedWithLoss || outcome == .failed }
}

/// What came of the cases of one pair, by the worst of them.
struct TrialCell {
    let results: [TrialResult]

    init(_ results: [TrialResult]) { self.results = results }

    /// From bad to good; nil where there was no case.
    var outcome: TrialResult.Outcome? {
        let order: [TrialResult.Outcome] = [
            .failed, .environment, .notReached, .passedWithLoss, .passed, .notSupported, .skipped,
        ]
        return order.first { outcome in results.contains { $0.outcome == outcome } }
    }

    /// The outcome in a few letters.
    var mark: String {
        switch outcome {
        case .passed: "ok"
        case .passedWithLoss: "loss"
        case .failed: results.contains(where: \.isOwnFailure) ? "FAIL" : "peer"
        case .notSupported: "n/s"
        case .notReached: "?"
        case .environment: "net"
        case .skipped, nil: "\u{00B7}"
        }
    }

    static let legend = [
        ("ok", "read and accepted"), ("loss", "read, with something lost or unchecked"),
        ("FAIL", "refused; yours to mend"),
        ("peer", "refused; the peer departs, or the specification leaves it open"),
        ("n/s", "not supported, as declared"),
        ("?", "not reached"), ("net", "the network"), ("\u{00B7}", "not tried"),
    ]
}

/// Failures of one kind.
struct TrialFailure {
    let results: [TrialResult]

    var lead: TrialResult { results[0] }

    var title: String { lead.title.isEmpty ? lead.proves : lead.title }

    /// The peers that it concerns.
    var peers: [String] {
        results.reduce(into: []) { if !$1.peer.isEmpty, !$0.contains($1.peer) { $0.append($1.peer) } }
    }

    /// Results by what they would have shown, in the order in which they came.
    static func byPromise(_ results: [TrialResult]) -> [TrialFailure] {
        kinds(of: results) { $0.proves }.map(TrialFailure.init)
    }

    private static func kinds(of results: [TrialResult], by key: (TrialResult) -> String) -> [[TrialResult]] {
        var kinds: [[TrialResult]] = []
        var places: [String: Int] = [:]
        for result in results {
            let key = key(result)
            if let place = places[key] {
                kinds[place].append(result)
            } else {
                places[key] = kinds.count
                kinds.append([result])
            }
        }
        return kinds
    }

    /// Results by side and failure mode, the loudest and then the most frequent first.
    static func grouped(_ results: [TrialResult]) -> [TrialFailure] {
        let kinds = kinds(of: results) { result in
            "\(result.direction.rawValue)|\(result.isAcceptedWrongly)|\(result.code)|\(result.title)"
        }
        return kinds.enumerated().sorted { one, other in
            let (first, second) = (one.element, other.element)
            if first[0].isAcceptedWrongly != second[0].isAcceptedWrongly { return first[0].isAcceptedWrongly }
            return (second.count, one.offset) < (first.count, other.offset)
        }.map { TrialFailure(results: $0.element) }
    }
}
