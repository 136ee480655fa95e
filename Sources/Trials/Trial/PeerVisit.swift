import Credentials
import HTTPTypes
import Networking
import Platforms
import SimulationKernel
import UNTP

/// A peer that looks for the platform's credentials, fetches and verifies them with its own means, in virtual time.
struct PeerVisit {
    let peer: PeerProfile
    let subject: TrialSubject
    let description: AdapterDescription
    let options: Trial.Options
    /// Those for whose DIDs the registers vouch.
    let anchored: [(role: IssuerWorld.Role, did: String)]

    /// What one reader found in one credential.
    struct Reading: Sendable {
        let publication: Publication
        let findings: [Finding]
        /// What a conforming reader finds in the same place.
        let reference: [Finding]
        /// What was dropped of it on reading.
        let dropped: [String]
        /// What the resolver's answer was worth, where there is a resolver to ask; nil where there is none.
        let discovery: Discovery?
    }

    /// What came of asking the resolver about a product.
    struct Discovery: Sendable {
        let passports: [String]
        let findings: [Finding]
        /// What a conforming reader finds in the same answer.
        let reference: [Finding]
    }

    /// All that came of a visit.
    struct Seen: Sendable {
        var readings: [Reading] = []
        /// What the platform could not answer on the way, each once.
        var failures: [AdapterFailure] = []
        /// The hosts for which the platform answers.
        var answered: Set<String> = []
    }

    func read(_ publications: [Publication]) -> Seen {
        let world = TrialNetwork(now: options.now)
        let completion = Completion<Seen>()
        let isDone = world.run("reading by \(peer.name)") { _ in
            let seen = await self.visit(publications, in: world)
            world.simulation.complete(completion, with: seen)
        }
        return isDone ? completion.result ?? Seen() : Seen()
    }

    private func visit(_ publications: [Publication], in world: TrialNetwork) async -> Seen {
        await world.open()
        let host = AdapterHost(simulation: world.simulation, adapter: subject.adapter)
        var seen = Seen()
        // A folder has what it has: what is not in it is missing, and no wrong answer.
        seen.answered = subject.isFolder ? [] : answeredHosts
        let asked = answeredHosts.union(publications.flatMap(\.hosts))
        let service = SubjectService(shelf: shelf(for: publications), host: host, asked: asked)
        for name in asked.union(service.hosts).sorted() {
            await world.network.register(name, at: TrialNetwork.site, service: service)
        }
        await world.resolve(at: SubjectHosts.hosts.url(.resolver))
        let issuers = Set(publications.compactMap(\.issuer)).subtracting(anchored.map(\.did))
        let reader = world.platform(peer, trusting: issuers.union(trialIssuers))
        await reader.open()
        let reference = world.platform(
            PeerProfile(name: "reference", title: "Reference", behaviour: BehaviourProfile()),
            trusting: issuers.union(trialIssuers))
        for publication in publications {
            seen.readings.append(await read(publication, by: reader, and: reference))
        }
        for failure in await host.failures where !seen.failures.contains(where: { $0.method == failure.method }) {
            seen.failures.append(failure)
        }
        return seen
    }

    private func read(
        _ publication: Publication, by reader: Platform, and reference: Platform
    ) async -> Reading {
        let type = publication.type ?? .dpp
        let url = publication.document.url
        let dossier = await reader.consumer.inspect(url, expecting: type, about: publication.product)
        let conforming = await reference.consumer.inspect(url, expecting: type, about: publication.product)
        var discovery: Discovery?
        if servesResolver, type == .dpp, publication.purpose != .revoked, let product = publication.product {
            let (passports, findings) = await reader.consumer.discover(product)
            let reference = await reference.consumer.discover(product).findings
            discovery = Discovery(passports: passports, findings: findings, reference: reference)
        }
        return Reading(
            publication: publication, findings: dossier.findings, reference: conforming.findings,
            dropped: dossier.verdicts.flatMap { $0.reading.droppedTerms + $0.reading.caughtTerms },
            discovery: discovery)
    }

    // MARK: Hosts

    private var servesResolver: Bool { description.serves.contains(PlatformHosts.Service.resolver.rawValue) }

    /// The hosts for which the platform says that it answers.
    private var answeredHosts: Set<String> {
        Set(
            PlatformHosts.Service.allCases.filter { description.serves.contains($0.rawValue) }.map(
                SubjectHosts.hosts.name)
        )
        .union(subject.hosts)
    }

    /// What the platform does not serve itself, and what the trial adds to it: the certificate that its passports point
    /// to.
    private func shelf(for publications: [Publication]) -> Shelf {
        var shelf = Shelf()
        let releases = publications.filter { $0.purpose != .offered }.compactMap(\.release)
        for variant in Set(releases).map({ Variant($0, .enveloped, .EdDSA) }) {
            for document in IssuerWorld(origin: options.origin, variant: variant, now: options.now).shelf().all {
                shelf[document.url] = document
            }
        }
        let registers = IssuingRound.world(options)
        if !anchored.isEmpty { for document in registers.shelf().all { shelf[document.url] = document } }
        for (role, did) in anchored {
            registers.putAnchor(of: role, for: did, at: IssuingRound.anchorURL(of: role, options), on: &shelf)
        }
        let servesStorage = description.serves.contains(PlatformHosts.Service.storage.rawValue)
        for publication in publications where publication.purpose == .offered || !servesStorage {
            shelf[publication.document.url] = publication.document
        }
        return shelf
    }

    /// The DIDs that trialled passports rely on beside their own issuer.
    private var trialIssuers: Set<String> {
        Set(
            anchored.isEmpty ? [] : IssuingRound.world(options).trusted
        ).union(
            Variant.releases.map { release in
                IssuerWorld(origin: options.origin, variant: Variant(release, .enveloped, .EdDSA), now: options.now)
                    .party(.certifier).did
            })
    }
}
