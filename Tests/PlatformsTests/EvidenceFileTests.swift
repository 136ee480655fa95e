import Testing

@testable import Platforms

/// What a platform keeps on file of the products that it has seen.
@Suite struct EvidenceFileTests {
    @Test("Evidence is on file for as long as it may be used, and not much longer")
    func isLetGo() {
        var caching = BehaviourProfile.Caching()
        caching.documentSeconds = 100
        caching.evidenceSeconds = 5000
        var file = EvidenceFile(caching)
        for second in stride(from: Int64(0), through: 20_000, by: 50) {
            _ = file.keep(SharedDossier(Dossier(identifier: "\(second)")), Look(at: second, after: nil, findings: []))
            if second >= 4950 { #expect(file["\(second - 4950)"] != nil) }
            if second >= 10_050 { #expect(file["\(second - 10_050)"] == nil) }
        }
    }

    @Test("Evidence that was looked at again is as new as that look")
    func isRenewed() {
        var caching = BehaviourProfile.Caching()
        caching.evidenceSeconds = 1_000_000
        var file = EvidenceFile(caching)
        for second in stride(from: Int64(0), through: 5_000_000, by: 250_000) {
            _ = file.keep(
                SharedDossier(Dossier(identifier: "again")), Look(at: second, after: file["again"]?.look, findings: []))
            #expect(file["again"]?.look.at == second)
        }
    }
}
