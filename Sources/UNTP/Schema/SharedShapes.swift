/// The objects that several credential types of release 0.6.1 have in common.
enum SharedShapes {
    static let topics: Shape.Value = .codes([
        "environment.energy", "environment.emissions", "environment.water", "environment.waste",
        "environment.deforestation", "environment.biodiversity", "circularity.content", "circularity.design",
        "social.labour", "social.rights", "social.community", "social.safety", "governance.ethics",
        "governance.compliance", "governance.transparency",
    ])

    /// Something known by a register: a party or a facility.
    private static let entity: [Shape.Field] = [
        .required("id", .uri), .required("name", .string), .optional("registeredId", .string),
    ]

    static let party: [Shape] = [
        .open("Entity", entity),
        .open("DescribedEntity", entity + [.optional("description", .string)]),
        .typed(
            "CredentialIssuer", isClosed: true,
            [
                .required("id", .uri), .required("name", .string),
                .optional("issuerAlsoKnownAs", .list(.object("Entity"))),
            ]),
        .typed("IdentifierScheme", isClosed: true, [.optional("id", .uri), .optional("name", .string)]),
    ]

    static let links: [Shape] = [
        .typed("Link", isClosed: true, link),
        .typed(
            "SecureLink", isClosed: true, also: ["Link"],
            link + [
                .optional("hashDigest", .string), .optional("hashMethod", .codes(["SHA-256", "SHA-1"])),
                .optional("encryptionMethod", .codes(["none", "AES"])),
            ]),
    ]

    private static let link: [Shape.Field] = [
        .optional("linkURL", .uri), .optional("linkName", .string), .optional("linkType", .string),
    ]

    static let measures: [Shape] = [
        .typed("Measure", isClosed: true, [.required("value", .number), .required("unit", .string)]),
        .typed(
            "Metric", isClosed: true,
            [
                .required("metricName", .string), .required("metricValue", .object("Measure")),
                .optional("score", .string), .optional("accuracy", .number),
            ]),
        .typed(
            "Classification", isClosed: true,
            [
                .required("id", .uri), .optional("code", .string), .required("name", .string),
                .optional("schemeID", .uri), .optional("schemeName", .string),
            ]),
    ]

    static let criteria: [Shape] = [
        .typed(
            "Standard", isClosed: true,
            [
                .optional("id", .uri), .optional("name", .string), .required("issuingParty", .object("Entity")),
                .optional("issueDate", .date),
            ]),
        .typed(
            "Regulation", isClosed: true,
            [
                .optional("id", .uri), .optional("name", .string), .optional("jurisdictionCountry", .string),
                .required("administeredBy", .object("Entity")), .optional("effectiveDate", .date),
            ]),
        .typed(
            "Criterion", isClosed: true,
            [
                .required("id", .uri), .required("name", .string), .required("description", .string),
                .required("conformityTopic", topics),
                .required("status", .codes(["proposed", "active", "deprecated"])),
                .optional("subCriterion", .list(.object("Criterion"))), .optional("thresholdValue", .object("Metric")),
                .optional("performanceLevel", .string), .optional("category", .list(.object("Classification"))),
                .optional("tag", .list(.string)),
            ]),
    ]

    /// What a claim and an assessment share.
    static let declaration: [Shape.Field] = [
        .required("id", .uri), .optional("description", .string), .optional("referenceStandard", .object("Standard")),
        .optional("referenceRegulation", .object("Regulation")),
        .optional("assessmentCriteria", .list(.object("Criterion"))), .optional("assessmentDate", .date),
        .optional("declaredValue", .list(.object("Metric"))), .required("conformance", .boolean),
        .required("conformityTopic", topics),
    ]

    static let claim: Shape = .typed(
        "Claim", isClosed: false, also: ["Declaration"],
        declaration + [.optional("conformityEvidence", .object("SecureLink"))])
}
