import Credentials
import JSON
import Platforms
import UNTP

// Who signed what.
extension CaseRules {
    private static let jose = "VC-JOSE-COSE, Securing JSON-LD Verifiable Credentials with JOSE"
    private static let keys = "Controlled Identifiers 1.0, Retrieve Verification Method"

    static let signatures: [CaseRule] = [
        CaseRule(
            "altered", .negative, of: CredentialType.allCases, in: .everyForm,
            "A content that was changed after signing is noticed.", mode: "credential-altered", clause: jose,
            allowed: .invalid
        ) { exhibit in
            exhibit.alterAfterSigning { $0["issuer"]?["name"] = "Somebody Else" }
        },
        CaseRule(
            "altered-deep-inside", .negative, of: [.dpp], in: .everyForm,
            "A change of one number deep inside is noticed.",
            mode: "credential-altered", clause: jose, allowed: .invalid
        ) { exhibit in
            exhibit.alterAfterSigning { credential in
                let claim = ["credentialSubject", "conformityClaim", "0", "assessmentDate"]
                let direct = ["credentialSubject", "productionDate"]
                let pointer = JSONPointer(credential[pointer: JSONPointer(claim)] == nil ? direct : claim)
                credential[pointer: pointer] = "2020-02-02"
            }
        },
        CaseRule(
            "signature-of-another", .negative, of: [.dpp], in: .everyForm,
            "A signature that belongs to another credential of the same issuer is noticed.",
            mode: "credential-altered", clause: jose, allowed: .invalid
        ) { exhibit in
            exhibit.takeSignatureOfAnother()
        },
        CaseRule(
            "other-key", .negative, of: CredentialType.allCases, in: .everyForm,
            "A signature by another key than the one that is named is noticed.", mode: "credential-altered",
            clause: jose, allowed: .invalid
        ) { exhibit in
            guard let key = exhibit.sealing.key else { return }
            exhibit.sealing.key = IssuerWorld.key(of: "of nobody", key.algorithm)
        },
        CaseRule(
            "key-not-in-document", .negative, of: [.dpp], in: .everyForm,
            "A key that the DID document does not have is refused.",
            mode: "key-rotated-away", clause: keys, allowed: .notValid
        ) { exhibit in
            guard let key = exhibit.sealing.key else { return }
            exhibit.sealing.key = IssuerWorld.key(of: "of nobody", key.algorithm)
            exhibit.name(key: exhibit.issuer.did + "#key-9")
        },
        CaseRule(
            "key-not-for-assertion", .negative, of: [.dpp], in: .everyForm,
            "A key that is not listed under assertionMethod is refused.", mode: "key-not-for-assertion",
            clause: "Controlled Identifiers 1.0, Assertion", allowed: .invalid
        ) { exhibit in
            exhibit.world.putDocument(of: exhibit.role, listsAssertions: false, on: &exhibit.shelf)
        },
        CaseRule(
            "key-of-another", .negative, of: [.dpp, .dcc], in: .everyForm,
            "A credential in one party's name that another party signed with its own key is refused.",
            mode: "issuer-impersonated", clause: keys, allowed: .invalid
        ) { exhibit in
            let stranger = exhibit.world.party(.stranger)
            exhibit.sealing.key = stranger.key
            exhibit.name(key: stranger.kid)
        },
        CaseRule(
            "did-document-of-another", .negative, "A DID document that is about another DID is refused.",
            mode: "did-document-invalid", clause: "did:web Method Specification, Read", allowed: .notValid
        ) { exhibit in
            let stranger = exhibit.world.party(.stranger)
            exhibit.sealing.key = stranger.key
            exhibit.shelf.put(
                stranger.document().serialised(), at: exhibit.issuer.documentURL, as: "application/did+json")
        },
        CaseRule(
            "proof-removed", .negative, of: [.dpp, .dcc], in: .everyForm,
            "A credential without a proof is not taken for a secured one.", mode: "proof-missing",
            clause: "VCDM 2.0, Securing Mechanisms", allowed: .notValid
        ) { exhibit in
            exhibit.bytes = exhibit.credential.serialised()
        },
    ]
}

extension Exhibit {
    /// Names a key in the header or in the proof.
    mutating func name(key kid: String) {
        sealing.kid = kid
        sealing.header["kid"] = .string(kid)
    }

    fileprivate mutating func takeSignatureOfAnother() {
        var other = credential
        other["id"] = .string(url + "/other")
        guard isToken else {
            var forged = credential
            forged["proof"] = sealing.proven(other)["proof"]
            bytes = forged.serialised()
            return
        }
        bytes = sealing.wrapped(
            CompactJWS.replacingPayload(of: sealing.token(other.serialised()), with: credential.serialised()))
    }
}
