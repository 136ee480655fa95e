import SimulationKernel
import Testing
import UNTP

@testable import Platforms

/// What a resolver keeps of linksets that it wrote.
@Suite struct LinkTableTests {
    private static let model = "https://id.gs1.org/01/09521234000006"
    private static let batch = model + "/10/A1"
    private static let written = Array("written".utf8)

    private static func link(_ target: String) -> Linkset.Link { Linkset.Link(relation: "untp:dpp", href: target) }

    private static func table() -> LinkTable {
        var table = LinkTable()
        table[batch] = [link("https://a.example/1")]
        table.keep(Deferred(written), about: batch, hasMovedPaths: false)
        return table
    }

    @Test("A linkset is answered again as it was written while its links stay as they are")
    func keeps() {
        let table = Self.table()
        #expect(table.linkset(about: Self.batch, hasMovedPaths: false)?.value == Self.written)
        #expect(table.linkset(about: Self.batch, hasMovedPaths: true)?.value == nil)
        #expect(table.linkset(about: Self.model, hasMovedPaths: false)?.value == nil)
    }

    @Test("It is written anew once a link is added, replaced or withdrawn, and once its model's links change")
    func forgets() {
        let changes: [(inout LinkTable) -> Void] = [
            { $0[Self.batch]?.append(Self.link("https://a.example/2")) },
            { $0[Self.batch]?[0].href = "https://a.example/3" },
            { #expect($0.remove(Self.batch).count == 1) },
            { $0[Self.model] = [Self.link("https://a.example/4")] },
        ]
        for change in changes {
            var table = Self.table()
            change(&table)
            #expect(table.linkset(about: Self.batch, hasMovedPaths: false)?.value == nil)
        }
    }

    @Test("Another product's links change nothing of it")
    func keepsOthers() {
        var table = Self.table()
        table[Self.model + "/10/B2"] = [Self.link("https://a.example/5")]
        #expect(table.linkset(about: Self.batch, hasMovedPaths: false)?.value == Self.written)
    }
}
