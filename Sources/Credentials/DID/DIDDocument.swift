package import JSON

/// A service in a DID document: DID Core, section 5.4.
package struct DIDService: Sendable {
    package let id: String
    package let type: String
    package let endpoint: JSONValue

    package init(id: String, type: String, endpoint: JSONValue) {
        self.id = id
        self.type = type
        self.endpoint = endpoint
    }

    /// The endpoint's URL, whether it is written as a string, as the first of several, or as a link object.
    package var endpointURL: String? {
        let first = endpoint[0] ?? endpoint
        return first.string ?? first["href"]?.string ?? first["uri"]?.string
    }
}

/// Why a document is no DID document.
package enum DIDDocumentError: Error, Sendable, Hashable, CustomStringConvertible {
    case notAnObject
    case missingId

    package var description: String {
        switch self {
        case .notAnObject: "not a JSON object"
        case .missingId: "an object without an id"
        }
    }
}

/// A DID document: DID Core, section 5.
package struct DIDDocument: Sendable {
    package let id: String
    package let verificationMethods: [VerificationMethod]
    /// The absolute ids of the methods that may be used to assert claims.
    package let assertionMethod: [String]
    package let services: [DIDService]

    package init(
        id: String, verificationMethods: [VerificationMethod], assertionMethod: [String], services: [DIDService]
    ) {
        self.id = id
        self.verificationMethods = verificationMethods
        self.assertionMethod = assertionMethod
        self.services = services
    }

    /// Reads a DID document. Methods whose key can't be read are kept, with the reason.
    package init(parsing json: JSONView) throws(DIDDocumentError) {
        guard json.kind == .object else { throw .notAnObject }
        guard let id = json["id"]?.string else { throw .missingId }
        var methods =
            (json["verificationMethod"]?.elements).map { $0.compactMap { VerificationMethod(reading: $0, in: id) } }
            ?? []
        var assertions: [String] = []
        let relationship = json["assertionMethod"]
        for entry in relationship.map({ Array($0.elements) }) ?? [] {
            if let reference = entry.string {
                assertions.append(Self.absolute(reference, in: id))
            } else if let embedded = VerificationMethod(reading: entry, in: id) {
                methods.append(embedded)
                assertions.append(embedded.id)
            }
        }
        self.id = id
        verificationMethods = methods
        assertionMethod = assertions
        services =
            (json["service"]?.elements).map { elements in
                elements.compactMap { service in
                    guard let type = service["type"]?.string ?? service["type"]?[0]?.string,
                        let endpoint = service["serviceEndpoint"]
                    else { return nil }
                    return DIDService(
                        id: Self.absolute(service["id"]?.string ?? "", in: id), type: type,
                        endpoint: endpoint.materialised)
                }
            } ?? []
    }

    static func absolute(_ reference: String, in document: String) -> String {
        reference.hasPrefix("#") ? document + reference : reference
    }

    /// The method that a `kid` names: by an absolute DID URL, by a fragment, or by the DID alone where it has one key.
    ///
    /// Which of these forms it was is ``KeyReference``'s to say, so that a verifier can have its own policy.
    package func method(kid: String) -> VerificationMethod? {
        for position in verificationMethods.indices where verificationMethods[position].id == kid {
            guard kid.utf8.contains(UInt8(ascii: "#")) else { break }
            return verificationMethods[position]
        }
        return switch KeyReference(kid) {
        case .absolute: nil
        case .bareDID(let did): did.text == id ? onlyMethod : nil
        case .none: onlyMethod
        case .fragment(let fragment):
            verificationMethods.first { $0.id == id + "#" + fragment }
        }
    }

    /// The one method that needs no name.
    private var onlyMethod: VerificationMethod? { verificationMethods.count == 1 ? verificationMethods[0] : nil }
}
