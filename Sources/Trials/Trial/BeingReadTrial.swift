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
        let publications = round.publications(into: &book) + offered(book)
        guard !publications.isEmpty else { return }
        if !description.serves.contains(PlatformHosts.Service.resolver.rawValue) {
            book.miss("It answers for no identity resolver, so credentials were looked for at their own URLs.")
        }
        book.note(
            "Whether issuers are anchored in a register was not tried: the trial trusts the DIDs that issued these "
                + "credentials.")
        if publications.contains(where: { !$0.isSecured }) {
            book.note("Some credentials are not signed: what is in them was judged, not who says it.")
        }
        for peer in options.peers { read(publications, by: peer, into: &book) }
    }

    private func offered(_ book: TrialBook) -> [Publication] {
        subject.offered.map { Publication(id: "offered/\($0.name)", purpose: .offered, document: $0.document) }
            .filter { publication in
                options.peers.contains { book.includes("\(publication.id)/\($0.name)", tags: tags(publication, $0)) }
            }
    }

    private func tags(_ publication: Publication, _ peer: PeerProfile) -> Set<String> {
        let parts = publication.id.split(separator: "/").map(String.init)
        return CaseTags.of(peer.name, publication.type).union(
            publication.purpose == .offered ? ["offered"] : Set(parts))
    }

    // MARK: One peer

    private func isToBeRead(_ publication: Publication, by peer: PeerProfile, _ book: TrialBook) -> Bool {
        book.includes("\(publication.id)/\(peer.name)", tags: tags(publication, peer))
    }

    private func isToBeFound(_ publication: Publication, by peer: PeerProfile, _ book: TrialBook) -> Bool {
        book.includes(
            PeerDiscovery.id(publication.id, peer), tags: tags(publication, peer).union([PeerDiscovery.tag]))
    }

    private func read(_ publications: [Publication], by peer: PeerProfile, into book: inout TrialBook) {
        let wanted = publications.filter { isToBeRead($0, by: peer, book) || isToBeFound($0, by: peer, book) }
        guard !wanted.isEmpty else { return }
        let visit = PeerVisit(peer: peer, subject: subject, description: description, options: options)
        let seen = visit.read(wanted)
        for reading in seen.readings {
            let judgement = PeerReading(
                peer: peer, reading: reading, answered: seen.answered, description: description)
            for sentence in judgement.missing { book.miss(sentence) }
            if isToBeRead(reading.publication, by: peer, book) {
                book.add(judgement.result, bytes: judgement.artefacts)
            }
            if let discovery = reading.discovery, isToBeFound(reading.publication, by: peer, book) {
                book.add(PeerDiscovery(peer: peer, publication: reading.publication, discovery).result)
            }
        }
        for failure in seen.failures {
            book.fail(
                "answering/\(failure.method)/\(peer.name)", group: .discovery, direction: .isRead, peer: peer.name,
                proves: "The platform answers for its hosts when \(peer.title) asks.", failure)
        }
    }
}
