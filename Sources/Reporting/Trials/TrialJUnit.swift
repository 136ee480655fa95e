package import Records

/// `junit.xml`: a trial for continuous integration, in the form that most servers read.
///
/// A suite for each group of cases in each direction. What only a peer has to mend is skipped with its reason, so that a
/// build is green when the vendor has done all that a vendor can do.
package enum TrialJUnit {
    /// The bytes of `junit.xml`, equal for equal records.
    package static func bytes(of record: TrialRecord) -> [UInt8] {
        let suites = suites(of: record)
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
        lines.append(
            "<testsuites name=\"\(escaped("untp-sim trial of \(record.subject.name)"))\" "
                + "\(counts(record.results, record.documents))>")
        lines += documents(record.documents)
        for suite in suites {
            lines.append("  <testsuite name=\"\(escaped(suite.name))\" \(counts(suite.results))>")
            for result in suite.results { lines += testCase(result, in: suite.name) }
            lines.append("  </testsuite>")
        }
        lines.append("</testsuites>")
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func suites(of record: TrialRecord) -> [(name: String, results: [TrialResult])] {
        var names: [String] = []
        var byName: [String: [TrialResult]] = [:]
        for result in record.results {
            let side = result.direction == .reads ? (result.peer.isEmpty ? "plan" : "reads") : "is-read"
            let name = "\(side).\(result.group)"
            if byName[name] == nil { names.append(name) }
            byName[name, default: []].append(result)
        }
        return names.map { ($0, byName[$0] ?? []) }
    }

    /// A suite of the documents of a folder, each by itself.
    private static func documents(_ documents: [TrialDocument]) -> [String] {
        guard !documents.isEmpty else { return [] }
        let cases = documents.flatMap { document in
            let open = "    <testcase classname=\"folder\" name=\"\(escaped(document.name))\""
            guard document.isWrong else { return [open + "/>"] }
            let head = "\(document.verdict): \(document.summary)"
            return [
                open + ">",
                "      <failure type=\"document\" message=\"\(escaped(head))\">"
                    + escaped(document.remarks.joined(separator: "\n")) + "</failure>",
                "    </testcase>",
            ]
        }
        return ["  <testsuite name=\"folder\" \(counts([], documents))>"] + cases + ["  </testsuite>"]
    }

    private static func counts(_ results: [TrialResult], _ documents: [TrialDocument] = []) -> String {
        let failures = results.count(where: \.isOwnFailure) + documents.count(where: \.isWrong)
        let skipped = results.filter { skipReason($0) != nil }.count
        return
            "tests=\"\(results.count + documents.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\""
    }

    private static func testCase(_ result: TrialResult, in suite: String) -> [String] {
        let open = "    <testcase classname=\"\(escaped(suite))\" name=\"\(escaped(result.id))\""
        if result.isOwnFailure {
            let kind = result.isAcceptedWrongly ? "accepted-wrongly" : result.code.isEmpty ? "failed" : result.code
            return [
                open + ">",
                "      <failure type=\"\(escaped(kind))\" message=\"\(escaped(result.proves))\">"
                    + escaped(text(of: result)) + "</failure>",
                "    </testcase>",
            ]
        }
        if let reason = skipReason(result) {
            return [open + ">", "      <skipped message=\"\(escaped(reason))\"/>", "    </testcase>"]
        }
        return [open + "/>"]
    }

    /// Why a case counts neither for nor against the platform; nil where it counts.
    private static func skipReason(_ result: TrialResult) -> String? {
        switch result.outcome {
        case .passed, .passedWithLoss: nil
        case .failed: result.isOwnFailure ? nil : "the peer departs: \(result.title). \(result.found)"
        case .notSupported, .notReached, .environment, .skipped: "\(result.outcome.rawValue): \(result.found)"
        }
    }

    private static func text(of result: TrialResult) -> String {
        [
            ("expected", result.expected), ("found", result.found), ("at", result.pointer), ("clause", result.clause),
            ("strength", result.strength), ("remedy", result.remedy), ("reproduce", result.reproduce),
            ("artefacts", result.artefacts.joined(separator: ", ")),
        ].filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }.joined(separator: "\n")
    }

    /// Text within an attribute or an element; what XML 1.0 has no place for is replaced.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case "\"": escaped += "&quot;"
            case "\n": escaped += "&#10;"
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
