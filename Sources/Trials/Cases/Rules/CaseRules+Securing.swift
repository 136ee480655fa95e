import Credentials
import JSON
import Platforms
import UNTP

// Attacks on how credentials are secured.
extension CaseRules {
    private static let bestPractices = "RFC 8725, section 3.1: Perform Algorithm Verification"

    /// Tokens.
    static let tokens: [CaseRule] = [
        CaseRule(
            "algorithm-none", .negative, of: [.dpp, .dcc], in: .everyToken,
            "A token that says to be unsigned is refused.",
            mode: "algorithm-forbidden", clause: "RFC 8725, section 3.2: Use Appropriate Algorithms",
            allowed: .refused
        ) { exhibit in
            exhibit.sealing.header["alg"] = "none"
            exhibit.sealing.key = nil
        },
        CaseRule(
            "algorithm-none-in-capitals", .negative, of: [.dpp], in: .everyToken,
            "A token that says to be unsigned in other letters is refused.", mode: "algorithm-forbidden",
            clause: "RFC 8725, section 3.2: Use Appropriate Algorithms", allowed: .refused
        ) { exhibit in
            exhibit.sealing.header["alg"] = "NONE"
            exhibit.sealing.key = nil
        },
        CaseRule(
            "signature-cut-off", .negative, of: [.dpp], in: .everyToken, "A token without its signature is refused.",
            mode: "credential-altered", clause: "RFC 7515, section 5.2: Message Signature Validation",
            allowed: .invalid
        ) { exhibit in
            exhibit.sealing.key = nil
        },
        CaseRule(
            "public-key-as-secret", .negative, of: [.dpp], in: .everyToken,
            "A token with a code made from the public key as a shared secret is refused.",
            mode: "algorithm-forbidden", clause: bestPractices, allowed: .refused
        ) { exhibit in
            guard let key = exhibit.issuer.key else { return }
            exhibit.sealing.header["alg"] = "HS256"
            exhibit.bytes = exhibit.sealing.wrapped(
                CompactJWS.authenticated(
                    exhibit.credential.serialised(), header: .object(exhibit.sealing.header),
                    secret: key.publicKey.bytes))
        },
        CaseRule(
            "key-in-header", .negative, of: [.dpp], in: .everyToken,
            "A key that the token brings along is not taken for the issuer's.", mode: "credential-altered",
            clause: "RFC 8725, section 3.10: Do Not Trust Received Claims", allowed: .invalid
        ) { exhibit in
            guard let own = exhibit.sealing.key, let key = IssuerWorld.key(of: "of nobody", own.algorithm) else {
                return
            }
            exhibit.sealing.key = key
            exhibit.sealing.header["jwk"] = key.publicKey.jwk
        },
        CaseRule(
            "algorithm-of-another-key", .negative, of: [.dpp], in: .everyToken,
            "A signature of another algorithm than the named key's is refused.", mode: "credential-altered",
            clause: bestPractices, allowed: .invalid
        ) { exhibit in
            let other: SignatureAlgorithm = exhibit.world.variant.algorithm == .EdDSA ? .ES256 : .EdDSA
            exhibit.sealing.key = IssuerWorld.key(of: "of nobody", other)
            exhibit.sealing.header["alg"] = .string(other.rawValue)
        },
        CaseRule(
            "critical-header", .negative, of: [.dpp], in: .everyToken,
            "A token with a header that must be understood, and that no one knows, is refused.",
            mode: "envelope-malformed", clause: "RFC 7515, section 4.1.11: \"crit\"", allowed: .refused
        ) { exhibit in
            exhibit.sealing.header["crit"] = ["urn:example:unknown"]
            exhibit.sealing.header["urn:example:unknown"] = true
        },
        CaseRule(
            "dates-of-token-disagree", .negative, of: [.dpp], in: .everyToken,
            "A token that has run out is refused, whatever the credential in it says.", mode: "token-dates-disagree",
            clause: "VC-JOSE-COSE, Securing with JOSE, on claims", allowed: .invalid
        ) { exhibit in
            exhibit.credential["exp"] = .number(JSONNumber(Int(exhibit.now - 86_400)))
        },
    ]

    /// Embedded proofs.
    static let proofs: [CaseRule] = [
        CaseRule(
            "proof-for-authentication", .negative, of: [.dpp], in: .embedded,
            "A proof that was made for another purpose than asserting is refused.", mode: "key-not-for-assertion",
            clause: "Data Integrity 1.0, Verify Proof", allowed: .invalid
        ) { exhibit in
            exhibit.prove { $0.purpose = "authentication" }
        },
        CaseRule(
            "proof-expired", .negative, of: [.dpp], in: .embedded, "A proof that has run out is refused.",
            mode: "credential-expired", clause: "Data Integrity 1.0, Proofs, on expires", allowed: .invalid
        ) { exhibit in
            let yesterday = exhibit.now - 86_400
            exhibit.prove { $0.expires = yesterday }
        },
        CaseRule(
            "suite-unknown", .negative, of: [.dpp], in: .embedded, "A proof of a suite that no one knows is refused.",
            mode: "cryptosuite-name-drift", clause: "Data Integrity 1.0, Cryptographic Suites", allowed: .refused
        ) { exhibit in
            var proven = exhibit.sealing.proven(exhibit.credential)
            proven["proof"]?["cryptosuite"] = "eddsa-unknown-2022"
            exhibit.bytes = proven.serialised()
        },
        CaseRule(
            "member-added-beside-proof", .negative, of: [.dpp], in: .embedded,
            "A member that was added beside the proof is noticed.", mode: "credential-altered",
            clause: "Data Integrity EdDSA Cryptosuites 1.0, eddsa-jcs-2022", allowed: .invalid
        ) { exhibit in
            exhibit.alterAfterSigning { $0["validUntil"] = "2199-01-01T00:00:00Z" }
        },
    ]
}

extension Exhibit {
    /// Shows the credential with a proof that says something else of itself.
    fileprivate mutating func prove(_ change: (inout DataIntegrityProof.Options) -> Void) {
        guard let key = sealing.key else { return }
        var options = DataIntegrityProof.Options(verificationMethod: sealing.kid, created: sealing.created)
        change(&options)
        bytes = (try? DataIntegrityProof.add(options, to: credential, with: key))?.serialised()
    }
}
