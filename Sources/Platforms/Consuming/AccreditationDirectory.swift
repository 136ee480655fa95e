/// Whom accreditation bodies say that they accredited, by name and DID: they publish it for everybody to look up.
///
/// A certificate by somebody without an anchor is one in the name of another where its issuer calls itself as a body of the
/// directory does, or has an identifier that looks like the body's.
package struct AccreditationDirectory: Sendable {
    package struct Body: Sendable, Hashable {
        package let name: String
        package let did: String
    }

    private var bodies: [Body] = []
    private var dids: Set<String> = []

    package init() {}

    package mutating func add(_ name: String, did: String) {
        bodies.append(Body(name: name, did: did))
        dids.insert(did)
    }

    /// The body that an issuer looks like and isn't; nil where there is none.
    package func body(resembling name: String?, did: String) -> Body? {
        guard !dids.contains(did) else { return nil }
        let (key, label) = (name.map(Self.key), Self.label(of: did))
        return bodies.first { body in
            Self.key(body.name) == key || label.map { Self.looks($0, like: body.did) } ?? false
        }
    }

    /// A name as people compare it: without case, blanks and punctuation.
    private static func key(_ name: String) -> String {
        String(
            name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    }

    /// What tells the holder of a did:web apart: the end of its path, or of its host; nil for a DID that is a bare key.
    private static func label(of did: String) -> Substring? {
        did.hasPrefix("did:web:") ? did.dropFirst(8).split(separator: ":").last : nil
    }

    /// Whether a label is a body's own with a word put before or after it.
    private static func looks(_ label: Substring, like did: String) -> Bool {
        guard let own = Self.label(of: did) else { return false }
        return label.hasPrefix(own + "-") || label.hasSuffix("-" + own)
    }
}
