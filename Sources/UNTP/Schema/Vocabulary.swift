package import JSON

/// The terms that a credential of release 0.6.1 may use, and where.
///
/// The contexts define most terms for objects of one type or in one place only, so a term that is known elsewhere is as
/// undefined as a misspelt one. What the shapes don't describe (evidence, render methods, proofs) is looked at with all
/// terms of W3C in mind.
package enum Vocabulary {
    /// The terms that the W3C context defines for any object.
    private static let everywhere: Set<String> = ["id", "type", "name", "description"]

    /// The terms of the W3C context for credentials.
    private static let ofCredentials: Set<String> = [
        "issuer", "validFrom", "validUntil", "credentialSubject", "credentialStatus", "credentialSchema", "evidence",
        "relatedResource", "renderMethod", "refreshService", "termsOfUse", "confidenceMethod", "proof",
    ]

    /// The terms of the W3C context inside of the objects that only it describes.
    private static let ofW3C: Set<String> = [
        "digestSRI", "digestMultibase", "mediaType", "statusPurpose", "statusListIndex", "statusListCredential",
        "statusSize", "statusMessage", "statusReference", "encodedList", "ttl", "holder", "verifiableCredential",
        "status", "message", "cryptosuite", "created", "expires", "verificationMethod", "proofPurpose", "proofValue",
        "domain", "challenge", "nonce", "previousProof", "template", "mediaQuery", "url", "data", "renderSuite",
        "outputPreference",
    ]

    /// What the contexts define for an object and the schemas leave out.
    private static let beyondSchemas: [String: Set<String>] = [
        "Entity": ["idScheme"], "DescribedEntity": ["idScheme"], "VerifiedProduct": ["idScheme"],
        "Party": [
            "registeredId", "idScheme", "registrationCountry", "organisationWebsite", "industryCategory",
            "partyAlsoKnownAs",
        ],
    ]

    private struct Terms {
        var fields: [String: [String: Shape.Value]] = [:]
        var subject: Shape.Value = .string
    }

    private static let terms: [CredentialType: Terms] = {
        var terms: [CredentialType: Terms] = [:]
        for type in CredentialType.allCases {
            let (shapes, subject) = TypeShapes.shapes(of: type)
            var known = Terms(subject: subject)
            for shape in shapes {
                known.fields[shape.name] = Dictionary(uniqueKeysWithValues: shape.fields.map { ($0.name, $0.value) })
            }
            terms[type] = known
        }
        return terms
    }()

    /// Where properties stand that the contexts of the release don't define there, in the order of the text.
    package static func undefinedTerms(in credential: JSONView, type: CredentialType) -> [JSONPointer] {
        guard let terms = terms[type] else { return [] }
        var search = Search(terms: terms)
        search.visitCredential(credential)
        return search.found
    }

    private struct Search {
        let terms: Terms
        var found: [JSONPointer] = []
        private var path: [String] = []

        init(terms: Terms) { self.terms = terms }

        mutating func visitCredential(_ credential: JSONView) {
            for (name, value) in credential.members {
                if name == "credentialSubject" {
                    visit(value, named: name, as: [terms.subject])
                } else if name == "issuer" {
                    visit(value, named: name, as: [.object("CredentialIssuer")])
                } else if isKeyword(name) || everywhere.contains(name) || ofCredentials.contains(name) {
                    visit(value, named: name, as: [])
                } else {
                    found.append(JSONPointer([name]))
                }
            }
        }

        /// Looks into a value that may have one of some shapes; none where only W3C describes it.
        private mutating func visit(_ value: JSONView, named token: String, as shapes: [Shape.Value]) {
            guard value.count > 0, !isKeyword(token) else { return }
            path.append(token)
            if value.kind == .array {
                for (position, element) in value.elements.enumerated() {
                    visit(element, named: String(position), as: shapes)
                }
            } else {
                visitMembers(of: value, as: objectNames(shapes) + declaredTypes(value), isW3C: shapes.isEmpty)
            }
            path.removeLast()
        }

        private mutating func visitMembers(of object: JSONView, as names: [String], isW3C: Bool) {
            for (name, value) in object.members {
                let shapes = names.compactMap { terms.fields[$0]?[name] }
                let isDefined =
                    !shapes.isEmpty || isKeyword(name) || everywhere.contains(name)
                    || names.contains { beyondSchemas[$0]?.contains(name) ?? false }
                    || isW3C && (ofW3C.contains(name) || ofCredentials.contains(name))
                if isDefined {
                    visit(value, named: name, as: shapes)
                } else {
                    // All that it holds is dropped with it, and needs no complaint of its own.
                    found.append(JSONPointer(path + [name]))
                }
            }
        }

        /// The shapes that a type written in the object brings its terms with.
        private func declaredTypes(_ object: JSONView) -> [String] {
            object["type"]?.oneOrMore.compactMap(\.string).filter {
                terms.fields[$0] != nil || beyondSchemas[$0] != nil
            } ?? []
        }

        private func objectNames(_ shapes: [Shape.Value]) -> [String] {
            shapes.flatMap { shape -> [String] in
                switch shape {
                case .object(let name): [name]
                case .list(let element): objectNames([element])
                case .oneOf(let choices): objectNames(choices)
                default: []
                }
            }
        }

        /// JSON-LD keywords, which no context defines: JSON-LD 1.1, section 1.7.
        private func isKeyword(_ name: String) -> Bool { name.hasPrefix("@") }
    }
}
