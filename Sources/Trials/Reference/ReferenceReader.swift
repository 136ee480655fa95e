package import Platforms
import SimulationKernel
import UNTP

/// A reader of the simulator's own that answers questions as its behaviour profile has it; by default it conforms.
///
/// What a platform outside says is held against it, and the test plan is tested with it.
package struct ReferenceReader: Sendable {
    private let behaviour: BehaviourProfile
    private let table: CheckTable

    package init(_ behaviour: BehaviourProfile = BehaviourProfile()) {
        self.behaviour = behaviour
        table = CheckTable(capacity: 256)
    }

    /// What was found on the way to a verdict.
    package struct Reading: Sendable {
        package let verdict: OutsideVerdict
        package let findings: [Finding]
    }

    /// Reads a credential with all that the question brings along, by itself.
    package func read(_ question: VerifyQuestion) -> Reading {
        var configuration = Simulation.Configuration(seed: 0, epochUnixSeconds: question.now)
        configuration.threads = 1
        let simulation = Simulation(configuration)
        let source = QuestionDocuments(question)
        let verifier = Verifier(
            behaviour: behaviour, table: table, source: source, statusLists: StatusListCache())
        let consumer = Consumer(
            simulation: simulation, behaviour: behaviour, verifier: verifier, source: source,
            roots: Set(question.trusted))
        let completion = Completion<Dossier>()
        simulation.start("reading") { _ in
            let dossier = await consumer.inspect(question.credential.url, expecting: question.expected ?? .dpp)
            simulation.complete(completion, with: dossier)
        }
        _ = try? simulation.run()
        guard let dossier = completion.result else { return Reading(verdict: .init(.indeterminate), findings: []) }
        return Reading(verdict: Self.verdict(on: dossier.findings), findings: dossier.findings)
    }

    // MARK: Verdict

    /// What findings amount to: invalid where something is wrong, indeterminate where something can't be known.
    package static func verdict(on findings: [Finding]) -> OutsideVerdict {
        let kinds = findings.map { finding in (finding, Kind(of: finding)) }
        let reasons = findings.map { finding in
            OutsideVerdict.Reason(
                code: finding.code, message: "\(finding.sent); expected \(finding.expected)", pointer: finding.pointer)
        }
        func has(_ kind: Kind) -> Bool { kinds.contains { $0.1 == kind } }
        if has(.wrong) { return OutsideVerdict(.invalid, reasons: reasons) }
        if has(.notRead) { return OutsideVerdict(.unsupported, reasons: reasons) }
        if has(.unknown) { return OutsideVerdict(.indeterminate, reasons: reasons) }
        return OutsideVerdict(.valid, reasons: reasons)
    }

    /// What a finding says of the credential.
    package enum Kind: Sendable {
        /// Something is wrong with it.
        case wrong
        /// It is of a kind that is not read.
        case notRead
        /// Something could not be found out.
        case unknown
        /// It is worth knowing, and stands in no one's way.
        case remark

        package init(of finding: Finding) {
            if Self.whatCannotBeHad.contains(finding.code) {
                self = .unknown
            } else if finding.code == "release-not-supported" {
                self = .notRead
            } else {
                self = finding.blocks ? .wrong : .remark
            }
        }

        /// The failures that say that a document can't be had.
        static let whatCannotBeHad: Set<String> = [
            "not-at-hand", "host-unreachable", "partner-offline", "did-unresolvable", "credential-missing",
            "identifier-unknown", "internal-url-leaked", "context-host-throttled", "slow-context-timeout",
            "service-path-version-skew",
        ]
    }
}
