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

    var id: String { Self.id(publication.id, peer) }

    /// The id of the case in which a peer looks for a publication.
    static func id(_ publication: String, _ peer: PeerProfile) -> String {
        let parts = publication.split(separator: "/").dropFirst().joined(separator: "/")
        return "\(tag)/\(parts)/\(peer.name)"
    }

    static let tag = "found"

    var result: TrialResult {
        var result = TrialResult(
            id: id, group: TrialCase.Group.discovery.rawValue, direction: .isRead, peer: peer.name,
            credentialType: publication.type?.rawValue ?? "",
            proves: "\(peer.title) finds the passport by its product's identifier.", outcome: .passed,
            expected: "a link to the passport", found: discovery.passports.joined(separator: ", "))
        guard let finding = discovery.findings.first(where: \.blocks) else { return result }
        let mode = FailureCatalogue[finding.code]
        result.outcome = finding.code == "identifier-unknown" ? .notReached : .failed
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
