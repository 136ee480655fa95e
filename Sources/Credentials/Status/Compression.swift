extension BitstringStatusList {
    /// The forms in which lists are packed: gzip as the specification has it, zlib as older families do, or not at all.
    package enum Compression: Sendable, Hashable {
        case gzip
        case zlib
        case none

        /// What `bytes` begin like, by magic number (RFC 1952 section 2.3.1, RFC 1950 section 2.2).
        init(startOf bytes: [UInt8]) {
            if bytes.starts(with: [0x1F, 0x8B]) {
                self = .gzip
            } else if bytes.count >= 2, bytes[0] & 0x0F == 8, bytes[0] >> 4 <= 7,
                (Int(bytes[0]) << 8 + Int(bytes[1])) % 31 == 0
            {
                self = .zlib
            } else {
                self = .none
            }
        }
    }
}
