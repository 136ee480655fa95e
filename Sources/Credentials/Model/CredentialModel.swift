package import JSON

/// The rules of the data model: VCDM 2.0, sections Contexts to Status.
package enum CredentialModel {
    package static let contextV2 = "https://www.w3.org/ns/credentials/v2"
    package static let contextV1 = "https://www.w3.org/2018/credentials/v1"

    /// The rules that a credential breaks, in the order of the specification.
    package static func violations(in credential: JSONView) -> [DataModelViolation] {
        var check = ModelCheck()
        guard credential.kind == .object else {
            check.add(.missingContext, [], expected: "a credential", found: credential)
            return check.violations
        }
        check.contexts(credential)
        check.types(credential)
        check.identifiers(credential)
        check.issuer(credential["issuer"])
        check.subjects(credential["credentialSubject"])
        check.validity(credential)
        check.status(credential["credentialStatus"])
        check.typedMembers(credential)
        return check.violations
    }
}

/// One walk over a credential, rule by rule.
private struct ModelCheck {
    var violations: [DataModelViolation] = []

    mutating func add(_ rule: DataModelRule, _ place: [String], expected: String, found: JSONView?) {
        let text = found.map { String(decoding: $0.rawBytes.prefix(80), as: UTF8.self) } ?? "nothing"
        violations.append(
            DataModelViolation(rule: rule, pointer: JSONPointer(place), expected: expected, found: text))
    }

    mutating func contexts(_ credential: JSONView) {
        let context = credential["@context"]
        let first = context?.string ?? context?[0]?.string
        if first == CredentialModel.contextV1 || credential["issuanceDate"] != nil {
            add(.isVersion1_1, ["@context"], expected: "data model 2.0", found: context)
        } else if context == nil {
            add(
                .missingContext, ["@context"], expected: "contexts, the first \(CredentialModel.contextV2)", found: nil)
        } else if first != CredentialModel.contextV2 {
            add(
                .firstContextNotV2, ["@context"], expected: "\(CredentialModel.contextV2) as the first context",
                found: context)
        }
        let entries = context.map { Array($0.elements) } ?? []
        for (position, entry) in entries.enumerated() {
            guard entry.kind != .object, !(entry.string.map(CredentialModel.isURI) ?? false) else { continue }
            add(.malformedContext, ["@context", String(position)], expected: "a URL or an object", found: entry)
        }
    }

    mutating func types(_ credential: JSONView) {
        guard let type = credential["type"], !(type.kind == .array && type.count == 0) else {
            add(.missingType, ["type"], expected: "types", found: credential["type"])
            return
        }
        if !type.isOrContains("VerifiableCredential") {
            add(.missingVerifiableCredentialType, ["type"], expected: "VerifiableCredential", found: type)
        }
    }

    mutating func identifiers(_ credential: JSONView) {
        guard let id = credential["id"] else {
            add(.missingId, ["id"], expected: "a URI", found: nil)
            return
        }
        if !id.isURI { add(.idNotURI, ["id"], expected: "a URI", found: id) }
    }

    mutating func issuer(_ issuer: JSONView?) {
        guard let issuer else {
            add(.missingIssuer, ["issuer"], expected: "an issuer", found: nil)
            return
        }
        let id = issuer.kind == .object ? issuer["id"] : issuer
        if !(id?.isURI ?? false) {
            add(.issuerNotURI, ["issuer"], expected: "a URI, or an object whose id is one", found: issuer)
        }
    }

    /// Each subject is an object with something in it; where it has an `id`, that is a URI.
    mutating func subjects(_ subject: JSONView?) {
        let subjects = subject.map { $0.kind == .array ? Array($0.elements) : [$0] } ?? []
        guard !subjects.isEmpty, subjects.allSatisfy({ $0.kind == .object && $0.count > 0 }) else {
            add(
                .missingSubject, ["credentialSubject"], expected: "an object with claims, or several", found: subject)
            return
        }
        for (position, one) in subjects.enumerated() {
            guard let id = one["id"], !id.isURI else { continue }
            let place = subject?.kind == .array ? ["credentialSubject", String(position)] : ["credentialSubject"]
            add(.subjectIdNotURI, place + ["id"], expected: "a URI", found: id)
        }
    }

    mutating func validity(_ credential: JSONView) {
        let start = stamp("validFrom", .badValidFrom, in: credential)
        let end = stamp("validUntil", .badValidUntil, in: credential)
        if let start, let end, end < start {
            add(.periodInverted, ["validUntil"], expected: "a time after validFrom", found: credential["validUntil"])
        }
    }

    private mutating func stamp(_ name: String, _ rule: DataModelRule, in credential: JSONView) -> DateTimeStamp? {
        guard let value = credential[name] else { return nil }
        if let stamp = value.string.flatMap(DateTimeStamp.init(strict:)) { return stamp }
        add(rule, [name], expected: "a date and time with a zone", found: value)
        return nil
    }

    /// Each status is an object with a type; an `id` is optional, and a URI.
    mutating func status(_ status: JSONView?) {
        guard let status else { return }
        let entries = status.kind == .array ? Array(status.elements) : [status]
        if entries.isEmpty || entries.contains(where: { !$0.isTyped || !($0["id"]?.isURI ?? true) }) {
            add(.malformedStatus, ["credentialStatus"], expected: "status entries with a type", found: status)
        }
    }

    mutating func typedMembers(_ credential: JSONView) {
        for name in ["credentialSchema", "evidence", "termsOfUse", "refreshService", "renderMethod"] {
            guard let member = credential[name] else { continue }
            let objects = member.kind == .array ? Array(member.elements) : [member]
            guard let bad = objects.first(where: { !$0.isTyped }) else { continue }
            add(.untypedMember, [name], expected: "objects with a type", found: bad)
        }
    }
}

extension JSONView {
    /// Whether this is the text, or an array with it.
    func isOrContains(_ text: String) -> Bool { string == text || elements.contains { $0.string == text } }

    fileprivate var isURI: Bool { string.map(CredentialModel.isURI) ?? false }

    /// An object whose type is a name, or names.
    fileprivate var isTyped: Bool {
        guard kind == .object, let type = self["type"] else { return false }
        return type.kind == .string || type.count > 0 && type.elements.allSatisfy { $0.kind == .string }
    }
}
