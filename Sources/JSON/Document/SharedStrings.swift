import Synchronization

/// Strings that were read lately: one that stands in many documents is made once, and kept once.
///
/// Credentials are full of the same contexts, criteria, units and identifiers. Whether a string is shared changes
/// nothing but the memory that it takes.
enum SharedStrings {
    /// The lengths that are worth it, in bytes: shorter strings take no memory of their own, longer ones are rarely met
    /// again.
    private static let lengths = 16...256
    private static let slotsInPart = 1024

    /// A part of what is kept, so that threads rarely wait for each other.
    private final class Part: Sendable {
        // A class, because a mutex can't stand in an array.
        let slots = Mutex([String](repeating: "", count: slotsInPart))
    }

    private static let parts = (0..<16).map { _ in Part() }

    /// The string that bytes spell. Linear.
    static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard lengths.contains(bytes.count) else { return String(decoding: bytes, as: UTF8.self) }
        let hash = hash(bytes)
        return parts[Int(hash >> 60)].slots.withLock { slots in
            let slot = Int(truncatingIfNeeded: hash) & (slotsInPart - 1)
            if isEqual(slots[slot], bytes) { return slots[slot] }
            let made = String(decoding: bytes, as: UTF8.self)
            slots[slot] = made
            return made
        }
    }

    private static func isEqual(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        text.utf8.count == bytes.count
            && text.utf8.withContiguousStorageIfAvailable { isEqual(.init($0), .init(bytes)) } ?? false
    }

    private static func isEqual(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
        func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
            bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        }
        var offset = 0
        while offset + 8 <= one.count {
            guard word(one, offset) == word(other, offset) else { return false }
            offset += 8
        }
        return word(one, one.count - 8) == word(other, one.count - 8)
    }

    /// FNV-1a over words, mixed at the end so that its upper and its lower bits are both of use.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var offset = 0
        while offset + 8 <= raw.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x100_0000_01b3
            hash ^= hash >> 29
            offset += 8
        }
        // The last word overlaps what was read; nothing is shorter than two words.
        hash = (hash ^ raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)) &* 0x9e37_79b9_7f4a_7c15
        return hash ^ (hash >> 32)
    }
}
