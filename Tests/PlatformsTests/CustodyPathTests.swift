import Testing
import UNTP

@testable import Platforms

/// What a path of evidence says of how certified a product is.
@Suite struct CustodyPathTests {
    private static let knowledge = PublicKnowledge(
        recognition: .none,
        custody: Dictionary(
            uniqueKeysWithValues: CustodyModel.allCases.map { model in
                (
                    .init(process: model.rawValue, product: ""),
                    CustodyRule(model: model, periodMonths: 3, needs: [.init(names: [""], bestYield: 1)])
                )
            }))

    /// A product that is certified as a whole, under the model of its process where nothing else is said.
    private static func product(
        _ identifier: String, _ process: CustodyModel, stated: CustodyModel? = nil, share: Double = 1,
        isEvidenced: Bool = true, of inputs: String...
    ) -> SharedDossier {
        var dossier = Dossier(identifier: identifier)
        (dossier.process, dossier.productName) = (process.rawValue, "")
        dossier.custody = .certified(
            .init(share: share, model: stated, drawn: 0, scheme: "seal", isEvidenced: isEvidenced, credit: nil))
        (dossier.facility, dossier.readings.quantity, dossier.readings.eventTime) = (
            "facility", Double(inputs.count), 0
        )
        for input in inputs { (dossier.sources[input], dossier.used[input]) = ("", 1) }
        return SharedDossier(dossier)
    }

    private static func path(_ products: SharedDossier...) -> CustodyPath { CustodyPath(products, knowledge) }

    @Test(
        "What is proven is certified under the weakest model on the way, whatever a passport says",
        arguments: [
            (CustodyModel.identityPreserved, CustodyModel.segregated, CustodyModel.segregated),
            (.segregated, .massBalance, .massBalance), (.identityPreserved, .massBalance, .massBalance),
            (.massBalance, .identityPreserved, .massBalance),
        ])
    func downgrades(last: CustodyModel, first: CustodyModel, weakest: CustodyModel) throws {
        let path = Self.path(
            Self.product("sheet", last, stated: last, of: "metal"),
            Self.product("metal", .identityPreserved, of: "ore"),
            Self.product("ore", first))
        let part = try #require(path.provenPart(of: "sheet", without: []))
        #expect(part.part == CertifiedShare(1, weakest))
        #expect(part.counting(for: "seal", under: .identityPreserved)?.model == weakest)
        #expect(part.counting(for: nil, under: .massBalance)?.model == .massBalance)
        #expect(part.counting(for: "other", under: .massBalance) == nil)
        #expect(part.counting(for: "seal", under: .bookAndClaim) == nil)
    }

    @Test("Nothing is proven without evidence for the claim, or where there is an objection to what it rests on")
    func provesNothing() {
        let sound = Self.path(
            Self.product("sheet", .massBalance, of: "metal", "scrap"),
            Self.product("metal", .massBalance, isEvidenced: false, of: "ore"), Self.product("ore", .segregated),
            Self.product("scrap", .massBalance, share: 0, of: "waste"), Self.product("waste", .segregated))
        #expect(sound.provenPart(of: "sheet", without: []) != nil)
        // What is not certified is not what the claim rests on.
        #expect(sound.provenPart(of: "sheet", without: ["scrap", "waste"]) != nil)
        for objected in ["sheet", "metal", "ore"] {
            #expect(sound.provenPart(of: "sheet", without: [objected]) == nil, "\(objected)")
        }
        #expect(sound.provenPart(of: "metal", without: []) == nil)
        #expect(sound.provenPart(of: "scrap", without: []) == nil)
        #expect(sound.provenPart(of: "unknown", without: []) == nil)
    }

    @Test("What a claim can't do without speaks against it, and what it can does not")
    func findsGrounds() {
        let path = Self.path(
            Self.product("sheet", .segregated, of: "metal"), Self.product("metal", .massBalance, of: "ore", "scrap"),
            Self.product("ore", .segregated), Self.product("scrap", .segregated),
            Self.product("foil", .massBalance, share: 0.4, of: "ore", "scrap"),
            Self.product("credited", .bookAndClaim, of: "ore"))
        func grounds(_ product: String, _ refuted: String...) -> Set<String> {
            path.fallen(Set(refuted))[product] ?? []
        }
        #expect(grounds("sheet") == [])
        #expect(grounds("sheet", "sheet", "ore") == ["sheet"], "its own claim, and nothing behind it")
        #expect(grounds("sheet", "metal") == ["metal"])
        #expect(grounds("sheet", "ore") == ["ore"])
        #expect(grounds("sheet", "ore", "scrap") == ["ore", "scrap"])
        #expect(grounds("foil", "ore") == [], "what is left covers what it claims")
        #expect(grounds("foil", "ore", "scrap") == ["ore", "scrap"])
        #expect(grounds("credited", "ore") == [])
        #expect(grounds("unknown", "ore") == [])
        #expect(path.provenPart(of: "sheet", without: [], hasFallen: true) == nil)
    }

    @Test("Goods that go in a circle in the evidence are looked at once")
    func endsInCircles() {
        let path = Self.path(
            Self.product("metal", .segregated, of: "scrap"), Self.product("scrap", .massBalance, of: "metal"))
        #expect(path.provenPart(of: "metal", without: [])?.part.model == .massBalance)
        #expect(path.fallen(["scrap"])["metal"] == ["scrap"])
    }

    @Test("A claim can be no better than its process and what its certified inputs say of themselves")
    func findsTheBestModel() throws {
        func best(_ path: CustodyPath) throws -> String {
            let sheet = try #require(path["sheet"])
            let best = try #require(path.bestModel(of: sheet))
            return best.input.map { "\(best.model.rawValue) for \($0)" } ?? best.model.rawValue
        }
        let metal = Self.product("metal", .massBalance)
        #expect(try best(Self.path(Self.product("sheet", .segregated, of: "metal"), metal)) == "mass balance for metal")
        let stated = Self.product("metal", .identityPreserved, stated: .massBalance)
        #expect(
            try best(Self.path(Self.product("sheet", .segregated, of: "metal"), stated)) == "mass balance for metal")
        let uncertified = Self.product("metal", .massBalance, share: 0)
        #expect(try best(Self.path(Self.product("sheet", .segregated, of: "metal"), uncertified)) == "segregated")
        #expect(try best(Self.path(Self.product("sheet", .bookAndClaim, of: "metal"), metal)) == "book and claim")
        // Who bought from somebody that told it wrongly is not the one to blame.
        let told = Self.product("metal", .identityPreserved, stated: .identityPreserved, of: "ore")
        let misled = Self.path(
            Self.product("sheet", .segregated, of: "metal"), told, Self.product("ore", .massBalance))
        #expect(try best(misled) == "segregated")
        #expect(misled.provenPart(of: "sheet", without: [])?.part.model == .massBalance)
    }
}
