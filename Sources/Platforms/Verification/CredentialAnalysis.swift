package import Credentials
package import UNTP

/// All that the bytes of a credential alone decide: its envelope, data model, schema, terms and content.
///
/// Pure and heavy, so it is made once for each content, ahead of its use and on another core where one is free. What a
/// platform makes of it is the platform's own affair.
package final class CredentialAnalysis: Sendable {
    // A class, as it never changes and all who look at a content share it.
    /// SHA-256 of the bytes as served.
    package let digest: ContentDigest
    package let opening: Result<CredentialReading, EnvelopeError>

    /// What the credential says, if its envelope could be opened.
    package var opened: CredentialReading? { if case .success(let opened) = opening { opened } else { nil } }

    package convenience init(of bytes: [UInt8], extensions: ExtensionLibrary = .none) {
        self.init(of: bytes, digest: ContentDigest(of: bytes), extensions: extensions)
    }

    init(of bytes: [UInt8], digest: ContentDigest, extensions: ExtensionLibrary) {
        self.digest = digest
        opening = Result { () throws(EnvelopeError) in
            try OpenedCredential(bytes, extensions: extensions).reading
        }
    }
}
