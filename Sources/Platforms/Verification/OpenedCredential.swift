package import Credentials
package import JSON
package import UNTP

/// A credential with its document, for those who look at more of it than a verifier does.
@dynamicMemberLookup
package struct OpenedCredential: Sendable {
    package let envelope: CredentialEnvelope
    /// The credential itself, unwrapped from the token's `vc` claim if it stood there.
    package let credential: JSONView
    /// What it says.
    package let reading: CredentialReading

    /// - Throws: What is wrong with its envelope.
    package init(_ bytes: [UInt8], extensions: ExtensionLibrary = .none) throws(EnvelopeError) {
        envelope = try CredentialEnvelope.open(bytes)
        let payload: JSONView
        switch envelope {
        case .jwt(let token, _): payload = token.payloadDocument.root
        case .dataIntegrity(let document), .unsecured(let document): payload = document.root
        }
        let (credential, isInClaim) = TokenClaims.credential(in: payload)
        self.credential = credential
        reading = CredentialReading(
            envelope, credential, isInClaim: isInClaim, in: bytes, extensions: extensions)
    }

    package subscript<Value>(dynamicMember member: KeyPath<CredentialReading, Value>) -> Value {
        reading[keyPath: member]
    }

    /// The token, where it is secured by one.
    package var token: CompactJWS? { if case .jwt(let token, _) = envelope { token } else { nil } }
}
