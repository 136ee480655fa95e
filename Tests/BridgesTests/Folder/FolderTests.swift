import Bridges
import Credentials
import Foundation
import HTTPTypes
import JSON
import Networking
import Platforms
import Testing

/// A folder of documents as a platform.
@Suite struct FolderTests {
    static let credential =
        #"{"type":["VerifiableCredential"],"id":"https://a.example/1","issuer":"did:web:a.example","proof":{},"credentialSubject":{"claim":{"linkURL":"https://a.example/report.pdf"}},"credentialStatus":{"statusListCredential":"https://a.example/status"}}"#
    static let didDocument = #"{"id":"did:web:a.example","verificationMethod":[]}"#
    static let linkset =
        #"{"linkset":[{"anchor":"https://id.a.example/01/07801234500013","untp:dpp":[{"href":"https://a.example/1"}]}]}"#

    /// A folder with some files, gone when the work is done.
    @discardableResult
    private func withFolder<Result>(
        _ files: [String: String], _ work: (String) throws -> Result
    ) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "folder-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try work(folder.path)
    }

    private func get(_ adapter: FolderAdapter, _ url: String) throws -> WebResponse {
        try adapter.answer(WebRequest(url: try #require(WebURL(url))), now: 0)
    }

    @Test("Documents are found where they say that they are, by their paths, and at made-up places for want of any")
    func findsPlaces() throws {
        let files = [
            "one.json": Self.credential, "did.json": Self.didDocument, "links.json": Self.linkset,
            "b.example/passports/2.json": "{}", "odd name.txt": "hello",
        ]
        try withFolder(files) { folder in
            let contents = try FolderContents(reading: folder)
            #expect(contents.document(at: "https://a.example/1#subject")?.file == "one.json")
            #expect(contents.document(at: "https://a.example/.well-known/did.json")?.file == "did.json")
            #expect(contents.document(at: "https://b.example/passports/2.json")?.file == "b.example/passports/2.json")
            #expect(contents.document(at: "https://folder.example/odd%20name.txt")?.file == "odd name.txt")
            #expect(contents.hosts == ["a.example", "b.example", "folder.example", "id.a.example"])
        }
    }

    @Test("What documents point to and the folder lacks is listed by what it is wanted for")
    func listsWhatIsMissing() throws {
        try withFolder(["one.json": Self.credential, "two.json": Self.linkset]) { folder in
            let missing = try FolderContents(reading: folder).missing
            #expect(
                missing.map { "\($0.reference.purpose.rawValue) \($0.reference.url)" } == [
                    "DID document https://a.example/.well-known/did.json", "evidence https://a.example/report.pdf",
                    "status list https://a.example/status",
                ])
            #expect(missing.map(\.wantedBy) == [["one.json"], ["one.json"], ["one.json"]])
        }
    }

    @Test("It serves just what is in it, and a linkset as its resolver would")
    func serves() throws {
        try withFolder(["one.json": Self.credential, "did.json": Self.didDocument, "links.json": Self.linkset]) {
            folder in
            let adapter = FolderAdapter(try FolderContents(reading: folder))
            let description = try adapter.describe(AdapterSetting(origins: [:], now: 0))
            #expect(description.serves == ["storage", "did", "resolver"])
            #expect(description.issuer == "did:web:a.example")
            #expect(description.issues == nil && description.verifies == nil)
            let credential = try get(adapter, "https://a.example/1")
            #expect(credential.body == Array(Self.credential.utf8))
            #expect(credential.mediaType == "application/vc")
            let product = "https://id.a.example/01/07801234500013"
            #expect(try get(adapter, product + "?linkType=linkset").mediaType == "application/linkset+json")
            #expect(try get(adapter, product + "?linkType=untp:dpp").headerFields[.location] == "https://a.example/1")
            for url in [product + "?linkType=untp:dcc", "https://a.example/2"] {
                #expect { try get(adapter, url) } throws: { error in
                    if case .notSupported = (error as? AdapterFailure)?.reason { true } else { false }
                }
            }
            #expect {
                try adapter.enrol(OutsideParty(slug: "a", name: "A"))
            } throws: { ($0 as? AdapterFailure)?.method == "enrol" }
        }
    }

    @Test("A manifest maps URLs, states media types, and declares behaviour")
    func readsManifests() throws {
        let manifest =
            #"{"name":"Acme","documents":[{"url":"https://x.example/p","file":"one.json","contentType":"application/ld+json"}],"behaviour":{"verifying.status":"skipped"}}"#
        try withFolder(["manifest.json": manifest, "one.json": Self.credential]) { folder in
            let contents = try FolderContents(reading: folder)
            #expect(contents.name == "Acme")
            #expect(contents.documents.map(\.file) == ["one.json"])
            #expect(contents.document(at: "https://x.example/p")?.contentType == "application/ld+json")
            #expect(contents.manifest?.behaviour == [Knob.Setting("verifying.status", "skipped")])
            let inferred = InferredProfile(
                contents.samples, declared: contents.manifest?.behaviour ?? [], in: "manifest.json")
            #expect(inferred.profile.hosting.contentType == .legacy)
            #expect(inferred.marks.first { $0.path == "hosting.contentType" }?.origin == .declared)
            #expect(inferred.marks.first { $0.path == "verifying.status" }?.origin == .declared)
        }
    }

    static let wrongManifests: [(text: String, says: [String])] = [
        ("{", ["manifest.json:1:2"]),
        (#"{"documents":{}}"#, ["manifest.json#/documents", "array"]),
        (#"{"documents":[{"url":"https://a.example"}]}"#, ["manifest.json#/documents/0", "file"]),
        (
            #"{"documents":[{"url":"https://a.example","file":"on.json"}]}"#,
            ["manifest.json#/documents/0/file: there is no file 'on.json'", "did you mean 'one.json'?"]
        ),
        (#"{"documents":[{"url":"one","file":"one.json"}]}"#, ["#/documents/0/url: 'one' is no URL"]),
        (#"{"documents":[],"extra":1}"#, ["manifest.json", "extra"]),
        (
            #"{"behaviour":{"securing.tip":"JWT"}}"#,
            ["there is no knob 'securing.tip'", "did you mean 'securing.typ'?"]
        ),
        (#"{"behaviour":{"securing.typ":"jwt"}}"#, ["#/behaviour/securing.typ: 'jwt' is no value", "vc+jwt"]),
        (
            #"{"documents":[{"url":"https://a.example","file":"one.json"},{"url":"https://a.example","file":"one.json"}]}"#,
            ["#/documents/1/url", "stands twice"]
        ),
    ]

    @Test("What is wrong in a manifest is named with its place", arguments: wrongManifests)
    func namesWrongManifests(_ wrong: (text: String, says: [String])) throws {
        try withFolder(["manifest.json": wrong.text, "one.json": "{}"]) { folder in
            #expect {
                try FolderContents(reading: folder)
            } throws: { error in
                wrong.says.allSatisfy("\(error)".contains)
            }
        }
    }

    @Test("Another manifest.json is an ordinary file")
    func toleratesOtherManifests() throws {
        try withFolder(["manifest.json": #"{"name":"a web application","icons":[]}"#]) { folder in
            let contents = try FolderContents(reading: folder)
            #expect(contents.documents.map(\.file) == ["manifest.json"])
        }
    }

    @Test("Links out of the folder, hidden files and files that are too large are not read")
    func staysWithinBounds() throws {
        try withFolder([".git/config": "x", "a.json": "{}", "sub/b.json": "{}"]) { folder in
            try FileManager.default.createSymbolicLink(atPath: folder + "/out.json", withDestinationPath: "/etc/passwd")
            try FileManager.default.createSymbolicLink(atPath: folder + "/in.json", withDestinationPath: "a.json")
            try FileManager.default.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: folder)
            let large = FileHandle(forWritingAtPath: folder + "/large.json")
            #expect(large == nil)
            _ = FileManager.default.createFile(atPath: folder + "/large.json", contents: nil)
            let handle = try #require(FileHandle(forWritingAtPath: folder + "/large.json"))
            try handle.truncate(atOffset: 17 << 20)
            let files = try FolderFiles(reading: folder)
            #expect(files.files.map(\.path) == ["a.json", "in.json", "sub/b.json"])
            #expect(files.skipped.map(\.path) == ["large.json", "loop", "out.json"])
        }
        #expect(throws: FolderError.self) { _ = try FolderFiles(reading: "/no/such/folder") }
    }

    @Test("4,000 folders of damaged documents are read, served and drawn from without a crash")
    func survivesDamage() throws {
        var state: UInt64 = 11
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, bound)))
        }
        let seeds = [Self.credential, Self.didDocument, Self.linkset].map { Array($0.utf8) }
        var parts = 0
        for round in 0..<4_000 {
            var bytes = seeds[round % seeds.count]
            for _ in 0...next(3) where !bytes.isEmpty {
                switch next(3) {
                case 0: bytes[next(bytes.count)] = UInt8(next(256))
                case 1: bytes.removeSubrange(next(bytes.count)...)
                default: bytes.insert(contentsOf: bytes[next(bytes.count)...], at: next(bytes.count))
                }
            }
            let content = FileContent(of: bytes)
            parts += content.parts.count
            for part in content.parts { _ = (part.addresses, part.references, part.mediaType) }
            _ = InferredProfile(Samples(content.parts.map { Samples.Document(name: "a", part: $0) }))
        }
        #expect(parts >= 4_000)
    }
}
