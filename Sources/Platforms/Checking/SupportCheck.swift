import Credentials
import JSON
import LinkedData
import UNTP

/// Checks a document that is no credential as far as it can be checked by itself.
struct SupportCheck {
    struct Problem {
        let code: String
        let pointer: String
        let sent: String
        let expected: String
        let blocks: Bool
    }

    private let part: FileContent.Part
    /// What the document is, where there is more to say than its kind.
    private(set) var summary: String?
    private(set) var problems: [Problem] = []
    private(set) var notes: [String] = []
    private(set) var unchecked: [String] = []

    init(_ part: FileContent.Part) { self.part = part }

    mutating func run() {
        if let root = part.root { warnOfPrivateKeys(in: root) }
        switch part.kind {
        case .didDocument: checkDIDDocument()
        case .linkset: checkLinkset()
        case .jsonSchema: checkSchema()
        case .context: checkContext()
        case .presentation: describePresentation()
        case .didLog: notes.append("The DID document in its last entry is read; the chain of entries is not checked.")
        case .damaged(let why): summary = why
        case .sealed:
            let cipher = part.root?["type"]?.string.map { " by \($0)" } ?? ""
            unchecked.append("what is in it: it is encrypted\(cipher), and the key is not in it")
        case .linkedData: describeData()
        default: if let advice = Self.advice(on: part.kind) { notes.append(advice) }
        }
    }

    private mutating func add(
        _ code: String, at pointer: String = "", sent: String, expected: String, blocks: Bool = true
    ) {
        problems.append(Problem(code: code, pointer: pointer, sent: sent, expected: expected, blocks: blocks))
    }

    private mutating func warnOfPrivateKeys(in root: JSONView) {
        let methods = (root["verificationMethod"]?.elements).map { Array($0) } ?? []
        let isExposed =
            part.kind == .keys && (root["d"] != nil || root["keys"]?.elements.contains { $0["d"] != nil } ?? false)
            || root.members.contains { $0.name.hasPrefix("privateKey") }
            || methods.contains { $0["publicKeyJwk"]?["d"] != nil || $0["privateKeyJwk"] != nil }
        if isExposed { notes.append("It holds a private key: whoever has the file can sign in its owner's name.") }
    }

    // MARK: DID documents

    private mutating func checkDIDDocument() {
        guard let root = part.root else { return }
        let document: DIDDocument
        do {
            document = try DIDDocument(parsing: root)
        } catch {
            return add("did-document-invalid", sent: "\(error)", expected: "a DID document with an id")
        }
        let keys = document.verificationMethods
        summary = "the DID document of \(document.id), with \(keys.count) key\(keys.count == 1 ? "" : "s")"
        if DID(document.id) == nil {
            add("did-document-invalid", at: "/id", sent: document.id, expected: "a DID (DID Core, section 3.1)")
        }
        if keys.isEmpty {
            notes.append("It has no key: nothing that is signed in its name can be verified.")
        }
        for (position, method) in keys.enumerated() {
            let pointer = "/verificationMethod/\(position)"
            switch method.key {
            case .success: break
            case .failure(.codecMissing):
                add(
                    "multikey-codec-missing", at: pointer, sent: "bare key bytes in publicKeyMultibase",
                    expected: "a multicodec prefix before the key bytes")
            case .failure(let error):
                unchecked.append("the key \(method.id): \(error)")
            }
        }
        if !keys.isEmpty, document.assertionMethod.isEmpty {
            add(
                "key-not-for-assertion", at: "/assertionMethod", sent: "no key is listed for assertions",
                expected: "the keys that sign credentials under assertionMethod")
        }
        let holdsServices = DID(document.id)?.keyDocument == nil
        if holdsServices, !document.services.contains(where: { LinkType(anySpelling: $0.type) == .dia }) {
            notes.append("No service leads to an identity anchor (type untp:dia), so it is found by other ways only.")
        }
    }

    // MARK: Linksets

    private mutating func checkLinkset() {
        guard let root = part.root else { return }
        do {
            let linkset = try Linkset(parsing: root)
            let anchors = linkset.contexts.map(\.anchor)
            summary =
                "a linkset with \(linkset.links.count) link\(linkset.links.count == 1 ? "" : "s") about "
                + (anchors.count == 1 ? anchors[0] : "\(anchors.count) things")
            let unknown = linkset.links.map(\.relation).filter { relation in
                LinkType(anySpelling: relation) == nil && !relation.hasPrefix("gs1:") && !relation.contains("gs1.org")
                    && relation.contains(":")
            }
            if !unknown.isEmpty {
                notes.append(
                    "Relations that are no link types of UNTP or GS1: \(CheckedFindings.listed(unknown)).")
            }
        } catch {
            add("linkset-shape-invalid", sent: "\(error)", expected: "a linkset as RFC 9264, section 4.2, has it")
        }
    }

    // MARK: Schemas and contexts

    private mutating func checkSchema() {
        guard let root = part.root else { return }
        let title = root["title"]?.string ?? root["$id"]?.string
        summary = "a JSON Schema" + (Self.subject(of: root) ?? title.map { " (\($0))" } ?? "")
        do {
            _ = try JSONSchema(compiling: root.materialised)
            notes.append("Credentials that name it are held to it; --schema holds all of them.")
        } catch {
            unchecked.append("by this schema nothing can be checked here: \(error)")
        }
    }

    /// The type and the release that a schema's own examples and constants name.
    private static func subject(of schema: JSONView) -> String? {
        let properties = schema["properties"]
        let types = String(decoding: properties?["type"]?.rawBytes ?? [], as: UTF8.self)
        guard let type = CredentialType.allCases.first(where: { types.contains("\"\($0.typeName)\"") }) else {
            return nil
        }
        let contexts = String(decoding: properties?["@context"]?.rawBytes ?? [], as: UTF8.self)
        let version = contexts.split(separator: "\"").lazy.filter { $0.contains("/untp/") }
            .compactMap { Hints.version(in: String($0)) }.first
        return " for \(type.label)s" + (version.map { " of UNTP \($0)" } ?? "")
    }

    private mutating func checkContext() {
        guard let root = part.root else { return }
        summary = "a JSON-LD context" + (root["@context"].map { " with \(Self.termCount($0)) terms" } ?? "")
        let problems = Expansion.expand(root, contexts: UNTPContexts.library).problems
        for problem in problems where problem.isError {
            if case .unknownContext(let iri) = problem.kind {
                unchecked.append("what it takes from the context \(iri), which is not known here")
            } else if let (code, expected) = TermDiagnosis.name(problem) {
                add(
                    code, at: problem.pointer.description, sent: TermDiagnosis.description(problem), expected: expected)
            }
        }
    }

    private static func termCount(_ context: JSONView) -> Int {
        context.kind == .array
            ? context.elements.reduce(0) { $0 + termCount($1) }
            : context.members.count {
                !$0.name.hasPrefix("@")
            }
    }

    private mutating func describeData() {
        let types =
            (part.root?["type"] ?? part.root?["@type"]).map { value in
                value.string.map { [$0] } ?? value.elements.compactMap(\.string)
            } ?? []
        let context = part.root?["@context"]?.string ?? part.root?["@context"]?[0]?.string
        summary =
            "data without a credential around it"
            + (types.isEmpty ? "" : " (\(types.prefix(3).joined(separator: ", ")))")
        if let subject = Hints.subjects.first(where: { types.contains($0.name) }) {
            notes.append(
                "It reads like the subject of \(Hints.article(subject.type.label)); UNTP exchanges it inside of one.")
        } else if let context {
            notes.append("It is JSON-LD by \(context), and none of UNTP's documents.")
        }
    }

    private mutating func describePresentation() {
        let held = part.root?["verifiableCredential"]
        let count = held.map { $0.kind == .array ? $0.count : 1 } ?? 0
        summary = "a verifiable presentation of \(count) credential\(count == 1 ? "" : "s")"
        if let id = part.root?["id"]?.string, part.root?["verifiableCredential"] == nil, id.hasPrefix("data:") {
            summary = "a verifiable presentation as a token, which is looked at by itself"
        }
        if part.token != nil || part.root?["proof"] != nil {
            unchecked.append("its own proof, which shows who presents; the credentials in it are judged by themselves")
        }
    }

    /// What to do about a document that a verifier of UNTP does not read.
    private static func advice(on kind: DocumentKind) -> String? {
        switch kind {
        case .foreign(.sdJWT), .foreign(.cose):
            "UNTP's profile has credentials as a JWS (vc+jwt); this way of securing is not read here."
        case .mobileDocument: "UNTP has no place for mobile documents; it reads W3C credentials."
        case .foreign(.jwe): "It is encrypted for somebody else; only with that key can be said what is in it."
        case .foreign(.html): "The address of a page was saved where a document was meant? Ask for application/vc."
        case .foreign(.zip): "Unpack it, and check what is in it."
        case .foreign(.pdf), .foreign(.png), .foreign(.jpeg), .foreign(.svg), .foreign(.gif), .foreign(.webp):
            "It can be evidence that a credential links to; it is none itself."
        case .openAttestation:
            "OpenAttestation 2 and 3 are other formats than W3C credentials; UNTP takes W3C VCDM 2.0."
        case .epcis:
            "EPCIS events are what a Digital Traceability Event carries in a credential; by themselves they are unsigned."
        case .abbreviated: "It is an example for people; only the whole token can be checked."
        case .text(.address): "Save what is there as a file, and check that."
        case .text(.yaml), .text(.markdown), .text(.plain), .text(.program), .text(.csv):
            "Credentials are JSON or tokens; whole ones that stand in a text are found."
        case .text(.template): "A template is what a credential's renderMethod names; it is no credential itself."
        case .json(let what) where what.hasPrefix("JSON") || what.hasPrefix("a JSON"):
            "It holds no credential, status list, DID document or linkset that is recognised."
        case .token(let what) where what.hasPrefix("claims"):
            "A credential's token holds the credential itself: VC-JOSE-COSE, section 3.1."
        default: nil
        }
    }
}
