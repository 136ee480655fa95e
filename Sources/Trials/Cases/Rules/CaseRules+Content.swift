import Credentials
import JSON
import Platforms
import UNTP

// What stands in the credential.
extension CaseRules {
    private static let contexts = "VCDM 2.0, Contexts"

    static let content: [CaseRule] = [
        CaseRule(
            "issuer-twice", .negative, of: [.dpp], in: .everyForm,
            "A document that says two things under one name is refused, not read by the one or the other.",
            mode: "envelope-malformed", clause: "RFC 8259, section 4: Objects; RFC 8785, section 3.1",
            allowed: .refused
        ) { exhibit in
            let name = exhibit.world.party(.stranger).did
            exhibit.changeText { text in
                guard let start = text.firstIndex(of: UInt8(ascii: "{")) else { return }
                text.insert(contentsOf: Array("\"issuer\":\"\(name)\",".utf8), at: start + 1)
            }
        },
        CaseRule(
            "context-order", .negative, tier: 1, of: CredentialType.allCases,
            "The first context has to be that of the data model.", mode: "context-order", clause: contexts,
            allowed: .invalid
        ) { exhibit in
            exhibit.credential["@context"] = (exhibit.credential["@context"]?.array).map { .array($0.reversed()) }
        },
        CaseRule(
            "data-model-1-1", .negative, tier: 1, "A credential by the first data model is not one by the second.",
            mode: "vcdm-1-1-vs-2-0", clause: contexts, allowed: .refused
        ) { exhibit in
            exhibit.credential["@context"]?[0] = .string(CredentialModel.contextV1)
            exhibit.credential["issuanceDate"] = exhibit.credential["validFrom"]
            exhibit.credential["validFrom"] = nil
            exhibit.credential["expirationDate"] = exhibit.credential["validUntil"]
            exhibit.credential["validUntil"] = nil
        },
        CaseRule(
            "no-credential-type", .negative, tier: 1, of: [.dpp],
            "What is not of the type VerifiableCredential is refused.",
            mode: "data-model-violation", clause: "VCDM 2.0, Types", allowed: .refused
        ) { exhibit in
            exhibit.credential["type"] = [.string(exhibit.type.typeName)]
        },
        CaseRule(
            "no-issuer", .negative, tier: 1, of: [.dpp], "A credential without an issuer is refused.",
            mode: "data-model-violation", clause: "VCDM 2.0, Issuer", allowed: .refused
        ) { exhibit in
            exhibit.credential["issuer"] = nil
        },
        CaseRule(
            "issuer-without-name", .negative, tier: 2, of: [.dpp, .dcc, .dfr],
            "What the schema requires has to be there.",
            mode: "schema-violation", clause: "UNTP, JSON Schema of the release, CredentialIssuer", allowed: .invalid
        ) { exhibit in
            exhibit.credential["issuer"]?["name"] = nil
        },
        CaseRule(
            "number-as-text", .negative, tier: 2, of: [.dpp], "A number that is written as text breaks the schema.",
            mode: "number-as-text", clause: "UNTP, JSON Schema of the release", allowed: .invalid
        ) { exhibit in
            exhibit.writeNumbersAsText()
        },
        CaseRule(
            "property-undefined", .negative, tier: 2, of: [.dpp],
            "A property that no context defines is refused, not dropped.",
            mode: "undefined-term-dropped", clause: "VCDM 2.0, Contexts and Vocabularies", allowed: .invalid
        ) { exhibit in
            exhibit.credential["houseGrade"] = "A"
        },
        CaseRule(
            "dates-without-zone", .negative, tier: 2, of: [.dpp, .dcc], "A time without a zone names no instant.",
            mode: "datetime-shape", clause: "VCDM 2.0, Validity Period", allowed: .invalid
        ) { exhibit in
            let text = exhibit.credential["validFrom"]?.string ?? ""
            exhibit.credential["validFrom"] = .string(text.replacing("Z", with: ""))
        },
    ]
}

extension Exhibit {
    /// Writes the numbers of a passport's first claim as text.
    fileprivate mutating func writeNumbersAsText() {
        for path in [
            ["credentialSubject", "dimensions", "weight", "value"],
            ["credentialSubject", "product", "dimensions", "weight", "value"],
        ] {
            let pointer = JSONPointer(path)
            if let number = credential[pointer: pointer]?.number { credential[pointer: pointer] = .string(number.text) }
        }
    }
}
