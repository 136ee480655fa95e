import Credentials
import JSON
import Networking
import Platforms
import UNTP

/// A credential of the platform outside, as the peers will find it.
struct Publication: Sendable {
    /// What it is for.
    enum Purpose: Sendable, Hashable {
        /// It was issued when it was asked for.
        case issued
        /// It was issued, and then revoked.
        case revoked
        /// It was there already.
        case offered
    }

    /// The beginning of the ids of its cases.
    let id: String
    let purpose: Purpose
    let document: OutsideDocument
    let type: CredentialType?
    let release: Release?
    /// Whether it has a proof.
    let isSecured: Bool
    /// The issuer's DID.
    let issuer: String?
    /// The product that a passport is about.
    let product: String?
    /// The hosts that its URLs name, its issuer's included.
    let hosts: Set<String>

    init(id: String, purpose: Purpose, document: OutsideDocument) {
        self.id = id
        self.purpose = purpose
        self.document = document
        var hosts = Set([WebURL(document.url)?.host].compactMap(\.self))
        guard let opened = try? OpenedCredential(document.body) else {
            (type, release, isSecured, issuer, product, self.hosts) = (nil, nil, true, nil, nil, hosts)
            return
        }
        (type, release) = (opened.type, opened.release)
        isSecured = opened.isSecured
        issuer = opened.issuer
        product = if case .passport(let passport) = opened.content { passport.productID } else { nil }
        if let host = opened.issuer.flatMap({ DID($0)?.documentURL }).flatMap({ WebURL($0)?.host }) {
            hosts.insert(host)
        }
        let status = opened.credential["credentialStatus"]
        for entry in status.map({ $0.kind == .array ? Array($0.elements) : [$0] }) ?? [] {
            if let host = entry["statusListCredential"]?.string.flatMap({ WebURL($0)?.host }) { hosts.insert(host) }
        }
        self.hosts = hosts
    }

    /// The `id` of the credential, by which its status is set.
    var credentialID: String? {
        (try? OpenedCredential(document.body))?.credential["id"]?.string
    }
}
