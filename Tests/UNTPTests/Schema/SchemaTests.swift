import JSON
import Testing
import UNTP

@Suite("The schemas of release 0.6.1")
struct SchemaTests {
    @Test("ask for context, id and issuer, and for nothing else", arguments: CredentialType.allCases)
    func emptyCredentialLacksThree(type: CredentialType) throws {
        let violations = UNTPSchema.violations(in: try JSONValue.object(JSONObject()).document.root, type: type)
        #expect(Set(violations.map(\.keyword)) == ["required"])
        let text = violations.map(\.message).joined()
        for member in ["@context", "id", "issuer"] { #expect(text.contains(member)) }

        let least: JSONValue = [
            "@context": ["https://www.w3.org/ns/credentials/v2", .string(type.context(of: "0.6.1"))],
            "id": "https://example.com/1", "issuer": ["id": "did:web:example.com", "name": "One"],
        ]
        #expect(UNTPSchema.violations(in: try least.document.root, type: type) == [])
    }

    @Test("are whole documents that can be published and compiled", arguments: CredentialType.allCases)
    func documentsCompile(type: CredentialType) throws {
        let document = UNTPSchema.document(type)
        #expect(document["$schema"] == "https://json-schema.org/draft/2020-12/schema")
        #expect(throws: Never.self) { try JSONSchema(compiling: document) }
    }

    @Test(
        "say where a credential departs, and from which keyword",
        arguments: [
            ("/credentialSubject/product/producedByParty/id", "not a uri", "format"),
            ("/credentialSubject/granularityLevel", "pallet", "enum"),
            ("/credentialSubject/product/productionDate", "17.04.2026", "format"),
            ("/credentialSubject/conformityClaim/0/conformance", "true", "type"),
            ("/credentialSubject/product/idScheme/colour", "red", "additionalProperties"),
            ("/validFrom", "2026-04-17 09:30:00", "pattern"),
        ])
    func departureIsNamed(place: String, text: String, keyword: String) throws {
        let pointer = try #require(JSONPointer(parsing: place))
        var credential = CredentialWriter.passport(Example.passport, Example.credential)
        credential[pointer: pointer] = .string(text)
        let violations = UNTPSchema.violations(in: try credential.document.root, type: .dpp)
        #expect(violations.contains { $0.keyword == keyword && place.hasPrefix($0.instance.description) })
    }
}
