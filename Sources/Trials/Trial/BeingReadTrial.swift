import Networking
import Platforms
import Records
import SimulationKernel
import UNTP

/// What peers make of what the platform issues, or has issued.
struct BeingReadTrial {
    let subject: TrialSubject
    let description: AdapterDescription
    let options: Trial.Options

    func run(into book: inout TrialBook) {
        let round = IssuingRound(adapter: subject.adapter, description: description, options: options)
        let issuers = round.issuers(into: &book)
        let issued = issuers.map { round.publications(by: $0, into: &book) } ?? []
        let publications = issued + offered(book)
        guard !publications.isEmpty else { return }
        if !description.serves.contains(PlatformHosts.Service.resolver.rawValue) {
            book.miss("It answers for no identity resolver, so credentials were looked for at their own URLs.")
        }
        note(issuers, isOffering: publications.count > issued.count, into: &book)
        if publications.contains(where: { !$0.isSecured }) {
            book.note("Some credentials are not signed: what is in them was judged, not who says it.")
        }
        for peer in options.peers { read(publications, by: peer, anchored: issuers?.anchored ?? [], into: &book) }
    }

    /// Says whom peers trust in what they read.
    private func note(_ issuers: IssuingRound.Issuers?, isOffering: Bool, into book: inout TrialBook) {
        let isAnchored = !(issuers?.anchored.isEmpty ?? true)
        if isAnchored {
            book.note(
                "Peers trust no party of it by itself: registers of the trial vouch for them, and the platform was told "
                    + "to point to that from their DID documents.")
        }
        if !isAnchored || isOffering {
            let untold = issuers != nil && !isAnchored && description.enrolsParties
            book.note(
                "Whether issuers are anchored in a register was not tried: the trial trusts the DIDs that issued these "
                    + "credentials."
                    + (untold ? " With `takesLinks`, and DID documents of its own, it would be tried." : ""))
        }
    }

    private func offered(_ book: TrialBook) -> [Publication] {
        subject.offered.enumerated().map { position, credential in
            var document = credential.document
            if WebURL(document.url) == nil {
                document.url = "https://\(SubjectHosts.hosts.name(.storage))/offered/\(position + 1)"
            }
            return Publication(id: "offered/\(credential.name)", purpose: .offered, document: document)
        }.filter { publication in
            options.peers.contains { isWanted(publication, by: $0, book) }
        }
    }

    private func tags(_ publication: Publication, _ peer: PeerProfile) -> Set<String> {
        let parts = publication.id.split(separator: "/").map(String.init)
        let group: TrialCase.Group = publication.purpose == .revoked ? .negative : .positive
        return CaseTags.of(peer.name, publication.type).union([group.rawValue]).union(
            publication.purpose == .offered ? ["offered"] : Set(parts))
    }

    /// Whether a publication is to be looked at by a peer: to be read, or to be found.
    private func isWanted(_ publication: Publication, by peer: PeerProfile, _ book: TrialBook) -> Bool {
        isToBeRead(publication, by: peer, book)
            || book.includes(PeerDiscovery.id(of: publication.id, peer), tags: PeerDiscovery.tags(peer))
    }

    private func isToBeRead(_ publication: Publication, by peer: PeerProfile, _ book: TrialBook) -> Bool {
        book.includes("\(publication.id)/\(peer.name)", tags: tags(publication, peer))
    }

    // MARK: One peer

    private func read(
        _ publications: [Publication], by peer: PeerProfile, anchored: [(role: IssuerWorld.Role, did: String)],
        into book: inout TrialBook
    ) {
        let wanted = publications.filter { isWanted($0, by: peer, book) }
        guard !wanted.isEmpty else { return }
        let visit = PeerVisit(
            peer: peer, subject: subject, description: description, options: options, anchored: anchored)
        let seen = visit.read(wanted)
        for reading in seen.readings {
            let judgement = PeerReading(
                peer: peer, reading: reading, answered: seen.answered, description: description)
            for sentence in judgement.missing { book.miss(sentence) }
            if isToBeRead(reading.publication, by: peer, book) {
                book.add(judgement.result, bytes: judgement.artefacts)
            }
            let found = reading.discovery.map { PeerDiscovery(peer: peer, publication: reading.publication, $0) }
            if let found, book.includes(found.id, tags: PeerDiscovery.tags(peer)) { book.add(found.result) }
        }
        for failure in seen.failures {
            book.fail(
                "answering/\(failure.method)/\(peer.name)", group: .discovery, direction: .isRead, peer: peer.name,
                proves: "The platform answers for its hosts when \(peer.title) asks.", failure, again: peer.name)
        }
    }
}
