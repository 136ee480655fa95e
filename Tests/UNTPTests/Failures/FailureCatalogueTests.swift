import Testing
import UNTP

@Suite("The catalogue of failure modes") struct FailureCatalogueTests {
    @Test("Codes are unique and in kebab-case, and every entry can be read and acted on")
    func isReadable() {
        let codes = FailureCatalogue.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        for mode in FailureCatalogue.all {
            let isKebab = mode.code.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
            }
            #expect(isKebab, "\(mode.code)")
            #expect((1...3).contains(mode.tier), "\(mode.code)")
            #expect(!mode.title.isEmpty && !mode.title.hasSuffix("."), "\(mode.code)")
            #expect(!mode.clause.isEmpty, "\(mode.code)")
            for sentence in [mode.summary, mode.remedyIssuer, mode.remedyVerifier] {
                #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true, "\(mode.code): \(sentence)")
            }
        }
    }

    @Test("Every layer has failures")
    func hasAllLayers() {
        #expect(Set(FailureCatalogue.all.map(\.layer)) == Set(FailureMode.Layer.allCases))
    }
}
