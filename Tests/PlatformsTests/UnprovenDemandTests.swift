import Testing
import UNTP

@testable import Platforms

/// What is said of demands that are not proven, beside what else is wrong with the evidence.
@Suite struct UnprovenDemandTests {
    private static let criterion = HarmonisedCriteria.base + "H07"

    private static func claim(
        _ verdict: ClaimVerdict, prospect: EvidenceBasis? = nil, unrecognised: [String] = []
    ) -> JudgedClaim {
        JudgedClaim(
            criteria: [criterion], topic: "", hasEvidenceLink: verdict != .unevidenced, verdict: verdict,
            isVouchedFor: true, assessed: [], unrecognised: unrecognised, prospect: prospect)
    }

    private static func dossier(
        _ id: String, from inputs: [String] = [], _ claims: [JudgedClaim], failing code: String?
    ) -> Dossier {
        let url = "https://evidence.example/\(id)"
        var dossier = Dossier(identifier: id)
        for input in inputs { _ = dossier.note(input: input) }
        dossier.isPrimary = inputs.isEmpty
        dossier.passport = PassportFound(url: url, isReadable: true, issuer: nil)
        dossier.claims = claims
        if let code { dossier.report(code, sent: "", expected: "", url: url, type: .dcc) }
        return dossier
    }

    /// The codes that are told of demands on a product, of which nothing further upstream is required.
    private static func told(_ dossiers: Dossier..., demanding demanded: [String] = [criterion]) -> [String] {
        let tiered = dossiers.enumerated().map { tier, dossier in
            Judgement.TieredDossier(tier: tier, shared: SharedDossier(dossier), isFresh: true)
        }
        let answers = demanded.map {
            Consumer.answer(to: .init(criterion: $0, topic: "", isMetUpstream: true), from: tiered, .none)
        }
        return Consumer.unanswered(answers, by: tiered, tiers: 0).map(\.code)
    }

    @Test("What would not prove it either, were all else mended, is told along with what else is wrong")
    func tellsWhatStandsBehind() {
        let own = { Self.told(Self.dossier("p", [$0], failing: $1)) }
        #expect(
            own(Self.claim(.evidenced(.partial), prospect: .partial), "accreditation-missing") == ["demand-not-proven"])
        #expect(own(Self.claim(.uncheckable, prospect: .partial), "certificate-expired") == ["demand-not-proven"])
        let unrecognised = Self.claim(
            .contradicted(.criterionDiffers(assessed: [])), prospect: .partial, unrecognised: ["SEAL"])
        #expect(own(unrecognised, "scheme-not-recognised") == ["demand-not-proven"])
        let two = Self.dossier("p", [Self.claim(.evidenced(.partial), prospect: .partial)], failing: nil)
        #expect(
            Self.told(two, demanding: [Self.criterion, HarmonisedCriteria.base + "H08"])
                == ["demand-not-proven", "demanded-claim-missing"])
    }

    @Test("What is proven once the rest is mended is no failure of its own")
    func leavesOutConsequences() {
        let own = { Self.told(Self.dossier("p", [$0], failing: $1)) }
        #expect(own(Self.claim(.evidenced(.direct), prospect: .direct), "credential-altered").isEmpty)
        #expect(own(Self.claim(.uncheckable, prospect: .mapped), "certificate-expired").isEmpty)
        #expect(own(Self.claim(.uncheckable), "host-unreachable").isEmpty)
        #expect(own(Self.claim(.unevidenced), "claim-without-certificate").isEmpty)
        #expect(own(Self.claim(.contradicted(.notConformant)), "claim-contradicted").isEmpty)
        let unrecognised = Self.claim(
            .contradicted(.criterionDiffers(assessed: [])), prospect: .mapped, unrecognised: ["SEAL"])
        #expect(own(unrecognised, "scheme-not-recognised").isEmpty)
        // Of what it was made nothing is known.
        var untraced = Self.dossier("p", [], failing: "host-unreachable")
        untraced.isPrimary = false
        #expect(Self.told(untraced).isEmpty)
    }

    @Test("What fails upstream is told by itself, unless it is mended with what is required")
    func looksUpstream() {
        func told(own: String?, upstream: String) -> [String] {
            Self.told(
                Self.dossier("p", from: ["mine"], [], failing: own),
                Self.dossier("mine", [Self.claim(.uncheckable)], failing: upstream))
        }
        #expect(told(own: nil, upstream: "certificate-expired") == ["demand-not-proven"])
        #expect(told(own: "key-rotated-away", upstream: "certificate-expired") == ["demand-not-proven"])
        #expect(told(own: "key-rotated-away", upstream: "key-rotated-away").isEmpty)
    }
}
