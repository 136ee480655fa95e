import JSON

/// Takes out of a text what people put into JSON that is none: comments, and commas behind the last entry.
///
/// Each is replaced by spaces, so that lines and columns stay what they were.
struct JSONRepair {
    private(set) var bytes: [UInt8]
    private(set) var flaws: [FileFlaw] = []

    /// The document that a text was meant as; nil where taking these out makes it none either.
    static func document(in bytes: [UInt8]) -> (document: JSONDocument, flaws: [FileFlaw])? {
        var repair = JSONRepair(bytes: bytes)
        repair.run()
        guard !repair.flaws.isEmpty, let document = try? JSONDocument(parsing: repair.bytes) else { return nil }
        return (document, repair.flaws)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() {
        var index = 0
        var line = 1
        var isInString = false
        var comma: (index: Int, line: Int)?
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\n") { line += 1 }
            if isInString {
                if byte == UInt8(ascii: "\\") { index += 1 } else if byte == UInt8(ascii: "\"") { isInString = false }
            } else if let end = endOfComment(at: index) {
                note(.comments(line: line))
                for place in index..<end {
                    if bytes[place] == UInt8(ascii: "\n") { line += 1 } else { bytes[place] = 0x20 }
                }
                index = end
                continue
            } else if byte == UInt8(ascii: "\"") {
                (isInString, comma) = (true, nil)
            } else if byte == UInt8(ascii: ",") {
                comma = (index, line)
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]"), let found = comma {
                note(.trailingComma(line: found.line))
                bytes[found.index] = 0x20
                comma = nil
            } else if byte > 0x20 {
                comma = nil
            }
            index += 1
        }
    }

    /// Keeps the first flaw of each kind.
    private mutating func note(_ flaw: FileFlaw) {
        let isKnown = flaws.contains { known in
            switch (known, flaw) {
            case (.comments, .comments), (.trailingComma, .trailingComma): true
            default: false
            }
        }
        if !isKnown { flaws.append(flaw) }
    }

    /// Where the comment ends that begins at a place; nil where none does. An open one ends with the text.
    private func endOfComment(at index: Int) -> Int? {
        let rest = bytes[index...]
        if rest.starts(with: Array("//".utf8)) || rest.first == UInt8(ascii: "#") {
            return rest.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        }
        guard rest.starts(with: Array("/*".utf8)) else { return nil }
        var place = index + 2
        while place + 1 < bytes.count {
            if bytes[place] == UInt8(ascii: "*"), bytes[place + 1] == UInt8(ascii: "/") { return place + 2 }
            place += 1
        }
        return bytes.count
    }
}
