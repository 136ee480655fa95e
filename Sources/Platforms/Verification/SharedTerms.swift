import Synchronization
import UNTP

/// Which credential type an extension's context was last processed for, in a cache that all documents share.
final class SharedTerms: Sendable {
    // A class, because the copies of one platform's verifier share what was read.
    private let types = Mutex<[String: CredentialType]>([:])

    /// Notes a context for a type; the type that it was processed for before, if any.
    func note(_ context: String, of type: CredentialType) -> CredentialType? {
        types.withLock { $0.updateValue(type, forKey: context) }
    }
}
