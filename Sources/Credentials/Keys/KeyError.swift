/// Why bytes or a document are no key that can be used.
package enum KeyError: Error, Sendable, Hashable {
    /// The number of bytes is none that the algorithm has.
    case badLength(Int)
    /// The bytes are no point of the curve, or no scalar of its group.
    case badValue
    /// The text is not in the encoding that its place asks for.
    case malformed(String)
    /// The bytes of a multibase key begin with no known codec, but are as long as a bare key.
    case codecMissing
    /// A key of another curve or type, by its name.
    case unsupported(String)
}

extension KeyError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .badLength(let count): "a key of \(count) bytes"
        case .badValue: "bytes that are no point of the curve"
        case .malformed(let what): "a key that can't be read: \(what)"
        case .codecMissing: "a multibase key without a multicodec prefix"
        case .unsupported(let what): "a key of an unsupported kind: \(what)"
        }
    }
}
