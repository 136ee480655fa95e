import Testing

@testable import Pilots

/// What others than a party attest about it, as permits.
@Suite struct AttestationTests {
    private static let pilot = "\(TestLibrary.root)/pilots/crm.yaml"

    private static func text(_ scenario: Scenario) -> String { scenario.explanation.replacing("\n    ", with: " ") }

    @Test("What somebody in the pilot attests, passports claim, and it is told who has it and what nobody issues")
    func tellsWhoHasIt() throws {
        let scenario = try Scenario.load(path: Self.pilot)
        let text = Self.text(scenario)
        #expect(text.contains("copper/mine: mining permit, by a regulator (H24): issued to all"))
        #expect(text.contains("cobalt/artisanal: approval of the site by EGC, by a certifier (EGC): issued to all"))
        let mines = scenario.parties.filter { $0.stage == "copper/mine" }
        #expect(mines.count > 2 && mines.allSatisfy { $0.answers.contains("H24") })
        let without = try Scenario.load(path: Self.pilot, overrides: ["certifiers.*.criteria=[H01]"])
        #expect(Self.text(without).contains("mining permit, by a regulator (H24): nobody in the pilot issues it"))
        #expect(without.parties.allSatisfy { !$0.answers.contains("H24") })
    }

    @Test("A draft has certifiers for what others attest, and for chains of custody whatever the scheme of the rest")
    func draftsCertifiers() throws {
        let copper = try TestLibrary.drafted(["copper"])
        #expect(Self.text(copper).contains("copper/mine: mining permit, by a regulator (H24): issued to all"))
        let nickel = try TestLibrary.drafted(["nickel-laterite", "copper", "cobalt"])
        for party in nickel.parties {
            let stage = try #require(nickel.stage(party.stage))
            guard let certifier = nickel.custodyCertifier(of: party, at: stage),
                let scheme = nickel.scheme(of: certifier)
            else { continue }
            #expect(scheme.certifies(stage.custody), "\(party.name): \(scheme.id)")
        }
    }

    @Test(
        "Each scheme is told with its term and what it certifies, and where it stands for more than chains name it for")
    func tellsSchemes() throws {
        let text = Self.text(try Scenario.load(path: Self.pilot))
        #expect(
            text.contains(
                "(copper, nickel: mine, smelter, refinery, fabricator): certificates valid for 36 months, looked at "
                    + "every 12; segregated or mass balance; here also at "
            ))
        #expect(text.contains("CEEC, Certificat du CEEC"))
        #expect(text.contains("certificates that don't run out; no chain of custody"))
    }
}
