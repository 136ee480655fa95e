import Credentials
import JSON
import Networking
import Platforms
import UNTP

/// The test plan as files that a vendor can feed to a product without a simulator: each credential with what belongs to
/// it, and what a verifier must say to each.
///
/// The files are the same for the same time and origin, but for signatures with ECDSA, which never are.
package struct FixtureSet: Sendable {
    private let origin: TrialOrigin
    private let now: Int64

    /// A file: its path within the set, and its bytes.
    package struct File: Sendable {
        package let path: String
        package let bytes: [UInt8]
    }

    /// - Parameters:
    ///   - origin: Where the documents will be served.
    ///   - now: The time at which the expected verdicts are right, in Unix seconds.
    package init(origin: TrialOrigin = .ownHosts, now: Int64) {
        self.origin = origin
        self.now = now
    }

    /// The names in the folder of a set.
    package static let entries: Set<String> = [
        "credentials", "documents", "manifest.json", "expected.json", "EXPECTED.md",
    ]

    /// All files of the set.
    package var files: [File] {
        let plan = CasePlan(origin: origin, now: now)
        var library = FixtureDocuments(origin: origin)
        var expectations: [FixtureExpectation] = []
        var files: [File] = []
        for entry in plan.entries {
            guard let trial = plan.makeApart(entry) else { continue }
            let expectation = FixtureExpectation(trial)
            files.append(File(path: expectation.file, bytes: trial.question.credential.body))
            for document in trial.question.documents { library.add(document) }
            // What has an answer of its own at its URL is told in the list alone.
            library.place(trial.question.credential, at: expectation.file)
            expectations.append(expectation)
        }
        library.addLinkset(of: expectations)
        return files + library.files + [
            File(path: "manifest.json", bytes: library.manifest.prettyPrinted()),
            File(
                path: "expected.json", bytes: FixtureExpectation.list(expectations, at: now).prettyPrinted()),
            File(path: "EXPECTED.md", bytes: Array(FixtureExpectation.text(expectations, at: now).utf8)),
        ]
    }
}

/// The documents of a set by their URLs, and where they are among the files.
struct FixtureDocuments {
    private let origin: TrialOrigin
    private var entries: [String: (document: OutsideDocument, path: String)] = [:]
    private(set) var files: [FixtureSet.File] = []

    init(origin: TrialOrigin) { self.origin = origin }

    /// Adds a document in the folder of its host, once for each URL.
    mutating func add(_ document: OutsideDocument) {
        guard entries[document.url] == nil, let path = Self.path(of: document.url) else { return }
        entries[document.url] = (document, path)
        if document.status == 200 { files.append(.init(path: path, bytes: document.body)) }
    }

    /// Notes that a document is in a file that the set has already.
    mutating func place(_ document: OutsideDocument, at path: String) {
        if entries[document.url] == nil { entries[document.url] = (document, path) }
    }

    /// Adds what the resolver answers about the product of all passports.
    mutating func addLinkset(of expectations: [FixtureExpectation]) {
        let sound = expectations.filter { $0.isSoundInCommon }
        let links = sound.map { expectation in
            Linkset.Link(
                relation: LinkType(expectation.type).text(.current), href: expectation.url,
                mediaType: expectation.contentType, title: expectation.type.label, languages: ["en"])
        }
        let set = Linkset(contexts: [.init(anchor: IssuerWorld.productID, links: links)])
        guard let product = WebURL(IssuerWorld.productID)?.path else { return }
        add(
            OutsideDocument(
                url: origin.url(.resolver, String(product.dropFirst())) + "?linkType=linkset",
                contentType: Linkset.mediaType, body: set.json.prettyPrinted()))
    }

    var manifest: JSONValue {
        .array(
            entries.values.sorted { $0.document.url < $1.document.url }.map { document, path in
                [
                    "url": .string(document.url), "status": .number(JSONNumber(document.status)),
                    "contentType": document.contentType.map(JSONValue.string) ?? .null,
                    "file": document.status == 200 ? .string(path) : .null,
                ]
            })
    }

    /// A path under the name of the host; a place that is a folder to others gets a file of its own in it.
    private static func path(of url: String) -> String? {
        guard let parsed = WebURL(url) else { return nil }
        let host = parsed.port.map { "\(parsed.host)_\($0)" } ?? parsed.host
        let segments = parsed.path.split(separator: "/").map(String.init)
        guard !segments.contains(where: { $0 == "." || $0 == ".." }) else { return nil }
        let isNamed = segments.last?.contains(".json") ?? false
        return (["documents", host] + segments + (isNamed ? [] : ["document"])).joined(separator: "/")
    }
}
