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
        /// The contents of buffers that the entries hold: while one is held it can't change, and nothing else stands there.
        var contents: [Buffer: ContentDigest] = [:]
        var order: [ContentDigest] = []
        var oldest = 0
        var computed = Computed()
    }

    private struct Entry {
        let analysis: CredentialAnalysis
        let bytes: [UInt8]
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

    /// Where bytes stand in memory.
    private struct Buffer: Hashable {
        private let address: UInt
        private let count: Int

        init(_ bytes: [UInt8]) {
            address = bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
            count = bytes.count
        }
    }

    /// The digest of bytes; computed where these very bytes were not analysed before.
    func digest(of bytes: [UInt8]) -> ContentDigest {
        let buffer = Buffer(bytes)
        return state.withLock { $0.contents[buffer] } ?? ContentDigest(of: bytes)
    }

    /// The analysis of bytes.
    package func analysis(of bytes: [UInt8]) -> CredentialAnalysis {
        let digest = digest(of: bytes)
        if isShared, let known = state.withLock({ $0.entries[digest]?.analysis }) { return known }
        let analysis = CredentialAnalysis(of: bytes, digest: digest, extensions: extensions)
        state.withLock { state in
            state.computed.analyses += 1
            guard isShared, state.entries[digest] == nil else { return }
            state.entries[digest] = Entry(analysis: analysis, bytes: bytes)
            state.contents[Buffer(bytes)] = digest
            state.order.append(digest)
            evict(&state)
        }
        return analysis
    }

    /// Whether a token of the given content was signed with a key.
    package func isSigned(_ token: CompactJWS, content: ContentDigest, by key: VerificationKey) -> Bool {
        isSigned(content, by: key) { key.isValid(signature: token.signature, over: token.signingInput) }
    }

    /// Whether a credential of the given content has a proof that was made with a key.
    package func isProven(_ proof: DataIntegrityProof, content: ContentDigest, by key: VerificationKey) -> Bool {
        isSigned(content, by: key) {
            do throws(SignatureError) {
                try proof.verify(with: key)
                return true
            } catch {
                return false
            }
        }
    }

    private func isSigned(_ content: ContentDigest, by key: VerificationKey, _ check: () -> Bool) -> Bool {
        let known = state.withLock { $0.entries[content]?.signatures.first { $0.key == key }?.isValid }
        if isShared, let known { return known }
        let isValid = check()
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
        guard case .success(let opened) = analysis.opening else { return }
        if let token = opened.token { _ = isSigned(token, content: analysis.digest, by: key) }
        if case .success(let proof) = opened.proof { _ = isProven(proof, content: analysis.digest, by: key) }
    }

    private func evict(_ state: inout State) {
        while state.order.count - state.oldest > capacity {
            let digest = state.order[state.oldest]
            state.oldest += 1
            if let bytes = state.entries.removeValue(forKey: digest)?.bytes { state.contents[Buffer(bytes)] = nil }
        }
        if state.oldest > capacity {
            state.order.removeFirst(state.oldest)
            state.oldest = 0
        }
    }
}
