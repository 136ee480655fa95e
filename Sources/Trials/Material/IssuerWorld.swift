import Credentials
import JSON
import Platforms
import UNTP

/// A small world of issuers who do everything right in one variant: two registers that are trusted, a maker, a
/// certifier, and somebody whom no register knows.
struct IssuerWorld: Sendable {
    let origin: TrialOrigin
    let variant: Variant
    /// The time of the world, in Unix seconds.
    let now: Int64
    /// Tells worlds of the same variant apart; empty where there is but one.
    let space: String

    /// Who issues.
    enum Role: String, Sendable, CaseIterable {
        /// The business register and the accreditation body, which are trusted without asking further.
        case register, accreditation
        case maker, certifier
        /// Somebody without an anchor.
        case stranger
    }

    init(origin: TrialOrigin, variant: Variant, now: Int64, space: String = "") {
        self.origin = origin
        self.variant = variant
        self.now = now
        self.space = space
    }

    /// Names the world in paths, so that worlds don't share documents.
    var label: String {
        [variant.release.version, variant.label, space].filter { !$0.isEmpty }.joined(separator: "-")
    }

    func party(_ role: Role) -> IssuingParty {
        IssuingParty(
            name: Self.names[role] ?? role.rawValue, did: origin.did([label, role.rawValue]),
            documentURL: origin.documentURL(ofDID: [label, role.rawValue]),
            key: Self.key(of: "\(label)/\(role.rawValue)", variant.algorithm))
    }

    private static let names: [Role: String] = [
        .register: "Register of Companies", .accreditation: "Accreditation Board", .maker: "Northern Cathode Works",
        .certifier: "Clear Assurance", .stranger: "Somebody Unknown",
    ]

    /// The DIDs that readers trust.
    var trusted: [String] { [party(.register).did, party(.accreditation).did] }

    /// A key that is the same in every world of the same name.
    static func key(of name: String, _ algorithm: SignatureAlgorithm) -> SigningKey? {
        let seed = ContentDigest(of: Array("untp-sim trial key of \(name) \(algorithm.rawValue)".utf8)).bytes
        return try? SigningKey(algorithm, seed: seed)
    }

    // MARK: Places

    func url(of type: CredentialType, by role: Role) -> String {
        origin.url(.storage, "\(label)/\(role.rawValue)/\(type.rawValue)")
    }

    func listURL(of role: Role, purpose: String = "revocation") -> String {
        origin.url(.status, "\(label)/\(role.rawValue)/\(purpose)")
    }

    /// Where a credential's status is, for each type apart; never two that mirror each other within a byte.
    static func statusIndex(of type: CredentialType) -> Int {
        switch type {
        case .dpp: 1_009
        case .dcc: 2_018
        case .dte: 3_027
        case .dfr: 4_036
        case .dia: 5_045
        }
    }

    /// Who issues a type.
    static func issuer(of type: CredentialType) -> Role {
        switch type {
        case .dpp, .dte, .dfr: .maker
        case .dcc: .certifier
        case .dia: .register
        }
    }

    /// When what lasts was issued, and until when it is valid.
    var issued: Int64 { now - 30 * 86_400 }
    var expiry: Int64 { now + 365 * 86_400 }
}

/// Somebody who issues, with the key.
struct IssuingParty: Sendable {
    let name: String
    let did: String
    /// Where the DID document is.
    let documentURL: String
    /// Nil in the one case in 2^32 where a seed is no key.
    let key: SigningKey?

    static let fragment = "key-1"
    var kid: String { did + "#" + Self.fragment }

    /// The DID document, with the place of an identity anchor where there is one.
    func document(
        anchorURL: String? = nil, form: DIDDocument.KeyForm = .jwk, listsAssertions: Bool = true
    ) -> JSONValue {
        DIDDocument.json(
            id: did, keys: key.map { [(fragment: Self.fragment, key: $0.publicKey)] } ?? [], form: form,
            listsAssertions: listsAssertions,
            services: anchorURL.map {
                [DIDService(id: did + "#anchor", type: LinkType.dia.text(.current), endpoint: .string($0))]
            } ?? [])
    }
}
