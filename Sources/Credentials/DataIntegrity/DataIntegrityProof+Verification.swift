extension DataIntegrityProof {
    /// Checks the signature with a key that was found for it. What the proof says of itself is not looked at.
    package func verify(with key: VerificationKey) throws(SignatureError) {
        guard key.algorithm == .EdDSA else { throw .keyOfOtherAlgorithm(header: .EdDSA, key: key.algorithm) }
        guard key.isValid(signature: signature, over: signingInput) else { throw .doesNotMatch }
    }
}
