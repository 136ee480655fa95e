/// The objects of each credential type of release 0.6.1.
enum TypeShapes {
    /// The shapes of a type, and the value of its `credentialSubject`.
    static func shapes(of type: CredentialType) -> (shapes: [Shape], subject: Shape.Value) {
        let shared = SharedShapes.party
        let declared = SharedShapes.links + SharedShapes.measures + SharedShapes.criteria
        return switch type {
        case .dpp: (shared + declared + [SharedShapes.claim] + passport, .object("ProductPassport"))
        case .dcc: (shared + declared + conformity, .object("ConformityAttestation"))
        case .dfr: (shared + declared + [SharedShapes.claim] + facility, .object("FacilityRecord"))
        case .dte: (shared + event, .list(.oneOf(eventNames.map { .object($0) })))
        case .dia: (shared + anchor, .object("RegisteredIdentity"))
        }
    }

    // MARK: Digital Product Passport

    private static let passport: [Shape] = [
        .typed(
            "ProductPassport", isClosed: false,
            [
                .optional("id", .uri), .optional("product", .object("Product")),
                .optional("granularityLevel", .codes(["item", "batch", "model"])),
                .optional("conformityClaim", .list(.object("Claim"))),
                .optional("emissionsScorecard", .object("EmissionsPerformance")),
                .optional("traceabilityInformation", .list(.object("TraceabilityPerformance"))),
                .optional("circularityScorecard", .object("CircularityPerformance")),
                .optional("dueDiligenceDeclaration", .object("Link")),
                .optional("materialsProvenance", .list(.object("Material"))),
            ]),
        .typed(
            "Product", isClosed: false,
            [
                .required("id", .uri), .required("name", .string), .optional("registeredId", .string),
                .optional("idScheme", .object("IdentifierScheme")), .optional("batchNumber", .string),
                .optional("productImage", .object("Link")), .optional("description", .string),
                .optional("characteristics", .object("Characteristics")),
                .optional("productCategory", .list(.object("Classification"))),
                .optional("furtherInformation", .list(.object("Link"))),
                .optional("producedByParty", .object("Entity")), .optional("producedAtFacility", .object("Entity")),
                .optional("productionDate", .date), .optional("countryOfProduction", .string),
                .optional("serialNumber", .string), .optional("dimensions", .object("Dimension")),
            ]),
        .typed("Characteristics", isClosed: false, []),
        .typed(
            "Dimension", isClosed: false,
            ["weight", "length", "width", "height", "volume"].map { .optional($0, .object("Measure")) }),
        .typed(
            "EmissionsPerformance", isClosed: false,
            [
                .required("carbonFootprint", .number), .required("declaredUnit", .string),
                .required("operationalScope", .codes(["None", "CradleToGate", "CradleToGrave"])),
                .required("primarySourcedRatio", .number), .optional("reportingStandard", .object("Standard")),
            ]),
        .typed(
            "TraceabilityPerformance", isClosed: false,
            [
                .optional("valueChainProcess", .string), .optional("verifiedRatio", .number),
                .optional("traceabilityEvent", .list(.object("SecureLink"))),
            ]),
        .typed(
            "CircularityPerformance", isClosed: false,
            [
                .optional("recyclingInformation", .object("Link")), .optional("repairInformation", .object("Link")),
                .optional("recyclableContent", .number), .optional("recycledContent", .number),
                .optional("utilityFactor", .number), .optional("materialCircularityIndicator", .number),
            ]),
        .typed(
            "Material", isClosed: false,
            [
                .required("name", .string), .optional("originCountry", .string),
                .optional("materialType", .object("Classification")), .optional("massFraction", .number),
                .optional("mass", .object("Measure")), .optional("recycledMassFraction", .number),
                .optional("hazardous", .boolean), .optional("symbol", .string),
                .optional("materialSafetyInformation", .object("Link")),
            ]),
    ]

    // MARK: Digital Conformity Credential

    private static let conformity: [Shape] = [
        .typed(
            "ConformityAttestation", isClosed: false, also: ["Attestation"],
            [
                .required("id", .uri), .optional("name", .string),
                .required(
                    "assessorLevel",
                    .codes(["Self", "Commercial", "Buyer", "Membership", "Unspecified", "3rdParty"])),
                .required(
                    "assessmentLevel",
                    .codes(["GovtApproval", "GlobalMRA", "Accredited", "Verified", "Validated", "Unspecified"])),
                .required(
                    "attestationType",
                    .codes([
                        "certification", "declaration", "inspection", "testing", "verification", "validation",
                        "calibration",
                    ])),
                .optional("description", .string), .required("issuedToParty", .object("DescribedEntity")),
                .optional("authorisation", .list(.object("Endorsement"))),
                .optional("conformityCertificate", .object("SecureLink")),
                .optional("auditableEvidence", .object("SecureLink")),
                .optional("scope", .object("ConformityScheme")),
                .optional("assessment", .list(.object("ConformityAssessment"))),
            ]),
        .typed(
            "Endorsement", isClosed: false,
            [
                .required("id", .uri), .required("name", .string), .optional("trustmark", .object("BinaryFile")),
                .required("issuingAuthority", .object("Entity")), .optional("endorsementEvidence", .object("Link")),
            ]),
        .typed(
            "BinaryFile", isClosed: true,
            [.optional("fileName", .string), .optional("fileType", .string), .optional("file", .string)]),
        .typed(
            "ConformityScheme", isClosed: false,
            [
                .required("id", .uri), .required("name", .string), .required("description", .string),
                .required("version", .string), .required("validFrom", .date), .required("owner", .object("Entity")),
                .optional("trustmark", .object("BinaryFile")),
            ]),
        .typed(
            "ConformityAssessment", isClosed: false, also: ["Declaration"],
            SharedShapes.declaration + [
                .optional("name", .string), .optional("assessedProduct", .list(.object("ProductVerification"))),
                .optional("assessedFacility", .list(.object("FacilityVerification"))),
                .optional("assessedOrganisation", .object("DescribedEntity")),
                .optional("auditor", .object("DescribedEntity")),
            ]),
        .typed(
            "ProductVerification", isClosed: false,
            [.optional("product", .object("VerifiedProduct")), .optional("IDverifiedByCAB", .boolean)]),
        .open(
            "VerifiedProduct",
            [
                .required("id", .uri), .required("name", .string), .optional("registeredId", .string),
                .optional("serialNumber", .string), .optional("batchNumber", .string),
            ]),
        .typed(
            "FacilityVerification", isClosed: false,
            [.optional("facility", .object("Entity")), .optional("IDverifiedByCAB", .boolean)]),
    ]

    // MARK: Digital Facility Record

    private static let point: Shape.Value = .oneOf([.object("Point3DType"), .list(.number)])

    private static let facility: [Shape] = [
        .typed(
            "FacilityRecord", isClosed: false,
            [
                .optional("id", .uri), .optional("facility", .object("Facility")),
                .optional("conformityClaim", .list(.object("Claim"))),
            ]),
        .typed(
            "Facility", isClosed: false,
            [
                .required("id", .uri), .required("name", .string), .optional("registeredId", .string),
                .optional("idScheme", .object("IdentifierScheme")), .optional("description", .string),
                .optional("countryOfOperation", .string),
                .optional("processCategory", .list(.object("Classification"))),
                .optional("operatedByParty", .object("Entity")),
                .optional("facilityAlsoKnownAs", .list(.object("Entity"))),
                .optional("locationInformation", .object("Location")), .optional("address", .object("Address")),
            ]),
        .typed(
            "Location", isClosed: false,
            [
                .optional("plusCode", .uri), .optional("geoLocation", .object("Point")),
                .optional("geoBoundary", .object("Polygon")),
            ]),
        Shape(
            name: "Point", isClosed: true, types: nil,
            fields: [.required("type", .codes(["Point"])), .optional("coordinates", point)]),
        Shape(
            name: "Polygon", isClosed: true, types: nil,
            fields: [
                .required("type", .codes(["Polygon"])),
                .optional("coordinates", .list(.oneOf([.object("Point3DWrapperType"), .list(point)]))),
            ]),
        .typed(
            "Address", isClosed: true,
            ["streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"].map {
                .optional($0, .string)
            }),
    ]

    // MARK: Digital Traceability Event

    static let eventNames = [
        "TransformationEvent", "ObjectEvent", "AggregationEvent", "TransactionEvent", "AssociationEvent",
    ]

    private static let commonEvent: [Shape.Field] = [
        .optional("id", .uri), .optional("processType", .string), .optional("eventTime", .dateTime),
        .optional("action", .codes(["observe", "add", "delete"])), .optional("disposition", .string),
        .optional("bizStep", .string), .optional("bizLocation", .uri),
        .optional("sensorElementList", .list(.object("SensorElement"))),
    ]

    private static let items: Shape.Value = .list(.object("Item"))
    private static let quantities: Shape.Value = .list(.object("QuantityElement"))

    private static func event(_ name: String, _ fields: [Shape.Field]) -> Shape {
        .typed(name, isClosed: false, also: ["Event"], commonEvent + fields)
    }

    private static let packing: [Shape.Field] = [
        .optional("parentEPC", .object("Item")), .optional("childEPCList", items),
        .optional("childQuantityList", quantities),
    ]

    private static let event: [Shape] = [
        event(
            "TransformationEvent",
            [
                .optional("outputEPCList", items), .optional("inputEPCList", items),
                .optional("inputQuantityList", quantities), .optional("outputQuantityList", quantities),
            ]),
        event("ObjectEvent", [.optional("epcList", items), .optional("quantityList", quantities)]),
        event("AggregationEvent", packing),
        event(
            "TransactionEvent",
            [
                .required("sourceParty", .string), .required("destinationParty", .string),
                .optional("bizTransaction", .string), .optional("epcList", items),
                .optional("quantityList", quantities),
            ]),
        event("AssociationEvent", packing),
        .typed(
            "SensorElement", isClosed: true,
            [
                .optional("sensorMetadata", .object("Sensor")), .optional("sensorReport", .list(.object("SensorData"))),
                .optional("sensorIntegrityProof", .uri),
            ]),
        .typed(
            "Sensor", isClosed: true,
            [.optional("device", .object("Item")), .optional("dataProcessingMethod", .uri)]),
        .typed(
            "SensorData", isClosed: true,
            [
                .optional("time", .dateTime), .optional("sensorType", .uri), .optional("value", .number),
                .optional("uom", .string),
            ]),
        .typed("Item", isClosed: true, [.required("id", .uri), .required("name", .string)]),
        .typed(
            "QuantityElement", isClosed: true,
            [
                .required("productId", .uri), .required("productName", .string), .required("quantity", .number),
                .optional("uom", .string),
            ]),
    ]

    // MARK: Digital Identity Anchor

    private static let anchor: [Shape] = [
        .typed(
            "RegisteredIdentity", isClosed: false,
            [
                .required("id", .uri), .required("name", .string), .optional("registeredId", .string),
                .optional("idScheme", .object("IdentifierScheme")),
                .optional(
                    "registerType", .codes(["Product", "Facility", "Business", "Trademark", "Land", "Accreditation"])),
                .optional("registrationScopeList", .list(.uri)),
            ])
    ]
}
