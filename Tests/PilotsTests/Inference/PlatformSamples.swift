import Credentials
import JSON
import Networking
import SimulationKernel
import Synchronization
import UNTP

@testable import Pilots
@testable import Platforms

/// What a virtual platform writes, as its vendor would hand it in as samples.
enum PlatformSamples {
    static let now: Int64 = 1_767_571_200

    private final class Shelf: Sendable {
        let documents = Mutex<[Samples.Document]>([])

        func add(_ name: String, _ bytes: [UInt8], at url: String) {
            for part in FileContent(of: bytes).parts {
                documents.withLock { $0.append(.init(name: name, part: part, urls: [url])) }
            }
        }
    }

    /// The extension that the platform follows where it follows one.
    private static let copper = IndustryExtension(
        name: "copper", title: "Copper", typeName: "CopperCredential", extends: Set(CredentialType.allCases),
        context: "https://copper.industry.example/contexts/copper/1.0/", contextDocument: ["@context": [:]],
        schema: nil, members: JSONObject([("copperGrade", "LME grade A")]))

    /// Credentials of all types, the DID documents, status lists and the linkset of a platform that behaves in some way.
    static func samples(of behaviour: BehaviourProfile) throws -> Samples {
        let simulation = Simulation(.init(seed: 1, epochUnixSeconds: now))
        let platform = Platform(
            simulation: simulation, network: Network(simulation: simulation, topology: Topology(access: [:])),
            table: CheckTable(extensions: ExtensionLibrary([copper])), name: "north", slug: "north",
            site: Site(country: "DE", connectivity: .dataCentre), behaviour: behaviour, roots: [])
        let shelf = Shelf()
        simulation.start("sampling") { _ in
            await platform.open()
            await write(platform, behaviour, simulation, shelf)
        }
        _ = try simulation.run()
        return Samples(shelf.documents.withLock(\.self))
    }

    private static func write(
        _ platform: Platform, _ behaviour: BehaviourProfile, _ simulation: Simulation, _ shelf: Shelf
    ) async {
        let did = await platform.enrol(slug: "refinery", name: "Refinery")
        let facts = SampleFacts(numbers: behaviour.identifiers.numbers, did: did)
        guard let certificate = await platform.issue(.conformity(facts.conformity), for: "refinery") else { return }
        let served = certificate.bytes.value
        let hashed = behaviour.evidence.digestInput == .servedBytes ? served : EvidenceDigest.reserialised(served)
        let digest = ContentDigest(of: hashed)
        let link = EvidenceLink(
            url: certificate.url, name: "certificate",
            digest: behaviour.evidence.digestNotation == .hex ? digest.hexadecimal : digest.multibase)
        shelf.add("dcc", served, at: certificate.url)
        await platform.link(facts.product.id, to: certificate)
        let orders: [CredentialOrder] = [
            .anchor(facts.anchor), .passport(facts.passport(link)), .facility(facts.facility), .events(facts.events),
        ]
        for order in orders {
            guard let credential = await platform.issue(order, for: "refinery") else { continue }
            shelf.add(order.type.rawValue, credential.bytes.value, at: credential.url)
            await platform.link(facts.product.id, to: credential)
            if order.type == .dia { await platform.setAnchor(credential.url, of: "refinery") }
        }
        if behaviour.credential.release == .upgrades {
            await simulation.sleep(for: .seconds(86_400 * Double(behaviour.hosting.upgradeDay)))
            if let later = await platform.issue(.conformity(facts.conformity), for: "refinery") {
                shelf.add("dcc-later", later.bytes.value, at: later.url)
            }
        }
        let word = behaviour.resolver.linksetWord == .allOnly ? "all" : "linkset"
        for (name, url) in [
            ("did.json", "https://did.north.example/refinery/did.json"),
            ("list", "https://status.north.example/refinery/1"),
            ("links", "https://id.north.example" + facts.path + "?linkType=" + word),
        ] {
            guard let address = WebURL(url) else { continue }
            let answer = await platform.respond(to: WebRequest(url: address), from: "vendor")
            if answer.mediaType != "application/problem+json" { shelf.add(name, answer.body, at: url) }
        }
    }
}

/// Facts that show all that samples can show.
private struct SampleFacts {
    let did: String
    let product: ProductFacts
    let path: String
    private let criterion = CriterionFacts(
        id: "https://criteria.example/ghg/1", name: "Intensity", description: "Emissions",
        topic: "environment.emissions")
    private let refinery = EntityFacts(id: "https://register.example/1", name: "Refinery", registeredID: "1")
    private let site = EntityFacts(
        id: "https://id.gs1.org/414/7801234500006", name: "Site", registeredID: "7801234500006")

    init(numbers: BehaviourProfile.Identifiers.Numbers, did: String) {
        self.did = did
        let number = GS1.appendingCheckDigit(numbers == .restricted ? "0020123450001" : "0780123450001")
        path = "/01/\(number)/10/C2604"
        product = ProductFacts(
            id: "https://id.gs1.org" + path, name: "Copper cathode", registeredID: number, batch: "C2604",
            productionDate: PlatformSamples.now - 86_400, country: "CN", producer: refinery, facility: site,
            classification: ("https://unstats.un.org/cpc/", "CPC", "41413"), quantity: 25.5, unit: "TNE")
    }

    var conformity: ConformityFacts {
        ConformityFacts(
            name: "Certificate", holder: refinery, facility: site,
            products: [EntityFacts(id: product.id, name: product.name, registeredID: product.registeredID)],
            criteria: [criterion], isConformant: true, date: PlatformSamples.now - 86_400)
    }

    var anchor: AnchorFacts {
        AnchorFacts(
            did: did, name: "Refinery", registeredID: "1", scheme: ("https://register.example/", "Register"),
            registerType: "Business", scope: [])
    }

    func passport(_ evidence: EvidenceLink) -> PassportFacts {
        PassportFacts(
            product: product,
            claims: [
                ClaimFacts(
                    criterion: criterion, metric: "GHG", value: 3.9, unit: "TNE", date: PlatformSamples.now - 86_400,
                    evidence: evidence)
            ], footprint: 3.9, recycledShare: 0.2, materials: [("Copper ore", "CL", 1)])
    }

    var facility: FacilityFacts {
        // East of the ninetieth degree, where a longitude can't be taken for a latitude.
        FacilityFacts(
            facility: site, country: "CN", operatedBy: refinery, latitude: 31.2, longitude: 121.5, process: "Refining")
    }

    var events: [EventFacts] {
        let some = QuantityFacts(product: product.id, name: product.name, quantity: 25, unit: "TNE")
        return [
            EventFacts(
                id: "https://credentials.north.example/event/1", kind: .transformation(inputs: [some], outputs: [some]),
                time: PlatformSamples.now - 3600, process: "Refining", location: site.id)
        ]
    }
}
