import Credentials
import Networking
import Platforms
import Records
import UNTP

/// What a peer made of one of the platform's credentials, as a result.
struct PeerReading {
    private let peer: PeerProfile
    private let publication: Publication
    /// What counts for or against the credential.
    private let findings: [Finding]
    private let reference: Set<String>
    private let dropped: [String]
    private let absent: [Finding]
    private let unread: (findings: [Finding], why: [String])
    /// That the time of a credential that was there already is past, or to come.
    private let dates: Finding?

    private static let dateCodes: Set<String> = [
        "certificate-expired", "credential-expired", "credential-not-yet-valid", "not-yet-valid-by-clock",
    ]

    init(
        peer: PeerProfile, reading: PeerVisit.Reading, answered: Set<String>, description: AdapterDescription
    ) {
        self.peer = peer
        publication = reading.publication
        dropped = reading.dropped
        let confirmed = Set(reading.reference.filter(\.blocks).map(\.code))
        reference = confirmed
        let all = reading.findings.filter { finding in
            // A sample without a proof is judged for what it says.
            reading.publication.isSecured || finding.code != "proof-missing"
        }
        let isAbsent = { (finding: Finding) in
            ReferenceReader.Kind(of: finding) == .unknown
                && !answered.contains { finding.sent.contains($0) || WebURL.host(of: finding.subject.url) == $0[...] }
        }
        // Samples grow old, which is no fault of what issued them.
        let isOfDates = { (finding: Finding) in
            reading.publication.purpose == .offered && finding.subject.url == reading.publication.document.url
                && Self.dateCodes.contains(finding.code)
        }
        let unread = Self.unread(all.filter { confirmed.contains($0.code) }, of: reading.publication)
        self.unread = unread
        absent = all.filter(isAbsent)
        dates = all.first(where: isOfDates)
        findings = all.filter { !isAbsent($0) && !isOfDates($0) && !unread.findings.contains($0) }
    }

    /// What of a credential that was there already no reader of ours can read, which says nothing of it, and why.
    private static func unread(
        _ findings: [Finding], of publication: Publication
    ) -> (findings: [Finding], why: [String]) {
        guard publication.purpose == .offered,
            let opened = try? OpenedCredential(publication.document.body)
        else { return ([], []) }
        let told = findings.filter { !["release-not-supported", "proof-missing"].contains($0.code) }
        let checked = CheckedFindings(told, opened)
        let left = Set(checked.findings.map(\.code))
        return (told.filter { !left.contains($0.code) }, checked.unchecked)
    }

    /// What was not there for the peer to find, a sentence each.
    var missing: [String] { absent.map { "Not there to be checked: \($0.sent)." } }

    var artefacts: [Artefact] {
        [
            Artefact(
                path: "\(QuestionFiles.folder(of: id))/\(QuestionFiles.credentialName(publication.document))",
                bytes: publication.document.body)
        ]
    }

    private var id: String { "\(publication.id)/\(peer.name)" }

    var result: TrialResult { publication.purpose == .revoked ? revokedResult : readResult }

    // MARK: Reading

    private var readResult: TrialResult {
        let type = publication.type?.label ?? "credential"
        var result = base(
            .positive, proves: "\(peer.title) reads the \(type) of the platform.", expected: "read and accepted")
        guard let blocker = findings.first(where: { $0.blocks && $0.behind == nil }) ?? findings.first(where: \.blocks)
        else {
            return readable(result)
        }
        let mode = FailureCatalogue[blocker.code]
        result.outcome = outcome(of: blocker, mode)
        result.found = "\(blocker.sent)"
        result.expected = blocker.expected
        describe(blocker, mode, in: &result)
        result.responsible = responsible(for: blocker, mode)
        return result
    }

    /// A result for a credential that nothing speaks against.
    private func readable(_ result: TrialResult) -> TrialResult {
        var result = result
        if let first = absent.first {
            result.outcome = .passedWithLoss
            result.found = "read as far as it could be checked: \(first.sent)"
        } else if let why = unread.why.first {
            result.outcome = .passedWithLoss
            result.found = "read as far as it could be checked: \(why)"
        } else if let finding = findings.first {
            result.outcome = .passedWithLoss
            result.found = "read, but: \(finding.sent); expected \(finding.expected)"
            describe(finding, FailureCatalogue[finding.code], in: &result)
        } else if let term = dropped.first {
            result.outcome = .passedWithLoss
            result.found = "read, but \(term) was dropped, since no context defines it"
        } else {
            result.found = publication.isSecured ? "read and accepted" : "read"
        }
        if let dates { result.found += "; its time is past, or to come: \(dates.sent), which --at can be set to" }
        if !publication.isSecured { result.found += "; it is not signed" }
        return result
    }

    private func outcome(of finding: Finding, _ mode: FailureMode?) -> TrialResult.Outcome {
        if finding.code == "release-not-supported" { return .notSupported }
        return mode?.responsible == .network ? .environment : .failed
    }

    /// Who departs: what a conforming reader finds as well is the platform's to mend, and what it does not find isn't.
    private func responsible(for finding: Finding, _ mode: FailureMode?) -> String {
        let named = mode?.responsible ?? .ambiguous
        let isConfirmed = reference.contains(finding.code)
        let departing: FailureMode.Responsible =
            switch named {
            case .verifier, .ambiguous: isConfirmed ? .issuer : named
            case .issuer: isConfirmed ? .issuer : .ambiguous
            default: named
            }
        return departing.rawValue
    }

    // MARK: Revocation

    private var revokedResult: TrialResult {
        var result = base(
            .negative, proves: "\(peer.title) sees that the platform revoked a credential.",
            expected: "refused as revoked")
        let isSeen = findings.contains { $0.code == "certificate-revoked" }
        if isSeen {
            result.found = "refused as revoked"
        } else if peer.behaviour.verifying.status == .skipped {
            result.outcome = .skipped
            result.found = "the peer checks no statuses"
        } else if let finding = findings.first(where: \.blocks) {
            result.outcome = .notReached
            result.found = "refused for something else: \(finding.sent)"
        } else {
            result.outcome = .failed
            result.found = absent.first.map { "accepted; \($0.sent)" } ?? "accepted"
            result.responsible = FailureMode.Responsible.issuer.rawValue
            let mode = FailureCatalogue["status-never-checked"]
            result.clause = mode?.clause ?? ""
            result.strength = mode?.strength.rawValue ?? ""
            result.title = "A revocation that no one sees"
            result.remedy =
                "Give each credential a BitstringStatusListEntry, and set its bit in the list that it names."
        }
        return result
    }

    // MARK: Parts

    private func base(_ group: TrialCase.Group, proves: String, expected: String) -> TrialResult {
        TrialResult(
            id: id, group: group.rawValue, direction: .isRead, peer: peer.name,
            credentialType: publication.type?.rawValue ?? "", proves: proves, outcome: .passed, expected: expected)
    }

    private func describe(_ finding: Finding, _ mode: FailureMode?, in result: inout TrialResult) {
        result.code = finding.code
        result.title = mode?.title ?? ""
        result.pointer = finding.pointer
        result.clause = mode?.clause ?? ""
        result.strength = mode?.strength.rawValue ?? ""
        result.remedy = mode?.remedyIssuer ?? ""
    }
}
