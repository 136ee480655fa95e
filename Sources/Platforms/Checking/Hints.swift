import Credentials
import JSON
import UNTP

/// What in a credential looks like a slip or like something that only some readers take, with what to do about it.
///
/// Hints are no verdicts: they say what was probably meant, beside the findings that say what is wrong.
struct Hints {
    private(set) var texts: [String] = []
    private let credential: JSONView
    private let type: CredentialType?
    private let release: Release?

    /// - Parameters:
    ///   - part: The credential, as it stood in its file.
    ///   - opened: What was read of it.
    init(on part: FileContent.Part, _ opened: OpenedCredential) {
        credential = opened.credential
        type = opened.type
        release = opened.release
        types()
        contexts()
        schemas()
        fit(opened)
        terms(opened)
        placeholders()
        links(isSigned: opened.isSecured)
        securing(opened)
    }

    private mutating func add(_ text: String) { texts.append(text) }

    // MARK: Types and contexts

    private static let typeNames =
        ["VerifiableCredential", "EnvelopedVerifiableCredential"] + CredentialType.allCases.map(\.typeName)

    private mutating func types() {
        let written = credential["type"]
        if let text = written?.string, text != "VerifiableCredential" {
            add("`type` is the one text \"\(text)\"; write [\"\(text)\", \"VerifiableCredential\"].")
        }
        if written == nil, credential["@type"] != nil { add("It has `@type`; VCDM 2.0 names the member `type`.") }
        for name in strings(written) {
            guard !Self.typeNames.contains(name), let meant = Nearest.slip(name, among: Self.typeNames) else {
                continue
            }
            add("The type \"\(name)\" is probably meant as \"\(meant)\"; names are compared letter by letter.")
        }
    }

    private static let knownContexts =
        UNTPContexts.all
        + ["working"].flatMap { release in
            CredentialType.allCases.map { $0.context(of: release) }
        }

    private mutating func contexts() {
        let named = strings(credential["@context"])
        if credential["@context"]?.kind == .string {
            add("`@context` is one text; VCDM 2.0 wants a list whose first entry is \(CredentialModel.contextV2).")
        }
        for context in named where !Self.knownContexts.contains(context) {
            if let meant = Self.meant(by: context) {
                add("The context \(context) is probably meant as \(meant): a context is known by its exact URL.")
            } else if let unknown = Self.unknownRelease(in: context) {
                add(unknown)
            }
        }
        guard let type else { return }
        for context in named {
            let other = CredentialType.allCases.first { context.contains("/untp/\($0.rawValue)/") }
            guard let other, other != type else { continue }
            add(
                "Its type is that of \(Self.article(type.label)), its context \(context) that of \(Self.article(other.label))."
            )
        }
    }

    /// The known context that a URL differs from by its scheme, a slash, or a letter or two.
    private static func meant(by context: String) -> String? {
        let secure = context.hasPrefix("http://") ? "https://" + context.dropFirst(7) : context
        let bare = secure.hasSuffix("/") ? String(secure.dropLast()) : secure
        // Pilots wrote the contexts of early releases under the host of the later ones.
        let moved = bare.replacing(
            "https://vocabulary.uncefact.org/untp/", with: "https://test.uncefact.org/vocabulary/untp/")
        if let known = knownContexts.first(where: { [bare, bare + "/", moved, moved + "/"].contains($0) }) {
            return known
        }
        // Another digit is another release and no slip.
        return Nearest.slip(context, among: knownContexts).flatMap { known in
            known.filter(\.isNumber) == context.filter(\.isNumber) ? known : nil
        }
    }

    private static func unknownRelease(in context: String) -> String? {
        guard context.contains("untp"), let version = version(in: context) else { return nil }
        guard !Release.published.contains(Release(version)) else { return nil }
        let nearest = Release.published.min { distance($0.version, version) < distance($1.version, version) }
        return "The context \(context) names a release \(version), which is none that was published; "
            + "the nearest is \(nearest?.version ?? "0.6.1")."
    }

    /// How far two version numbers are apart, the first number counting most.
    private static func distance(_ one: String, _ other: String) -> Int {
        let numbers = [one, other].map { $0.split(separator: ".").map { min(Int($0) ?? 0, 999) } + [0, 0, 0] }
        return zip(numbers[0], numbers[1]).prefix(3).reduce(0) { $0 * 1000 + abs($1.0 - $1.1) }
    }

    /// The first version number of three parts in a text.
    static func version(in text: String) -> String? {
        let parts = text.split { !$0.isNumber && $0 != "." }.map { $0.drop { $0 == "." } }
        return parts.lazy.map { part in part.split(separator: ".").joined(separator: ".") }
            .first { $0.split(separator: ".").count == 3 }
    }

    private mutating func schemas() {
        for schema in entries(credential["credentialSchema"]) {
            guard let id = schema["id"]?.string, id.contains("untp"), let version = Self.version(in: id) else {
                continue
            }
            if let release, release.version != version {
                add("`credentialSchema` names release \(version), the contexts name \(release.version).")
            }
            let other = CredentialType.allCases.first { id.contains("untp-\($0.rawValue)-") }
            if let type, let other, other != type {
                add("`credentialSchema` names the schema of \(Self.article(other.label)).")
            }
        }
    }

    // MARK: Shape

    /// Which release the shape fits, where the contexts name none whose schema is known.
    private mutating func fit(_ opened: OpenedCredential) {
        let type = type ?? Self.type(ofSubject: credential["credentialSubject"])
        guard let type else { return }
        if self.type == nil { add("Its subject is that of \(Self.article(type.label)) (\(type.typeName)).") }
        if self.type != nil, let release, UNTPSchema.isKnown(type, in: release) { return }
        guard let fit = ReleaseFit.best(for: credential, as: type) else { return }
        // How far a release is from others that it is known to differ from says nothing of the credential.
        if let release, release.isPublished {
            guard fit.differences.isEmpty, fit.releases.contains(.v0_6_1) else { return }
            return add(
                "Its shape is that of release 0.6.1, its context that of \(release): was the context alone changed?")
        }
        let names = fit.releases.map(\.version).joined(separator: ", ")
        switch fit.differences.count {
        case 0: add("Its shape is that of release\(fit.releases.count == 1 ? "" : "s") \(names).")
        case ReleaseFit.limit...:
            add("Its shape fits none of the releases that are known here; the nearest is \(names).")
        case let count:
            let first = fit.differences[0]
            add(
                "Its shape is nearest to release \(names), from which it differs in \(count) place\(count == 1 ? "" : "s"), "
                    + "first: \(first.message).")
        }
    }

    /// The type of credential that has such a subject.
    private static func type(ofSubject subject: JSONView?) -> CredentialType? {
        guard let subject else { return nil }
        let first = subject[0] ?? subject
        let types = first["type"]?.string.map { [$0] } ?? first["type"]?.elements.compactMap(\.string) ?? []
        return subjects.first { types.contains($0.name) }?.type
    }

    static let subjects: [(name: String, type: CredentialType)] = [
        ("ProductPassport", .dpp), ("Product", .dpp), ("ConformityAttestation", .dcc), ("FacilityRecord", .dfr),
        ("Facility", .dfr), ("RegisteredIdentity", .dia), ("TransformationEvent", .dte), ("ObjectEvent", .dte),
        ("TransactionEvent", .dte), ("AggregationEvent", .dte), ("AssociationEvent", .dte),
    ]

    /// Names that are no terms and look like some.
    private mutating func terms(_ opened: OpenedCredential) {
        guard let type, let release else { return }
        let names = UNTPSchema.propertyNames(type, release: release)
        var seen: Set<String> = []
        let extra = opened.schemaViolations.filter {
            $0.keyword == "additionalProperties" || $0.keyword == "false schema"
        }
        let suspects =
            opened.undefinedTerms.compactMap(\.tokens.last)
            + extra.compactMap { $0.found.split(separator: "'").dropFirst().first.map(String.init) }
        for name in suspects {
            guard seen.insert(name).inserted, let meant = Nearest.slip(name, among: names) else { continue }
            add("The property \"\(name)\" is probably meant as \"\(meant)\".")
        }
    }

    // MARK: Values

    private mutating func placeholders() {
        var found: [(place: JSONPointer, text: String)] = []
        visit(credential, JSONPointer()) { place, text in
            if Self.isPlaceholder(text) { found.append((place, text)) }
        }
        guard let first = found.first else { return }
        let places = found.count == 1 ? "at \(first.place)" : "at \(found.count) places, first at \(first.place)"
        add("A placeholder stands \(places): \"\(first.text.prefix(60))\".")
    }

    static func isPlaceholder(_ text: String) -> Bool {
        if text.hasPrefix("<"), text.hasSuffix(">"), !text.hasPrefix("</"), text.count < 80, !text.contains("/>") {
            return !text.dropFirst().contains("<")
        }
        if text.contains("{{") && text.contains("}}") && text.count < 200 || text.contains("${") { return true }
        let lowered = text.lowercased()
        return markers.contains(where: lowered.contains) || ["string", "todo", "tbd", "xxx", "xxxx"].contains(lowered)
    }

    private static let markers = [
        "changeme", "change-me", "change_me", "replace_me", "replace-me", "your-did", "your_did", "your-domain",
        "yyyy-mm-dd", "lorem ipsum", "insert_", "todo:",
    ]

    private mutating func links(isSigned: Bool) {
        let named = [
            credential["id"], credential["issuer"]?["id"] ?? credential["issuer"],
            credential["credentialStatus"]?["statusListCredential"], credential["credentialSubject"]?["product"]?["id"],
        ]
        for url in named.compactMap({ $0?.string }) where url.hasPrefix("http://") {
            add("\(url) is an http: URL; what others are to fetch or to trust belongs under https:.")
        }
        guard let issuer = credential["issuer"]?["id"]?.string ?? credential["issuer"]?.string else { return }
        if issuer.hasPrefix("http") {
            add(
                "The issuer is the URL \(issuer); in UNTP it is a DID, as did:web for that domain, so that its key is found."
            )
        }
        let parts = issuer.split(separator: ":")
        // Of a signed credential the verifier says it.
        if !isSigned, issuer.hasPrefix("did:web:"), parts.count > 3, UInt16(parts[3]) != nil {
            add(
                "\(issuer) has \(parts[3]) as a path; where a port is meant, it is written \(parts[2])%3A\(parts[3]).")
        }
    }

    // MARK: Securing

    /// What a conforming reader takes and a strict one may refuse.
    private mutating func securing(_ opened: OpenedCredential) {
        if case .failure(.unsupportedSuite(let name)) = opened.proof, Cryptosuite(rawValue: name) == nil,
            let meant = Self.suite(meantBy: name)
        {
            add("The suite \"\(name)\" is probably meant as \"\(meant)\".")
        }
        guard case .jwt(let token, let carrier) = opened.envelope else { return }
        if let typ = token.header.typ, typ != "vc+jwt" {
            add("The header's `typ` is \"\(typ)\"; \"vc+jwt\" is registered, and strict readers want it.")
        }
        if token.header.typ == nil {
            add("The header has no `typ`; \"vc+jwt\" is registered, and strict readers want it.")
        }
        if let kid = token.header.kid, !(kid.hasPrefix("did:") && kid.contains("#")) {
            add(
                "The header's `kid` is \"\(kid.prefix(80))\"; some readers only take an absolute DID URL, as did:web:…#key-1."
            )
        }
        if case .enveloped(_, let mediaType) = carrier, mediaType != "application/vc+jwt" {
            add(
                "The envelope's data is \"\(mediaType)\"; \"application/vc+jwt\" is registered, and strict readers want it."
            )
        }
    }

    /// The suite that a name differs from by a letter or two; another year is another suite and no slip.
    static func suite(meantBy name: String) -> String? {
        Nearest.slip(name, among: Cryptosuite.allCases.map(\.rawValue)).flatMap { known in
            known.filter(\.isNumber) == name.filter(\.isNumber) ? known : nil
        }
    }

    // MARK: Reading

    static func article(_ label: String) -> String { (label.hasPrefix("i") ? "an " : "a ") + label }

    private func strings(_ value: JSONView?) -> [String] {
        value.map { $0.string.map { [$0] } ?? $0.elements.compactMap(\.string) } ?? []
    }

    private func entries(_ value: JSONView?) -> [JSONView] {
        value.map { $0.kind == .array ? Array($0.elements) : [$0] } ?? []
    }

    /// Calls for each text of a value but for contexts and proofs.
    private func visit(_ value: JSONView, _ place: JSONPointer, _ body: (JSONPointer, String) -> Void) {
        if let text = value.string { body(place, text) }
        for (position, element) in value.elements.enumerated() { visit(element, place.appending(position), body) }
        for (name, member) in value.members where !["@context", "proof", "renderMethod"].contains(name) {
            visit(member, place.appending(name), body)
        }
    }
}
