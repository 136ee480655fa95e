package import Records

/// Puts the report on a trial on disk, as `ReportFolder` puts that on a run.
package enum TrialFolder {
    /// Writes all files of a trial's report to `directory`, in place of such a report that is there.
    package static func write(_ record: TrialRecord, to directory: String) throws(ReportFolderError) {
        let documents = [
            ReportFile(path: "trial.json", bytes: TrialJSON.bytes(of: record)),
            ReportFile(path: "report.html", bytes: TrialHTML.bytes(of: record)),
            ReportFile(path: "report.md", bytes: TrialMarkdown.bytes(of: record)),
            ReportFile(path: "junit.xml", bytes: TrialJUnit.bytes(of: record)),
        ]
        let files = documents + (try ReportFile.files(for: record.artefacts))
        try ReportFolder.write(files, holding: entries, to: directory)
    }

    /// Checks that a report can be written to `directory`, before a trial.
    package static func check(_ directory: String) throws(ReportFolderError) {
        try ReportFolder.check(directory, holding: entries)
    }

    /// The names that the folder of a trial's report may hold.
    private static let entries: Set<String> = ["trial.json", "report.html", "report.md", "junit.xml", Artefact.folder]
}
