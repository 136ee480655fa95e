/// Files compressed with gzip: RFC 1952.
package enum Gzip {
    /// What a stream holds; nil where it is none, or holds more than `limit` bytes.
    package static func expanded(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        try? Deflate.inflate(bytes, as: .gzip, limit: limit)
    }
}
