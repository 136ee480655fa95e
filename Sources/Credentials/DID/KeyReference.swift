/// The forms in which a `kid` names a key: VC-JOSE-COSE asks for an absolute DID URL, platforms write others.
package enum KeyReference: Sendable, Hashable {
    /// `did:web:example.com#key-1`
    case absolute(DIDURL)
    /// `#key-1` or `key-1`, which alone does not say whose key it is; without the `#`.
    case fragment(String)
    /// `did:web:example.com`, which does not say which key it is.
    case bareDID(DID)
    /// No `kid`, or an empty one.
    case none

    package init(_ kid: String?) {
        guard let kid, !kid.isEmpty else {
            self = .none
            return
        }
        if let url = DIDURL(kid) {
            self = .absolute(url)
        } else if let did = DID(kid) {
            self = .bareDID(did)
        } else {
            self = .fragment(kid.hasPrefix("#") ? String(kid.dropFirst()) : kid)
        }
    }

    /// The DID that the reference itself names, if it does.
    package var did: DID? {
        switch self {
        case .absolute(let url): url.did
        case .bareDID(let did): did
        case .fragment, .none: nil
        }
    }
}
