import Testing
import UNTP

@Suite("Identifiers of products, places and companies") struct IdentifierTests {
    // MARK: GS1

    @Test(
        "Numbers with their check digit are valid, and no other digit will do in any place",
        arguments: [
            "96385074", "614141000036", "4006381333931", "04006381333931", "7801234500006", "006141411234567890",
        ])
    func checksDigits(number: String) {
        #expect(GS1.isValid(number))
        for position in number.indices {
            for digit in "0123456789" where digit != number[position] {
                var other = number
                other.replaceSubrange(position...position, with: String(digit))
                #expect(!GS1.isValid(other), "\(other)")
            }
        }
    }

    @Test(
        "All spellings of a product's identifier have one canonical form",
        arguments: [
            "https://id.gs1.org/01/04006381333931/10/LOT7", "https://ID.GS1.ORG/01/04006381333931/10/LOT7",
            "https://brand.example/products/01/4006381333931/10/LOT7/",
            "https://id.gs1.org/01/04006381333931/10/LOT7?linkType=linkset", "urn:epc:class:lgtin:4006381.033393.LOT7",
        ])
    func hasOneCanonicalForm(text: String) {
        #expect(GS1.parse(text)?.canonical == "https://id.gs1.org/01/04006381333931/10/LOT7")
    }

    @Test("An identifier survives the way through each of its forms")
    func survives() throws {
        let item = GS1Identifier(key: .gtin, value: "04006381333931", serial: "S1")
        let urn = try #require(item.epcURN(companyPrefixLength: 7))
        #expect(urn == "urn:epc:id:sgtin:4006381.033393.S1")
        for text in [item.canonical, item.unpadded, urn] { #expect(GS1.parse(text) == item) }
    }

    @Test(
        "What is no identifier of GS1 is none",
        arguments: [
            "", "product 7", "https://id.gs1.org/01/04006381333930", "https://id.gs1.org/", "urn:epc:id:sgtin:1.2",
            "urn:epc:class:lgtin:4006381.033393", "https://example.com/a/b/c", "0400638133393١",
            "ftp://id.gs1.org/01/4006381333931",
        ])
    func refuses(text: String) {
        #expect(GS1.parse(text) == nil)
    }

    @Test("Numbers for use within a company are told from allocated ones")
    func knowsRestrictedNumbers() {
        #expect(GS1Identifier(key: .gtin, value: GS1.appendingCheckDigit("0200000100000")).isRestricted)
        #expect(!GS1Identifier(key: .gtin, value: "04006381333931").isRestricted)
    }

    // MARK: Names

    @Test("A slip of the keyboard leads to the name that was meant, and nonsense to none")
    func findsTheNearestName() {
        let names = ["evidenceTiers", "platforms", "parties", "certifiers"]
        for (typo, name) in [("evidenceTierz", "evidenceTiers"), ("platform", "platforms"), ("partis", "parties")] {
            #expect(Nearest.name(to: typo, in: names) == name)
        }
        #expect(Nearest.name(to: "qqqqqqqqqqqq", in: names) == nil)
        #expect(Nearest.name(to: "x", in: []) == nil)
        #expect(Nearest.name(to: "ab", in: ["ac", "ad"]) == Nearest.name(to: "ab", in: ["ac", "ad"]))
    }
}
