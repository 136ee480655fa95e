import Credentials
import JSON
import Platforms
import UNTP

/// What a verifier must say to one credential of a set, and why.
struct FixtureExpectation {
    let id: String
    let file: String
    let url: String
    let contentType: String?
    let type: CredentialType
    private let trial: [(String, JSONValue)]
    private let row: [String]

    init(_ trial: TrialCase) {
        id = trial.id
        let body = trial.question.credential.body
        let isJSON = body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{")
        file = "credentials/\(trial.id)." + (isJSON ? "json" : "jwt")
        url = trial.question.credential.url
        contentType = trial.question.credential.contentType
        type = trial.type
        let mode = trial.failureMode.flatMap { FailureCatalogue[$0] }
        let verdicts = CaseJudgement.text(trial.allowed)
        self.trial = [
            ("id", .string(trial.id)), ("file", .string(file)), ("url", .string(url)),
            ("contentType", contentType.map(JSONValue.string) ?? .null),
            ("type", .string(trial.type.rawValue)), ("release", .string(trial.release.version)),
            ("securing", .string(trial.securing.rawValue)), ("algorithm", .string(trial.algorithm)),
            (
                "verdicts",
                .array(
                    OutsideVerdict.Verdict.allCases.filter(trial.allowed.contains).map { .string($0.rawValue) })
            ),
            ("proves", .string(trial.proves)), ("clause", .string(trial.clause)),
            ("failureMode", trial.failureMode.map(JSONValue.string) ?? .null),
            ("failure", mode.map { .string($0.title) } ?? .null),
            ("trusted", .array(trial.question.trusted.map(JSONValue.string))),
            ("tags", .array(trial.tags.sorted().map(JSONValue.string))),
        ]
        row = [trial.id, verdicts, trial.proves, trial.clause, trial.failureMode ?? ""]
    }

    /// Whether it is a sound credential of the most common kind.
    var isSoundInCommon: Bool {
        id.hasPrefix("positive/sound/")
            && id.hasSuffix("/\(Variant.common.release.version)/\(Variant.common.label)") && type != .dia
    }

    static func list(_ all: [FixtureExpectation], at now: Int64) -> JSONValue {
        [
            "at": .string(DateTimeStamp.text(unixSeconds: now)),
            "cases": .array(all.map { .object(JSONObject($0.trial)) }),
        ]
    }

    static func text(_ all: [FixtureExpectation], at now: Int64) -> String {
        let rows = all.map { "| " + $0.row.map(escaped).joined(separator: " | ") + " |" }
        return """
            # What a verifier must say

            At \(DateTimeStamp.text(unixSeconds: now)), with the documents of `manifest.json` at their URLs and the DIDs \
            under `trusted` in `expected.json` as the only registers that are trusted. The credential of a case is \
            `credentials/` and its name.

            | case | verdict | what it shows | clause | failure mode |
            | --- | --- | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            """
    }

    private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
