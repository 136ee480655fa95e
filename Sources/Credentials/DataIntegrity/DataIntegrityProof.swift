package import JSON

/// A proof that stands in the credential itself: W3C Data Integrity EdDSA Cryptosuites 1.0, eddsa-jcs-2022.
package struct DataIntegrityProof: Sendable {
    /// The DID URL of the key.
    package let verificationMethod: String
    /// What the key was used for; `assertionMethod` for credentials.
    package let purpose: String
    /// When the proof was made, where it says so.
    package let created: DateTimeStamp?
    /// What is signed: SHA-256 of the canonical proof options, then SHA-256 of the canonical document.
    package let signingInput: [UInt8]
    package let signature: [UInt8]

    package static let cryptosuite = "eddsa-jcs-2022"

    /// Reads the proof of a document; says nothing about its signature.
    ///
    /// - Throws: What is missing or not understood.
    package init(reading document: JSONView) throws(ProofError) {
        let proof = try Self.onlyProof(of: document)
        guard proof["type"]?.string == "DataIntegrityProof" else {
            throw .unsupportedSuite(proof["type"]?.string ?? "no type")
        }
        guard proof["cryptosuite"]?.string == Self.cryptosuite else {
            throw .unsupportedSuite(proof["cryptosuite"]?.string ?? "no cryptosuite")
        }
        guard let method = proof["verificationMethod"]?.string else { throw .missing("verificationMethod") }
        guard let purpose = proof["proofPurpose"]?.string else { throw .missing("proofPurpose") }
        guard let value = proof["proofValue"]?.string else { throw .missing("proofValue") }
        guard value.hasPrefix("z"), let signature = Multibase.decode(value), signature.count == 64 else {
            throw .badProofValue
        }
        if let created = proof["created"] {
            guard let stamp = created.string.flatMap(DateTimeStamp.init(strict:)) else { throw .badTime }
            self.created = stamp
        } else {
            created = nil
        }
        var options = proof.materialised
        options["proofValue"] = nil
        var unsecured = document.materialised
        unsecured["proof"] = nil
        if let context = options["@context"] {
            guard Self.begins(unsecured["@context"], with: context) else { throw .otherContext }
            unsecured["@context"] = context
        }
        verificationMethod = method
        self.purpose = purpose
        signingInput = Self.signingInput(options: options, document: unsecured)
        self.signature = signature
    }

    /// Checks the signature with a key that was found for it.
    package func verify(with key: VerificationKey) throws(SignatureError) {
        guard key.algorithm == .EdDSA else { throw .keyOfOtherAlgorithm(header: .EdDSA, key: key.algorithm) }
        guard key.isValid(signature: signature, over: signingInput) else { throw .doesNotMatch }
    }

    /// A credential with a proof added to it.
    ///
    /// - Parameters:
    ///   - credential: An object without `proof`.
    ///   - created: The time that the proof says, in seconds since 1970.
    ///   - key: An Ed25519 key.
    package static func sign(
        _ credential: JSONValue, verificationMethod: String, created: Int64, with key: SigningKey
    ) throws(SignatureError) -> JSONValue {
        guard key.algorithm == .EdDSA else { throw .keyOfOtherAlgorithm(header: .EdDSA, key: key.algorithm) }
        var proof: JSONValue = [
            "type": "DataIntegrityProof", "cryptosuite": .string(cryptosuite),
            "created": .string(DateTimeStamp.text(unixSeconds: created)),
            "verificationMethod": .string(verificationMethod), "proofPurpose": "assertionMethod",
        ]
        proof["@context"] = credential["@context"]
        let signature = key.signature(over: signingInput(options: proof, document: credential))
        proof["proofValue"] = .string(Multibase.encode(signature, in: .base58btc))
        var secured = credential
        secured["proof"] = proof
        return secured
    }

    private static func signingInput(options: JSONValue, document: JSONValue) -> [UInt8] {
        ContentDigest(of: options.canonicalised()).bytes + ContentDigest(of: document.canonicalised()).bytes
    }

    private static func onlyProof(of document: JSONView) throws(ProofError) -> JSONView {
        guard let proof = document["proof"] else { throw .missing("proof") }
        guard proof.kind == .array else { return proof }
        guard proof.count == 1, let only = proof[0] else { throw .severalProofs(proof.count) }
        return only
    }

    /// Whether a document's contexts begin with those of its proof; what was appended later is not covered.
    private static func begins(_ contexts: JSONValue?, with first: JSONValue) -> Bool {
        guard let contexts else { return false }
        return (contexts.array ?? [contexts]).starts(with: first.array ?? [first])
    }
}

/// Why an embedded proof can't be checked.
package enum ProofError: Error, Sendable, Hashable {
    case missing(String)
    /// A type or cryptosuite other than eddsa-jcs-2022, by its name.
    case unsupportedSuite(String)
    /// Proof sets and chains are not read.
    case severalProofs(Int)
    /// `proofValue` is not base58btc of 64 bytes.
    case badProofValue
    /// `created` is no time with a zone.
    case badTime
    /// The proof was made under other contexts than the document begins with.
    case otherContext
}

extension ProofError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let name): "no \(name)"
        case .unsupportedSuite(let name): "a proof of \(name), where \(DataIntegrityProof.cryptosuite) is expected"
        case .severalProofs(let count): "\(count) proofs"
        case .badProofValue: "a proofValue that is not base58btc of 64 bytes"
        case .badTime: "a proof whose created is no time with a zone"
        case .otherContext: "a proof made under other contexts than the document's"
        }
    }
}
