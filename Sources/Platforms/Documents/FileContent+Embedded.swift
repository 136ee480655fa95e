import Credentials
import JSON

extension FileContent {
    /// How many bytes are looked at in search of documents within another text, each as often as it is looked at.
    private static let embeddedBudget = 48 << 20

    /// Reads the documents that stand in a text of another kind: a page, Markdown, a program, a log; false where none do.
    mutating func readEmbedded(_ text: [UInt8]) -> Bool {
        let kind = DocumentKind(ofBytes: text)
        switch kind {
        case .foreign(.html), .foreign(.xml), .text: break
        default: return false
        }
        var budget = Self.embeddedBudget
        var index = 0
        while index < text.count, parts.count < Self.maximumParts, budget > 0 {
            guard text[index] == UInt8(ascii: "{") || text[index] == UInt8(ascii: "e") else {
                index += 1
                continue
            }
            if text[index] == UInt8(ascii: "{"), let end = Self.endOfObject(in: text, from: index, &budget),
                let document = try? JSONDocument(parsing: Array(text[index..<end]))
            {
                let found = parts.count
                let place = JSONPointer([String(found)])
                if let kind = DocumentKind(recognising: document.root), kind.isExchanged {
                    read(document.root, at: place)
                } else {
                    search(document.root, at: place, depth: 0)
                }
                index = end
            } else if let end = readEmbeddedToken(in: text, from: index) {
                index = end
            } else {
                index += 1
            }
        }
        guard !parts.isEmpty else { return false }
        note(.embedded(kind.name))
        return true
    }

    /// Reads a token with a document in it that begins at a place; where it ends, nil where there is none.
    private mutating func readEmbeddedToken(in text: [UInt8], from start: Int) -> Int? {
        let beginning = Array("eyJ".utf8)
        guard text[start...].starts(with: beginning), start == 0 || !Self.isTokenLetter(text[start - 1]) else {
            return nil
        }
        let end = text[start...].firstIndex { !Self.isTokenLetter($0) } ?? text.count
        let token = text[start..<end]
        guard let jws = try? CompactJWS(parsing: token),
            DocumentKind(recognising: TokenClaims.credential(in: jws.payloadDocument.root).credential)?.isExchanged
                ?? false
        else { return end }
        _ = readToken(Array(token), at: JSONPointer([String(parts.count)]))
        return end
    }

    private static func isTokenLetter(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || Base64URL.isLetter(byte) }

    /// Where the object ends that begins at a place, by its braces alone; nil where it doesn't, or is too long to be
    /// looked at.
    private static func endOfObject(in text: [UInt8], from start: Int, _ budget: inout Int) -> Int? {
        // What has no name in quotes behind its brace is no JSON.
        guard let next = text[(start + 1)...].first(where: { $0 > 0x20 }), next == UInt8(ascii: "\"") else {
            return nil
        }
        var depth = 0
        var isInString = false
        var index = start
        while index < text.count, budget > 0 {
            budget -= 1
            let byte = text[index]
            if isInString {
                if byte == UInt8(ascii: "\\") { index += 1 } else if byte == UInt8(ascii: "\"") { isInString = false }
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
            } else if byte == UInt8(ascii: "{") {
                depth += 1
            } else if byte == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
            index += 1
        }
        return nil
    }
}
