import Credentials
import JSON
import UNTP

/// How an issuer's DID is tied to a register that the verifier trusts.
struct Anchoring: Sendable {
    /// The anchors from the DID on, each with the register that issued it.
    var anchors: [AnchorGraph.Anchor] = []
    var isAnchored = false
    var findings: [Finding] = []
    private(set) var verdicts: [CredentialVerdict] = []
    /// What decides on the standing of the anchors.
    private(set) var credentials: [CredentialOnFile] = []
    /// The anchors as a graph up to the registers that the verifier trusts, once all were followed.
    private var graph = AnchorGraph(anchors: [], roots: [], maximumDepth: 0)
    /// What the graph says of the DID where nothing is required of its anchor.
    private var unconditional = AnchorVerdict.notAnchored(.noAnchor)

    mutating func add(_ verdict: CredentialVerdict) {
        verdicts.append(verdict)
        if let credential = verdict.onFile { credentials.append(credential) }
    }

    /// Makes the graph of the anchors that were found from a DID on.
    mutating func close(_ did: String, roots: Set<String>, maximumDepth: Int) {
        graph = AnchorGraph(anchors: anchors, roots: roots, maximumDepth: maximumDepth)
        unconditional = graph.anchoring(of: did)
    }

    /// Whether the DID is anchored as it has to be.
    func verdict(on did: String, requiring requirement: AnchorRequirement) -> AnchorVerdict {
        requirement == .none || graph.isMet(requirement, byAllAnchorsOf: did)
            ? unconditional : graph.anchoring(of: did, requiring: requirement)
    }

    var isSound: Bool { isAnchored && findings.isEmpty }

    private static let missingAnchor = "anchor-not-discoverable"

    /// Whether no anchor of the issuer itself is to be found.
    var isWithoutAnchor: Bool { findings.contains { $0.code == Self.missingAnchor } }

    /// What was found, with another name for the finding that there is no anchor; without it for no name.
    func findings(namingMissingAnchor code: String?) -> [Finding] {
        findings.compactMap { finding in
            guard finding.code == Self.missingAnchor else { return finding }
            guard let code else { return nil }
            var finding = finding
            finding.code = code
            return finding
        }
    }
}

/// How a DID is anchored, as it was last followed.
final class FollowedAnchoring: Sendable {
    // A class, because it never changes and is looked at for each credential of an issuer.
    let anchoring: Anchoring
    let standing: JointStanding
    let look: Look

    init(_ anchoring: Anchoring, _ look: Look) {
        self.anchoring = anchoring
        standing = JointStanding(of: anchoring.credentials)
        self.look = look
    }
}

extension Consumer {
    /// Follows identity anchors from a DID to a trusted register: UNTP Trust Graphs.
    func followAnchors(from did: String) async -> Anchoring {
        var anchoring = await anchors(from: did)
        anchoring.close(did, roots: roots, maximumDepth: behaviour.trust.depth)
        return anchoring
    }

    private func anchors(from did: String) async -> Anchoring {
        var anchoring = Anchoring()
        var current = did
        var seen: Set<String> = []
        while !roots.contains(current) {
            guard seen.insert(current).inserted else {
                anchoring.report("trust-anchor-unknown", sent: "anchors in a circle at \(current)", about: current)
                return anchoring
            }
            guard anchoring.verdicts.count < behaviour.trust.depth else {
                anchoring.report(
                    "chain-depth-limit", sent: "an anchor of \(current) would be the next",
                    expected: "a trusted register within \(behaviour.trust.depth) anchors", about: current)
                return anchoring
            }
            guard let next = await anchor(of: current, into: &anchoring) else { return anchoring }
            current = next
        }
        anchoring.isAnchored = true
        return anchoring
    }

    /// Fetches and verifies the anchor of one DID; the register that issued it, or nil when the chain ends here.
    private func anchor(of did: String, into anchoring: inout Anchoring) async -> String? {
        let document: DIDDocument
        switch await verifier.resolve(did, now: now) {
        case .document(let resolved): document = resolved
        // Why a DID can't be resolved was said where its signature was checked.
        case .failure: return nil
        }
        guard let service = document.services.first(where: { LinkType(anySpelling: $0.type) == .dia }),
            let url = service.endpointURL
        else {
            if anchoring.verdicts.isEmpty {
                anchoring.report(
                    "anchor-not-discoverable", sent: "no service of type untp:dia in the DID document of \(did)",
                    expected: "the URL of its identity anchor", about: did)
            } else {
                anchoring.report(
                    "trust-anchor-unknown", sent: "\(did), which no one anchors", expected: "a trusted register",
                    about: did)
            }
            return nil
        }
        switch await source.document(at: url, for: .credential) {
        case .failure(let problem):
            let (code, sent) = problem.diagnosis(of: url, for: .credential)
            anchoring.report(code, sent: sent, expected: "the identity anchor of \(did)", about: url)
            return nil
        case .success(let fetched):
            let verdict = await verifier.verify(fetched, expecting: .dia, now: now)
            anchoring.add(verdict)
            anchoring.findings += verdict.findings
            guard let opened = verdict.opened, case .anchor(let anchor) = opened.content else { return nil }
            if anchor.did != did {
                anchoring.report(
                    "issuer-impersonated", sent: "an anchor of \(anchor.did ?? "no one")",
                    expected: "an anchor of \(did)",
                    about: url)
            }
            guard let register = opened.issuer else { return nil }
            anchoring.anchors.append(.init(anchor, issuer: register))
            return register
        }
    }
}

extension Anchoring {
    fileprivate mutating func report(
        _ code: String, sent: String, expected: String = "a chain of anchors up to a trusted register",
        about url: String
    ) {
        findings.append(Finding(code, sent: sent, expected: expected, subject: .init(url: url, type: .dia)))
    }
}
