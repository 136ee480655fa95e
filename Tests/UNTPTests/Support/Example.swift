import UNTP

/// A refinery, its certifier and its batch of copper, as facts.
enum Example {
    static let party = EntityFacts(
        id: "https://register.example.com/cl/1", name: "Río Cobre", registeredID: "76123456-0")
    static let facility = EntityFacts(
        id: "https://id.gs1.org/414/7801234500006", name: "Refinery", registeredID: "7801234500006")
    static let credential = CredentialFacts(
        id: "https://credentials.example.com/1", issuerDID: "did:web:maker.example.com", issuerName: "Río Cobre",
        validFrom: 0)
    static let product = ProductFacts(
        id: "https://id.gs1.org/01/07801234500013/10/C2604", name: "Copper cathode", registeredID: "07801234500013",
        batch: "C2604", productionDate: 0, country: "CL", producer: party, facility: facility,
        classification: ("https://unstats.un.org/unsd/classifications/Econ/cpc/", "CPC", "41413"), quantity: 25,
        unit: "TNE")
    static let criterion = CriterionFacts(
        id: "https://criteria.example.com/ghg", name: "Intensity", description: "Tonnes per tonne",
        topic: "environment.emissions")
    static let claim = ClaimFacts(
        criterion: criterion, metric: "Intensity", value: 3.9, unit: "TNE", date: 0,
        evidence: EvidenceLink(url: "https://certifier.example.com/dcc/1", name: "Certificate", digest: "abcd"))
    static let passport = PassportFacts(
        product: product, claims: [claim], footprint: 3.9, recycledShare: 0.2,
        materials: [("Copper", "CL", 0.6), ("Scrap", "PE", 0.4)],
        traceability: [
            TraceabilityFacts(
                process: "Refining", verifiedShare: 1,
                events: [EvidenceLink(url: "https://example.com/dte/1", name: "Event", digest: "ef")])
        ])
    static let conformity = ConformityFacts(
        name: "Certificate 1", holder: party, facility: facility,
        products: [EntityFacts(id: product.id, name: product.name, registeredID: product.registeredID)],
        criteria: [criterion], isConformant: true, date: 86_400,
        scheme: ("https://scheme.example.com/1", "Scheme", party))
    static let facilityFacts = FacilityFacts(
        facility: facility, country: "CL", operatedBy: party, latitude: -23.65, longitude: -70.39, process: "Refining",
        claims: [claim])
    static let anchor = AnchorFacts(
        did: "did:web:maker.example.com", name: "Río Cobre", registeredID: "76123456-0",
        scheme: ("https://register.example.com/cl/", "Register"), registerType: "Business",
        scope: ["https://scopes.example.com/a"])

    private static func quantity(_ product: String, _ amount: Double) -> QuantityFacts {
        QuantityFacts(product: product, name: "Copper", quantity: amount, unit: "TNE")
    }

    static let events: [EventFacts] = [
        .transformation(
            inputs: [quantity("https://id.gs1.org/01/07801234500020/10/A1", 25.13)], outputs: [quantity(product.id, 25)]
        ),
        .transaction(
            source: party.id, destination: "https://register.example.com/2", order: "PO-1", [quantity(product.id, 25)]),
        .aggregation(parent: quantity("urn:epc:id:sscc:1", 1), children: [quantity(product.id, 25)]),
    ].map {
        EventFacts(id: "https://example.com/events/1", kind: $0, time: 0, process: "Refining", location: facility.id)
    }
}
