package import JSON

extension DataIntegrityProof {
    /// What a proof that is to be made says of itself.
    package struct Options: Sendable, Hashable {
        /// The DID URL under which the key is published.
        package var verificationMethod: String
        package var purpose = DataIntegrityProof.assertion
        /// Seconds since 1970.
        package var created: Int64?
        /// Seconds since 1970.
        package var expires: Int64?

        package init(verificationMethod: String, created: Int64? = nil, expires: Int64? = nil) {
            self.verificationMethod = verificationMethod
            self.created = created
            self.expires = expires
        }
    }

    /// A credential with a proof added to it, beside those that it has: Data Integrity 1.0, Add Proof Set.
    ///
    /// - Parameter key: An Ed25519 key.
    package static func add(
        _ options: Options, to credential: JSONValue, with key: SigningKey
    ) throws(SignatureError) -> JSONValue {
        guard key.algorithm == .EdDSA else { throw .keyOfOtherAlgorithm(header: .EdDSA, key: key.algorithm) }
        var unsecured = credential
        unsecured["proof"] = nil
        var proof: JSONValue = ["type": "DataIntegrityProof", "cryptosuite": .string(cryptosuite)]
        proof["created"] = options.created.map { .string(DateTimeStamp.text(unixSeconds: $0)) }
        proof["expires"] = options.expires.map { .string(DateTimeStamp.text(unixSeconds: $0)) }
        proof["verificationMethod"] = .string(options.verificationMethod)
        proof["proofPurpose"] = .string(options.purpose)
        proof["@context"] = credential["@context"]
        let signature = key.signature(over: signingInput(options: proof, document: unsecured))
        proof["proofValue"] = .string(Multibase.encode(signature, in: .base58btc))
        let former = credential["proof"]
        unsecured["proof"] = former.map { .array(($0.array ?? [$0]) + [proof]) } ?? proof
        return unsecured
    }

    /// A credential with a proof added to it.
    ///
    /// - Parameters:
    ///   - created: The time that the proof says, in seconds since 1970.
    ///   - key: An Ed25519 key.
    package static func sign(
        _ credential: JSONValue, verificationMethod: String, created: Int64, with key: SigningKey
    ) throws(SignatureError) -> JSONValue {
        try add(Options(verificationMethod: verificationMethod, created: created), to: credential, with: key)
    }
}
