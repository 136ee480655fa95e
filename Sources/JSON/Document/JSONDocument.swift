/// A JSON text that was parsed strictly and is kept as its bytes with a flat table of values over them.
///
/// Nothing is copied out of the bytes until it is asked for: a document costs its bytes and twenty bytes a value or
/// name, and is read through `JSONView`. Parsing is linear in the size of the text. RFC 8259, with the further demands
/// that I-JSON (RFC 7493) makes of interoperable texts: valid UTF-8 and no member name twice in an object.
package struct JSONDocument: Sendable {
    let storage: Storage

    /// Bytes and table. A class, so that a view of one value costs one reference whatever the document's size.
    final class Storage: Sendable {
        let bytes: [UInt8]
        let nodes: [Node]

        init(bytes: [UInt8], nodes: [Node]) {
            self.bytes = bytes
            self.nodes = nodes
        }
    }

    /// One value, or one member name, in the order of the text.
    struct Node: Sendable {
        /// Where the text of the value begins and ends; without the quotes for a string.
        var start: UInt32
        var end: UInt32
        /// The index of the first node that is no part of this value.
        var next: UInt32
        /// Number of elements or members; for a string, 1 if it holds escapes.
        var count: UInt32
        var kind: NodeKind

        /// Whether a string is written with escapes.
        var hasEscapes: Bool { count != 0 }
        var range: Range<Int> { Int(start)..<Int(end) }

        /// Whether a string or name has just these letters, as UTF-8.
        @inline(__always)
        func spells(_ letters: Span<UInt8>, _ bytes: Span<UInt8>) -> Bool {
            guard !hasEscapes else { return JSONBytes.areEqual(JSONText.unescaped(bytes, range).span, letters) }
            return JSONBytes.areEqual(bytes.extracting(range), letters)
        }
    }

    enum NodeKind: UInt8, Sendable {
        case null, isFalse, isTrue, number, string, array, object
    }

    /// Parses a JSON text.
    ///
    /// - Throws: What is wrong with the text, with its line and column.
    /// - Complexity: O(*n*) in the number of bytes.
    package init(parsing bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONParseError) {
        var parser = JSONParser(limits: limits)
        try parser.parse(bytes.span)
        storage = Storage(bytes: bytes, nodes: parser.nodes)
    }

    /// The value of the whole text.
    package var root: JSONView { JSONView(storage: storage, index: 0) }

    /// The text as it was parsed.
    package var bytes: [UInt8] { storage.bytes }
}

/// Bounds on what is parsed, so that hostile input costs no more than its size.
package struct JSONLimits: Sendable {
    /// The largest text, in bytes; at most 2 GiB.
    package var maximumBytes: Int
    /// The deepest nesting of arrays and objects.
    package var maximumDepth: Int

    package init(maximumBytes: Int, maximumDepth: Int) {
        self.maximumBytes = min(maximumBytes, Int(Int32.max))
        self.maximumDepth = maximumDepth
    }

    /// 16 MiB and 128 levels.
    package static let standard = JSONLimits(maximumBytes: 16 << 20, maximumDepth: 128)
}
