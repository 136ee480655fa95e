import ArgumentParser
import JSON
import Platforms
import UNTP

struct FailuresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "failures", abstract: "List the failure modes, or explain one.")

    @Argument(help: "The code of a failure mode, as link-type-name-drift.")
    var code: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        guard let code else {
            Terminal.print(json ? Self.text(.array(FailureCatalogue.all.map(Self.json))) : Self.list)
            return
        }
        guard let mode = FailureCatalogue[code] else {
            let nearest = Nearest.name(to: code, in: FailureCatalogue.all.map(\.code))
            let hint = nearest.map { " (did you mean '\($0)'?)" } ?? ""
            throw ExitCode.badInput("There is no failure mode '\(code)'; 'untp-sim failures' lists them\(hint)")
        }
        Terminal.print(json ? Self.text(Self.json(mode)) : Self.explanation(mode) + FailureExample.text(of: mode))
    }

    private static var list: String {
        FailureMode.Layer.allCases.map { layer in
            let modes = FailureCatalogue.all.filter { $0.layer == layer }
            let width = modes.map(\.code.count).max() ?? 0
            return layer.rawValue + "\n"
                + modes.map { mode in
                    let pad = String(repeating: " ", count: width - mode.code.count)
                    return "  \(mode.code)\(pad)  \(mode.severity.rawValue.padded(to: 9))  \(mode.title)"
                }.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    static func explanation(_ mode: FailureMode) -> String {
        let causes = Knobs.all.flatMap { knob in
            knob.choices.flatMap { choice in
                choice.causes.filter { $0.mode == mode.code }.map { cause in
                    let meets = cause.meets.map { " meeting \($0.path)=\($0.value)" }.joined()
                    let when = cause.when == .always ? "" : ", when \(cause.when.rawValue)"
                    return "  \(knob.path)=\(choice.name)\(meets)\(when)"
                }
            }
        }
        return """
            \(mode.title) (\(mode.code))
            \(mode.summary)

              layer          \(mode.layer.rawValue), tier \(mode.tier)
              severity       \(mode.severity.rawValue)
              who departs    \(mode.responsible.rawValue)
              specification  \(mode.clause) (\(mode.strength.rawValue))
              official tests \(mode.officialTests == .none ? "would not notice" : mode.officialTests.rawValue)

            Issuer:   \(mode.remedyIssuer)
            Verifier: \(mode.remedyVerifier)

            \(causes.isEmpty ? "It follows from the conduct of parties or the state of the network." : "Knobs that cause it:\n" + causes.joined(separator: "\n"))
            """
    }

    private static func json(_ mode: FailureMode) -> JSONValue {
        [
            "code": .string(mode.code), "title": .string(mode.title), "layer": .string(mode.layer.rawValue),
            "tier": .number(JSONNumber(mode.tier)), "severity": .string(mode.severity.rawValue),
            "responsible": .string(mode.responsible.rawValue), "summary": .string(mode.summary),
            "remedy": ["issuer": .string(mode.remedyIssuer), "verifier": .string(mode.remedyVerifier)],
            "clause": .string(mode.clause), "strength": .string(mode.strength.rawValue),
            "officialTests": .string(mode.officialTests.rawValue),
        ]
    }

    private static func text(_ value: JSONValue) -> String {
        String(decoding: value.prettyPrinted().dropLast(), as: UTF8.self)
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
