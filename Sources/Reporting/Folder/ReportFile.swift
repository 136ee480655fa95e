package import Records

/// A file of a report: its path within the report folder, and its bytes.
package struct ReportFile: Sendable, Equatable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Every file of a record's report except the artefacts.
    ///
    /// - Parameter plan: The record's, where it is known.
    package static func documents(of record: RunRecord, _ plan: FixPlan? = nil) -> [ReportFile] {
        let plan = plan ?? record.fixPlan
        return [
            ReportFile(path: "report.json", bytes: JSONReport.bytes(of: record, plan)),
            ReportFile(path: "report.html", bytes: HTMLReport.bytes(of: record, plan)),
            ReportFile(path: "report.md", bytes: MarkdownReport.bytes(of: record, plan)),
            ReportFile(path: "consignments.csv", bytes: CSVReport.consignments(of: record)),
            ReportFile(path: "findings.csv", bytes: CSVReport.findings(of: record)),
            ReportFile(path: "matrix.csv", bytes: CSVReport.matrix(of: record)),
            ReportFile(path: "measures.csv", bytes: CSVReport.measures(of: record)),
        ] + occasionalTables(of: record)
    }

    /// The tables that only a run has in which there was something to count.
    private static func occasionalTables(of record: RunRecord) -> [ReportFile] {
        var files: [ReportFile] = []
        if !record.rules.isEmpty { files.append(ReportFile(path: "rules.csv", bytes: CSVReport.rules(of: record))) }
        if !record.criteria.isEmpty {
            files.append(ReportFile(path: "criteria.csv", bytes: CSVReport.criteria(of: record)))
        }
        if !record.fraud.isEmpty { files.append(ReportFile(path: "fraud.csv", bytes: CSVReport.fraud(of: record))) }
        return files
    }

    /// The files with the exact bytes of the examples.
    static func files(for artefacts: [Artefact]) throws(ReportFolderError) -> [ReportFile] {
        var taken: Set<String> = []
        var files: [ReportFile] = []
        for artefact in artefacts {
            let parts = artefact.path.split(separator: "/", omittingEmptySubsequences: false)
            let staysInside = parts.allSatisfy { !["", ".", ".."].contains($0) && !$0.utf8.contains(0) }
            guard staysInside, taken.insert(artefact.path).inserted else { throw .unsafeArtefact(artefact.path) }
            files.append(ReportFile(path: Artefact.folder + "/" + artefact.path, bytes: artefact.bytes))
        }
        return files
    }
}
