package import Credentials
package import Platforms
package import UNTP

/// A way of issuing: the release, how credentials are secured, and with which algorithm.
package struct Variant: Sendable, Hashable {
    package var release: Release
    package var securing: SecuringForm
    package var algorithm: SignatureAlgorithm

    package init(_ release: Release, _ securing: SecuringForm, _ algorithm: SignatureAlgorithm) {
        self.release = release
        self.securing = securing
        self.algorithm = algorithm
    }

    /// What most platforms can do.
    package static let common = Variant(.v0_6_1, .enveloped, .EdDSA)

    /// The form and the algorithm in one word, such as `token-es256`.
    package var label: String { "\(securing.rawValue)-\(algorithm.rawValue.lowercased())" }

    /// The forms and algorithms that go together in a release, the common ones first.
    package static func all(in release: Release) -> [Variant] {
        let tokens = [SecuringForm.enveloped, .token].flatMap { form in
            SignatureAlgorithm.allCases.map { Variant(release, form, $0) }
        }
        // The shapes of 0.5.0 are closed, and have no place for a proof.
        guard release != .v0_5_0 else { return tokens }
        // The one suite for embedded proofs that is known here signs with Ed25519.
        return tokens + [Variant(release, .embedded, .EdDSA)]
    }

    /// The releases whose credentials can be written, the common one first.
    package static let releases: [Release] = [.v0_6_1, .v0_6_0, .v0_5_0, .v0_7_0]
}

extension AdapterDescription.Capability {
    /// Whether somebody who can do this can do the variant.
    package func covers(_ variant: Variant) -> Bool {
        releases.contains(variant.release) && securing.contains(variant.securing)
            && algorithms.contains(variant.algorithm.rawValue)
    }
}
