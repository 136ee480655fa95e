import Credentials
import JSON
import UNTP

/// What a verifier found in a file, with what only this verifier can't do set apart from what is wrong.
struct CheckedFindings {
    private(set) var findings: [Finding] = []
    private(set) var unchecked: [String] = []
    private var notes: [String] = []
    private let opened: CredentialAnalysis.Opened

    init(_ all: [Finding], _ opened: CredentialAnalysis.Opened) {
        self.opened = opened
        for finding in all where !isExcused(finding) { findings.append(spelledOut(finding)) }
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
        case FetchProblem.notAtHandCode:
            unchecked.append(Self.missing(finding))
        case "proof-missing", "release-not-supported": break
        case "cryptosuite-name-drift", "alg-family-differs":
            guard finding.pointer == "/proof", let suite = Cryptosuite(rawValue: finding.sent),
                !Self.formerNames.contains(suite)
            else {
                return false
            }
            unchecked.append("its proof: \(finding.sent) is not verified here")
            notes.append(
                "UNTP's profile has enveloping proofs (a token); of embedded ones \(DataIntegrityProof.cryptosuite) is "
                    + "verified here.")
        case "envelope-malformed":
            guard case .failure(let error) = opened.proof else { return false }
            switch error {
            case .severalProofs, .chained: unchecked.append("its proofs: \(error), of which none is verified here")
            default: return false
            }
        case "algorithm-forbidden":
            guard Self.foreignAlgorithms.contains(finding.sent) else { return false }
            unchecked.append("its signature: \(finding.sent) is not verified here; UNTP's toolkits use EdDSA and ES256")
        case "did-unresolvable":
            guard let did = opened.issuer.flatMap(DID.init) else {
                guard opened.type == nil, opened.issuer.map(CredentialModel.isURI) ?? false else { return false }
                unchecked.append("its signature: the issuer is no DID, so its key is not looked for here")
                return true
            }
            guard !["web", "key", "jwk"].contains(did.method) else { return false }
            unchecked.append(
                "its signature: did:\(did.method) is not resolved here; did:web is what every reader of UNTP knows")
        case "data-model-violation":
            // That a credential has an id is UNTP's rule, not W3C's.
            guard opened.type == nil, finding.pointer == "/id", opened.credential["id"] == nil else { return false }
            notes.append("It has no `id`, which W3C allows and UNTP doesn't.")
        default: return false
        }
        return true
    }

    /// Former names of suites: what is signed under them is one of today's, and only the name is wrong.
    private static let formerNames: Set<Cryptosuite> = [.jcsEdDSA2022, .jsonEdDSA2022, .eddsa2022, .ecdsa2019]

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
        guard finding.code == "undefined-term-dropped", opened.undefinedTerms.count > 0,
            finding.pointer == opened.undefinedTerms[0].description
        else { return finding }
        let names = opened.undefinedTerms.compactMap(\.tokens.last)
        return Finding(
            finding.code, at: finding.pointer, sent: Self.listed(names) + ", which no context defines",
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
