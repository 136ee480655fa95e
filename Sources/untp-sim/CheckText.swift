import Platforms
import UNTP

/// What was found out about files, for people: a line for each document with the verdict, then the details.
enum CheckText {
    static func text(_ results: [FileCheck.Result]) -> String {
        let blocks = results.map(text)
        guard results.count > 1 else { return blocks.joined() }
        return (blocks + [summary(results)]).joined(separator: "\n\n")
    }

    private static func text(_ result: FileCheck.Result) -> String {
        var lines = [headline(result)]
        if let issuer = result.issuer { lines.append("  issued by \(issuer)") }
        if let validity = result.validity { lines.append("  valid from \(validity)") }
        if !result.tiers.isEmpty {
            let names = ["technical", "schema", "trust"]
            let tiers = zip(names, result.tiers).enumerated().map { position, tier in
                "\(position + 1) \(tier.0) \(tier.1.rawValue)"
            }
            lines.append("  tiers: " + tiers.joined(separator: ", "))
        }
        for group in FindingGroup.groups(of: result.findings) { lines += describe(group) }
        lines += result.unchecked.map { "  not checked: \($0)" }
        lines += result.hints.map { "  hint: \($0)" }
        lines += result.notes.map { "  \($0)" }
        return lines.map(visible).joined(separator: "\n")
    }

    /// The verdict, the file, what it is and the first reason.
    private static func headline(_ result: FileCheck.Result) -> String {
        var text = "\(result.verdict.rawValue): \(result.name) is \(result.summary)"
        if !result.securing.isEmpty { text += ", \(result.securing)" }
        let causes = Set(result.findings.filter(\.blocks).map(\.code)).count
        if let first = result.findings.first(where: \.blocks), result.verdict == .fails {
            // Of a form that is wrong, what stands there says more than that it is.
            let title = first.code == "envelope-malformed" ? nil : FailureCatalogue[first.code]?.title.lowercasedFirst
            text += "; \(title ?? first.sent)"
            if causes > 1 { text += ", and \(causes - 1) more" }
        }
        return text
    }

    private static func describe(_ group: FindingGroup) -> [String] {
        let finding = group.first
        let mode = FailureCatalogue[finding.code]
        var place = finding.pointer.isEmpty ? "" : " at \(finding.pointer)"
        if group.places.count > 1 {
            place += " and \(group.places.count - 1) more place\(group.places.count == 2 ? "" : "s") like it"
        }
        let official =
            switch mode?.officialTests {
            case .some(.none), nil: "the official tests would not notice"
            case .partly: "the official tests would notice in part"
            case .playground: "the official playground would notice"
            case .tier1, .tier2, .tier3: "the official tests would notice"
            }
        let behind = finding.behind.map { " (shows once \($0) is mended)" } ?? ""
        var lines = [
            "  \(finding.blocks ? "FAILS" : "note") \(finding.code)\(place)\(behind)",
            "        sent: \(finding.sent)", "        expected: \(finding.expected)",
        ]
        let others = group.otherPlaces
        if !others.isEmpty {
            let more = others.count > 4 ? " and \(others.count - 4) more" : ""
            lines.append("        also at: " + others.prefix(4).joined(separator: ", ") + more)
        }
        if let mode {
            lines.append("        \(mode.clause) (\(mode.strength.rawValue)); \(official)")
            lines.append("        \(mode.remedyIssuer)")
        }
        return lines
    }

    /// What all the files come to.
    private static func summary(_ results: [FileCheck.Result]) -> String {
        let summary = FileCheckSummary(results)
        var lines = [
            "\(results.count) documents: "
                + summary.verdicts.map { "\($0.count) \($0.verdict.rawValue)" }.joined(separator: ", "),
            "  by kind: " + summary.kinds.prefix(12).map { "\($0.count) × \($0.name)" }.joined(separator: ", "),
        ]
        if !summary.causes.isEmpty {
            lines.append("  most frequent causes:")
            lines += summary.causes.prefix(8).map { cause in
                "    \(cause.code): in \(cause.documents) document\(cause.documents == 1 ? "" : "s"), "
                    + "\(cause.places) place\(cause.places == 1 ? "" : "s")"
            }
        }
        return lines.map(visible).joined(separator: "\n")
    }

    /// The text on one line, with what would drive a terminal made visible.
    private static func visible(_ line: String) -> String {
        let indent = line.prefix { $0 == " " }
        let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return indent
            + String(
                String.UnicodeScalarView(
                    words.unicodeScalars.map { scalar in
                        [.control, .format].contains(scalar.properties.generalCategory) ? "\u{FFFD}" : scalar
                    }))
    }
}

extension String {
    /// The text with a small letter at the beginning, unless it begins with an abbreviation.
    fileprivate var lowercasedFirst: String {
        guard let second = dropFirst().first, second.isLowercase || second == " " else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
