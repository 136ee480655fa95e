import Credentials
package import JSON
import UNTP

extension DocumentKind {
    /// What a JSON value is, by its members; nil where it is none of the documents that are known here.
    package init?(recognising root: JSONView) {
        guard root.kind == .object else {
            guard Self.isFlatLinkset(root) else { return nil }
            self = .linkset
            return
        }
        guard let kind = Self.special(root) ?? Self.credentialLike(root) ?? Self.supporting(root) else { return nil }
        self = kind
    }

    /// What a JSON object is that no platform of UNTP exchanges.
    package init(describing root: JSONView) {
        guard root.kind == .object else {
            let isExpanded =
                root[0]?.members.contains { $0.name.hasPrefix("https://www.w3.org/2018/credentials#") } ?? false
            self = .json(
                isExpanded
                    ? "a credential as expanded JSON-LD, which is exchanged in compact form, with its `@context`"
                    : root.kind == .array ? "a JSON array of \(root.count) values" : "a JSON \(root.kind.rawValue)")
            return
        }
        let names = root.members.map(\.name)
        if let known = Self.others.first(where: { $0.members.allSatisfy(names.contains) }) {
            self = .json(known.name)
        } else {
            let shown = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
            self = .json(names.isEmpty ? "an empty JSON object" : "JSON of another kind, with \(shown)")
        }
    }

    // MARK: Documents by kind

    /// Documents that have `@context` or `proof` too and are told by what else they have.
    private static func special(_ root: JSONView) -> DocumentKind? {
        let types = names(root["type"]) + names(root["@type"])
        if let data = root["data"], data.kind == .object, names(root["signature"]?["type"]).contains("SHA3MerkleProof")
        {
            return .openAttestation
        }
        let contexts = names(root["@context"])
        if (contexts + names(root["version"]) + names(root["schema"])).contains(where: isOpenAttestation)
            || names(root["proof"]?["type"]).contains(where: { $0.hasPrefix("OpenAttestation") })
        {
            return .openAttestation
        }
        if root["cipherText"] != nil, root["iv"] != nil { return .sealed }
        if root["ciphertext"] != nil, root["protected"] != nil { return .sealed }
        if root["epcisBody"] != nil || root["eventList"] != nil || types.contains(where: { $0.hasPrefix("EPCIS") })
            || root["eventTime"] != nil && types.contains(where: eventTypes.contains)
        {
            return .epcis
        }
        if root["kty"] != nil || root.members.contains(where: { $0.name.hasPrefix("privateKey") }) { return .keys }
        if let keys = root["keys"], keys.kind == .array, keys[0]?["kty"] != nil { return .keys }
        return nil
    }

    private static func credentialLike(_ root: JSONView) -> DocumentKind? {
        let types = names(root["type"]) + names(root["@type"])
        let lowered = types.map { $0.lowercased() }
        if lowered.contains(where: { $0 == "verifiablepresentation" || $0 == "envelopedverifiablepresentation" }) {
            return .presentation
        }
        if root["$schema"] != nil, root["credentialSubject"] == nil { return nil }
        let says = ["@context", "type", "@type", "issuer", "id", "validFrom", "issuanceDate", "proof"]
        let isCredential =
            root["credentialSubject"] != nil && says.contains { root[$0] != nil }
            || lowered.contains("verifiablecredential")
            || lowered.contains("envelopedverifiablecredential")
            || CredentialType.allCases.contains { lowered.contains($0.typeName.lowercased()) }
            || root["issuer"] != nil && (root["proof"] != nil || names(root["@context"]).contains(where: isVC))
        guard isCredential else {
            return names(root["@context"]).contains(where: isVC) && root["verifiableCredential"] != nil
                ? .presentation : nil
        }
        let isList =
            types.contains { name in StatusFamily.allCases.contains { $0.credentialType == name } }
            || root["credentialSubject"]?["encodedList"] != nil
        return isList ? .statusList : .credential
    }

    private static func supporting(_ root: JSONView) -> DocumentKind? {
        if root["linkset"] != nil { return .linkset }
        if isDIDDocument(root) { return .didDocument }
        if isSchema(root) { return .jsonSchema }
        guard let context = root["@context"] else {
            let isSubject = names(root["type"]).contains { name in Hints.subjects.contains { $0.name == name } }
            return root["@graph"] != nil || isSubject ? .linkedData : nil
        }
        let defines = context.kind == .object || context.elements.contains { $0.kind == .object }
        let data = root.members.map(\.name).filter { !["@context", "$id", "id", "name", "description"].contains($0) }
        return defines && data.isEmpty ? .context : .linkedData
    }

    private static func isDIDDocument(_ root: JSONView) -> Bool {
        let id = root["id"]?.string ?? ""
        let members = ["verificationMethod", "assertionMethod", "authentication", "service", "publicKey"]
        let methods = root["verificationMethod"]?.kind
        return methods == .array || methods == .object
            || names(root["@context"]).contains { $0.contains("w3.org/ns/did/") || $0.contains("w3id.org/did/") }
            || id.hasPrefix("did:") && members.contains { root[$0] != nil }
    }

    private static func isSchema(_ root: JSONView) -> Bool {
        if root["$schema"]?.string?.contains("json-schema.org") ?? false { return true }
        let isObject = root["type"]?.string == "object" && root["properties"]?.kind == .object
        return isObject || root["$defs"]?.kind == .object && root["@context"] == nil
    }

    /// Whether an array is links without anchors: RFC 9264's set, flattened.
    private static func isFlatLinkset(_ root: JSONView) -> Bool {
        guard root.kind == .array, let first = root[0] else { return false }
        return first["href"]?.string != nil && first["rel"] != nil
    }

    /// Whether JSON has the members of a credential, though none of its type's names.
    private static func isVC(_ context: String) -> Bool {
        context.contains("w3.org/") && context.contains("/credentials/")
    }

    private static func isOpenAttestation(_ text: String) -> Bool {
        ["openattestation", "open-attestation", "tradetrust"].contains(where: text.lowercased().contains)
    }

    private static let eventTypes: Set<String> = [
        "ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent",
    ]

    /// A string, or the strings of an array.
    private static func names(_ value: JSONView?) -> [String] {
        value.map { $0.string.map { [$0] } ?? $0.elements.compactMap(\.string) } ?? []
    }

    /// JSON that is found beside credentials, by the members that give it away.
    private static let others: [(members: [String], name: String)] = [
        (["proofPurpose", "verificationMethod"], "the proof of a credential, without the credential"),
        (["credentialSubject"], "JSON with a `credentialSubject`, and nothing else that makes a credential"),
        (["bits", "lst"], "a Token Status List, which is not the family of lists that UNTP has"),
        (["verified"], "what a verifier answered, without the credential"),
        (["verificationResult"], "what a verifier answered, without the credential"),
        (["openapi"], "the description of an API (OpenAPI)"), (["swagger"], "the description of an API (OpenAPI)"),
        (["dependencies", "name"], "the manifest of a software package"),
        (["credential_issuer"], "the metadata of an issuer (OpenID4VCI)"),
        (["credential_configuration_ids"], "an offer of credentials (OpenID4VCI)"),
        (["input_descriptors"], "a request for credentials (DIF Presentation Exchange)"),
        (["presentation_definition"], "a request for credentials (OpenID4VP)"),
        (["identificationKey"], "an entry for an identity resolver"),
        (["submodels"], "an asset administration shell"),
        (["submodelElements"], "part of an asset administration shell"),
        (["shellDescriptors"], "a registry of digital twins"), (["features", "type"], "GeoJSON"),
        (["geometry", "type"], "GeoJSON"), (["coordinates", "type"], "GeoJSON"),
        (["info", "item"], "a collection of requests (Postman)"), (["title", "status", "type"], "an error (RFC 9457)"),
        (["statusCode", "message"], "an error that a service answered"),
        (["error", "message"], "an error that a service answered"),
        (["errors", "message"], "an error that a service answered"),
    ]
}
