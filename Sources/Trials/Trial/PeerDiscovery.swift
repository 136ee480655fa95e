import Platforms
import Records
import UNTP

/// What came of a peer's asking the platform's resolver about a product, as a result.
struct PeerDiscovery {
    private let peer: PeerProfile
    private let publication: Publication
    private let discovery: PeerVisit.Discovery

    init(peer: PeerProfile, publication: Publication, _ discovery: PeerVisit.Discovery) {
        self.peer = peer
        self.publication = publication
        self.discovery = discovery
    }

    var id: String { Self.id(of: publication.id, peer) }

    /// The id of the case that a publication is found by a peer.
    static func id(of publication: String, _ peer: PeerProfile) -> String {
        "found/" + publication.split(separator: "/").dropFirst().joined(separator: "/") + "/" + peer.name
    }

    /// The tags of such a case.
    static func tags(_ peer: PeerProfile) -> Set<String> {
        CaseTags.of(peer.name, .dpp).union([TrialCase.Group.discovery.rawValue, "found"])
    }

    var result: TrialResult {
        var result = TrialResult(
            id: id, group: TrialCase.Group.discovery.rawValue, direction: .isRead, peer: peer.name,
            credentialType: publication.type?.rawValue ?? "",
            proves: "\(peer.title) finds the passport by its product's identifier.", outcome: .passed,
            expected: "a link to the passport", found: discovery.passports.joined(separator: ", "))
        guard let finding = discovery.findings.first(where: \.blocks) else { return result }
        let mode = FailureCatalogue[finding.code]
        // Samples may well be about a product whose links are not there.
        let isElsewhere = publication.purpose == .offered && ReferenceReader.Kind(of: finding) == .unknown
        result.outcome = finding.code == "identifier-unknown" || isElsewhere ? .notReached : .failed
        result.found = finding.sent
        result.expected = finding.expected
        result.code = finding.code
        result.title = mode?.title ?? ""
        result.clause = mode?.clause ?? ""
        result.strength = mode?.strength.rawValue ?? ""
        result.remedy = mode?.remedyIssuer ?? ""
        let isConfirmed = discovery.reference.contains { $0.code == finding.code }
        result.responsible = (isConfirmed ? FailureMode.Responsible.resolver : .verifier).rawValue
        return result
    }
}
