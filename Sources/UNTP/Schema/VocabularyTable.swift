/// The terms of one credential type, arranged for quick look-ups: derived from the shapes.
struct VocabularyTable: Sendable {
    /// What the members of one object are called, and which objects each of them may hold, by position in `objects`.
    typealias Members = [String: [Int]]

    private(set) var objects: [Members] = []
    /// The objects by the name of their type.
    private(set) var positions: [String: Int] = [:]
    /// The names of all types.
    let types: Set<String>
    /// The objects that may be the subject, and the issuer.
    let subject: [Int]
    let issuer: [Int]

    /// What the contexts define for an object and the schemas leave out.
    private static let beyondSchemas: [(object: String, terms: [String])] = [
        ("Entity", ["idScheme"]), ("DescribedEntity", ["idScheme"]), ("VerifiedProduct", ["idScheme"]),
        (
            "Party",
            [
                "registeredId", "idScheme", "registrationCountry", "organisationWebsite", "industryCategory",
                "partyAlsoKnownAs",
            ]
        ),
    ]

    init(_ type: CredentialType) {
        let (shapes, subject) = TypeShapes.shapes(of: type)
        var positions: [String: Int] = [:]
        for name in shapes.map(\.name) + Self.beyondSchemas.map(\.object) where positions[name] == nil {
            positions[name] = positions.count
        }
        var objects = [Members](repeating: [:], count: positions.count)
        for shape in shapes {
            guard let position = positions[shape.name] else { continue }
            for field in shape.fields { objects[position][field.name] = Self.objects(in: field.value, positions) }
        }
        for (object, terms) in Self.beyondSchemas {
            guard let position = positions[object] else { continue }
            for term in terms {
                objects[position][term] = term == "idScheme" ? positions["IdentifierScheme"].map { [$0] } : []
            }
        }
        self.objects = objects
        self.positions = positions
        types = Set(positions.keys).union(shapes.flatMap { $0.types ?? [] })
        self.subject = Self.objects(in: subject, positions)
        issuer = Self.objects(in: .object("CredentialIssuer"), positions)
    }

    private static func objects(in value: Shape.Value, _ positions: [String: Int]) -> [Int] {
        switch value {
        case .object(let name): positions[name].map { [$0] } ?? []
        case .list(let element): objects(in: element, positions)
        case .oneOf(let choices): choices.flatMap { objects(in: $0, positions) }
        default: []
        }
    }
}
