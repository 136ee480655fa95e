import JSON
import Testing
import UNTP

/// An anchor of one DID by another, business register unless said otherwise.
private func anchor(
    _ did: String, by issuer: String, type: String = "Business", id: String = "1", scope: [String] = []
) throws -> AnchorGraph.Anchor {
    let facts = AnchorFacts(
        did: did, name: did, registeredID: id, scheme: ("https://register.example.com/", "Register"),
        registerType: type,
        scope: scope)
    let credential = CredentialFacts(id: "https://example.com/dia", issuerDID: issuer, issuerName: issuer, validFrom: 0)
    let document = try CredentialWriter.anchor(facts, credential).document
    return AnchorGraph.Anchor(IdentityAnchor(reading: document.root), issuer: issuer)
}

@Suite("Anchors of an issuer")
struct AnchorGraphTests {
    private let maker = "did:web:maker.example.com"
    private let register = "did:web:register.example.com"
    private let ministry = "did:web:ministry.example.com"

    private func graph(_ anchors: [AnchorGraph.Anchor], depth: Int = 4, roots: [String]? = nil) -> AnchorGraph {
        AnchorGraph(anchors: anchors, roots: roots ?? [ministry], maximumDepth: depth)
    }

    @Test("lead by the shortest chain to a trusted register")
    func shortestChainIsFound() throws {
        let anchors = [
            try anchor(maker, by: "did:web:detour.example.com"), try anchor("did:web:detour.example.com", by: register),
            try anchor(maker, by: register), try anchor(register, by: ministry, type: "Accreditation"),
        ]
        #expect(graph(anchors).anchoring(of: maker) == .anchored(path: [maker, register, ministry]))
    }

    @Test("are not needed by a root itself")
    func rootIsAnchored() {
        #expect(graph([]).anchoring(of: ministry) == .anchored(path: [ministry]))
    }

    @Test("that are missing are told from those that lead to strangers")
    func missingAnchorsAreTold() throws {
        #expect(graph([]).anchoring(of: maker) == .notAnchored(.noAnchor))
        let toStranger = graph([try anchor(maker, by: register)])
        #expect(toStranger.anchoring(of: maker) == .notAnchored(.rootUnknown(lastIssuer: register)))
    }

    @Test("in a circle lead nowhere")
    func circleEnds() throws {
        let circle = graph([try anchor(maker, by: register), try anchor(register, by: maker)])
        #expect(circle.anchoring(of: maker) == .notAnchored(.rootUnknown(lastIssuer: register)))
        let itself = graph([try anchor(maker, by: maker)])
        #expect(!itself.anchoring(of: maker).isAnchored)
    }

    @Test("count up to the depth that the verifier chose, and not beyond", arguments: 0...4)
    func depthIsBounded(depth: Int) throws {
        let chain = ["did:a:0", "did:a:1", "did:a:2", ministry]
        let anchors = try zip(chain, chain.dropFirst()).map { try anchor($0, by: $1) }
        let verdict = graph(anchors, depth: depth).anchoring(of: chain[0])
        #expect(verdict == (depth >= 3 ? .anchored(path: chain) : .notAnchored(.tooDeep(limit: depth))))
    }

    @Test("have to come from the right kind of register, under the number that is known")
    func requirementsAreChecked() throws {
        let business = graph([try anchor(maker, by: ministry, type: "business", id: "76123456-0")])
        #expect(business.anchoring(of: maker, requiring: .business(registeredID: "76123456-0")).isAnchored)
        #expect(
            business.anchoring(of: maker, requiring: .business(registeredID: "9"))
                == .notAnchored(.differentRegisteredID(found: "76123456-0")))
        #expect(
            business.anchoring(of: maker, requiring: .accreditation(for: []))
                == .notAnchored(.wrongRegisterType(found: "business")))
    }

    @Test("of a certifier have to cover every criterion that it assessed")
    func scopeIsChecked() throws {
        let accredited = graph([try anchor(maker, by: ministry, type: "Accreditation", scope: ["urn:a", "urn:b"])])
        #expect(accredited.anchoring(of: maker, requiring: .accreditation(for: ["urn:b", "urn:a"])).isAnchored)
        #expect(
            accredited.anchoring(of: maker, requiring: .accreditation(for: ["urn:a", "urn:c", "urn:d"]))
                == .notAnchored(.scopeDoesNotCover(["urn:c", "urn:d"])))
        let bySchemes = AnchorGraph(
            anchors: [try anchor(maker, by: ministry, type: "Accreditation", scope: ["urn:scheme:"])],
            roots: [ministry],
            maximumDepth: 1, covers: { scope, criterion in criterion.hasPrefix(scope) })
        #expect(bySchemes.anchoring(of: maker, requiring: .accreditation(for: ["urn:scheme:1"])).isAnchored)
    }

    @Test("of the wrong kind don't stand in the way of the right one, and of several wrong ones the closest is told")
    func bestAnchorCounts() throws {
        let anchors = [
            try anchor(maker, by: ministry, type: "Trademark"),
            try anchor(maker, by: ministry, type: "Accreditation", scope: ["urn:a"]),
        ]
        #expect(graph(anchors).anchoring(of: maker, requiring: .accreditation(for: ["urn:a"])).isAnchored)
        #expect(
            graph(anchors).anchoring(of: maker, requiring: .accreditation(for: ["urn:b"]))
                == .notAnchored(.scopeDoesNotCover(["urn:b"])))
    }
}

@Suite("The official test suite's third tier")
struct OfficialTrustTierTests {
    private let maker = "did:web:maker.example.com"
    private let certifier = "did:web:certifier.example.com"
    private let body = "did:web:body.example.com"

    private func tier(
        _ change: (inout ConformityFacts) -> Void = { _ in }, anchors: [AnchorGraph.Anchor] = [], trusted: [String] = []
    ) throws -> OfficialTrustTier {
        var facts = Example.conformity
        change(&facts)
        let passport = try CredentialWriter.passport(Example.passport, Example.credential).document
        let certificate = try CredentialWriter.conformity(facts, Example.credential).document
        return OfficialTrustTier(
            passports: [(DigitalProductPassport(reading: passport.root), maker)],
            certificates: [(ConformityCredential(reading: certificate.root), certifier)], anchors: anchors,
            trusted: trusted)
    }

    @Test("verifies a claim whose product, topic and criteria an assessment has")
    func claimIsVerified() throws {
        let claim = try #require(try tier().claims.first)
        #expect(claim.isVerified)
        #expect(claim.verifiedCriteria == [Example.criterion.id])
    }

    @Test("knows products alone: a certificate for the facility verifies nothing")
    func facilityDoesNotCount() throws {
        #expect(try tier { $0.products = [] }.claims.map(\.isVerified) == [false])
    }

    @Test("asks for conformance, the topic and the criterion")
    func otherAssessmentsDoNotCount() throws {
        #expect(try tier { $0.isConformant = false }.claims.map(\.isVerified) == [false])
        #expect(try tier { $0.criteria[0].topic = "social.labour" }.claims.map(\.isVerified) == [false])
        #expect(
            try tier { $0.criteria[0].id = "urn:other" }.claims.map(\.unverifiedCriteria) == [[Example.criterion.id]])
    }

    @Test("tells attested issuers from trusted ones")
    func issuersAreJudged() throws {
        let anchors = [
            try anchor(maker, by: "did:web:stranger.example.com"),
            try anchor(certifier, by: "did:web:middle.example.com"),
            try anchor("did:web:middle.example.com", by: body),
        ]
        let issuers = try tier(anchors: anchors, trusted: [body]).issuers
        #expect(issuers.map(\.did) == [maker, certifier])
        #expect(issuers.map(\.isAttested) == [true, true])
        #expect(issuers.map(\.isTrusted) == [false, true])
        #expect(issuers[1].path == [certifier, "did:web:middle.example.com", body])
        #expect(try tier().issuers.map(\.isAttested) == [false, false])
    }
}
