import Foundation
import Platforms
import Testing
import UNTP

/// The official samples, as `untp-sim check` judges them; skipped where the reference data is not at hand.
@Suite(.enabled(if: OfficialSamples.folder != nil, "the reference data beside the project is not there"))
struct OfficialSampleTests {
    private func results(_ pattern: String) async throws -> [FileCheck.Result] {
        let folder = try #require(OfficialSamples.folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains(pattern) }
            .sorted()
        let files = try names.map { (name: $0, bytes: [UInt8](try Data(contentsOf: folder.appending(path: $0)))) }
        // A time at which the samples are in date.
        return await FileCheck(files, now: 1_748_736_000).results()
    }

    @Test("The samples of 0.6.1 pass the first and the second tier, and their claims are attested")
    func passesCurrentSamples() async throws {
        let results = try await results("-instance-0.6.1.json")
        #expect(results.count == 5)
        for result in results {
            #expect(result.tiers.prefix(2) == [.passed, .passed], "\(result.file): \(result.findings)")
            #expect(!result.fails)
        }
    }

    @Test(
        "Samples of other releases are named; those of a known release are judged by it, of others it is said",
        arguments: [("0.6.0", FileCheck.TierVerdict.passed), ("working", .notChecked)])
    func namesOtherReleases(version: String, schema: FileCheck.TierVerdict) async throws {
        let results = try await results("-instance-\(version).json")
        #expect(results.count == 5)
        for result in results {
            #expect(result.release?.version == version)
            #expect(result.tiers[1] == schema, "\(result.file): \(result.findings)")
            #expect(result.unchecked.isEmpty == (schema == .passed))
        }
    }
}

extension OfficialSampleTests {
    @Test(
        "Every file of the reference data is named for what it is, and none but the samples is judged as a credential")
    func namesAllFiles() async throws {
        for result in try await results("") {
            let isSample = result.file.contains("-instance-")
            #expect(result.kind.isCredential == isSample, "\(result.file)")
            if result.file.contains("-schema-") { #expect(result.kind == .jsonSchema, "\(result.file)") }
            if result.file.hasSuffix(".jsonld") { #expect(result.kind == .context, "\(result.file)") }
            #expect(result.verdict != .fails, "\(result.file): \(result.findings)")
        }
    }
}

enum OfficialSamples {
    static let folder: URL? = {
        var directory = URL(filePath: #filePath).deletingLastPathComponent()
        while directory.path != "/",
            !FileManager.default.fileExists(atPath: directory.appending(path: "Package.swift").path)
        {
            directory.deleteLastPathComponent()
        }
        let folder = directory.deletingLastPathComponent().appending(path: "shared/fixtures/untp")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()
}
