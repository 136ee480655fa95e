import Testing
import Trials

@Suite("Groups of cases")
struct CaseGroupTests {
    @Test func `groups have the names that select them`() {
        #expect(TrialCase.Group(rawValue: "negative") == .negative)
    }
}
