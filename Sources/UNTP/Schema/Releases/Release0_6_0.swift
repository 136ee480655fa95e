/// Release 0.6.0, told by what 0.6.1 changed: criteria have tags in one text, and schemes are named otherwise.
enum Release0_6_0 {
    /// A shape of 0.6.1 as it was.
    static func former(_ shape: Shape) -> Shape {
        switch shape.name {
        case "Criterion":
            Shape(
                name: shape.name, isClosed: shape.isClosed, types: shape.types,
                fields: shape.fields.filter { $0.name != "category" && $0.name != "tag" }
                    + [.optional("tags", .string)])
        case "ConformityAttestation":
            Shape(
                name: shape.name, isClosed: shape.isClosed, types: shape.types,
                fields: shape.fields.map { field in
                    field.name == "scope" ? .optional("scope", .object("ConformityAssessmentScheme")) : field
                })
        case "ConformityScheme":
            .typed(
                "ConformityAssessmentScheme", isClosed: false, also: ["Standard"],
                [
                    .optional("id", .uri), .optional("name", .string), .required("issuingParty", .object("Entity")),
                    .optional("issueDate", .date), .optional("trustmark", .object("BinaryFile")),
                ])
        default: shape
        }
    }
}
