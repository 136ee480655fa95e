import Foundation
import Records
import Testing

@testable import Reporting

@Suite("The report folder")
struct ReportFolderTests {
    /// A fresh folder that is gone after the test.
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "report-folder-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func contents(_ folder: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            files[path] = FileManager.default.contents(atPath: folder.appending(path: path).path)
        }
        return files
    }

    @Test("It holds every document and the exact bytes of every artefact, and nothing is left beside it")
    func complete() throws {
        try withFolder { folder in
            let place = folder.appending(path: "deep/report")
            try ReportFolder.write(Sample.record, to: place.path)
            let files = try contents(place)
            for document in ReportFile.documents(of: Sample.record) {
                #expect(files[document.path] == Data(document.bytes), "\(document.path)")
            }
            for artefact in Sample.record.artefacts {
                #expect(files["artefacts/" + artefact.path] == Data(artefact.bytes))
            }
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: place.deletingLastPathComponent().path) == [
                    "report"
                ])
        }
    }

    @Test("A new report takes the place of the earlier one, with nothing of it left")
    func replaced() throws {
        try withFolder { folder in
            let place = folder.appending(path: "report")
            try ReportFolder.write(Sample.record, to: place.path)
            var next = Sample.record
            next.seed = 43
            next.artefacts = []
            try ReportFolder.write(next, to: place.path)
            let files = try contents(place)
            #expect(files["report.json"] == Data(JSONReport.bytes(of: next)))
            #expect(!files.keys.contains { $0.hasPrefix("artefacts") })
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report"])
        }
    }

    @Test(
        "On failure the earlier report stays as it was",
        arguments: [["../escape"], ["a", "a"], ["/etc/passwd"], ["a", "a/b"], ["x//y"], [""]])
    func earlierStays(paths: [String]) throws {
        try withFolder { folder in
            let place = folder.appending(path: "report")
            try ReportFolder.write(Sample.record, to: place.path)
            let earlier = try contents(place)
            var next = Sample.record
            next.seed = 43
            next.artefacts = paths.map { Artefact(path: $0, bytes: [1]) }
            #expect(throws: ReportFolderError.self) { try ReportFolder.write(next, to: place.path) }
            #expect(try contents(place) == earlier)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report"])
        }
    }

    @Test("A folder that holds anything else is not replaced")
    func foreign() throws {
        try withFolder { folder in
            try Data("mine".utf8).write(to: folder.appending(path: "thesis.txt"))
            #expect(throws: ReportFolderError.holdsOtherThings(folder: folder.path, example: "thesis.txt")) {
                try ReportFolder.write(Sample.record, to: folder.path)
            }
            #expect(try contents(folder).keys.sorted() == ["thesis.txt"])
        }
    }

    @Test("A file in the way is named")
    func file() throws {
        try withFolder { folder in
            let place = folder.appending(path: "report")
            try Data().write(to: place)
            #expect(throws: ReportFolderError.notAFolder(place.path)) {
                try ReportFolder.write(Sample.record, to: place.path)
            }
            #expect(throws: ReportFolderError.self) {
                try ReportFolder.write(Sample.record, to: place.appending(path: "below").path)
            }
        }
    }

    @Test("A report is written where a link leads, and the link stays")
    func link() throws {
        try withFolder { folder in
            let real = folder.appending(path: "real")
            try ReportFolder.write(Sample.record, to: real.path)
            let link = folder.appending(path: "latest")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real)
            var next = Sample.record
            next.seed = 43
            try ReportFolder.write(next, to: link.path)
            #expect(try contents(real)["report.json"] == Data(JSONReport.bytes(of: next)))
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == real.path)
        }
    }
}
