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
        // Their chain has no claim on it, and no rule where they sell asks for it.
        let ponds = scenario.parties.filter { $0.stage == "lithium-brine/ponds" }
        #expect(ponds.count == 2 && ponds.allSatisfy { $0.answers.contains("H24") })
        let without = try Scenario.load(path: Self.pilot, overrides: ["certifiers.*.countries=[IT]"])
        #expect(Self.text(without).contains("mining permit, by a regulator (H24): nobody in the pilot issues it"))
        #expect(without.parties.filter { $0.country != "IT" }.allSatisfy { $0.answers.isEmpty })
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
                "The Copper Mark of The Copper Mark Company (copper, nickel: mine, smelter, refinery, fabricator): subject: "
                    + "facility; attestation: certification, 3rdParty; levels: misses, partially meets, fully meets; "
                    + "certificates valid for 36 months, looked at every 12; segregated or mass balance; here also at ")
        )
        #expect(text.contains("CEEC, Certificat du CEEC"))
        #expect(text.contains("certificates that don't run out; no chain of custody"))
    }
}
