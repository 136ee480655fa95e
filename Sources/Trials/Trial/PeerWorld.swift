import Credentials
import Networking
import Platforms
import SimulationKernel
import UNTP

/// A peer with customers in whose name it issues, each credential as the peer writes and serves it.
struct PeerWorld {
    private let peer: PeerProfile
    private let now: Int64
    private let origin: TrialOrigin

    /// - Parameter origin: Where the peer publishes.
    init(_ peer: PeerProfile, now: Int64, origin: TrialOrigin) {
        self.peer = peer
        self.now = now
        self.origin = origin
    }

    /// A credential of the peer's with all that a conforming reader fetches for it, and what that reader finds.
    struct Shown: Sendable {
        let type: CredentialType
        let question: VerifyQuestion
        let findings: [Finding]
    }

    /// What the peer issues, of some types.
    func credentials(of types: [CredentialType]) -> [Shown] {
        let world = TrialNetwork(now: now, origin: origin, peers: [peer])
        let completion = Completion<[Shown]>()
        let isDone = world.run("issuing by \(peer.name)") { _ in
            let shown = await self.issue(types, in: world)
            world.simulation.complete(completion, with: shown)
        }
        return isDone ? completion.result ?? [] : []
    }

    private func issue(_ types: [CredentialType], in world: TrialNetwork) async -> [Shown] {
        await world.open()
        let platform = world.platform(peer)
        await platform.open()
        await world.resolve(at: platform.hosts.url(.resolver))
        let facts = IssuerWorld(origin: .ownHosts, variant: .common, now: now)
        for role in [IssuerWorld.Role.maker, .certifier] {
            let did = await platform.enrol(slug: role.rawValue, name: facts.party(role).name)
            let anchor = await world.anchor(
                facts.anchor(of: role, did: did), isAccreditation: role == .certifier, validFrom: facts.issued)
            if let anchor { await platform.setAnchor(anchor, of: role.rawValue) }
        }
        let certificate = await issue(.dcc, by: platform, facts, evidence: nil)
        var urls: [CredentialType: String] = [.dcc: certificate?.url ?? ""]
        for type in types where type != .dcc {
            urls[type] = await issue(type, by: platform, facts, evidence: certificate)?.url
        }
        var shown: [Shown] = []
        for type in types {
            guard let url = urls[type] else { continue }
            shown.append(await question(at: url, type, in: world))
        }
        return shown
    }

    /// Issues a credential in the name of the peer's customer; of anchors, the customer's own kind of statement.
    private func issue(
        _ type: CredentialType, by platform: Platform, _ facts: IssuerWorld, evidence: IssuedCredential?
    ) async -> IssuedCredential? {
        let role: IssuerWorld.Role = type == .dcc ? .certifier : .maker
        let digest = evidence.map { ContentDigest(of: $0.bytes.value).hexadecimal } ?? ""
        var order = facts.order(type, evidenceDigest: digest)
        if case .passport(var passport) = order, let evidence {
            passport.claims = passport.claims.map { claim in
                var claim = claim
                claim.evidence?.url = evidence.url
                return claim
            }
            order = .passport(passport)
        }
        return await platform.issue(
            order, for: role.rawValue, validFrom: facts.issued, validUntil: type == .dte ? nil : facts.expiry)
    }

    /// What a conforming reader fetches and finds.
    private func question(at url: String, _ type: CredentialType, in world: TrialNetwork) async -> Shown {
        let conforming = BehaviourProfile()
        let source = RecordingSource(
            DocumentClient(
                simulation: world.simulation, network: world.network,
                identity: .init(name: "reader of \(type.rawValue)", site: TrialNetwork.site), behaviour: conforming))
        let verifier = Verifier(
            behaviour: conforming, table: world.table, source: source, statusLists: StatusListCache())
        let reader = Consumer(
            simulation: world.simulation, behaviour: conforming, verifier: verifier, source: source,
            roots: Set(world.trusted), addressing: world.network.addressing)
        let dossier = await reader.inspect(url, expecting: type)
        let documents = source.documents
        return Shown(
            type: type,
            question: VerifyQuestion(
                credential: documents.first { $0.url == url && $0.status == 200 }
                    ?? OutsideDocument(url: url, status: 404, contentType: nil, body: []),
                expected: type, documents: documents.filter { $0.url != url }, trusted: world.trusted,
                now: world.simulation.nowUnixSeconds),
            findings: dossier.findings)
    }
}
