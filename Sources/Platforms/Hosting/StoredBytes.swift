import Credentials
import SimulationKernel
import Synchronization

/// The bytes of a published document: in full while it is asked for, packed once nobody does.
///
/// In which form they are kept changes nothing but the memory that a run takes.
package final class StoredBytes: Sendable {
    // A class, because the platform that serves a document and those who made it share what becomes of its bytes.
    private struct State {
        var form: Form
        /// Whether somebody asked for them since ``takeUse()``.
        var wasUsed = false
    }

    private enum Form {
        case plain(Deferred<[UInt8]>)
        case packed(PackedDocument, ContentDigest)
    }

    /// What they are known by to those who look at contents.
    enum Known {
        case plain([UInt8])
        case packed(ContentDigest)
    }

    private let state: Mutex<State>

    /// Bytes that are made on another core where one is free.
    init(_ bytes: Deferred<[UInt8]>) {
        state = Mutex(State(form: .plain(bytes)))
    }

    convenience init(_ bytes: [UInt8]) { self.init(Deferred(bytes)) }

    /// The bytes; those that are packed stay so.
    package var value: [UInt8] {
        let form = state.withLock { state in
            state.wasUsed = true
            return state.form
        }
        return switch form {
        case .plain(let bytes): bytes.value
        case .packed(let document, _): document.bytes
        }
    }

    /// What is known of them by now; nil for bytes that nobody made yet.
    var known: Known? {
        switch state.withLock(\.form) {
        case .plain(let bytes): bytes.known.map(Known.plain)
        case .packed(_, let digest): .packed(digest)
        }
    }

    /// Whether somebody asked for them since this was asked last.
    func takeUse() -> Bool {
        state.withLock { state in
            defer { state.wasUsed = false }
            return state.wasUsed
        }
    }

    /// Keeps packed bytes in full again.
    ///
    /// - Returns: The bytes with their digest, where they were packed.
    func unpack() -> (bytes: [UInt8], digest: ContentDigest)? {
        let packed: (PackedDocument, ContentDigest)? = state.withLock { state in
            if case .packed(let document, let digest) = state.form { (document, digest) } else { nil }
        }
        guard let (document, digest) = packed else { return nil }
        let bytes = document.bytes
        state.withLock { $0.form = .plain(Deferred(bytes)) }
        return (bytes, digest)
    }

    /// Packs them beside a document that they resemble; one that is not made yet is left as it is.
    ///
    /// - Returns: Their digest, where they are packed now.
    func pack(beside model: inout PackedDocument.Model?, _ digest: ([UInt8]) -> ContentDigest) -> ContentDigest? {
        guard case .plain(let bytes) = known else { return nil }
        let digest = digest(bytes)
        let document = PackedDocument(bytes, beside: &model)
        state.withLock { $0.form = .packed(document, digest) }
        return digest
    }
}

/// A document in little space. What a token says stands in it in base64url, which resembles nothing: it is packed as
/// what it spells.
struct PackedDocument: Sendable {
    /// The document that all others of a kind resemble.
    struct Model: Sendable {
        fileprivate let content: [UInt8]
    }

    private let content: PackedBytes
    /// How many bytes stand before what the token says and after it; nil where the document is packed as it is.
    private let around: (before: Int, after: Int)?

    /// - Parameter model: What it resembles; the document itself where there is nothing yet.
    init(_ bytes: [UInt8], beside model: inout Model?) {
        let written: [UInt8]
        if let (payload, spelt) = Self.payload(of: bytes) {
            written = bytes[..<payload.lowerBound] + bytes[payload.upperBound...] + spelt
            around = (payload.lowerBound, bytes.count - payload.upperBound)
        } else {
            (written, around) = (bytes, nil)
        }
        let known = model ?? Model(content: written)
        model = known
        content = PackedBytes(written, beside: known.content)
    }

    var bytes: [UInt8] {
        let written = content.bytes
        guard let (before, after) = around else { return written }
        let payload = written[(before + after)...]
        var bytes: [UInt8] = []
        bytes.reserveCapacity(before + after + Base64URL.encodedLength(payload.count))
        bytes += written[..<before]
        bytes += Base64URL.encode(payload)
        bytes += written[before..<(before + after)]
        return bytes
    }

    /// What stands between the last two dots, and what it spells: the payload where the document is a token or has one
    /// in it.
    private static func payload(of bytes: [UInt8]) -> (place: Range<Int>, spelt: [UInt8])? {
        let dot = UInt8(ascii: ".")
        guard let end = bytes.lastIndex(of: dot), let start = bytes[..<end].lastIndex(of: dot) else { return nil }
        // Base64url has one spelling for each content, so that what can be read can be written again.
        return Base64URL.decode(bytes[(start + 1)..<end]).map { ((start + 1)..<end, $0) }
    }
}
