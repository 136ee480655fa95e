import FoundationEssentials
package import Records
import SystemPackage

/// Puts a report on disk: written beside its place, then moved into it.
package enum ReportFolder {
    /// Writes all files of a record's report to `directory`, in place of a report that is there.
    ///
    /// Whoever looks sees the earlier report or the new one, never a mixture, and on any error the earlier one stays.
    /// A folder that holds anything else is not touched, since replacing it would lose that.
    ///
    /// - Parameter plan: The record's, where it is known.
    package static func write(
        _ record: RunRecord, _ plan: FixPlan? = nil, to directory: String
    ) throws(ReportFolderError) {
        let documents = ReportFile.documents(of: record, plan)
        try write(documents + (try ReportFile.files(for: record.artefacts)), holding: entries, to: directory)
    }

    /// Checks that a report can be written to `directory`, before the work that it is to tell of.
    package static func check(_ directory: String) throws(ReportFolderError) {
        try check(directory, holding: entries)
    }

    /// Checks that files can be written to `directory`.
    ///
    /// - Parameter entries: The names that a folder of this kind may hold.
    package static func check(_ directory: String, holding entries: Set<String>) throws(ReportFolderError) {
        let beside = try begin(directory, holding: entries).beside
        try? FileManager.default.removeItem(at: beside)
    }

    /// Writes files to `directory`, in place of a folder of the same kind that is there.
    ///
    /// - Parameter entries: The names that a folder of this kind may hold; one that holds anything else is not touched.
    package static func write(
        _ files: [ReportFile], holding entries: Set<String>, to directory: String
    ) throws(ReportFolderError) {
        let (place, beside) = try begin(directory, holding: entries)
        do {
            try fill(beside, with: files)
            try moveIntoPlace(beside, at: place)
        } catch {
            try? FileManager.default.removeItem(at: beside)
            throw error
        }
    }

    /// A new folder beside the place of the files, once it is certain that they may go there.
    private static func begin(
        _ directory: String, holding entries: Set<String>
    ) throws(ReportFolderError) -> (place: URL, beside: URL) {
        let place = URL(filePath: directory).standardizedFileURL.resolvingSymlinksInPath()
        try checkReplaceable(place, holding: entries)
        let parent = place.deletingLastPathComponent()
        try run(parent) { try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true) }
        return (place, try unusedSibling(of: place))
    }

    /// The names that a report folder may hold.
    private static let entries: Set<String> = [
        "report.json", "report.html", "report.md", "consignments.csv", "findings.csv", "matrix.csv", "measures.csv",
        "rules.csv", "criteria.csv", "fraud.csv", Artefact.folder,
    ]

    private static func checkReplaceable(_ place: URL, holding entries: Set<String>) throws(ReportFolderError) {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) else { return }
        guard isFolder else { throw .notAFolder(place.path) }
        let names = try run(place) { try FileManager.default.contentsOfDirectory(atPath: place.path) }
        // Hidden files are the desktop's, which makes them again.
        let foreign = names.filter { !entries.contains($0) && $0 != ".DS_Store" }.min()
        if let foreign { throw .holdsOtherThings(folder: place.path, example: foreign) }
    }

    private static func unusedSibling(of place: URL) throws(ReportFolderError) -> URL {
        let parent = place.deletingLastPathComponent()
        for attempt in 0..<1000 {
            let sibling = parent.appending(path: ".\(place.lastPathComponent).new-\(attempt)")
            do {
                try FileManager.default.createDirectory(at: sibling, withIntermediateDirectories: false)
                return sibling
            } catch {
                if FileManager.default.fileExists(atPath: sibling.path) { continue }
                throw ReportFolderError(refusing: place.path, error)
            }
        }
        throw .cannotWrite(path: parent.path, reason: "too many unfinished reports are left beside it; remove them")
    }

    private static func fill(_ folder: URL, with files: [ReportFile]) throws(ReportFolderError) {
        var made: Set<URL> = []
        for file in files {
            let place = folder.appending(path: file.path)
            let parent = place.deletingLastPathComponent()
            try run(place) {
                if made.insert(parent).inserted {
                    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
                }
                // Not through Data, which waits for the disk after each of what may be a thousand small files.
                let descriptor = try FileDescriptor.open(
                    FilePath(place.path), .writeOnly, options: [.create, .exclusiveCreate],
                    permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
                try descriptor.closeAfter { _ = try descriptor.writeAll(file.bytes) }
            }
        }
    }

    private static func moveIntoPlace(_ beside: URL, at place: URL) throws(ReportFolderError) {
        guard FileManager.default.fileExists(atPath: place.path) else {
            return try run(place) { try FileManager.default.moveItem(at: beside, to: place) }
        }
        if Exchange.names(of: beside.path, and: place.path) {
            // What is beside now is the earlier report.
            try? FileManager.default.removeItem(at: beside)
            return
        }
        // A file system that can't exchange two names: step aside, move in, and step back if that fails.
        let aside = place.deletingLastPathComponent().appending(path: beside.lastPathComponent + ".old")
        try run(place) {
            try FileManager.default.moveItem(at: place, to: aside)
            do {
                try FileManager.default.moveItem(at: beside, to: place)
            } catch {
                try FileManager.default.moveItem(at: aside, to: place)
                throw error
            }
        }
        try? FileManager.default.removeItem(at: aside)
    }

    private static func run<Result>(
        _ place: URL, _ work: () throws -> Result
    ) throws(ReportFolderError) -> Result {
        do {
            return try work()
        } catch {
            throw ReportFolderError(refusing: place.path, error)
        }
    }
}
