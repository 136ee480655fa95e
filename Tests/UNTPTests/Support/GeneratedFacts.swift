import Credentials
import JSON
import UNTP

/// Facts drawn from a seed, with every optional part now there and now missing.
struct FactsGenerator {
    var random: SeededRandom

    private let names = ["Río Cobre", "Ütz & Söhne \"AG\"", "株式会社", "A/S \\ B", "Émile\tFils", "Plain Ltd"]

    private mutating func chance() -> Bool { random.below(2) == 0 }

    mutating func entity(_ kind: String) -> EntityFacts {
        let number = random.below(100_000)
        return EntityFacts(
            id: "https://register.example.com/\(kind)/\(number)", name: random.pick(names), registeredID: "\(number)")
    }

    mutating func credential(_ kind: String) -> CredentialFacts {
        let from = Int64(random.below(4_000_000_000))
        return CredentialFacts(
            id: "https://credentials.example.com/\(kind)/\(random.below(1_000_000))",
            issuerDID: "did:web:maker-\(random.below(100)).example.com", issuerName: random.pick(names),
            validFrom: from,
            validUntil: chance() ? from + 86_400 : nil,
            status: chance()
                ? [
                    .init(
                        purpose: "revocation", index: random.below(131_072),
                        listURL: "https://credentials.example.com/status/1")
                ] : [])
    }

    mutating func criterion() -> CriterionFacts { random.pick(HarmonisedCriteria.all).facts }

    private mutating func link() -> EvidenceLink {
        EvidenceLink(
            url: "https://evidence.example.com/\(random.below(1_000))", name: random.pick(names),
            digest: String(random.next(), radix: 16))
    }

    mutating func claims() -> [ClaimFacts] {
        (0..<random.below(4)).map { _ in
            ClaimFacts(
                criterion: criterion(), metric: random.pick(names), value: amount(), unit: "TNE",
                date: Int64(random.below(2_000_000_000)), evidence: chance() ? link() : nil)
        }
    }

    /// Also very small and very large amounts.
    private mutating func amount() -> Double {
        random.pick([0, 0.001, 0.1, 3.9, 25, 1e9, 1e21, Double.random(in: 0..<1_000, using: &random)])
    }

    mutating func product() -> ProductFacts {
        let gtin = "0780123450001\(random.below(10))"
        return ProductFacts(
            id: "https://id.gs1.org/01/\(gtin)/10/B\(random.below(1_000))", name: random.pick(names),
            registeredID: gtin,
            batch: "B1", productionDate: Int64(random.below(2_000_000_000)), country: random.pick(["CL", "NO", "VN"]),
            producer: entity("party"), facility: entity("facility"),
            classification: ("https://unstats.un.org/unsd/classifications/Econ/cpc/", "CPC", "41413"),
            quantity: amount(), unit: "TNE")
    }

    mutating func passport() -> PassportFacts {
        PassportFacts(
            product: product(), claims: claims(), footprint: chance() ? amount() : nil,
            recycledShare: chance() ? 0.25 : nil,
            materials: (0..<random.below(3)).map { _ in (random.pick(names), "CL", 1.0 / 3) },
            traceability: (0..<random.below(3)).map { _ in
                TraceabilityFacts(process: random.pick(names), verifiedShare: 0.5, events: [link(), link()])
            })
    }

    mutating func conformity() -> ConformityFacts {
        ConformityFacts(
            name: random.pick(names), holder: entity("party"), facility: entity("facility"),
            products: (0..<random.below(3)).map { _ in entity("product") },
            criteria: (0...random.below(3)).map { _ in criterion() }, isConformant: chance(),
            date: Int64(random.below(2_000_000_000)),
            scheme: chance() ? ("https://scheme.example.com/1", random.pick(names), entity("owner")) : nil,
            endorsement: chance() ? ("https://mark.example.com/1", random.pick(names), entity("authority")) : nil,
            evidence: chance() ? link() : nil, credits: chance() ? quantity() : nil)
    }

    mutating func facility() -> FacilityFacts {
        FacilityFacts(
            facility: entity("facility"), country: "NO", operatedBy: entity("party"),
            latitude: Double.random(in: -90...90, using: &random),
            longitude: Double.random(in: -180...180, using: &random),
            process: random.pick(names), claims: claims())
    }

    private mutating func quantity() -> QuantityFacts {
        QuantityFacts(
            product: "https://id.gs1.org/01/07801234500013/10/B\(random.below(1_000))", name: random.pick(names),
            quantity: amount(), unit: "TNE")
    }

    private mutating func quantities() -> [QuantityFacts] { (0..<random.below(4)).map { _ in quantity() } }

    mutating func events() -> [EventFacts] {
        let kinds: [EventFacts.Kind] = [
            .transformation(inputs: quantities(), outputs: quantities()), .object(quantities()),
            .transaction(
                source: "https://register.example.com/party/1", destination: "https://register.example.com/party/2",
                order: "PO-1", quantities()),
            .aggregation(parent: quantity(), children: quantities()),
            .association(parent: quantity(), children: quantities()),
        ]
        return kinds.enumerated().map { position, kind in
            EventFacts(
                id: "https://events.example.com/\(position)", kind: kind, time: Int64(random.below(2_000_000_000)),
                process: random.pick(names), location: "https://id.gs1.org/414/7801234500006")
        }
    }

    mutating func anchor() -> AnchorFacts {
        AnchorFacts(
            did: "did:web:maker.example.com", name: random.pick(names), registeredID: "76123456-0",
            scheme: ("https://register.example.com/cl/", random.pick(names)),
            registerType: random.pick(["Business", "Accreditation", "Facility", "Product", "Trademark", "Land"]),
            scope: (0..<random.below(3)).map { "https://scopes.example.com/\($0)" })
    }

    /// A credential of a type, written from new facts.
    mutating func credential(of type: CredentialType) -> JSONValue {
        let credential = credential(type.rawValue)
        return switch type {
        case .dpp: CredentialWriter.passport(passport(), credential)
        case .dcc: CredentialWriter.conformity(conformity(), credential)
        case .dfr: CredentialWriter.facility(facility(), credential)
        case .dte: CredentialWriter.events(events(), credential)
        case .dia: CredentialWriter.anchor(anchor(), credential)
        }
    }
}
