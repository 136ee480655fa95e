import Platforms
import Records
import UNTP

/// What an answer to a case of the plan amounts to.
struct CaseJudgement {
    private let trial: TrialCase
    private let answer: OutsideVerdict

    init(_ trial: TrialCase, answered answer: OutsideVerdict) {
        self.trial = trial
        self.answer = answer
    }

    var result: TrialResult {
        var result = TrialResult(
            id: trial.id, group: trial.group.rawValue, direction: .reads, credentialType: trial.type.rawValue,
            proves: trial.proves, outcome: outcome, expected: Self.text(trial.allowed), found: Self.text(answer),
            clause: trial.clause)
        guard outcome != .passed else { return result }
        let mode = trial.failureMode.flatMap { FailureCatalogue[$0] }
        result.isAcceptedWrongly = outcome == .failed && answer.verdict == .valid
        result.code = mode?.code ?? ""
        result.title = mode?.title ?? ""
        result.responsible = "verifier"
        result.pointer = answer.reasons.first?.pointer ?? ""
        result.strength = (mode?.strength ?? .must).rawValue
        result.remedy = remedy(mode)
        return result
    }

    private var outcome: TrialResult.Outcome {
        if trial.allowed.contains(answer.verdict) { return .passed }
        // To refuse what can't be known does no harm, and says something that isn't known.
        return trial.allowed == .unknown && answer.verdict == .invalid ? .passedWithLoss : .failed
    }

    private func remedy(_ mode: FailureMode?) -> String {
        switch (answer.verdict, trial.allowed.contains(.valid)) {
        case (.valid, false):
            "Refuse it. " + trial.proves
        case (.unsupported, true):
            "Read such credentials, or don't say that you verify them."
        case (_, true): mode?.remedyVerifier ?? "Take it for what it is: it is sound."
        case (.invalid, false): "Say that it can't be found out, apart from what is wrong."
        case (.unsupported, false), (.indeterminate, false):
            "Say that it is invalid: it can be read, and what is wrong can be seen. " + trial.proves
        }
    }

    // MARK: Words

    static func text(_ allowed: Set<OutsideVerdict.Verdict>) -> String {
        OutsideVerdict.Verdict.allCases.filter(allowed.contains).map(\.rawValue).joined(separator: " or ")
    }

    /// The verdict with the reasons that were given, the first three of them.
    static func text(_ answer: OutsideVerdict) -> String {
        guard !answer.reasons.isEmpty else { return answer.verdict.rawValue }
        let reasons = answer.reasons.prefix(3).map { reason in
            let message = reason.message.count > 200 ? reason.message.prefix(199) + "\u{2026}" : reason.message[...]
            return message.isEmpty ? reason.code : "\(reason.code) (\(message))"
        }
        let rest = answer.reasons.count - reasons.count
        return "\(answer.verdict.rawValue): " + reasons.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
    }
}
