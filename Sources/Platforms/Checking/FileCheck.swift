import Credentials
package import JSON
import LinkedData
package import UNTP

/// Judges files as a conforming verifier without a network would, and says what the official tests would.
///
/// Says what each document is, what is wrong with it, and what could not be checked; what wasn't checked is never called
/// sound.
package struct FileCheck: Sendable {
    /// The verdict on one tier: as the official suite's, but for what could not be checked.
    package enum TierVerdict: String, Sendable {
        case passed, failed
        /// Nothing is wrong in what could be checked of it.
        case passedSoFar = "passed so far"
        case notChecked = "not checked"
        /// The files don't show what the tier asks for, and don't contradict it.
        case notShown = "not shown"
    }

    /// The verdict on a document in a word.
    package enum Verdict: String, Sendable, CaseIterable {
        /// Nothing is wrong, and nothing was left unchecked.
        case sound = "ok"
        /// Nothing is wrong in what could be checked.
        case soundSoFar = "ok so far"
        case fails = "FAILS"
        /// Nothing is wrong but that its time is past, or to come.
        case outOfDate = "out of date"
        /// No credential, but of use to check others.
        case support = "no credential"
        /// It takes a key to say more.
        case notChecked = "not checked"
        /// Something else than what UNTP has documents for.
        case other = "something else"
        /// Damaged, empty or of no known format.
        case notReadable = "unreadable"
    }

    /// What was found out about one document of a file.
    package struct Result: Sendable {
        package let file: String
        /// Where it stands in its file; empty where it is all of it.
        package let place: String
        package let kind: DocumentKind
        package let type: CredentialType?
        package let release: Release?
        /// What it is, in a few words.
        package let summary: String
        /// How it is secured, in words; empty for what can't be.
        package let securing: String
        package let issuer: String?
        package let validity: String?
        package let findings: [Finding]
        /// What could not be checked, because a document was not at hand or a release is not known.
        package let unchecked: [String]
        package let notes: [String]
        /// What was probably meant, and what only some readers take.
        package let hints: [String]
        package let tiers: [TierVerdict]

        package var verdict: Verdict {
            if findings.contains(where: \.blocks) || tiers.contains(.failed) { return .fails }
            if kind.isSupport { return .support }
            if isOutOfDate { return .outOfDate }
            switch kind {
            case .credential, .statusList: break
            case .sealed, .foreign(.sdJWT), .foreign(.cose), .foreign(.jwe), .mobileDocument, .abbreviated:
                return .notChecked
            case .empty, .damaged, .unknown: return .notReadable
            default: return .other
            }
            // Of a status list there is no schema to hold it to.
            let needed = tiers.prefix(kind == .statusList ? 1 : 2)
            return unchecked.isEmpty && isSecured && needed.allSatisfy { $0 == .passed } ? .sound : .soundSoFar
        }

        /// Whether there is nothing in it that could be a credential, or of use to one: an error where one was meant.
        package var isNoCredential: Bool {
            verdict == .other || verdict == .notChecked && kind != .sealed && kind != .foreign(.jwe)
        }

        package var fails: Bool { [.fails, .outOfDate, .notReadable].contains(verdict) }

        /// Whether its time is past or to come, and a verifier refuses it for that.
        package let isOutOfDate: Bool

        /// Whether there is a proof; what one is worth, findings and unchecked say.
        package let isSecured: Bool

        /// The file, and the place in it where it has several documents.
        package var name: String { place.isEmpty ? file : file + "#" + place }
    }

    private let contents: [(name: String, content: FileContent)]
    private let trustedDIDs: [String]
    private let schemas: [(name: String, schema: JSONSchema)]
    private let now: Int64
    private let library: FileLibrary
    private let verifier: Verifier

    /// - Parameters:
    ///   - files: Names and contents; they are also the only documents that references are followed to.
    ///   - places: Documents by URLs that don't stand in them.
    ///   - trustedDIDs: The registers that are trusted without asking further.
    ///   - schemas: A vendor's own schemas, which each credential has to satisfy besides.
    ///   - now: The verifier's time, in Unix seconds.
    package init(
        _ files: [(name: String, bytes: [UInt8])], places: [String: [UInt8]] = [:], trustedDIDs: [String] = [],
        schemas: [(name: String, schema: JSONSchema)] = [], now: Int64
    ) {
        contents = files.map { ($0.name, FileContent(of: $0.bytes)) }
        self.trustedDIDs = trustedDIDs
        self.schemas = schemas
        self.now = now
        library = FileLibrary(contents, places: places)
        verifier = Verifier(
            behaviour: BehaviourProfile(), table: CheckTable(extensions: library.library),
            source: FileDocuments(contents.map(\.content), places: places, now: now), statusLists: StatusListCache())
    }

    /// Judges all documents of all files, in their order.
    package func results() async -> [Result] {
        var judged: [(file: Int, part: FileContent.Part, verdict: CredentialVerdict?)] = []
        for (index, file) in contents.enumerated() {
            for part in file.content.parts { judged.append((index, part, await verdict(on: part, of: file.name))) }
        }
        let trust = TrustOfFiles(judged.compactMap(\.verdict), trustedDIDs: trustedDIDs)
        return judged.enumerated().map { position, one in
            let isFirst = position == 0 || judged[position - 1].file != one.file
            let file = contents[one.file]
            var report = PartReport(file: file.name, part: one.part)
            if isFirst { report.add(flaws: file.content.flaws) }
            if let verdict = one.verdict {
                report.judge(verdict, trust: trust, schemas: schemas, library: library)
            } else {
                report.describe(now: now)
            }
            return report.result
        }
    }

    private func verdict(on part: FileContent.Part, of file: String) async -> CredentialVerdict? {
        guard part.kind.isCredential else { return nil }
        let document = FetchedDocument(
            url: file, finalURL: file, contentType: nil, bytes: part.bytes, fetchedAt: now)
        return await verifier.verify(document, expecting: nil, now: now)
    }
}
