package import Credentials
import DequeModule
import JSON
import Synchronization
package import UNTP

/// What is known of contents that were already looked at, by digest.
///
/// Analyses and signature checks are pure functions of bytes and key, so they can be made once for all platforms and
/// ahead of time. Sharing them changes no result, only what a run costs; `isShared` turns it off. What a platform
/// publishes is known until it is withdrawn; of whatever else comes along the table keeps a bounded number, of which
/// the oldest that nobody asked for lately leaves first.
package final class CheckTable: Sendable {
    // A class, because all platforms of a run and its workers share one table.
    private let state: Mutex<State>
    /// Whether results are shared between those who ask for the same content.
    package let isShared: Bool

    private struct State {
        var entries: [ContentDigest: Entry] = [:]
        /// The entries by the buffers that they hold: while one is held it can't change, and nothing else stands there.
        var held: [Buffer: Entry] = [:]
        /// Credentials that come from elsewhere.
        var fetched: Shelf
        /// Status lists and whatever else isn't a credential of UNTP: many, and outdated after a day.
        var others: Shelf
        /// Linksets by the buffers that they were read from, which are kept with them.
        var linksets = Latest<Buffer, (bytes: [UInt8], reading: Result<Linkset, LinksetProblem>)>(8192)
        var computed = Computed()

        mutating func add(_ entry: Entry, of bytes: [UInt8]) {
            entries[entry.analysis.digest] = entry
            held[Buffer(bytes)] = entry
        }

        mutating func remove(_ entry: Entry) {
            guard entries[entry.analysis.digest] === entry else { return }
            entries[entry.analysis.digest] = nil
            letGo(of: entry)
        }

        mutating func letGo(of entry: Entry) {
            if let bytes = entry.bytes { held[Buffer(bytes)] = nil }
            entry.bytes = nil
        }

        /// Puts an entry on a shelf, and removes what is too much there; what was in use gets another round.
        mutating func put(_ entry: Entry, on shelf: WritableKeyPath<State, Shelf>) {
            self[keyPath: shelf].entries.append(entry)
            while self[keyPath: shelf].isTooFull, let oldest = self[keyPath: shelf].entries.popFirst() {
                if oldest.isInUse {
                    oldest.isInUse = false
                    self[keyPath: shelf].entries.append(oldest)
                } else {
                    remove(oldest)
                }
            }
        }
    }

    /// Entries that may leave, the oldest first.
    private struct Shelf {
        let capacity: Int
        var entries: Deque<Entry> = []

        var isTooFull: Bool { entries.count > capacity }
    }

    private final class Entry {
        // A class, so that what is found out later changes nothing but the entry.
        let analysis: CredentialAnalysis
        /// The content itself, by whose place in memory it is found; nil where nobody keeps that in full.
        var bytes: [UInt8]?
        var signatures: [(key: VerificationKey, isValid: Bool)] = []
        /// Whether somebody asked for it since it was put on its shelf or got another round there.
        var isInUse = false

        init(_ analysis: CredentialAnalysis, of bytes: [UInt8]) {
            self.analysis = analysis
            self.bytes = bytes
        }

        /// The analysis, for somebody who asks for it.
        func used() -> CredentialAnalysis {
            isInUse = true
            return analysis
        }
    }

    /// How often something was really computed.
    package struct Computed: Sendable, Equatable {
        package var analyses = 0
        package var signatureChecks = 0
    }

    /// The industry extensions that there are, and all contexts.
    package let extensions: ExtensionLibrary

    /// - Parameter capacity: How many credentials from elsewhere are kept; of other documents it is a twelfth.
    package init(isShared: Bool = true, capacity: Int = 12_288, extensions: ExtensionLibrary = .none) {
        self.isShared = isShared
        self.extensions = extensions
        state = Mutex(State(fetched: Shelf(capacity: capacity), others: Shelf(capacity: capacity / 12)))
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
        return state.withLock { $0.held[buffer]?.analysis.digest } ?? ContentDigest(of: bytes)
    }

    /// The analysis of bytes.
    package func analysis(of bytes: [UInt8]) -> CredentialAnalysis {
        analysis(of: bytes) { $0.opened?.type == nil ? \State.others : \State.fetched }
    }

    /// - Parameter shelf: Where an analysis that is new is put; nil for what stays until it is forgotten.
    private func analysis(
        of bytes: [UInt8], on shelf: (CredentialAnalysis) -> WritableKeyPath<State, Shelf>?
    ) -> CredentialAnalysis {
        let buffer = Buffer(bytes)
        if isShared, let known = state.withLock({ $0.held[buffer]?.used() }) { return known }
        let digest = ContentDigest(of: bytes)
        if isShared, let known = state.withLock({ $0.entries[digest]?.used() }) { return known }
        let analysis = CredentialAnalysis(of: bytes, digest: digest, extensions: extensions)
        state.withLock { state in
            state.computed.analyses += 1
            guard isShared, state.entries[digest] == nil else { return }
            let entry = Entry(analysis, of: bytes)
            state.add(entry, of: bytes)
            if let shelf = shelf(analysis) { state.put(entry, on: shelf) }
        }
        return analysis
    }

    /// Whether a token of the given content was signed with a key.
    ///
    /// - Parameter bytes: The content, of which the token is a part.
    package func isSigned(
        _ token: SignedToken, in bytes: [UInt8], content: ContentDigest, by key: VerificationKey
    ) -> Bool {
        isSigned(content, by: key) { token.isSigned(by: key, in: bytes) }
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
    ///
    /// - Parameter isPublished: Whether they are served as they are until somebody calls ``forget(_:)``.
    func prepare(_ bytes: [UInt8], key: VerificationKey, isPublished: Bool) {
        guard isShared else { return }
        let analysis =
            isPublished ? analysis(of: bytes) { _ in nil } : analysis(of: bytes)
        guard let opened = analysis.opened else { return }
        if let token = opened.token { _ = isSigned(token, in: bytes, content: analysis.digest, by: key) }
        if case .success(let proof) = opened.proof { _ = isProven(proof, content: analysis.digest, by: key) }
    }

    // MARK: Linksets

    /// Why a document is no linkset.
    enum LinksetProblem: Error {
        case notJSON
        case otherShape(LinksetError)
    }

    /// A linkset as it is written: RFC 9264, section 4.2.
    func linkset(in bytes: [UInt8]) -> Result<Linkset, LinksetProblem> {
        guard isShared else { return Self.read(bytes) }
        let buffer = Buffer(bytes)
        if let known = state.withLock({ $0.linksets[buffer]?.reading }) { return known }
        let reading = Self.read(bytes)
        state.withLock { _ = $0.linksets.keep((bytes, reading), as: buffer) }
        return reading
    }

    /// Reads a linkset ahead of those who will be served with it.
    func prepare(linkset bytes: [UInt8]) {
        if isShared { _ = linkset(in: bytes) }
    }

    private static func read(_ bytes: [UInt8]) -> Result<Linkset, LinksetProblem> {
        guard let json = try? JSONDocument(parsing: bytes) else { return .failure(.notJSON) }
        do throws(LinksetError) {
            return .success(try Linkset(parsing: json.root))
        } catch {
            return .failure(.otherShape(error))
        }
    }

    // MARK: Forgetting

    /// Lets go of what was published and is no more.
    func forget(_ bytes: [UInt8]) {
        let buffer = Buffer(bytes)
        state.withLock { state in
            if let entry = state.held[buffer] { state.remove(entry) }
        }
    }

    func forget(_ content: ContentDigest) {
        state.withLock { state in
            if let entry = state.entries[content] { state.remove(entry) }
        }
    }

    /// Lets go of everything but the counts.
    package func forgetAll() {
        let rest = state.withLock { state in
            let rest = (state.entries, state.held, state.linksets)
            (state.entries, state.held) = ([:], [:])
            (state.fetched.entries, state.others.entries) = ([], [])
            state.linksets.forgetAll()
            return rest
        }
        // Nobody has to wait while all that is freed.
        withExtendedLifetime(rest) {}
    }

    /// Notes where a content stands in memory that was let go of before.
    func hold(_ bytes: [UInt8], of content: ContentDigest) {
        let buffer = Buffer(bytes)
        state.withLock { state in
            guard let entry = state.entries[content], entry.bytes == nil else { return }
            entry.bytes = bytes
            state.held[buffer] = entry
        }
    }

    /// Lets go of a content itself, and of nothing that is known of it.
    func letGo(of content: ContentDigest) {
        state.withLock { state in
            if let entry = state.entries[content] { state.letGo(of: entry) }
        }
    }
}
