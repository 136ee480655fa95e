import Credentials
import Platforms
import UNTP

/// How a credential is issued, as its bytes show.
struct CredentialKind {
    let type: CredentialType?
    let release: Release?
    let securing: SecuringForm
    /// By its JOSE name; nil where there is none.
    let algorithm: String?

    init(_ opened: OpenedCredential) {
        type = opened.type
        release = opened.release
        switch opened.envelope {
        case .jwt(let token, let carrier):
            securing = if case .bareToken = carrier { .token } else { .enveloped }
            algorithm = token.header.alg.map { SignatureAlgorithm(joseName: $0)?.rawValue ?? $0 }
        case .dataIntegrity:
            securing = .embedded
            algorithm = SignatureAlgorithm.EdDSA.rawValue
        case .unsecured:
            securing = .unsecured
            algorithm = nil
        }
    }
}
