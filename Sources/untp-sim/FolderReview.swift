import ArgumentParser
import Bridges
import Platforms
import Records
import UNTP

/// What each document of a folder is by itself, as `check` says it, before peers are asked.
enum FolderReview {
    /// - Parameter now: The time of the trial, in Unix seconds.
    static func documents(of path: String, now: Int64) async throws -> [TrialDocument] {
        let contents: FolderContents
        let files: FolderFiles
        do throws(FolderError) {
            files = try FolderFiles(reading: path)
            contents = try FolderContents(files, named: path)
        } catch {
            throw ExitCode.badInput("\(error)")
        }
        let own = contents.manifest == nil ? nil : FolderManifest.fileName
        let results = await FileCheck(
            files.files.filter { $0.path != own }.map { (name: $0.path, bytes: $0.bytes) }, places: contents.places,
            now: now
        ).results()
        return results.map(document)
    }

    private static func document(_ result: FileCheck.Result) -> TrialDocument {
        let findings = FindingGroup.groups(of: result.findings)
        let remarks =
            findings.filter(\.first.blocks).map(sentence) + findings.filter { !$0.first.blocks }.map(sentence)
            + result.unchecked.map { "Not checked: \($0)." } + result.hints + result.notes
        let securing = result.securing.isEmpty ? "" : ", \(result.securing)"
        return TrialDocument(
            name: result.name, verdict: result.verdict.rawValue, summary: result.summary + securing,
            remarks: remarks, isWrong: result.verdict == .fails || result.verdict == .notReadable)
    }

    private static func sentence(_ group: FindingGroup) -> String {
        let finding = group.first
        let title = FailureCatalogue[finding.code].map { "\($0.title) (\(finding.code))" } ?? finding.code
        let place = finding.pointer.isEmpty ? "" : " at \(finding.pointer)"
        let more = group.places.count > 1 ? " and \(group.places.count - 1) more" : ""
        return "\(title)\(place)\(more): \(finding.sent); expected \(finding.expected)."
    }
}

extension FolderContents {
    /// The documents by the URLs at which they are found, the first of several.
    var places: [String: [UInt8]] {
        var places: [String: [UInt8]] = [:]
        for document in documents {
            for address in document.urls where places[address.url] == nil { places[address.url] = document.bytes }
        }
        return places
    }
}
