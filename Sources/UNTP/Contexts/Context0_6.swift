import JSON

/// The contexts of releases 0.6.0 and 0.6.1, one for each type.
enum Context0_6 {
    static func document(of type: CredentialType, _ release: Release) -> JSONValue {
        let isFormer = release == .v0_6_0
        let types = core(of: type, isFormer: isFormer).map { ($0, "core") }
        return document(types + own(of: type).map { ($0, type.rawValue) }, type.rawValue, isFormer: isFormer)
    }

    /// The context of what all types have in common, which credentials need not name.
    static var core: JSONValue {
        let types = CredentialType.allCases.flatMap { core(of: $0, isFormer: false) }.map { ($0, "core") }
        return document(types, nil, isFormer: false)
    }

    private static func document(_ types: [(name: String, prefix: String)], _ own: String?, isFormer: Bool) -> JSONValue
    {
        let texts = [shared, dpp, dcc, dfr, dte, dia]
        let table = ContextTable(texts + (isFormer ? [former] : []), prefixes: prefixes)
        let terms = types.map { "\($0.name): \($0.prefix)" + (table.hasScope($0.name) ? " in \($0.name)" : "") }
        let ownPrefix = own.map { [("untp-" + $0, base + $0 + "/0/")] } ?? []
        // Identity anchors are nowhere.
        let others = declared.filter { own != CredentialType.dia.rawValue || $0.0 != "geojson" }
        return table.document(
            declaring: ownPrefix + others, isVersioned: true, terms: terms.joined(separator: "\n"))
    }

    private static let base = "https://test.uncefact.org/vocabulary/untp/"

    private static let declared = [
        ("schemaorg", "https://schema.org/"), ("untp-core", base + "core/0/"),
        ("geojson", "https://purl.org/geojson/vocab#"),
        ("renderMethodPrefix", "https://w3id.org/vc/render-method#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    private static let prefixes = [
        "cbv": "https://ref.gs1.org/cbv/", "core": base + "core/0/", "dcc": base + "dcc/0/", "dfr": base + "dfr/0/",
        "dia": base + "dia/0/", "dpp": base + "dpp/0/", "dte": base + "dte/0/",
        "geo": "https://purl.org/geojson/vocab#", "render": "https://w3id.org/vc/render-method#",
        "so": "https://schema.org/", "un": "https://vocabulary.uncefact.org/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    ]

    /// The types of the core that a context defines, those of 0.6.1 or those that 0.6.0 had.
    private static func core(of type: CredentialType, isFormer: Bool) -> [String] {
        let claims = ["Standard", "Regulation", "Criterion", "Declaration"]
        let special: [String] =
            switch type {
            case .dpp: ["Facility", "Product", "Claim"] + claims
            case .dcc:
                ["Endorsement", isFormer ? "ConformityAssessmentScheme" : "ConformityScheme", "Facility", "Product"]
                    + ["Attestation"] + claims
            case .dfr: ["Facility", "Claim"] + claims
            case .dte: ["Facility", "Product"]
            case .dia: []
            }
        let everywhere = ["IdentifierScheme", "Classification", "Party", "CredentialIssuer"]
        return everywhere + special + ["RenderTemplate2024", "WebRenderingTemplate2022"]
    }

    private static func own(of type: CredentialType) -> [String] {
        let subjects: [String] =
            switch type {
            case .dpp: ["ProductPassport"]
            case .dcc: ["ConformityAssessment", "ConformityAttestation"]
            case .dfr: ["FacilityRecord"]
            case .dte:
                [
                    "Item", "Event", "TransformationEvent", "ObjectEvent", "AggregationEvent", "TransactionEvent",
                    "AssociationEvent",
                ]
            case .dia: ["RegisteredIdentity"]
            }
        return [type.typeName] + subjects
    }

    /// What 0.6.0 had otherwise: criteria with their tags in one text, and schemes by another name.
    private static let former = """
        Criterion
          name: so
          description: so
          conformityTopic: core code core:conformityTopicCode#
          status: core code core:statusCode#
          subCriterion: core id
          thresholdValue: core in Metric
          performanceLevel: core string
          tags: core string
        ConformityAssessmentScheme of Standard
          trustmark: core in Image
        """
}
