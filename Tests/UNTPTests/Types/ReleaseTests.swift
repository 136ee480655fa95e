import JSON
import Testing
import UNTP

@Suite("Type and release of a credential")
struct ReleaseTests {
    private static let v2: JSONValue = "https://www.w3.org/ns/credentials/v2"

    @Test(
        "are told by its types and contexts",
        arguments: [
            ("https://test.uncefact.org/vocabulary/untp/dpp/0.3.10/", CredentialType.dpp, "0.3.10"),
            ("https://test.uncefact.org/vocabulary/untp/dpp/0.4.2/", .dpp, "0.4.2"),
            ("https://test.uncefact.org/vocabulary/untp/dte/0.3.10", .dte, "0.3.10"),
            ("https://test.uncefact.org/vocabulary/untp/dcc/0.5.0/", .dcc, "0.5.0"),
            ("https://test.uncefact.org/vocabulary/untp/dia/0.2.1/", .dia, "0.5.0"),
            ("https://vocabulary.uncefact.org/untp/dfr/0.6.0/", .dfr, "0.6.0"),
            ("https://vocabulary.uncefact.org/untp/dpp/v0.6.1/", .dpp, "0.6.1"),
            ("https://test.uncefact.org/vocabulary/untp/dcc/working/", .dcc, "working"),
            ("https://vocabulary.uncefact.org/untp/0.7.0/context/", .dpp, "0.7.0"),
        ])
    func contextNamesTheRelease(context: String, type: CredentialType, version: String) throws {
        let credential: JSONValue = [
            "@context": [Self.v2, .string(context)], "type": [.string(type.typeName), "VerifiableCredential"],
        ]
        let recognised = Release.recognise(try credential.document.root)
        #expect(recognised.type == type)
        #expect(recognised.release?.version == version)
    }

    @Test("are found also where lists of one were written without brackets, and beside extension contexts")
    func oddFormsAreRecognised() throws {
        let single: JSONValue = [
            "@context": "https://test.uncefact.org/vocabulary/untp/dia/0.6.1/", "type": "DigitalIdentityAnchor",
        ]
        #expect(Release.recognise(try single.document.root) == (.dia, .v0_6_1))
        let extended: JSONValue = [
            "@context": [
                Self.v2, ["@vocab": "urn:x"], "https://extension.example.com/1.0.0/",
                .string(CredentialType.dpp.context(of: "0.6.1")),
            ],
            "type": ["DigitalLivestockPassport", "DigitalProductPassport"],
        ]
        #expect(Release.recognise(try extended.document.root) == (.dpp, .v0_6_1))
    }

    @Test("are told by what there is, and by nothing else")
    func partsAreEnough() throws {
        let typeOnly: JSONValue = ["@context": [Self.v2], "type": ["DigitalFacilityRecord"]]
        #expect(Release.recognise(try typeOnly.document.root) == (.dfr, nil))
        let contextOnly: JSONValue = ["@context": [Self.v2, .string(CredentialType.dte.context(of: "0.6.0"))]]
        #expect(Release.recognise(try contextOnly.document.root) == (.dte, .v0_6_0))
        for odd: JSONValue in [[:], [], 3, ["type": 3, "@context": ["https://elsewhere.example/untp/dpp/0.6.1/"]]] {
            #expect(Release.recognise(try odd.document.root) == (nil, nil))
        }
    }

    @Test("From 0.4.2 on releases are known, and 0.7.0 for two types")
    func onlyOneReleaseIsValidated() {
        let known = Release.published.filter { UNTPSchema.isKnown(.dcc, in: $0) }
        #expect(known == [.v0_4_2, .v0_5_0, .v0_6_0, .v0_6_1, .v0_7_0])
        #expect(!UNTPSchema.isKnown(.dpp, in: .v0_7_0))
        #expect(!Release("0.9.9").isPublished)
    }
}
