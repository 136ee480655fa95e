import Credentials
import JSON
import Platforms
import UNTP

// What the issuers say: the credentials before they are secured.
extension IssuerWorld {
    /// A credential that is right in everything; nil where the release has no known shape for the type.
    ///
    /// - Parameter url: Where it is published; at the place of its type unless said otherwise.
    func credential(_ type: CredentialType, evidenceDigest: String = "", at url: String? = nil) -> JSONValue? {
        let role = Self.issuer(of: type)
        return written(order(type, evidenceDigest: evidenceDigest), by: role, at: url ?? self.url(of: type, by: role))
    }

    /// An order in a role's name, in the world's release; nil where the release has no known shape for the type.
    func written(_ order: CredentialOrder, by role: Role, at url: String) -> JSONValue? {
        let issuer = party(role)
        let facts = CredentialFacts(
            id: url, issuerDID: issuer.did, issuerName: issuer.name, validFrom: issued, validUntil: expiry,
            status: (listURL: listURL(of: role), index: Self.statusIndex(of: order.type)))
        return ReleaseTranslation.written(order.written(facts), as: order.type, in: variant.release)
    }

    func order(_ type: CredentialType, evidenceDigest: String) -> CredentialOrder {
        switch type {
        case .dpp: .passport(passport(evidenceDigest: evidenceDigest))
        case .dcc: .conformity(conformity)
        case .dte: .events([event])
        case .dfr: .facility(facility)
        case .dia: .anchor(anchor(of: .maker))
        }
    }

    // MARK: Facts

    var product: ProductFacts {
        ProductFacts(
            id: Self.productID, name: "Copper cathode", registeredID: "09520000000011", batch: "B-1",
            productionDate: issued - 86_400, country: "NO", producer: makerEntity, facility: facilityEntity,
            classification: (
                scheme: "https://unstats.un.org/unsd/classifications/Econ/cpc/", schemeName: "UN CPC", code: "41411"
            ), quantity: 1000, unit: "KGM")
    }

    /// The batch that everything is about.
    static let productID = "https://id.gs1.org/01/09520000000011/10/B-1"
    /// The digits of the company's numbers behind the first, by which the resolver of all identifiers knows it.
    static let companyPrefix = "9520000"

    var makerEntity: EntityFacts {
        EntityFacts(
            id: origin.url(.resolver, "company/maker"), name: party(.maker).name, registeredID: Self.registeredID)
    }

    static let registeredID = "914778271"

    var facilityEntity: EntityFacts {
        EntityFacts(
            id: "https://id.gs1.org/414/9520000000028", name: "Northern Cathode Works, tankhouse",
            registeredID: "9520000000028")
    }

    private var criterion: CriterionFacts {
        let iri = HarmonisedCriteria.base + "H01"
        return HarmonisedCriteria["H01"]?.facts
            ?? CriterionFacts(id: iri, name: "Emissions", description: "Emissions", topic: "environment.emissions")
    }

    private func passport(evidenceDigest: String) -> PassportFacts {
        PassportFacts(
            product: product,
            claims: [
                ClaimFacts(
                    criterion: criterion, metric: "Greenhouse gas intensity", value: 2.4, unit: "KGM",
                    date: issued - 86_400,
                    evidence: EvidenceLink(
                        url: url(of: .dcc, by: .certifier), name: "Certificate", digest: evidenceDigest))
            ], footprint: 2.4, recycledShare: 0.2,
            materials: [(name: "Copper concentrate", country: "NO", share: 1)])
    }

    private var conformity: ConformityFacts {
        ConformityFacts(
            name: "Certificate of the tankhouse", holder: makerEntity, facility: facilityEntity,
            products: [EntityFacts(id: Self.productID, name: product.name, registeredID: product.registeredID)],
            criteria: [criterion], isConformant: true, date: issued - 86_400)
    }

    private var facility: FacilityFacts {
        FacilityFacts(
            facility: facilityEntity, country: "NO", operatedBy: makerEntity, latitude: 66.3, longitude: 14.1,
            process: "electrolytic refining")
    }

    private var event: EventFacts {
        EventFacts(
            id: url(of: .dte, by: .maker) + "#event-1",
            kind: .transformation(
                inputs: [
                    QuantityFacts(
                        product: "https://id.gs1.org/01/09520000000035/10/A-1", name: "Copper anode", quantity: 1010,
                        unit: "KGM")
                ],
                outputs: [
                    QuantityFacts(product: Self.productID, name: product.name, quantity: 1000, unit: "KGM")
                ]), time: issued - 86_400, process: "electrolytic refining", location: facilityEntity.id)
    }

    /// The anchor of the maker, in the register of businesses, or of the certifier, as accredited.
    func anchor(of role: Role, did: String? = nil) -> AnchorFacts {
        let party = party(role)
        let isCertifier = role == .certifier
        let register = isCertifier ? "https://accreditation.example/" : "https://register.example/"
        return AnchorFacts(
            did: did ?? party.did, name: party.name, registeredID: isCertifier ? "AB-17" : Self.registeredID,
            scheme: (id: register, name: isCertifier ? "Accreditation Board" : "Register of Companies"),
            registerType: isCertifier ? "Accreditation" : "Business", scope: isCertifier ? [criterion.id] : [])
    }

    /// Where the anchor of a role is.
    func anchorURL(of role: Role) -> String {
        role == .certifier
            ? url(of: .dia, by: .accreditation) : url(of: .dia, by: .register)
    }
}
