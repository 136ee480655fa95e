import Credentials
import Networking
import Platforms
import Records
import SimulationKernel
import UNTP

extension PeersRecord {
    /// - Parameter opened: Who was enrolled, and the books of what was made; nil where the opening was never done with.
    init(of world: World, _ opened: (enrolment: Enrolment, ledger: Ledger)?, at origin: WebURL) {
        let scenario = world.scenario
        let base = origin.description
        let batches = opened.map { $0.ledger.assumeIsolated { $0.publishedBatches } } ?? []
        let guide = Guide(world: world, certificates: opened?.enrolment.certificates ?? [:], batches: batches)
        self.init(
            title: scenario.title, description: scenario.description,
            base: base.hasSuffix("/") ? String(base.dropLast()) : base,
            asOf: DateTimeStamp.text(unixSeconds: world.simulation.nowUnixSeconds), days: scenario.days,
            peers: scenario.platforms.compactMap(guide.peer), registers: guide.registers,
            chainsWithoutGoods: scenario.chains.filter { chain in
                !batches.contains { scenario.chain(of: $0.stage.id)?.id == chain.id }
            }.map(\.title))
    }
}

/// What is worth showing of a world.
private struct Guide {
    let world: World
    let certificates: [String: [Enrolment.Certificate]]
    let batches: [Batch]

    private var scenario: Scenario { world.scenario }

    func peer(_ spec: PlatformSpec) -> PeerRecord? {
        guard let platform = world.platforms[spec.name] else { return nil }
        return PeerRecord(
            name: spec.name, title: spec.title, kind: spec.kind,
            country: scenario.country(spec.country)?.name ?? spec.country,
            departures: spec.profile.deviations.compactMap(departure),
            servesTokens: spec.profile.securing.carrier == .token,
            issueURL: platform.hosts.url(.api, "/credentials/issue"),
            verifyURL: platform.hosts.url(.api, "/credentials/verify"), parties: parties(on: platform),
            examples: scenario.chains.compactMap { product(of: $0, on: platform) })
    }

    private func departure(_ setting: Knob.Setting) -> DepartureRecord? {
        Knobs[setting.path].map { knob in
            DepartureRecord(
                knob: knob.path, value: setting.value, decides: knob.summary,
                meaning: knob.choices.first { $0.name == setting.value }?.summary ?? setting.value)
        }
    }

    private func parties(on platform: Platform) -> [ServedParty] {
        func party(_ name: String, _ slug: String, _ role: String) -> ServedParty {
            ServedParty(
                name: name, role: role, did: platform.hosts.did(of: slug, platform.behaviour.identity),
                documentURL: platform.hosts.url(.did, "/\(slug)/did.json"))
        }
        return scenario.parties.filter { $0.platform == platform.name }
            .map { party($0.name, $0.slug, scenario.stage($0.stage)?.role ?? "") }
            + scenario.certifiers.filter { $0.platform == platform.name }.map { party($0.name, $0.slug, "certifier") }
    }

    /// The latest product of a chain that was published on a platform; an honest one where there is any.
    private func product(of chain: ValueChain, on platform: Platform) -> ServedProduct? {
        let made = batches.filter {
            $0.producer.platform == platform.name && scenario.chain(of: $0.stage.id)?.id == chain.id
        }
        guard let batch = made.last(where: { !$0.isAltered && $0.deeds.isEmpty }) ?? made.last,
            let identifier = GS1.parse(batch.identifier), let path = WebURL(identifier.canonical)?.path
        else { return nil }
        let slug = batch.producer.slug
        var documents = batch.credentials.map { ServedDocument(label: $0.type.label, url: $0.url) }
        documents += [batch.facilityRecord].compactMap(\.self).map { ServedDocument(label: $0.type.label, url: $0.url) }
        documents += (certificates[batch.producer.name] ?? []).map {
            ServedDocument(label: $0.credential.type.label, url: $0.credential.url)
        }
        documents.append(ServedDocument(label: "DID document", url: platform.hosts.url(.did, "/\(slug)/did.json")))
        documents.append(ServedDocument(label: "Status list", url: platform.statusURL(of: slug)))
        return ServedProduct(
            name: batch.product.name, chain: chain.title, producer: batch.producer.name,
            identifier: world.network.addressing.published(identifier.canonical),
            linksetURL: platform.hosts.url(.resolver, path + "?linkType=linkset"), documents: documents)
    }

    var registers: [RegisterRecord] {
        let roots = zip(World.rootNames, ["registers", "accreditation bodies"]).map { name, role in
            register(name, label: name, role: role, country: nil)
        }
        let national = scenario.countries.flatMap { country in
            zip(World.registerKinds, [(country.register, "companies"), (country.accreditation, "certifiers")])
                .map { kind, what in
                    register(World.register(kind, country.code), label: what.0, role: what.1, country: country.name)
                }
        }
        return roots.compactMap(\.self) + national.compactMap(\.self)
    }

    private func register(_ name: String, label: String, role: String, country: String?) -> RegisterRecord? {
        guard let platform = world.platforms[name] else { return nil }
        return RegisterRecord(
            name: label, role: role, country: country,
            did: platform.hosts.did(of: World.tenant, platform.behaviour.identity),
            documentURL: platform.hosts.url(.did, "/\(World.tenant)/did.json"))
    }
}
