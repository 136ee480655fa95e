import JSON
import LinkedData
import LinkedDataPeer
import Testing
import UNTP

@Suite(
    "The contexts that we ship say what the official ones say",
    .enabled(if: Fixtures.untp != nil, "the folder shared/fixtures/untp is missing"))
struct OfficialContextTests {
    /// IRIs and files of the official contexts.
    private static let official: [(iri: String, file: String)] =
        [
            (UNTPContexts.credentials, "credentials-v2-context.jsonld"),
            (UNTPContexts.release0_7_0, "untp-context-0.7.0.jsonld"),
            ("https://test.uncefact.org/vocabulary/untp/core/0.6.1/", "untp-core-context-0.6.1.jsonld"),
        ]
        + CredentialType.allCases.flatMap { type in
            ["0.6.0", "0.6.1", "working"].map { release in
                (type.context(of: release), "untp-\(type.rawValue)-context-\(release).jsonld")
            }
        }

    private static func documents() throws -> [(iri: String, document: JSONValue)] {
        // Not all of them could be had.
        official.compactMap { iri, file in (try? Fixtures.document(file)).map { (iri, $0.root.materialised) } }
    }

    private static let samples: [(type: CredentialType, release: String)] =
        CredentialType.allCases.flatMap { type in ["0.6.0", "0.6.1", "working"].map { (type, $0) } }

    private static func sample(_ type: CredentialType, _ release: String) throws -> JSONDocument {
        try Fixtures.document("untp-\(type.rawValue)-instance-\(release).json")
    }

    @Test(
        "The official samples, whole and damaged, give the same here as in pyld by the official contexts",
        .enabled(if: PyLDPeer.interpreter != nil, "no Python with pyld"))
    func samplesAgreeWithPyLD() throws {
        var mutator = ContextMutator(random: SeededRandom(seed: 17))
        var documents: [JSONValue] = []
        for (type, release) in Self.samples {
            let sample = try Self.sample(type, release).root.materialised
            documents.append(sample)
            for _ in 0..<60 { documents.append(mutator.damaged(sample)) }
        }
        let agreement = try Agreement(on: documents, contexts: Self.documents())
        print(agreement.summary(of: "official samples, whole and damaged, by the official contexts"))
        let first = agreement.differences.prefix(8).joined(separator: "\n")
        #expect(agreement.differences.isEmpty, "\(first)")
    }

    @Test(
        "The official samples get the same verdict, and for 0.6.1 expand to the same, by our contexts",
        arguments: samples.filter { $0.release != "working" })
    func samplesExpandAlike(type: CredentialType, release: String) throws {
        let documents = try Self.documents()
        let official = ContextLibrary(Dictionary(documents.map { ($0.iri, $0.document) }) { $1 })
        let sample = try Self.sample(type, release).root
        let ours = Expansion.expand(sample, contexts: UNTPContexts.library)
        let theirs = Expansion.expand(sample, contexts: official)
        #expect(Set(ours.problems) == Set(theirs.problems))
        // Of 0.6.0 the reference has the fields, and no types and IRIs.
        guard release == "0.6.1" else { return }
        let differences = Self.differences(ours.expanded, theirs.expanded, at: "")
        let list = differences.prefix(20).joined(separator: "\n")
        #expect(differences.isEmpty, "\(list)")
    }

    @Test(
        "Every term of an official context stands in ours, and the other way round",
        arguments: official.filter { !$0.iri.contains("working") && !$0.iri.contains("0.6.0") })
    func termsAreTheSame(iri: String, file: String) throws {
        let theirs = try #require(try? Fixtures.document(file).root.materialised["@context"])
        let ours = try #require(UNTPContexts.document(for: iri)?["@context"])
        let prefixes = theirs.prefixes
        let differences = Self.differences(ours.unabbreviated(prefixes), theirs.unabbreviated(prefixes), at: "")
        let list = differences.joined(separator: "\n")
        #expect(differences.isEmpty, "\(file):\n\(list)")
    }

    private static func differences(_ ours: JSONValue, _ theirs: JSONValue, at place: String) -> [String] {
        if case .array(let our) = ours, case .array(let their) = theirs, our.count == their.count {
            return our.indices.flatMap { differences(our[$0], their[$0], at: "\(place)/\($0)") }
        }
        guard case .object(let our) = ours, case .object(let their) = theirs else {
            return ours == theirs ? [] : ["\(place): \(text(ours)) here, \(text(theirs)) there"]
        }
        var found: [String] = []
        for name in Set(our.names).union(their.names).sorted() {
            switch (our[name], their[name]) {
            case (let one?, let other?): found += differences(one, other, at: place + "/" + name)
            case (nil, _): found.append("\(place)/\(name) is missing here")
            default: found.append("\(place)/\(name) is ours alone")
            }
        }
        return found
    }

    private static func text(_ value: JSONValue) -> String { String(decoding: value.serialised(), as: UTF8.self) }
}

extension JSONValue {
    fileprivate var prefixes: [String: String] {
        var prefixes: [String: String] = [:]
        for (name, value) in object ?? JSONObject() {
            if let iri = value.string, iri.hasSuffix("/") || iri.hasSuffix("#") { prefixes[name] = iri }
        }
        return prefixes
    }

    /// A context with all IRIs in full, and definitions as objects.
    fileprivate func unabbreviated(_ prefixes: [String: String]) -> JSONValue {
        guard case .object(let object) = self else { return self }
        return .object(
            JSONObject(
                // A term of a protected context is protected whether it says so or not.
                object.filter { $0.name != "@version" && ($0.name != "@protected" || object["@id"] == nil) }.map {
                    name, value in
                    switch value {
                    case .string(let text) where name == "@id" || name == "@type" || name == "@vocab":
                        (name, .string(Self.full(text, prefixes)))
                    case .string(let text) where !name.hasPrefix("@"):
                        (name, ["@id": .string(Self.full(text, prefixes))])
                    default: (name, value.unabbreviated(prefixes))
                    }
                }))
    }

    private static func full(_ text: String, _ prefixes: [String: String]) -> String {
        guard let colon = text.firstIndex(of: ":"), let start = prefixes[String(text[..<colon])] else { return text }
        return start + text[text.index(after: colon)...]
    }
}
