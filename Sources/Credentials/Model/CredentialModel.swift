package import JSON

/// A rule of the data model that a credential breaks.
package struct DataModelViolation: Sendable, Hashable {
    package let rule: DataModelRule
    package let pointer: JSONPointer
    package let expected: String
    package let found: String
}

/// The rules of the W3C Verifiable Credentials Data Model 2.0 that a verifier checks, with UNTP's on `id`.
package enum DataModelRule: String, Sendable, CaseIterable {
    /// The credential follows version 1.1: its context, or `issuanceDate`.
    case isVersion1_1
    case missingContext, firstContextNotV2
    case missingType, missingVerifiableCredentialType
    case missingId, idNotURI
    case missingIssuer, issuerNotURI
    case missingSubject
    case badValidFrom, badValidUntil, periodInverted
    case malformedStatus

    /// The section of the specification that states the rule.
    package var section: String {
        switch self {
        case .isVersion1_1, .missingContext, .firstContextNotV2: "Contexts"
        case .missingType, .missingVerifiableCredentialType: "Types"
        case .missingId, .idNotURI: "Identifiers"
        case .missingIssuer, .issuerNotURI: "Issuer"
        case .missingSubject: "Credential Subject"
        case .badValidFrom, .badValidUntil, .periodInverted: "Validity Period"
        case .malformedStatus: "Status"
        }
    }
}

/// The rules of the data model: VCDM 2.0, sections 4.3 to 4.10.
package enum CredentialModel {
    package static let contextV2 = "https://www.w3.org/ns/credentials/v2"
    package static let contextV1 = "https://www.w3.org/2018/credentials/v1"

    /// The rules that a credential breaks, in the order of the specification.
    package static func violations(in credential: JSONView) -> [DataModelViolation] {
        var check = Check()
        guard credential.kind == .object else {
            check.add(.missingContext, "", expected: "a credential", found: credential)
            return check.violations
        }
        check.contexts(credential)
        check.types(credential)
        check.identifiers(credential)
        check.validity(credential)
        check.status(credential["credentialStatus"])
        return check.violations
    }

    /// Whether a text is an absolute URI.
    package static func isURI(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon != text.utf8.startIndex,
            (text.utf8.first ?? 0 | 0x20) | 0x20 >= UInt8(ascii: "a")
        else { return false }
        return text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } && text.utf8.index(after: colon) != text.utf8.endIndex
    }

    private struct Check {
        var violations: [DataModelViolation] = []

        mutating func add(_ rule: DataModelRule, _ member: String, expected: String, found: JSONView?) {
            let text = found.map { String(decoding: $0.rawBytes.prefix(80), as: UTF8.self) } ?? "nothing"
            violations.append(
                DataModelViolation(
                    rule: rule, pointer: JSONPointer(member.isEmpty ? [] : [member]), expected: expected, found: text))
        }

        mutating func contexts(_ credential: JSONView) {
            let context = credential["@context"]
            let first = context?.string ?? context?[0]?.string
            if first == contextV1 || credential["issuanceDate"] != nil {
                add(.isVersion1_1, "@context", expected: "data model 2.0", found: context)
            } else if context == nil {
                add(.missingContext, "@context", expected: "contexts, the first \(contextV2)", found: nil)
            } else if first != contextV2 {
                add(.firstContextNotV2, "@context", expected: "\(contextV2) as the first context", found: context)
            }
        }

        mutating func types(_ credential: JSONView) {
            guard let type = credential["type"] else {
                add(.missingType, "type", expected: "types", found: nil)
                return
            }
            let isCredential =
                type.string == "VerifiableCredential" || type.elements.contains { $0.string == "VerifiableCredential" }
            if !isCredential {
                add(.missingVerifiableCredentialType, "type", expected: "VerifiableCredential", found: type)
            }
        }

        mutating func identifiers(_ credential: JSONView) {
            if let id = credential["id"] {
                if !(id.string.map(isURI) ?? false) { add(.idNotURI, "id", expected: "a URI", found: id) }
            } else {
                add(.missingId, "id", expected: "a URI", found: nil)
            }
            if let issuer = credential["issuer"] {
                let id = issuer.string ?? issuer["id"]?.string
                if !(id.map(isURI) ?? false) {
                    add(.issuerNotURI, "issuer", expected: "a URI, or an object whose id is one", found: issuer)
                }
            } else {
                add(.missingIssuer, "issuer", expected: "an issuer", found: nil)
            }
            let subject = credential["credentialSubject"]
            if !(subject?.kind == .object || subject?.count ?? 0 > 0) {
                add(.missingSubject, "credentialSubject", expected: "an object, or several", found: subject)
            }
        }

        mutating func validity(_ credential: JSONView) {
            func stamp(_ name: String, _ rule: DataModelRule) -> DateTimeStamp? {
                guard let value = credential[name] else { return nil }
                if let stamp = value.string.flatMap(DateTimeStamp.init(strict:)) { return stamp }
                add(rule, name, expected: "a date and time with a zone", found: value)
                return nil
            }
            let start = stamp("validFrom", .badValidFrom)
            let end = stamp("validUntil", .badValidUntil)
            if let start, let end, end < start {
                add(
                    .periodInverted, "validUntil", expected: "a time after validFrom", found: credential["validUntil"])
            }
        }

        mutating func status(_ status: JSONView?) {
            guard let status else { return }
            let entries = status.kind == .array ? Array(status.elements) : [status]
            if entries.isEmpty || entries.contains(where: { $0["type"]?.string == nil }) {
                add(.malformedStatus, "credentialStatus", expected: "status entries with a type", found: status)
            }
        }
    }
}
