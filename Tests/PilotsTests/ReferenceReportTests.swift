import Foundation
import Records
import Reporting
import Testing

@testable import Pilots

/// The committed reference report, made anew.
@Suite struct ReferenceReportTests {
    @Test(
        "The copper pilot gives the reference report, byte for byte; 'make reference' writes it anew after a change that is meant"
    )
    func isReproduced() throws {
        var root = URL(filePath: #filePath).deletingLastPathComponent()
        while root.path != "/", !FileManager.default.fileExists(atPath: root.appending(path: "Package.swift").path) {
            root.deleteLastPathComponent()
        }
        let committed = try Data(contentsOf: root.appending(path: "Reports/copper/report.json"))
        let scenario = try Scenario.load(path: root.appending(path: "Scenarios/pilots/copper.yaml").path)
        let record = try PilotRun(scenario).run()
        let made = JSONReport.bytes(of: record)
        let isSame = Data(made) == committed
        #expect(isSame, "the report differs; digest \(record.digest.overall)")
    }
}
