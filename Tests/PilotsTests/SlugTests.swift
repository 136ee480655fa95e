import Pilots
import Testing

/// Names in hosts and paths.
@Suite struct SlugTests {
    @Test(
        "A name comes to letters, digits and hyphens",
        arguments: [
            ("High Country Station", "high-country-station"), ("Mine!", "mine"), ("Adana Çırçır", "adana-circir"),
            ("Łódź & Søn, No. 7", "lodz-son-no-7"), ("--a--", "a"),
        ])
    func makes(name: String, slug: String) {
        #expect(Slug.make(name) == slug)
        #expect(Slug.make(slug) == slug)
    }

    @Test("Names in other scripts stay apart")
    func tellsScriptsApart() {
        let names = ["紫金矿业", "江西铜业", "认证中心", "Рудник", "منجم", "Mine 紫金", "Mine 江西", "Mine", "?!"]
        let slugs = names.map(Slug.make)
        #expect(Set(slugs).count == names.count)
        for slug in slugs {
            #expect(slug.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
            #expect(Slug.make(slug) == slug)
        }
    }
}
