import Foundation
import JSON
import Testing

@testable import Pilots

/// What is said of files that somebody adds to the library, each by itself.
@Suite struct LibrarySlipTests {
    private static let chain = "value-chains/two-steps.yaml"
    private static let rule = "regulations/EU-EUDR.yaml"

    private static let slips: [(file: String, old: String, new: String, says: String)] = [
        (rule, "appliesFrom: 2026-12-30", "appliesFrom: 2026-12-30\nappliesUntil: 2026-12-29", "ends before it begins"),
        (rule, "\"0102\"", "\"010\"", "'010' is no code of the Harmonized System"),
        (rule, "\"0102\"", "\"01O2\"", "'01O2' is no code"),
        (rule, "market: [EU]", "market: [UE]", "there is no country or union 'UE'; expected one of EU, AU, BD"),
        (rule, "market: [EU]", "market: [EU, XZ]", "there is no country or union 'XZ'"),
        (rule, "id: EU-EUDR", "id: EU-EUDT", "'EU-EUDT' is not the name of the file; expected 'EU-EUDR'"),
        (rule, "demands: [H07", "demands: [RSPOO/P7", "the mapping has no criterion 'RSPOO/P7'"),
        (rule, "{trace: origin}", "{origin: [XZ], atLeast: 3}", "there is no country 'XZ'"),
        ("schemes/COPPERMARK.yaml", "id: COPPERMARK", "id: COPPER", "is not the name of the file"),
        ("platforms/gs1-resolver.yaml", "name: gs1-resolver", "name: gs1", "is not the name of the file"),
        (
            "platforms/conforming.yaml", "name: conforming", "name: conforming\nextends: conforming",
            "extend each other in a circle"
        ),
        ("countries/DE.yaml", "unions: [EU]", "unions: [UE]", "there is no union 'UE'; expected one of EU"),
        ("countries/DE.yaml", "location: assumption", "locations: assumption", "did you mean 'location'?"),
        ("countries/DE.yaml", "code: DE", "code: DEU", "'DEU' is no code of a country"),
        (rule, "market: [EU]", "market: []", "the rule holds nowhere"),
        (rule, "{trace: origin}", "{origin: [ET], atLeast: 6000}", "6,000 % of the mass is more than all of it"),
        (rule, "{trace: origin}", "{criterion: H10, atLeast: 6, unit: XX}", "'XX' is no unit of Recommendation 20"),
        (chain, "unit: TNE, low: 2", "unit: TEN, low: 2", "'TEN' is no unit of Recommendation 20"),
        (chain, "cpc: \"14210\"", "cpc: \"xx\"", "'xx' is no code of the Central Product Classification"),
        ("value-chains/coffee.yaml", "countries: [", "countries: [ZN, ", "'ZN' is no code of a country"),
        ("countries/DE.yaml", "regulations: [", "regulations: [CH-DDTRO, ", "CH-DDTRO does not hold there"),
        (chain, "id: two-steps", "id: two", "'two' is not the name of the file"),
        (chain, "inputs: [ore]", "inputs: [ore, ore]", "the input 'ore' stands twice"),
        (
            "value-chains/leather.yaml", "beef/hide", "beef/hid",
            "the chain 'beef' has no stage 'hid'; expected one of beef/"
        ),
        (
            "value-chains/leather.yaml", "beef/hide", "beaf/hide",
            "no value chain 'beaf' that 'beaf/hide' could come from"
        ),
        ("value-chains/leather.yaml", "beef/hide", "beaf/hide", "did you mean 'beef/hide'?"),
        (chain, "inputs: [ore]", "inputs: [two-steps/oer]", "did you mean 'two-steps/ore'?"),
        (chain, "id: ore", "id: raw/ore", "'raw/ore' is no id; expected letters, digits and hyphens"),
        (chain, "id: ore", "id: raw ore", "'raw ore' is no id"),
        (chain, "hs: \"260300\"", "hs: \"26030\"", "'26030' is no code"),
        (chain, "unit: TNE}\n    yield", "unit: KGM}\n    yield", "a mass ratio relates TNE to KGM, of which ore is"),
        (chain, "schemes: [COPPERMARK]", "schemes: [COPPERMRK]", "did you mean 'COPPERMARK'?"),
        (
            "value-chains/battery.yaml", "from: [cathode]\n        unit: TNE", "from: [cathode]\n        unit: KGM",
            "cathode is counted in TNE"
        ),
        ("criteria/vocabulary.yaml", "id: H02", "id: H01", "the criterion 'H01' stands twice"),
        ("criteria/mapping.yaml", "id: CM05", "id: CM06", "the criterion 'CM06' stands twice"),
    ]

    @Test("A slip in a file of the library is named with its place and what was expected", arguments: slips.indices)
    func isNamed(index: Int) throws {
        let slip = Self.slips[index]
        let message = try Workplace().finding(in: slip.file, slip.old, slip.new)
        #expect(message.hasPrefix(slip.file + ":") && message.contains(slip.says), "\(message)")
    }

    @Test("A pilot is not run with a chain that takes what no other makes")
    func refusesUnknownInputs() throws {
        let place = try Workplace()
        let text = try String(contentsOf: place.root.appending(path: Self.chain), encoding: .utf8)
        try place.write(
            text.replacing("id: two-steps", with: "id: again").replacing("[ore]", with: "[two-steps/oer]").utf8,
            to: "value-chains/again.yaml")
        let pilot = place.message("pilots/two-platforms.yaml", overrides: ["chains=[two-steps, again]"])
        #expect(pilot.contains("value-chains/again.yaml:27:14: the chain 'two-steps' has no stage 'oer'"), "\(pilot)")
        #expect(pilot.contains("did you mean 'two-steps/ore'?"))
    }

    @Test("What is wrong in a country is wrong in a pilot that is there, too")
    func refusesCountries() throws {
        let place = try Workplace()
        let text = "extends: two-platforms\nregulations: [EU-EUDR, CH-DDTRO]\n"
        try place.write(text.utf8, to: "pilots/ruled.yaml")
        for (old, new, says) in [
            ("regulations: [", "regulations: [CH-DDTRO, ", "CH-DDTRO does not hold there"),
            ("unions: [EU]", "unions: [UE]", "EU-EUDR does not hold there"),
        ] {
            let message = try place.error(in: "countries/DE.yaml", old, new, run: "pilots/ruled.yaml")
            #expect(message.hasPrefix("countries/DE.yaml:") && message.contains(says), "\(message)")
        }
    }

    @Test("A chain needs a stage")
    func hasStages() throws {
        let place = try Workplace()
        try place.write("id: bare\ntitle: Bare\nstages: []\n".utf8, to: "value-chains/bare.yaml")
        #expect(throws: ScenarioError.self) {
            try ScenarioLibrary.validate(place.root.appending(path: "value-chains/bare.yaml").path)
        }
    }

    @Test("Every folder of the library is checked, listed and has a definition in the schema for editors")
    func knowsAllFolders() {
        #expect(
            ScenarioLibrary.folders == [
                "pilots", "value-chains", "countries", "platforms", "extensions", "regulations", "schemes", "criteria",
            ])
        for kind in FileKind.all { #expect(ScenarioSchema.document["$defs"]?[kind.name] != nil) }
    }
}
