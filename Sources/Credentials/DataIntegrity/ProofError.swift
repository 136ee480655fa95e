/// Why an embedded proof can't be checked.
package enum ProofError: Error, Sendable, Hashable {
    case missing(String)
    /// A type or cryptosuite other than eddsa-jcs-2022, by its name.
    case unsupportedSuite(String)
    /// Several proofs where one is expected.
    case severalProofs(Int)
    /// A proof over other proofs (`previousProof`): proof chains are not read.
    case chained
    /// `proofValue` is not base58btc of 64 bytes.
    case badProofValue
    /// `created` or `expires` is no time with a zone.
    case badTime
    /// The proof was made under other contexts than the document begins with.
    case otherContext

    /// The suite that is not supported, where it is one in circulation.
    package var knownSuite: Cryptosuite? {
        if case .unsupportedSuite(let name) = self { Cryptosuite(rawValue: name) } else { nil }
    }
}

extension ProofError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let name): "no \(name)"
        case .unsupportedSuite(let name):
            "a proof of \(name)\(knownSuite == nil ? "" : ", which is not read here"), "
                + "where \(DataIntegrityProof.cryptosuite) is expected"
        case .severalProofs(let count): "\(count) proofs"
        case .chained: "a proof that rests on other proofs"
        case .badProofValue: "a proofValue that is not base58btc of 64 bytes"
        case .badTime: "a proof whose created or expires is no time with a zone"
        case .otherContext: "a proof made under other contexts than the document's"
        }
    }
}
