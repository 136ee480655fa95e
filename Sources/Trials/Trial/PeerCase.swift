import Platforms
import Records
import UNTP

/// A peer's credential given to the platform, held against what a conforming reader makes of it.
struct PeerCase {
    let peer: PeerProfile
    let shown: PeerWorld.Shown
    let capability: AdapterDescription.Capability

    static func tags(_ peer: PeerProfile, _ type: CredentialType) -> Set<String> {
        CaseTags.of(peer.name, type).union([TrialCase.Group.positive.rawValue, "peer"])
    }

    static func id(_ peer: PeerProfile, _ type: CredentialType) -> String { "peer/\(peer.name)/\(type.rawValue)" }

    var id: String { Self.id(peer, shown.type) }
    var proves: String { "The platform reads a \(shown.type.label) as \(peer.title) issues it." }

    /// The result where nothing needs to be asked; nil where it does.
    var settled: TrialResult? {
        if shown.question.credential.status != 200 {
            var result = result(.notReached, found: "the credential can't be had at the peer")
            describe(blocker, in: &result)
            return result
        }
        if let code = blocker?.code, FailureCatalogue[code]?.layer == .access {
            return result(.notReached, found: "the peer lets only those read it who have a key")
        }
        guard capability.types.contains(shown.type), isOfKnownKind else {
            return result(
                .notSupported, found: "the platform does not say that it verifies such credentials")
        }
        return nil
    }

    /// What an answer amounts to.
    func result(_ answer: OutsideVerdict) -> TrialResult {
        let reference = ReferenceReader.verdict(on: shown.findings).verdict
        let text = CaseJudgement.text(answer)
        if answer.verdict == .valid {
            let tolerated = reference == .valid ? "" : ", though the peer departs: \(blocker?.code ?? "")"
            return result(.passed, found: text + tolerated)
        }
        var result = result(.failed, found: text)
        if reference == .valid {
            result.expected = "valid"
            let code = answer.reasons.first { FailureCatalogue[$0.code] != nil }?.code
            describe(code, in: &result)
            result.pointer = answer.reasons.first?.pointer ?? ""
            result.responsible = "verifier"
        } else {
            result.expected = "valid from whoever is lenient; a conforming reader says \(reference.rawValue)"
            describe(blocker, in: &result)
            result.responsible = FailureMode.Responsible.issuer.rawValue
        }
        return result
    }

    /// The first thing that a conforming reader has against the credential.
    private var blocker: Finding? { shown.findings.first { ReferenceReader.Kind(of: $0) != .remark } }

    /// Whether the platform says that it reads the release, form and algorithm that the peer uses.
    private var isOfKnownKind: Bool {
        guard let opened = try? OpenedCredential(shown.question.credential.body) else { return true }
        let kind = CredentialKind(opened)
        return (kind.release.map(capability.releases.contains) ?? true)
            && capability.securing.contains(kind.securing)
            && (kind.algorithm.map(capability.algorithms.contains) ?? true)
    }

    private func result(_ outcome: TrialResult.Outcome, found: String) -> TrialResult {
        TrialResult(
            id: id, group: TrialCase.Group.positive.rawValue, direction: .reads, peer: peer.name,
            credentialType: shown.type.rawValue, proves: proves, outcome: outcome, expected: "valid", found: found)
    }

    private func describe(_ finding: Finding?, in result: inout TrialResult) {
        describe(finding?.code, in: &result)
        result.pointer = finding?.pointer ?? ""
        if let finding { result.found += " (\(finding.sent); expected \(finding.expected))" }
    }

    private func describe(_ code: String?, in result: inout TrialResult) {
        guard let mode = code.flatMap({ FailureCatalogue[$0] }) else { return }
        result.code = mode.code
        result.title = mode.title
        result.clause = mode.clause
        result.strength = mode.strength.rawValue
        result.responsible = mode.responsible.rawValue
        result.remedy = mode.remedyVerifier
    }
}
