import JSON
import Testing
import UNTP

@Suite("Credentials in other releases") struct ReleaseTranslationTests {
    @Test(
        "What is written in a release is valid by its schema, and read back it says the same",
        arguments: OfficialSchemaTests.published)
    func survives(type: CredentialType, release: Release) throws {
        var facts = FactsGenerator(random: SeededRandom(seed: 8))
        for _ in 0..<40 {
            let credential = facts.credential(of: type)
            let written = try #require(ReleaseTranslation.written(credential, as: type, in: release))
            let json = try JSONDocument(parsing: written.serialised()).root
            #expect(Release.recognise(json) == (type, release))
            #expect(UNTPSchema.violations(in: json, type: type, release: release) == [])
            let read = try JSONDocument(
                parsing: ReleaseTranslation.read(written, as: type, from: release).serialised()
            ).root
            let original = try JSONDocument(parsing: credential.serialised()).root
            #expect(summary(of: read, type) == summary(of: original, type))
        }
    }

    /// What a reader makes of a credential, as text.
    private func summary(of credential: JSONView, _ type: CredentialType) -> String {
        switch type {
        case .dpp:
            let passport = DigitalProductPassport(reading: credential)
            return "\(passport.productID ?? "") \(passport.producerRegisteredID ?? "") \(passport.footprint ?? 0) "
                + passport.claims.map { "\($0.id ?? "") \($0.criteria) \($0.topic ?? "") \($0.evidence?.url ?? "")" }
                .joined(separator: "; ")
        case .dcc:
            let certificate = ConformityCredential(reading: credential)
            return "\(certificate.credits ?? 0) "
                + certificate.assessments.map {
                    "\($0.facilities) \($0.products) \($0.criteria) \($0.topic ?? "") \($0.declared)"
                }
                .joined(separator: "; ")
        case .dte: return "\(TraceabilityEvents(reading: credential).events)"
        case .dfr:
            let record = FacilityRecord(reading: credential)
            return "\(record.facilityID ?? "") \(record.coordinates)"
        case .dia:
            let anchor = IdentityAnchor(reading: credential)
            return "\(anchor.did ?? "") \(anchor.name ?? "") \(anchor.registeredID ?? "") \(anchor.scope) "
                + (anchor.registerType ?? "")
        }
    }
}
