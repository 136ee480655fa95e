import JSON
import Testing
import UNTP

@Suite("A claim")
struct ClaimMatcherTests {
    private func verdict(
        _ matcher: ClaimMatcher = ClaimMatcher { $0 == $1 }, claiming criterion: CriterionFacts = Example.criterion,
        _ change: (inout ConformityFacts) -> Void = { _ in }
    ) throws -> ClaimVerdict {
        var facts = Example.conformity
        change(&facts)
        var claimed = Example.passport
        for index in claimed.claims.indices { claimed.claims[index].criterion = criterion }
        let passport = DigitalProductPassport(
            reading: try CredentialWriter.passport(claimed, Example.credential).document.root)
        let certificate = ConformityCredential(
            reading: try CredentialWriter.conformity(facts, Example.credential).document.root)
        return matcher.verdict(on: try #require(passport.claims.first), of: passport, by: certificate)
    }

    private static let elsewhere = EntityFacts(id: "https://id.gs1.org/414/1", name: "Elsewhere", registeredID: "1")

    @Test("is evidenced by an assessment of its product, or of the facility that made it")
    func matchingAssessmentIsEvidence() throws {
        #expect(try verdict { $0.facility = Self.elsewhere } == .evidenced(.direct))
        #expect(try verdict { $0.products = [] } == .evidenced(.direct))
    }

    @Test("is contradicted by a certificate for another product at another place, which is named")
    func otherSubjectIsNamed() throws {
        let verdict = try verdict {
            $0.products = []
            $0.facility = Self.elsewhere
        }
        #expect(verdict == .contradicted(.subjectDiffers(assessed: [Self.elsewhere.id])))
    }

    @Test("is contradicted by another topic, another criterion, and a finding of no conformance")
    func mismatchesAreNamed() throws {
        #expect(
            try verdict { $0.criteria[0].topic = "social.labour" }
                == .contradicted(.topicDiffers(assessed: "social.labour")))
        #expect(
            try verdict { $0.criteria[0].id = "urn:other" } == .contradicted(.criterionDiffers(assessed: ["urn:other"]))
        )
        #expect(try verdict { $0.isConformant = false } == .contradicted(.notConformant))
        #expect(try verdict { $0.criteria = [] } == .contradicted(.noAssessment))
    }

    @Test("gets the reason of the assessment that comes closest")
    func closestAssessmentCounts() throws {
        let verdict = try verdict {
            var other = $0.criteria[0]
            other.topic = "social.labour"
            $0.criteria = [other, $0.criteria[0], other]
            $0.isConformant = false
        }
        #expect(verdict == .contradicted(.notConformant))
    }

    @Test("is evidenced across identifiers that the verifier takes for the same")
    func equivalencesAreUsed() throws {
        let matcher = ClaimMatcher(isSame: { $0.lowercased() == $1.lowercased() })
        let verdict = try verdict(matcher) {
            $0.facility.id = $0.facility.id.uppercased()
            $0.products = []
        }
        #expect(verdict == .evidenced(.direct))
    }

    @Test(
        "is evidenced by a scheme's criterion as far as the mapping says, where the scheme is recognised",
        arguments: [CriteriaMapping.Relation.equivalent, .partial, .none])
    func mappingsCount(relation: CriteriaMapping.Relation) throws {
        let claimed = try #require(HarmonisedCriteria["H01"]?.facts)
        let mapping = CriteriaMapping(
            version: "1", rows: ["SCHEME": [.init(id: "7", name: "Seven", harmonised: "H01", relation: relation)]])
        func verdict(recognising schemes: Set<String>) throws -> ClaimVerdict {
            let matcher = ClaimMatcher(
                isSame: { $0 == $1 }, recognition: Recognition(mapping: mapping, schemes: schemes))
            return try self.verdict(matcher, claiming: claimed) {
                $0.criteria[0].id = CriteriaMapping.iri(of: "7", in: "SCHEME")
                $0.criteria[0].topic = claimed.topic
            }
        }
        let basis: EvidenceBasis? = relation == .equivalent ? .mapped : relation == .partial ? .partial : nil
        let mismatch = ClaimMismatch.criterionDiffers(assessed: [CriteriaMapping.iri(of: "7", in: "SCHEME")])
        #expect(try verdict(recognising: ["SCHEME"]) == basis.map(ClaimVerdict.evidenced) ?? .contradicted(mismatch))
        #expect(try verdict(recognising: []) == .contradicted(mismatch))
    }

    @Test("without a topic or criteria is never evidenced")
    func emptyClaimIsNotEvidenced() throws {
        for member in ["conformityTopic", "assessmentCriteria"] {
            var passport = CredentialWriter.passport(Example.passport, Example.credential)
            passport["credentialSubject"]?["conformityClaim"]?[0]?[member] = nil
            var certificate = CredentialWriter.conformity(Example.conformity, Example.credential)
            certificate["credentialSubject"]?["assessment"]?[0]?[member] = nil
            let read = DigitalProductPassport(reading: try passport.document.root)
            let verdict = ClaimMatcher { $0 == $1 }.verdict(
                on: try #require(read.claims.first), of: read,
                by: ConformityCredential(reading: try certificate.document.root))
            #expect(verdict != .evidenced(.direct), "\(member)")
        }
    }
}
