import Testing
import UNTP

@testable import Platforms

/// Demands that what lies upstream may meet.
@Suite struct DemandGroundsTests {
    private static let criterion = HarmonisedCriteria.base + "H07"

    private static func dossier(
        _ id: String, from inputs: [String] = [], proven basis: EvidenceBasis? = nil, isVouchedFor: Bool = true
    ) -> Dossier {
        var dossier = Dossier(identifier: id)
        for input in inputs { _ = dossier.note(input: input) }
        dossier.claims =
            basis.map { basis in
                [
                    JudgedClaim(
                        criteria: [criterion], topic: "", hasEvidenceLink: true, verdict: .evidenced(basis),
                        isVouchedFor: isVouchedFor, assessed: [], unrecognised: [])
                ]
            } ?? []
        return dossier
    }

    @Test("A claim to be certified proves nothing where it does not stand")
    func mindsRefutedCustody() {
        func proves(_ criterion: String, isRefuted: Bool) -> Bool {
            var dossier = Dossier(identifier: "p")
            dossier.passport = PassportFound(url: "https://passports.example/p", isReadable: true, issuer: nil)
            dossier.isCustodyRefuted = isRefuted
            dossier.claims = [
                JudgedClaim(
                    criteria: [criterion], topic: "", hasEvidenceLink: true, verdict: .evidenced(.direct),
                    isVouchedFor: true, assessed: [], unrecognised: [])
            ]
            return DemandGrounds.areProven(.init(criterion: criterion, topic: ""), by: [SharedDossier(dossier)])
        }
        #expect(proves(CustodyClaim.iri, isRefuted: false) && !proves(CustodyClaim.iri, isRefuted: true))
        #expect(proves(Self.criterion, isRefuted: true), "what else the passport claims stands")
    }

    private static func grounds(_ dossiers: [Dossier], isMetUpstream: Bool = true) -> EvidenceBasis? {
        var grounds = DemandGrounds(
            .init(criterion: criterion, topic: "", isMetUpstream: isMetUpstream), in: dossiers.map(SharedDossier.init))
        return grounds.best(for: dossiers.first?.identifier)
    }

    @Test("All that a product was made from has to meet it, and the weakest counts")
    func asksAll() {
        let (a, b) = (Self.dossier("a", proven: .direct), Self.dossier("b", proven: .partial))
        #expect(Self.grounds([Self.dossier("p", from: ["a", "b"]), a, b]) == .partial)
        #expect(Self.grounds([Self.dossier("p", from: ["a"]), a]) == .direct)
        #expect(Self.grounds([Self.dossier("p", from: ["a", "c"]), a, Self.dossier("c")]) == nil)
        #expect(Self.grounds([Self.dossier("p", from: ["a", "b"], proven: .mapped), a, b]) == .mapped)
        #expect(Self.grounds([Self.dossier("p", from: ["a"]), a], isMetUpstream: false) == nil)
    }

    @Test("It is followed over several tiers, around circles, and past what was not looked at")
    func follows() {
        let mine = Self.dossier("mine", proven: .direct)
        let chain = [Self.dossier("p", from: ["q"]), Self.dossier("q", from: ["mine"]), mine]
        #expect(Self.grounds(chain) == .direct)
        #expect(Self.grounds([Self.dossier("p", from: ["q", "mine"]), Self.dossier("q", from: ["p"]), mine]) == nil)
        #expect(Self.grounds([Self.dossier("p", from: ["mine", "unseen"]), mine]) == .direct)
        #expect(Self.grounds([]) == nil)
    }

    @Test("What is proven stands in passports that were accepted, by certificates that somebody vouches for")
    func asksForProof() {
        func areProven(_ dossiers: Dossier...) -> Bool {
            DemandGrounds.areProven(
                .init(criterion: Self.criterion, topic: "", isMetUpstream: true), by: dossiers.map(SharedDossier.init))
        }
        func withPassport(_ dossier: Dossier, isAltered: Bool = false) -> Dossier {
            var dossier = dossier
            let url = "https://passports.example/\(dossier.identifier)"
            dossier.passport = PassportFound(url: url, isReadable: true, issuer: nil)
            if isAltered {
                dossier.report(
                    "credential-altered", sent: "other bytes", expected: "what was signed", url: url, type: .dpp)
            }
            return dossier
        }
        let product = withPassport(Self.dossier("p", from: ["metal"]))
        let metal = Self.dossier("metal", from: ["mine"])
        let mine = withPassport(Self.dossier("mine", proven: .direct))
        let forged = withPassport(Self.dossier("mine", proven: .direct, isVouchedFor: false))
        let altered = withPassport(Self.dossier("mine", proven: .direct), isAltered: true)
        #expect(areProven(product, metal, mine) && areProven(mine))
        #expect(Self.grounds([product, metal, forged]) == .direct && !areProven(product, metal, forged))
        #expect(Self.grounds([product, metal, altered]) == .direct && !areProven(product, metal, altered))
        #expect(!areProven(withPassport(Self.dossier("p", from: ["mine"]), isAltered: true), mine))
    }

    @Test(
        "A scheme remedies a demand where its recognition alone has it proven, not where inputs need another beside it")
    func findsRemedies() {
        let rows = ["SEAL", "MARK"].map { scheme in
            (scheme, [CriteriaMapping.Row(id: "1", name: scheme, harmonised: "H07", relation: .equivalent)])
        }
        let mapping = CriteriaMapping(version: "1", rows: Dictionary(uniqueKeysWithValues: rows))
        let knowledge = PublicKnowledge(recognition: Recognition(mapping: mapping, schemes: []), custody: [:])
        func mine(_ id: String, by scheme: String, isVouchedFor: Bool = true) -> Dossier {
            var dossier = Self.dossier(id)
            dossier.passport = PassportFound(url: "https://passports.example/" + id, isReadable: true, issuer: nil)
            let assessed = CriteriaMapping.iri(of: "1", in: scheme)
            dossier.claims = [
                JudgedClaim(
                    criteria: [Self.criterion], topic: "", hasEvidenceLink: true,
                    verdict: .contradicted(.criterionDiffers(assessed: [assessed])), isVouchedFor: isVouchedFor,
                    assessed: [assessed], unrecognised: [scheme])
            ]
            return dossier
        }
        func answer(_ mines: Dossier...) -> Judgement.DemandAnswer {
            var product = Self.dossier("p", from: mines.map(\.identifier))
            product.passport = PassportFound(url: "https://passports.example/p", isReadable: true, issuer: nil)
            let tiered = ([product] + mines).enumerated().map { position, dossier in
                Judgement.TieredDossier(tier: min(position, 1), shared: SharedDossier(dossier), isFresh: true)
            }
            return Consumer.answer(
                to: .init(criterion: Self.criterion, topic: "", isMetUpstream: true), from: tiered, knowledge)
        }
        #expect(answer(mine("a", by: "SEAL"), mine("b", by: "SEAL")).remedies == ["SEAL"])
        let both = answer(mine("a", by: "SEAL"), mine("b", by: "MARK"))
        #expect(both.unrecognised == ["MARK", "SEAL"] && both.remedies == [])
        #expect(answer(mine("a", by: "SEAL", isVouchedFor: false)).remedies == [])
        #expect(answer(mine("a", by: "SEAL"), Self.dossier("b")).remedies == [])
    }
}
