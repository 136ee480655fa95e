import Foundation
import JSON
import Testing

/// Folders that the platform in Python wrote, tried as a vendor would.
@Suite(.enabled(if: Peers.python != nil, "no Python with cryptography and joserfc; 'make test' sets it up"))
struct OutsideFolderTests {
    private static let seconds = "1767225600"
    private static let time = "2026-01-01T00:00:00Z"

    /// Writes a folder, and tries it against the conforming peer.
    private func trial(_ arguments: String...) throws -> (status: Int32, record: JSONView) {
        let python = try #require(Peers.python)
        let folder = try CommandLineTests.temporaryFolder()
        let samples = folder.appending(path: "samples").path
        let written = try CommandLineTests.call(
            python,
            Peers.arguments(for: python) + ["Tests/Adapters/folder.py", samples, "--now", Self.seconds] + arguments)
        #expect(written.status == 0, "\(written.errors)")
        let outcome = try CommandLineTests.call(
            CommandLineTests.program,
            [
                "try", "folder", samples, "--json", "--peers", "conforming", "--at", Self.time, "--out",
                folder.appending(path: "trial").path,
            ])
        return (outcome.status, try JSONDocument(parsing: Array(outcome.output.utf8)).root)
    }

    private func codes(_ record: JSONView, _ outcomes: Set<String> = ["failed"]) -> Set<String> {
        Set(
            (record["results"]?.elements).map(Array.init)?.filter { outcomes.contains($0["outcome"]?.string ?? "") }
                .compactMap { $0["code"]?.string } ?? [])
    }

    @Test func `a conforming folder is read, and nothing in it is wrong`() throws {
        let (status, record) = try trial()
        #expect(status == 0)
        #expect(codes(record).isEmpty)
        let documents = Array(try #require(record["documents"]).elements)
        #expect(documents.count > 12)
        #expect(documents.allSatisfy { ["ok", "no credential"].contains($0["verdict"]?.string) })
    }

    @Test func `unsigned samples are read, and said to be unsigned`() throws {
        let (status, record) = try trial("--unsigned")
        #expect(status == 0)
        #expect(codes(record).isEmpty)
        #expect(record["documents"]?.elements.allSatisfy { $0["verdict"]?.string == "ok so far" } ?? false)
        #expect(record["notes"]?.elements.contains { $0.string?.contains("not signed") ?? false } ?? false)
    }

    /// The faults of what is published that a folder shows, each with what a conforming reader finds.
    static let faults: [(name: String, finds: Set<String>)] = {
        guard let python = Peers.python,
            let list = try? CommandLineTests.call(
                python, Peers.arguments(for: python) + ["Tests/Adapters/folder.py", "--list-faults"]),
            let faults = try? JSONDocument(parsing: Array(list.output.utf8)).root
        else { return [] }
        return faults.members.compactMap { name, fault in
            let finds = Set((fault["isRead"]?.elements).map(Array.init)?.compactMap(\.string) ?? [])
            return finds.isEmpty ? nil : (name, finds)
        }
    }()

    @Test(arguments: faults)
    func `a fault gives exactly the findings that it concerns`(fault: (name: String, finds: Set<String>)) throws {
        let (status, record) = try trial("--fault", fault.name)
        // What a folder does not hold is missing, and no failure.
        guard fault.name != "did-not-found" else {
            #expect(status == 0 && codes(record).isEmpty)
            #expect(record["missing"]?.elements.contains { $0.string?.contains("did.json") ?? false } ?? false)
            return
        }
        #expect(status == 1)
        #expect(codes(record) == fault.finds)
    }
}
