import Records

enum FailuresSection {
    /// The failures whose evidence is open from the start.
    private static let opened = 3
    /// The most rows of one failure's table; a large pilot has hundreds of them.
    private static let rowLimit = 8

    static func anchor(_ place: Int) -> String { "failure-\(place + 1)" }

    static func view(of record: RunRecord, _ plan: FixPlan) -> View {
        [
            "summary": .text(summary(of: plan, record)),
            "hasPlan": .flag(!plan.steps.isEmpty),
            "steps": .list(plan.steps.enumerated().map { step($1, place: $0, plan, record) }),
            "entries": .list(plan.failures.enumerated().map { entry($1, place: $0, record: record) }),
        ]
    }

    private static func summary(of plan: FixPlan, _ record: RunRecord) -> String {
        let failures = plan.failures
        guard !failures.isEmpty else { return record.noFailureSentence }
        let kinds =
            "\(Phrases.word(failures.count)) \(failures.count == 1 ? "kind" : "kinds") of failure "
            + "\(failures.count == 1 ? "was" : "were") seen"
        guard !plan.steps.isEmpty else { return Phrases.sentence(kinds + ", none of which cost a consignment") }
        return Phrases.sentence(
            kinds + ". Several can stand in the way of one consignment, which is transparent once all of them are "
                + "mended. \(FixPlan.scope)")
    }

    private static func step(_ step: FixPlan.Step, place: Int, _ plan: FixPlan, _ record: RunRecord) -> View {
        [
            "place": .text(String(place + 1)),
            "failures": .list(
                step.codes.map { code in
                    let place = plan.failures.firstIndex { $0.code == code }
                    return ["title": .text(record.title(ofFailure: code)), "anchor": .optional(place.map(anchor))]
                }),
            "menders": .text(Phrases.list(record.menders(of: step), limit: 4)),
            "gain": .text(Figures.count(step.gain)),
            "sound": .optional(step.soundPart),
            "transparent": .text(Figures.count(step.transparent)),
            "target": .optional(step.metTargets.map { "meets \($0)" }),
        ]
    }

    private static func entry(_ failure: RankedFailure, place: Int, record: RunRecord) -> View {
        let lead = failure.lead
        let lost = record.consignments.partial + record.consignments.opaque
        func width(_ count: Int) -> View {
            .text(Coordinate.text(lost > 0 ? min(100, Double(count) * 100 / Double(lost)) : 0))
        }
        return [
            "anchor": .text(anchor(place)),
            "rank": .text(String(place + 1)),
            "code": .text(failure.code),
            "title": .text(lead.title),
            "severity": .text(lead.severity),
            "place": .text("tier \(lead.tier), \(lead.layer)"),
            "mustFix": .text(record.mustFix(failure)),
            "part": .text(failure.part),
            "lost": .text(Figures.count(failure.consignments)),
            "lostNoun": .text(failure.consignments == 1 ? "consignment" : "consignments"),
            "share": .text(Figures.share(failure.consignments, of: lost) + " of all that were lost"),
            "lostWidth": width(failure.consignments),
            "solelyWidth": width(failure.consignmentsSolely),
            "solely": .text(
                failure.consignmentsSolely > 0
                    ? "\(Figures.count(failure.consignmentsSolely)) by this alone" : "none by this alone"),
            "open": .flag(place < opened),
            "what": .text(Phrases.sentence(lead.summary)),
            "issuerRemedy": .text(lead.remedy.issuer),
            "verifierRemedy": .text(lead.remedy.verifier),
            "sent": .text(lead.example.sentText),
            "expected": .text(lead.example.expectedText),
            "facts": .terms(facts(of: failure, record: record)),
            "hasFiles": .flag(!lead.example.artefacts.isEmpty),
            "files": .list(
                lead.example.artefacts.map { path in
                    let place = Artefact.folder + "/" + path
                    return ["href": .text(place.percentEncodedPath), "name": .text(place)]
                }),
            "cut": .optional(
                failure.findings.count > rowLimit
                    ? "the \(rowLimit) costliest of \(failure.findings.count); all are in findings.csv" : nil),
            "places": .list(failure.findings.prefix(rowLimit).map { row($0, record: record) }),
        ]
    }

    private static func facts(of failure: RankedFailure, record: RunRecord) -> [(term: String, text: String)] {
        let lead = failure.lead
        let behind = lead.behind.map { code in
            "\u{201C}\(record.findings.first { $0.code == code }?.title ?? code)\u{201D}, which comes first and hid it"
        }
        return [
            ("Specification", lead.specification),
            ("Official tests", lead.officialTestsSentence),
            ("Seen", "\(Phrases.counted(failure.count, "time")), first on \(Phrases.day(lead.firstSeen))"),
            ("Behind", behind ?? ""),
            ("Example", lead.example.credential),
            ("At", lead.example.pointer),
            ("Consignment", lead.example.consignment),
        ]
    }

    private static func row(_ finding: FindingRecord, record: RunRecord) -> View {
        [
            "issuer": .text(record.title(ofPlatform: finding.issuer)),
            "verifier": .text(record.title(ofPlatform: finding.verifier)),
            "type": .text(CredentialName.label(of: finding.credentialType)),
            "numbers": .list([finding.count, finding.consignments, finding.consignmentsSolely].map { .number($0) }),
        ]
    }
}

extension String {
    /// The path as a relative reference (RFC 3986): every byte that is not unreserved or `/` is percent-encoded.
    fileprivate var percentEncodedPath: String {
        var encoded = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
