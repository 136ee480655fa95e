package import JSON

/// The terms that a credential of release 0.6.1 may use.
package enum Vocabulary {
    /// The terms of the W3C context for credentials and of its status lists.
    private static let w3c: Set<String> = [
        "id", "type", "issuer", "validFrom", "validUntil", "credentialSubject", "credentialStatus", "credentialSchema",
        "evidence", "relatedResource", "renderMethod", "refreshService", "termsOfUse", "confidenceMethod", "name",
        "description", "digestSRI", "digestMultibase", "mediaType", "statusPurpose", "statusListIndex",
        "statusListCredential", "statusSize", "statusMessage", "statusReference", "encodedList", "ttl", "proof",
        "holder", "verifiableCredential",
        // Claims of a token that may stand beside the credential: VC-JOSE-COSE, JWT claims.
        "iss", "sub", "jti", "nbf", "exp", "iat", "aud",
    ]

    private static let terms: [CredentialType: Set<String>] = {
        var terms: [CredentialType: Set<String>] = [:]
        for type in CredentialType.allCases {
            let fields = TypeShapes.shapes(of: type).shapes.flatMap(\.fields).map(\.name)
            terms[type] = w3c.union(fields)
        }
        return terms
    }()

    /// Where properties stand that the contexts of the release don't define.
    package static func undefinedTerms(in credential: JSONView, type: CredentialType) -> [JSONPointer] {
        guard let known = terms[type] else { return [] }
        var found: [JSONPointer] = []
        collect(credential, known: known, at: JSONPointer(), into: &found)
        return found
    }

    private static func collect(
        _ value: JSONView, known: Set<String>, at pointer: @autoclosure () -> JSONPointer,
        into found: inout [JSONPointer]
    ) {
        switch value.kind {
        case .object:
            for (name, member) in value.members {
                if !known.contains(name), !name.hasPrefix("@") { found.append(pointer().appending(name)) }
                if member.count > 0 {
                    collect(member, known: known, at: pointer().appending(name), into: &found)
                }
            }
        case .array:
            for (position, element) in value.elements.enumerated() where element.count > 0 {
                collect(element, known: known, at: pointer().appending(position), into: &found)
            }
        default: break
        }
    }
}
