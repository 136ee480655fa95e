import Credentials
import JSON
import UNTP

/// What a verifier found in a file, with what only this verifier can't do set apart from what is wrong.
package struct CheckedFindings {
    package private(set) var findings: [Finding] = []
    package private(set) var unchecked: [String] = []
    private var notes: [String] = []
    /// Whether the time of a signed credential is past, or to come.
    private(set) var isOutOfDate = false
    private let opened: OpenedCredential

    package init(_ all: [Finding], _ opened: OpenedCredential) {
        self.opened = opened
        for finding in all where !isExcused(finding) {
            findings.append(isOfDates(finding) ? ofDates(finding) : spelledOut(finding))
        }
        // What stood behind an excused finding stands behind nothing.
        let codes = Set(findings.filter(\.blocks).map(\.code))
        for index in findings.indices where findings[index].behind.map({ !codes.contains($0) }) ?? false {
            findings[index].behind = nil
        }
    }

    mutating func takeNotes() -> [String] { notes }

    /// Whether a finding says what can't be checked here, or is told in another way; takes down what to say instead.
    private mutating func isExcused(_ finding: Finding) -> Bool {
        switch finding.code {
        case FetchProblem.notAtHandCode: unchecked.append(Self.missing(finding))
        case "proof-missing", "release-not-supported": break
        case "cryptosuite-name-drift", "alg-family-differs": return isUnreadProof(finding)
        case "envelope-malformed": return isUnreadForm()
        case "algorithm-forbidden":
            guard Self.foreignAlgorithms.contains(finding.sent) else { return false }
            unchecked.append("its signature: \(finding.sent) is not verified here; UNTP's toolkits use EdDSA and ES256")
        case "did-unresolvable": return isUnreadIssuer()
        case "status-family-differs":
            unchecked.append(
                "its status: an entry of type \(finding.sent) is not read here; readers of UNTP know "
                    + StatusFamily.bitstring.entryType)
        case "vcdm-1-1-vs-2-0":
            guard opened.type == nil else { return false }
            notes.append("It is of W3C's data model 1.1, by which it was not judged; UNTP takes 2.0.")
        case "data-model-violation", "datetime-shape", "payload-wrapped-in-vc-claim", "token-dates-disagree":
            return isOfOtherModel(finding)
        case "schema-violation":
            // What the data model asks for is told once.
            return finding.pointer.isEmpty
                && opened.modelViolations.contains {
                    finding.expected == "the property '\($0.pointer.description.dropFirst())'"
                }
        case "unmapped-type", "undefined-term-dropped":
            return isOfUnreadProof(finding)
        case "certificate-expired", "credential-expired", "credential-not-yet-valid", "not-yet-valid-by-clock":
            guard case .unsecured = opened.envelope, isOfDates(finding) else { return false }
            notes.append(
                "Its time \(finding.code.hasSuffix("expired") ? "ended" : "begins") at \(finding.sent), which is no matter "
                    + "for a sample; were it signed, it would be refused.")
        default: return false
        }
        return true
    }

    /// Whether a proof is of another suite than the one that is verified here.
    private mutating func isUnreadProof(_ finding: Finding) -> Bool {
        guard finding.pointer == "/proof" else { return false }
        let suite = Cryptosuite(rawValue: finding.sent)
        // What only a letter keeps from being one that is known is a slip.
        let isSlip = suite == nil && Hints.suite(meantBy: finding.sent) != nil
        guard !isSlip, suite.map({ !$0.isFormerName }) ?? true else { return false }
        unchecked.append(
            "its proof: \(finding.sent) is "
                + (suite == nil ? "no suite that is known here" : "not verified here"))
        notes.append(
            "UNTP's profile has enveloping proofs (a token); of embedded ones \(DataIntegrityProof.cryptosuite) is "
                + "verified here.")
        return true
    }

    /// Whether proofs stand in a form that is not verified here, or in none yet.
    private mutating func isUnreadForm() -> Bool {
        guard case .failure(let error) = opened.proof else { return false }
        switch error {
        case .severalProofs, .chained:
            unchecked.append("its proofs: \(error), of which none is verified here")
        case .badProofValue:
            let value = opened.credential["proof"]?["proofValue"]?.string ?? ""
            guard Hints.isPlaceholder(value) || FileContent.isAbbreviated(value) else { return false }
            unchecked.append("its proof: a placeholder stands where the signature belongs")
        default: return false
        }
        return true
    }

    private mutating func isUnreadIssuer() -> Bool {
        guard let did = opened.issuer.flatMap(DID.init) else {
            guard opened.type == nil, opened.issuer.map(CredentialModel.isURI) ?? false else { return false }
            unchecked.append("its signature: the issuer is no DID, so its key is not looked for here")
            return true
        }
        guard !["web", "key", "jwk"].contains(did.method) else { return false }
        unchecked.append(
            "its signature: did:\(did.method) is not resolved here; did:web is what every reader of UNTP knows")
        return true
    }

    /// Whether a finding is about what data model 1.1 has otherwise, or about what UNTP asks of its own credentials alone.
    private mutating func isOfOtherModel(_ finding: Finding) -> Bool {
        if opened.type == nil, opened.modelViolations.contains(where: { $0.rule == .isVersion1_1 }) { return true }
        guard finding.code == "data-model-violation" else { return false }
        // In the form of 1.1 the token's own claims say it.
        if opened.isInClaim, ["/issuer", "/validFrom", "/id"].contains(finding.pointer), finding.sent == "nothing" {
            return true
        }
        // That a credential has an id is UNTP's rule, not W3C's.
        guard opened.type == nil, finding.pointer == "/id", opened.credential["id"] == nil else { return false }
        notes.append("It has no `id`, which W3C allows and UNTP doesn't.")
        return true
    }

    /// Whether terms are those of a proof that is not read here, whose suite has a context of its own.
    private func isOfUnreadProof(_ finding: Finding) -> Bool {
        guard finding.pointer.hasPrefix("/proof"), case .failure = opened.proof else { return false }
        return finding.code == "unmapped-type" || undefinedTerms.isEmpty
    }

    /// Whether a finding says that the time of a credential is past, or to come.
    private func isOfDates(_ finding: Finding) -> Bool {
        Self.dateCodes.contains(finding.code)
            && ["/validUntil", "/validFrom", "/expirationDate", "/issuanceDate"].contains(finding.pointer)
    }

    private static let dateCodes: Set<String> = [
        "certificate-expired", "credential-expired", "credential-not-yet-valid", "not-yet-valid-by-clock",
    ]

    /// A finding on the time of a signed credential: a verifier refuses it, and nothing about it is wrong.
    private mutating func ofDates(_ finding: Finding) -> Finding {
        isOutOfDate = true
        notes.append("A verifier refuses it for its time; --at judges it as of another one.")
        return Finding(
            finding.code, at: finding.pointer, sent: finding.sent, expected: finding.expected, blocks: false,
            subject: finding.subject)
    }

    /// Properties that no context defines, but for those of a proof that is not read here.
    private var undefinedTerms: [JSONPointer] {
        guard case .failure = opened.proof else { return opened.undefinedTerms }
        return opened.undefinedTerms.filter { $0.tokens.first != "proof" }
    }

    /// Algorithms that are sound, and that UNTP's platforms don't use.
    private static let foreignAlgorithms: Set<String> = [
        "ES512", "ES256K", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "Ed448", "ML-DSA-44", "ML-DSA-65",
        "ML-DSA-87",
    ]

    private static func missing(_ finding: Finding) -> String {
        let url = finding.sent.split(separator: " ").first.map(String.init) ?? finding.sent
        return finding.pointer.hasPrefix("/credentialStatus")
            ? "its status: the list at \(url) is not among the files"
            : "its signature: the DID document at \(url) is not among the files"
    }

    /// A finding about the first of several terms, with the others.
    private func spelledOut(_ finding: Finding) -> Finding {
        let terms = undefinedTerms
        guard finding.code == "undefined-term-dropped", let first = terms.first,
            finding.pointer == opened.undefinedTerms[0].description
        else { return finding }
        let names = terms.compactMap(\.tokens.last)
        return Finding(
            finding.code, at: first.description, sent: Self.listed(names) + ", which no context defines",
            expected: finding.expected, blocks: finding.blocks, subject: finding.subject, behind: finding.behind)
    }

    /// Names, each once, with how often it stands, and not all of many.
    static func listed(_ names: [String]) -> String {
        let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        let distinct = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let shown = distinct.prefix(6).map { name in
            counts[name].map { $0 > 1 ? "\(name) (\($0) times)" : name } ?? name
        }
        return shown.joined(separator: ", ")
            + (distinct.count > 6 ? " and \(distinct.count - 6) more" : "")
    }
}
