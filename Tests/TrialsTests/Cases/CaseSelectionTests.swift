import Testing
import Trials

@Suite("Selecting cases")
struct CaseSelectionTests {
    private let known: [(id: String, tags: Set<String>)] = [
        (id: "negative/altered/dpp/token-es256", tags: ["negative", "altered", "dpp", "tier-1"]),
        (id: "negative/altered-deep-inside/dpp", tags: ["negative", "altered-deep-inside", "dpp", "tier-1"]),
        (id: "positive/sound/dcc", tags: ["positive", "sound", "dcc", "tier-1"]),
    ]

    private func chosen(only: [String] = [], skip: [String] = []) -> [String] {
        let selection = CaseSelection(only: only, skip: skip)
        return known.filter { selection.includes($0.id, tags: $0.tags) }.map(\.id)
    }

    @Test func `an id, a beginning up to a slash and a tag select`() {
        #expect(chosen(only: ["positive/sound/dcc"]) == ["positive/sound/dcc"])
        #expect(chosen(only: ["negative/altered"]) == ["negative/altered/dpp/token-es256"])
        #expect(chosen(only: ["negative/"]).count == 2)
        #expect(chosen(only: ["dcc"]) == ["positive/sound/dcc"])
        #expect(chosen(skip: ["dpp"]) == ["positive/sound/dcc"])
        #expect(chosen(only: ["negative"], skip: ["altered"]) == ["negative/altered-deep-inside/dpp"])
    }

    @Test func `what names nothing is told, with the nearest name`() {
        let selection = CaseSelection(only: ["negative/alterd"], skip: ["tier-1", "offered/passport.json"])
        let unknown = selection.unknownTerms(among: known)
        #expect(unknown.map(\.term) == ["negative/alterd"])
        #expect(unknown.first?.nearest == "negative/altered")
    }
}
