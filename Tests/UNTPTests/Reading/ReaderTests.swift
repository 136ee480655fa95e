import JSON
import Testing
import UNTP

@Suite("Readers of credentials")
struct ReaderTests {
    private func passport(_ change: (inout JSONValue) -> Void = { _ in }) throws -> DigitalProductPassport {
        var credential = CredentialWriter.passport(Example.passport, Example.credential)
        change(&credential)
        return DigitalProductPassport(reading: try credential.document.root)
    }

    @Test("give back the facts of a passport")
    func passportIsRead() throws {
        let passport = try passport()
        let facts = Example.passport
        #expect(passport.productID == facts.product.id)
        #expect(passport.granularity == "batch")
        #expect(passport.producerRegisteredID == facts.product.producer.registeredID)
        #expect(passport.facilityID == facts.product.facility.id)
        #expect(passport.country == "CL")
        #expect(passport.footprint == 3.9)
        #expect(passport.materials.map(\.massFraction) == [0.6, 0.4])
        #expect(passport.traceability.map(\.url) == ["https://example.com/dte/1"])
        let claim = try #require(passport.claims.first)
        #expect(claim.criteria == [facts.claims[0].criterion.id])
        #expect(claim.topic == "environment.emissions")
        #expect(claim.conformance == true)
        #expect(claim.evidence?.url == "https://certifier.example.com/dcc/1")
        #expect(claim.evidence?.digest == "abcd")
        #expect(passport.unread == [])
    }

    @Test("give back the facts of certificates, facilities, anchors and events")
    func otherTypesAreRead() throws {
        let certificate = ConformityCredential(
            reading: try CredentialWriter.conformity(Example.conformity, Example.credential).document.root)
        #expect(certificate.scheme == "https://scheme.example.com/1")
        #expect(certificate.assessments.map(\.products) == [[Example.product.id]])
        #expect(certificate.assessments.map(\.facilities) == [[Example.facility.id]])
        #expect(certificate.assessments.map(\.date) == ["1970-01-02"])

        let record = FacilityRecord(
            reading: try CredentialWriter.facility(Example.facilityFacts, Example.credential).document.root)
        #expect(record.facilityID == Example.facility.id)
        #expect(record.coordinates == [-70.39, -23.65])
        #expect(record.operatorRegisteredID == Example.party.registeredID)
        #expect(record.claims.count == 1)

        let anchor = IdentityAnchor(
            reading: try CredentialWriter.anchor(Example.anchor, Example.credential).document.root)
        #expect(anchor.did == "did:web:maker.example.com")
        #expect(anchor.scope == ["https://scopes.example.com/a"])
        #expect(anchor.scheme == "https://register.example.com/cl/")

        let events = TraceabilityEvents(
            reading: try CredentialWriter.events(Example.events, Example.credential).document.root
        ).events
        #expect(events.map(\.kind) == [.transformation, .transaction, .aggregation])
        #expect(events[0].inputs.map(\.quantity) == [25.13])
        #expect(events[0].outputs.map(\.product) == [Example.product.id])
        #expect(events[1].destination == "https://register.example.com/2")
        #expect(events[2].outputs.map(\.product) == ["urn:epc:id:sscc:1"])
        #expect(certificate.unread + record.unread + anchor.unread == [])
    }

    @Test("read a list of one without brackets and numbers in quotes")
    func looseFormsAreRead() throws {
        let passport = try passport {
            let claim = $0["credentialSubject"]?["conformityClaim"]?[0]
            $0["credentialSubject"]?["conformityClaim"] = claim
            $0["credentialSubject"]?["emissionsScorecard"]?["carbonFootprint"] = "3.5"
        }
        #expect(passport.claims.count == 1)
        #expect(passport.footprint == 3.5)
        #expect(passport.unread == [])
    }

    @Test("note what they could not read, and where")
    func unreadValuesAreNoted() throws {
        let passport = try passport {
            $0["credentialSubject"]?["product"]?["id"] = nil
            $0["credentialSubject"]?["granularityLevel"] = 7
            $0["credentialSubject"]?["emissionsScorecard"] = "see the web page"
            $0["credentialSubject"]?["conformityClaim"]?[0]?["assessmentCriteria"] = ["https://criteria.example.com/1"]
            $0["credentialSubject"]?["conformityClaim"]?[0]?["conformance"] = "yes"
        }
        #expect(
            passport.unread.map(\.description) == [
                "/credentialSubject/product/id: expected a string, found nothing",
                "/credentialSubject/granularityLevel: expected a string, found number",
                "/credentialSubject/emissionsScorecard: expected an object, found string",
                "/credentialSubject/conformityClaim/0/assessmentCriteria/0: expected an object, found string",
                "/credentialSubject/conformityClaim/0/conformance: expected true or false, found string",
            ])
        #expect(passport.productName == Example.product.name)
    }

    @Test("take no number that is not finite")
    func infiniteNumbersAreNotRead() throws {
        for text in ["inf", "nan", "1e999", "0x1p3000"] {
            let passport = try passport {
                $0["credentialSubject"]?["emissionsScorecard"]?["carbonFootprint"] = .string(text)
            }
            #expect(passport.footprint == nil)
            #expect(passport.unread.count == 1)
        }
    }

    @Test("survive any damage, and are quiet only about what is whole", arguments: CredentialType.allCases)
    func damageIsSurvived(type: CredentialType) throws {
        var facts = FactsGenerator(random: SeededRandom(seed: 11))
        var mutator = Mutator(random: SeededRandom(seed: 12), names: UNTPSchema.document(type).memberNames)
        for number in 0..<400 {
            let whole = facts.credential(of: type)
            #expect(unread(type, try whole.document.root) == [], "seed 11, credential \(number)")
            // Every reader reads every type: what arrives is not always what was asked for.
            let damaged = try mutator.damaged(whole).document.document.root
            for reader in CredentialType.allCases { _ = unread(reader, damaged) }
        }
    }

    private func unread(_ type: CredentialType, _ credential: JSONView) -> [UnreadValue] {
        switch type {
        case .dpp: DigitalProductPassport(reading: credential).unread
        case .dcc: ConformityCredential(reading: credential).unread
        case .dfr: FacilityRecord(reading: credential).unread
        case .dte: TraceabilityEvents(reading: credential).unread
        case .dia: IdentityAnchor(reading: credential).unread
        }
    }
}
