/// Bytes that take little space, for they are kept as what they have beyond others that they resemble.
package struct PackedBytes: Sendable {
    private let packed: [UInt8]
    private let count: Int
    /// What they resemble; shared by all that are packed beside it.
    private let model: [UInt8]

    /// Packs bytes beside others. Linear.
    package init(_ bytes: [UInt8], beside model: [UInt8]) {
        packed = Deflate.compress(bytes, beside: model)
        count = bytes.count
        self.model = model
    }

    /// The bytes as they were. Linear.
    package var bytes: [UInt8] {
        do throws(Deflate.Failure) {
            return try Deflate.inflate(packed, beside: model, count: count)
        } catch {
            preconditionFailure("zlib can't unpack what it packed")
        }
    }
}
