import Credentials
import HTTPTypes
import JSON
package import Networking
package import SimulationKernel
package import UNTP

/// A virtual traceability platform: issues, stores, resolves, answers for its DIDs and statuses, verifies and judges,
/// all as its behaviour profile has it.
package actor Platform: SimulatedActor, ReadableService {
    package nonisolated let simulation: Simulation
    package nonisolated var unownedExecutor: UnownedSerialExecutor { simulation.unownedExecutor }
    package nonisolated let name: String
    package nonisolated let hosts: PlatformHosts
    package nonisolated let behaviour: BehaviourProfile
    package nonisolated let site: Site
    /// The client through which it fetches what others publish.
    package nonisolated let client: DocumentClient
    package nonisolated let consumer: Consumer
    /// Reads for the authority of its country: as the platform itself does, with a file of its own.
    private nonisolated let authority: Consumer
    /// What of its work is done outside of the simulator, where it is a vendor's own.
    package nonisolated let outside: OutsidePart?
    /// The hosts that stand for the origins of a platform outside, by their names on the network.
    package nonisolated let outsideHosts: [String]

    let network: Network
    let table: CheckTable
    let dialect: Dialect
    let securer: Securer
    let seal: Seal
    let verifier: Verifier
    var tenants: [String: Tenant] = [:]
    /// Published credentials by path.
    var documents: [String: IssuedCredential] = [:]
    /// Links by canonical identifier.
    var links = LinkTable()
    /// When credentials of each type were listed, by canonical identifier of the product; in Unix seconds.
    var listings: [String: [CredentialType: Int64]] = [:]
    /// What kept something from being published, as only the platform itself knows: failure modes by identifier.
    var hindrances: [String: String] = [:]
    var archive: Archive
    /// The heads of answers, by media type.
    var heads: [String: WebResponse.Head] = [:]
    /// Status lists as they were served last, by the paths of their URLs, until a status changes.
    var servedLists: [String: StatusLists.Served] = [:]
    private var sequence = 0
    /// How many credentials of each type were issued.
    package private(set) var issued: [CredentialType: Int] = [:]
    package internal(set) var signatures = 0

    /// - Parameters:
    ///   - slug: Names the platform's hosts.
    ///   - roots: The DIDs of the registers that it trusts without asking further.
    package init(
        simulation: Simulation, network: Network, table: CheckTable, name: String, slug: String, site: Site,
        behaviour: BehaviourProfile, roots: Set<String>, outside: OutsidePart? = nil
    ) {
        self.outside = outside
        self.simulation = simulation
        self.network = network
        self.table = table
        archive = Archive(simulation, table)
        self.name = name
        self.site = site
        self.behaviour = behaviour
        let hosts = PlatformHosts(slug: slug, addressing: network.addressing)
        self.hosts = hosts
        outsideHosts = (outside?.description.origins ?? []).indices.map(hosts.outsideName)
        client = DocumentClient(
            simulation: simulation, network: network, identity: NetworkClient(name: name, site: site),
            behaviour: behaviour)
        dialect = Dialect(behaviour: behaviour, ownSite: hosts.url(.storage), extensions: table.extensions)
        securer = Securer(behaviour: behaviour)
        seal = Seal(behaviour: behaviour, platform: slug)
        let verifier = Verifier(
            behaviour: behaviour, table: table, source: client, statusLists: StatusListCache(),
            rendererUpgrade: simulation.unixSeconds(at: .epoch.advanced(by: .days(20))), outside: outside,
            roots: roots.sorted())
        self.verifier = verifier
        let client = client
        func reader() -> Consumer {
            Consumer(
                simulation: simulation, behaviour: behaviour, verifier: verifier, source: client, roots: roots,
                addressing: network.addressing)
        }
        (consumer, authority) = (reader(), reader())
    }

    /// Puts the platform's hosts on the network.
    package func open(conditions: [PlatformHosts.Service: HostConditions] = [:]) async {
        for service in PlatformHosts.Service.allCases {
            await network.register(
                hosts.name(service), at: site, conditions: conditions[service] ?? HostConditions(), service: self)
        }
        for host in outsideHosts {
            // All of its services are behind it, and go down with it.
            let outages = PlatformHosts.Service.allCases.flatMap { conditions[$0]?.outages ?? [] }
            await network.register(host, at: site, conditions: HostConditions(outages: outages), service: self)
        }
        if behaviour.hosting.links == .testHost {
            await network.register(
                hosts.testStorage, at: site, conditions: conditions[.storage] ?? HostConditions(), service: self)
        }
        if behaviour.status.signer == .platform { _ = enrol(slug: Self.ownSlug, name: name) }
    }

    /// Takes all documents from the network that nobody will ask for any more, and forgets what was seen of others'.
    package func close() {
        simulation.discard((documents, links, listings, archive))
        (documents, links, listings) = ([:], LinkTable(), [:])
        archive = Archive(simulation, table)
        for reader in [consumer, authority] { reader.assumeIsolated { $0.close() } }
    }

    /// The tenant that the platform itself is, where it signs in its own name.
    package static let ownSlug = "platform"

    /// The platform's own clock, in Unix seconds.
    var now: Int64 { simulation.nowUnixSeconds + Int64(behaviour.clock.offsetSeconds) }

    // MARK: Tenants

    /// Takes on a customer and gives it a DID.
    @discardableResult
    package func enrol(slug: String, name: String) -> String {
        if let tenant = tenants[slug] { return tenant.did }
        let did = outsideDID(of: slug, name: name) ?? hosts.did(of: slug, behaviour.identity)
        tenants[slug] = Tenant(
            slug: slug, name: name, did: did, keys: [makeKey(did: did, slug: slug, generation: 1)].compactMap(\.self),
            statuses: StatusLists(
                length: behaviour.status.listLength == .short ? 1024 : BitstringStatusList.minimumLength))
        return did
    }

    private func makeKey(did: String, slug: String, generation: Int) -> Securer.Key? {
        var stream = simulation.stream("\(hosts.slug)/\(slug)", "signing key \(generation)")
        let seed = (0..<4).flatMap { _ in withUnsafeBytes(of: stream.next().bigEndian, Array.init) }
        return (try? SigningKey(securer.algorithm, seed: seed)).map {
            Securer.Key(did: did, fragment: "key-\(generation)", key: $0)
        }
    }

    /// Notes where a tenant's identity anchor is, so that its DID document can name it.
    package func setAnchor(_ url: String, of slug: String) {
        tenants[slug]?.anchorURL = url
        guard let did = tenants[slug]?.did else { return }
        linkOutside(
            OutsideLink(
                subject: did, relation: LinkType.dia.text(.current), target: url, mediaType: nil,
                title: CredentialType.dia.label))
    }

    /// A tenant as it is now: with the keys of the present thirty days, where keys are rotated.
    func tenant(_ slug: String) -> Tenant? {
        renewKeys(of: slug)
        return tenants[slug]
    }

    /// Gives a tenant the keys of the present thirty days, where keys are rotated.
    func renewKeys(of slug: String) {
        guard behaviour.identity.rotation != .none, let tenant = tenants[slug] else { return }
        let generation = 1 + Int(simulation.now.nanoseconds / Duration.days(30).wholeNanoseconds)
        guard tenant.generation < generation else { return }
        for next in (tenant.generation + 1)...generation {
            guard let key = makeKey(did: tenant.did, slug: slug, generation: next) else { continue }
            if behaviour.identity.rotation == .removesOldKeys { tenants[slug]?.keys.removeAll() }
            tenants[slug]?.keys.append(key)
        }
        tenants[slug]?.generation = generation
    }

    // MARK: Issuing

    /// Issues a credential in a tenant's name and publishes it; nil for a tenant that is not enrolled.
    ///
    /// The bytes are made, and checked ahead of their readers, on another core.
    package func issue(
        _ order: CredentialOrder, for slug: String, validFrom: Int64? = nil, validUntil: Int64? = nil,
        alteration: Alteration? = nil, replacing former: IssuedCredential? = nil, canBeSuspended: Bool = false
    ) -> IssuedCredential? {
        let slug = issuingSlug(slug, for: order.type)
        guard let tenant = tenant(slug), let key = tenant.currentKey,
            let position = tenants[slug]?.statuses.takePosition()
        else { return nil }
        sequence += 1
        let path = "/\(slug)/\(order.type.rawValue)/\(sequence)"
        let facts = CredentialFacts(
            id: hosts.url(.storage, path), issuerDID: tenant.did, issuerName: tenant.name,
            validFrom: validFrom ?? now, validUntil: validUntil,
            status: statusEntries(at: position, slug: slug, canBeSuspended: canBeSuspended))
        let order = named(order)
        if let outside, outside.description.issues != nil {
            let credential = dialect.rewriting(order.written(facts), as: order.type, in: release)
            guard
                let made = issued(
                    credential, by: outside, as: order.type, in: release, at: path, alteration: alteration)
            else { return nil }
            return publish(made, at: storagePath(of: made.url) ?? path, replacing: former)
        }
        let (dialect, securer, table, release, seal) = (dialect, securer, table, release, seal)
        let bytes = simulation.begin { () -> [UInt8] in
            let credential = dialect.rewriting(order.written(facts), as: order.type, in: release)
            let bytes =
                if let alteration {
                    securer.altered(credential, to: alteration.applied(to: credential), with: key)
                } else { securer.secured(credential, with: key) }
            let isSealed = order.type == .dpp && seal.isOn
            table.prepare(bytes, key: key.key.publicKey, isPublished: !isSealed)
            return isSealed ? seal.sealed(bytes, at: path) : bytes
        }
        let credential = IssuedCredential(
            url: publicURL(path), type: order.type, status: position, bytes: StoredBytes(bytes),
            keyOnLabel: order.type == .dpp ? seal.keyOnLabel(of: path) : nil)
        signatures += 1
        return publish(credential, at: path, replacing: former)
    }

    /// Puts a credential into the storage.
    private func publish(
        _ credential: IssuedCredential, at path: String, replacing former: IssuedCredential?
    ) -> IssuedCredential {
        documents[path] = credential
        if behaviour.hosting.versions == .latestOnly { supersede(former, by: credential) }
        issued[credential.type, default: 0] += 1
        archive.add(path, at: now)
        archive.packIdle(of: documents, at: now)
        return credential
    }

    /// The release in which the platform issues today.
    private var release: Release {
        switch behaviour.credential.release {
        case .v0_6_1: .v0_6_1
        case .v0_6_0: .v0_6_0
        case .v0_5_0: .v0_5_0
        case .v0_7_0: .v0_7_0
        case .upgrades: simulation.now < upgrade ? .v0_6_1 : .v0_7_0
        }
    }

    /// Serves the newest version of a document wherever an earlier one was.
    private func supersede(_ former: IssuedCredential?, by credential: IssuedCredential) {
        guard let former else { return }
        forget(former)
        for (path, document) in documents where document.url == former.url { documents[path] = credential }
    }

    /// Lets go of what is known of a document that is published no more.
    func forget(_ document: IssuedCredential) {
        switch document.bytes.known {
        case .plain(let bytes): table.forget(bytes)
        case .packed(let digest): table.forget(digest)
        case nil: break
        }
    }

    /// The tenant in whose name a type is issued: a second one for events where the platform has a DID of its own for
    /// them.
    private func issuingSlug(_ slug: String, for type: CredentialType) -> String {
        guard behaviour.identity.dids == .oneForEvents, type == .dte, let tenant = tenants[slug] else { return slug }
        let second = slug + "-events"
        enrol(slug: second, name: tenant.name)
        return second
    }

    /// The order with products named in the form that the platform uses.
    private func named(_ order: CredentialOrder) -> CredentialOrder {
        switch order {
        case .passport(var facts):
            if behaviour.identifiers.granularity == .model { facts.product.id = Self.model(facts.product.id) }
            facts.product.id = form(facts.product.id)
            return .passport(facts)
        case .events(let events) where behaviour.identifiers.form != .digitalLink || hosts.addressing != .ownNames:
            return .events(
                events.map { event in
                    var event = event
                    event.kind = event.kind.mapProducts(form)
                    return event
                })
        default: return order
        }
    }

    private func form(_ identifier: String) -> String {
        guard let parsed = GS1.parse(identifier) else { return identifier }
        return switch behaviour.identifiers.form {
        case .digitalLink: published(parsed.canonical)
        case .epcURN: parsed.epcURN(companyPrefixLength: 7) ?? published(parsed.canonical)
        case .gtin13: published(parsed.unpadded)
        case .trailingSlash: published(parsed.canonical) + "/"
        }
    }

    private func published(_ url: String) -> String { hosts.addressing.published(url) }

    /// The identifier of the model that a batch belongs to.
    static func model(_ identifier: String) -> String {
        guard var parsed = GS1.parse(identifier) else { return identifier }
        (parsed.batch, parsed.serial) = (nil, nil)
        return parsed.canonical
    }

    func publicURL(_ path: String) -> String {
        let served = (hasMovedPaths ? Self.upgradedPrefix : "") + path
        return switch behaviour.hosting.links {
        case .publicHost: hosts.url(.storage, served)
        case .testHost: "https://\(hosts.testStorage)\(served)"
        case .internalHost: "https://\(hosts.internalStorage)\(served)"
        }
    }

    /// Whether the platform was upgraded to a version that serves its documents under other paths.
    var hasMovedPaths: Bool {
        behaviour.hosting.paths == .movedByUpgrade && simulation.now >= upgrade
    }

    /// When the platform moves to its next version, where it does.
    private var upgrade: VirtualInstant { .epoch.advanced(by: .days(Double(behaviour.hosting.upgradeDay))) }
    static let upgradedPrefix = "/v2"

    /// A path of the storage as it was before any upgrade.
    static func originalPath(_ path: String) -> Substring {
        path.hasPrefix(upgradedPrefix + "/") ? path.dropFirst(upgradedPrefix.count) : path[...]
    }

    /// The tenant that a URL of a platform's storage belongs to.
    package static func tenantSlug(in url: String, _ addressing: Addressing) -> String {
        if addressing == .ownNames, let host = WebURL.host(of: url) {
            let path = url.utf8[host.endIndex...].drop { $0 != UInt8(ascii: "/") }
            let segments = path.split(separator: UInt8(ascii: "/"), maxSplits: 2)
            let isUpgraded = segments.first?.elementsEqual(upgradedPrefix.utf8.dropFirst()) ?? false
            return segments.dropFirst(isUpgraded ? 1 : 0).first.map { String(Substring($0)) } ?? ""
        }
        return WebURL(url).flatMap(addressing.located)
            .flatMap { originalPath($0.path).split(separator: "/").first.map(String.init) } ?? ""
    }

    /// The bytes that one of the platform's hosts serves at a URL, for keeping as an example.
    package func served(at url: String) async -> [UInt8]? {
        guard let url = WebURL(url).flatMap(hosts.addressing.located),
            hosts.service(url.host) != nil || url.host == hosts.internalStorage || outsideHosts.contains(url.host)
        else {
            return nil
        }
        let stored = documents[String(Self.originalPath(url.path))]?.bytes.value
        if hosts.service(url.host) == .storage || url.host == hosts.internalStorage { return stored }
        if let stored, outsideHosts.contains(url.host) { return stored }
        let response = await respond(to: WebRequest(url: url), from: name)
        return response.status == .ok ? response.body : nil
    }

    /// What somebody needs besides a credential to check it: the issuer's DID document and the status list.
    package func relatedDocuments(of url: String) -> [(name: String, url: String)] {
        if outside != nil { return documentsNamed(in: url) }
        let slug = Self.tenantSlug(in: url, hosts.addressing)
        guard tenants[slug] != nil else { return [] }
        let path = WebURL(url).flatMap(hosts.addressing.located).map { String(Self.originalPath($0.path)) }
        let list = path.flatMap { documents[$0]?.status?.list } ?? 1
        return [
            ("did.json", hosts.url(.did, "/\(slug)/did.json")), ("status-list.json", statusURL(of: slug, list: list)),
        ]
    }

    /// Takes in whom accreditation bodies say that they accredited.
    package func consult(_ directory: AccreditationDirectory) {
        for reader in [consumer, authority] { reader.assumeIsolated { $0.directory = directory } }
    }

    /// Judges a consignment that arrived.
    package func judge(_ request: JudgementRequest) async -> Judgement {
        await consumer.judge(request)
    }

    /// Judges a consignment that leaves the country, for its authority.
    package func clear(_ request: JudgementRequest) async -> Judgement {
        await authority.judge(request)
    }

    /// What the platform would find in a credential that it could not come by, had it the bytes.
    package func preview(of bytes: [UInt8], at url: String, expecting type: CredentialType) async -> [Finding] {
        let document = FetchedDocument(
            url: url, finalURL: url, contentType: nil, bytes: bytes, fetchedAt: now)
        return await verifier.verify(document, expecting: type, now: now).findings
    }
}

extension EventFacts.Kind {
    fileprivate func mapProducts(_ form: (String) -> String) -> EventFacts.Kind {
        func mapped(_ list: [QuantityFacts]) -> [QuantityFacts] { list.map(mapped) }
        func mapped(_ facts: QuantityFacts) -> QuantityFacts {
            var facts = facts
            facts.product = form(facts.product)
            return facts
        }
        return switch self {
        case .transformation(let inputs, let outputs): .transformation(inputs: mapped(inputs), outputs: mapped(outputs))
        case .object(let products): .object(mapped(products))
        case .observation(let products): .observation(mapped(products))
        case .transaction(let source, let destination, let order, let products):
            .transaction(source: source, destination: destination, order: order, mapped(products))
        case .aggregation(let parent, let children):
            .aggregation(parent: mapped(parent), children: mapped(children))
        case .association(let parent, let children):
            .association(parent: mapped(parent), children: mapped(children))
        }
    }
}
