extension DataIntegrityProof {
    /// Checks the signature with a key that was found for it.
    package func verify(with key: VerificationKey) throws(SignatureError) {
        guard key.algorithm == .EdDSA else { throw .keyOfOtherAlgorithm(header: .EdDSA, key: key.algorithm) }
        guard key.isValid(signature: signature, over: signingInput) else { throw .doesNotMatch }
    }

    /// Checks that the proof is one by which a DID's subject asserts the credential, and that it holds at a time: Data
    /// Integrity 1.0, Verify Proof, and Controlled Identifiers 1.0, Retrieve Verification Method.
    ///
    /// - Parameters:
    ///   - document: The document of the credential's issuer.
    ///   - now: Seconds since 1970.
    ///   - leewaySeconds: How far the clocks of signer and verifier may be apart.
    package func verify(
        as document: DIDDocument, now: Int64, leewaySeconds: Int64 = 0
    ) throws(ProofRefusal) {
        guard purpose == Self.assertion else { throw .otherPurpose(purpose) }
        guard DIDURL(verificationMethod) != nil else { throw .noDIDURL(verificationMethod) }
        guard let method = document.method(kid: verificationMethod) else {
            throw .noSuchMethod(verificationMethod, document: document.id)
        }
        guard document.controls(method) else { throw .otherController(method.controller) }
        guard document.mayAssert(method) else { throw .mayNotAssert(method.id) }
        if let created, created.unixSeconds > now + leewaySeconds { throw .notYetMade(created) }
        if let expires, expires.unixSeconds < now - leewaySeconds { throw .expired(expires) }
        let key: VerificationKey
        do throws(KeyError) { key = try method.key.get() } catch { throw .unreadableKey(error) }
        do throws(SignatureError) { try verify(with: key) } catch { throw .signature(error) }
    }
}

/// Why an embedded proof does not count as its issuer's.
package enum ProofRefusal: Error, Sendable, Hashable {
    /// `proofPurpose` is not `assertionMethod`.
    case otherPurpose(String)
    /// `verificationMethod` does not name a key of a DID.
    case noDIDURL(String)
    /// The DID document has no such key.
    case noSuchMethod(String, document: String)
    /// The key is another DID's.
    case otherController(String)
    /// The key is not listed under `assertionMethod`.
    case mayNotAssert(String)
    case notYetMade(DateTimeStamp)
    case expired(DateTimeStamp)
    case unreadableKey(KeyError)
    case signature(SignatureError)
}

extension ProofRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .otherPurpose(let purpose): "a proof made for \(purpose), where assertionMethod is expected"
        case .noDIDURL(let text): "a proof by \(text), which is no DID URL of a key"
        case .noSuchMethod(let method, let document): "a proof by \(method), which the document of \(document) lacks"
        case .otherController(let controller): "a proof by a key of \(controller)"
        case .mayNotAssert(let method): "a proof by \(method), which is not listed under assertionMethod"
        case .notYetMade(let time): "a proof made later, at \(DateTimeStamp.text(unixSeconds: time.unixSeconds))"
        case .expired(let time): "a proof that expired at \(DateTimeStamp.text(unixSeconds: time.unixSeconds))"
        case .unreadableKey(let error): "a proof by \(error)"
        case .signature(let error): error.description
        }
    }
}
