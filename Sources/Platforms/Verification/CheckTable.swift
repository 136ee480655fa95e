package import Credentials
import Synchronization
package import UNTP

/// What is known of contents that were already looked at, by digest.
///
/// Analyses and signature checks are pure functions of bytes and key, so they can be made once for all platforms and
/// ahead of time. Sharing them changes no result, only what a run costs; `isShared` turns it off. The table keeps a
/// bounded number of entries, the oldest leaving first.
package final class CheckTable: Sendable {
    // A class, because all platforms of a run and its workers share one table.
    private let state: Mutex<State>
    /// Whether results are shared between those who ask for the same content.
    package let isShared: Bool

    private struct State {
        var entries: [ContentDigest: Entry] = [:]
        var order: [ContentDigest] = []
        var oldest = 0
        var computed = Computed()
    }

    private struct Entry {
        let analysis: CredentialAnalysis
        var signatures: [(key: VerificationKey, isValid: Bool)] = []
    }

    /// How often something was really computed.
    package struct Computed: Sendable, Equatable {
        package var analyses = 0
        package var signatureChecks = 0
    }

    private let capacity: Int
    /// The industry extensions that there are, and all contexts.
    package let extensions: ExtensionLibrary

    package init(isShared: Bool = true, capacity: Int = 12_288, extensions: ExtensionLibrary = .none) {
        self.isShared = isShared
        self.extensions = extensions
        self.capacity = capacity
        state = Mutex(State())
    }

    package var computed: Computed { state.withLock(\.computed) }

    /// The analysis of bytes.
    package func analysis(of bytes: [UInt8]) -> CredentialAnalysis {
        let digest = ContentDigest(of: bytes)
        if isShared, let known = state.withLock({ $0.entries[digest]?.analysis }) { return known }
        let analysis = CredentialAnalysis(of: bytes, digest: digest, extensions: extensions)
        state.withLock { state in
            state.computed.analyses += 1
            guard isShared, state.entries[digest] == nil else { return }
            state.entries[digest] = Entry(analysis: analysis)
            state.order.append(digest)
            evict(&state)
        }
        return analysis
    }

    /// Whether a token of the given content was signed with a key.
    package func isSigned(_ token: CompactJWS, content: ContentDigest, by key: VerificationKey) -> Bool {
        let known = state.withLock { $0.entries[content]?.signatures.first { $0.key == key }?.isValid }
        if isShared, let known { return known }
        let isValid = key.isValid(signature: token.signature, over: token.signingInput)
        state.withLock { state in
            state.computed.signatureChecks += 1
            if isShared { state.entries[content]?.signatures.append((key, isValid)) }
        }
        return isValid
    }

    /// Looks at bytes ahead of those who will read them, with the key that they should be signed with.
    func prepare(_ bytes: [UInt8], key: VerificationKey) {
        guard isShared else { return }
        let analysis = analysis(of: bytes)
        if case .success(let opened) = analysis.opening, let token = opened.token {
            _ = isSigned(token, content: analysis.digest, by: key)
        }
    }

    private func evict(_ state: inout State) {
        while state.order.count - state.oldest > capacity {
            let digest = state.order[state.oldest]
            state.oldest += 1
            state.entries[digest] = nil
        }
        if state.oldest > capacity {
            state.order.removeFirst(state.oldest)
            state.oldest = 0
        }
    }
}
