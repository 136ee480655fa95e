/// The suites of embedded proofs that are in circulation, by the name that stands in a proof: in `cryptosuite`, or in
/// `type` for those from before Data Integrity 1.0.
///
/// One of them is read here; the others are known, so that an unread proof is told from a misspelt one.
package enum Cryptosuite: String, Sendable, Hashable, CaseIterable {
    case eddsaJCS2022 = "eddsa-jcs-2022"
    case eddsaRDFC2022 = "eddsa-rdfc-2022"
    /// Former names of the two above, from drafts.
    case jcsEdDSA2022 = "jcs-eddsa-2022"
    case jsonEdDSA2022 = "json-eddsa-2022"
    case eddsa2022 = "eddsa-2022"
    case ecdsaJCS2019 = "ecdsa-jcs-2019"
    case ecdsaRDFC2019 = "ecdsa-rdfc-2019"
    /// The former name of the one above.
    case ecdsa2019 = "ecdsa-2019"
    case ecdsaSD2023 = "ecdsa-sd-2023"
    case bbs2023 = "bbs-2023"
    case ed25519Signature2018 = "Ed25519Signature2018"
    case ed25519Signature2020 = "Ed25519Signature2020"
    case jsonWebSignature2020 = "JsonWebSignature2020"
    case secp256k1Signature2019 = "EcdsaSecp256k1Signature2019"
    case bbsSignature2020 = "BbsBlsSignature2020"
    case rsaSignature2018 = "RsaSignature2018"

    /// Whether drafts had the name for a suite that has another today.
    package var isFormerName: Bool {
        switch self {
        case .jcsEdDSA2022, .jsonEdDSA2022, .eddsa2022, .ecdsa2019: true
        default: false
        }
    }
}
