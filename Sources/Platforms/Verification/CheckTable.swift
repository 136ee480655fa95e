package import Credentials
import Synchronization
package import UNTP

/// What is known of contents that were already looked at, by digest.
///
/// Analyses and signature checks are pure functions of bytes and key, so they can be made once for all platforms and
/// ahead of time. Sharing them changes no result, only what a run costs; `isShared` turns it off. The table keeps a
/// bounded number of analyses; the oldest that nobody asked for lately leaves first. What took longest to find out is
/// small, and stays much longer.
package final class CheckTable: Sendable {
    // A class, because all platforms of a run and its workers share one table.
    private let state: Mutex<State>
    /// Whether results are shared between those who ask for the same content.
    package let isShared: Bool

    private struct State {
        var entries: [ContentDigest: Entry] = [:]
        /// The entries by the buffers that they hold: while one is held it can't change, and nothing else stands there.
        var held: [Buffer: Entry] = [:]
        var credentials: Shelf
        /// Status lists and whatever else isn't a credential of UNTP: many, and outdated after a day.
        var others: Shelf
        /// What is left of credentials whose analysis had to leave.
        var remainders: Shelf
        var computed = Computed()

        /// Removes what is too much; what was in use gets another round.
        mutating func evict(from shelf: WritableKeyPath<State, Shelf>) {
            while let digest = self[keyPath: shelf].surplus() {
                guard let entry = entries[digest], let bytes = entry.bytes else { continue }
                if entry.isInUse {
                    entry.isInUse = false
                    self[keyPath: shelf].add(digest)
                } else {
                    held[Buffer(bytes)] = nil
                    entry.shrink()
                    if shelf == \.credentials { remainders.add(digest) } else { entries[digest] = nil }
                }
            }
            while let digest = remainders.surplus() {
                if entries[digest]?.analysis == nil { entries[digest] = nil }
            }
        }
    }

    /// The order in which the entries of a kind may leave.
    private struct Shelf {
        let capacity: Int
        private var order: [ContentDigest] = []
        private var oldest = 0

        init(capacity: Int) { self.capacity = capacity }

        mutating func add(_ digest: ContentDigest) { order.append(digest) }

        /// Takes the oldest entry where there are more than the shelf holds.
        mutating func surplus() -> ContentDigest? {
            guard order.count - oldest > capacity else { return nil }
            defer { oldest += 1 }
            if oldest > capacity {
                order.removeFirst(oldest)
                oldest = 0
            }
            return order[oldest]
        }
    }

    private final class Entry {
        // A class, so that what is found out later changes nothing but the entry.
        private(set) var analysis: CredentialAnalysis?
        private(set) var bytes: [UInt8]?
        let flaws: CredentialAnalysis.Flaws?
        var signatures: [(key: VerificationKey, isValid: Bool)] = []
        /// Whether somebody asked for it since it was put on its shelf or got another round there.
        var isInUse = false

        init(analysis: CredentialAnalysis, bytes: [UInt8]) {
            self.analysis = analysis
            self.bytes = bytes
            flaws = analysis.opened?.flaws
        }

        /// The analysis, for somebody who asks for it; nil where it had to leave.
        func used() -> CredentialAnalysis? {
            isInUse = true
            return analysis
        }

        /// Leaves what is small.
        func shrink() { (analysis, bytes) = (nil, nil) }

        /// Takes an analysis back in.
        func restore(_ analysis: CredentialAnalysis, of bytes: [UInt8]) {
            (self.analysis, self.bytes) = (analysis, bytes)
            isInUse = false
        }
    }

    /// How often something was really computed.
    package struct Computed: Sendable, Equatable {
        package var analyses = 0
        package var signatureChecks = 0
    }

    /// The industry extensions that there are, and all contexts.
    package let extensions: ExtensionLibrary

    package init(isShared: Bool = true, capacity: Int = 12_288, extensions: ExtensionLibrary = .none) {
        self.isShared = isShared
        self.extensions = extensions
        state = Mutex(
            State(
                credentials: Shelf(capacity: capacity), others: Shelf(capacity: capacity / 12),
                remainders: Shelf(capacity: capacity * 32)))
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
        return state.withLock { $0.held[buffer]?.analysis?.digest } ?? ContentDigest(of: bytes)
    }

    /// The analysis of bytes.
    package func analysis(of bytes: [UInt8]) -> CredentialAnalysis {
        let buffer = Buffer(bytes)
        if isShared, let known = state.withLock({ $0.held[buffer]?.used() }) { return known }
        let digest = ContentDigest(of: bytes)
        let (known, flaws) = state.withLock { ($0.entries[digest]?.used(), $0.entries[digest]?.flaws) }
        if isShared, let known { return known }
        let analysis = CredentialAnalysis(of: bytes, digest: digest, extensions: extensions, flaws: flaws)
        state.withLock { state in
            state.computed.analyses += 1
            guard isShared, state.entries[digest]?.analysis == nil else { return }
            let entry = state.entries[digest] ?? Entry(analysis: analysis, bytes: bytes)
            entry.restore(analysis, of: bytes)
            state.entries[digest] = entry
            state.held[buffer] = entry
            if analysis.opened?.type == nil {
                state.others.add(digest)
                state.evict(from: \.others)
            } else {
                state.credentials.add(digest)
                state.evict(from: \.credentials)
            }
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
}
