/// A way from the root of a JSON document to one of its values: RFC 6901.
package struct JSONPointer: Sendable, CustomStringConvertible {
    /// The reference tokens, unescaped.
    package var tokens: [String]

    package init(_ tokens: [String] = []) {
        self.tokens = tokens
    }

    /// Reads the string form; nil if it doesn't begin with `/` or has a `~` that is no escape.
    package init?(parsing text: String) {
        tokens = []
        // Code points, not characters: a combining mark behind a slash doesn't hide it.
        for part in text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
            if part.offset == 0 {
                guard part.element.isEmpty else { return nil }
                continue
            }
            guard let token = Self.unescaped(part.element) else { return nil }
            tokens.append(token)
        }
    }

    package func appending(_ token: String) -> JSONPointer { JSONPointer(tokens + [token]) }
    package func appending(_ position: Int) -> JSONPointer { appending(String(position)) }

    package var description: String {
        var text = ""
        for token in tokens {
            text += "/"
            for scalar in token.unicodeScalars {
                switch scalar {
                case "~": text += "~0"
                case "/": text += "~1"
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        return text
    }

    private static func unescaped(_ part: Substring.UnicodeScalarView) -> String? {
        var text = String.UnicodeScalarView()
        var scalars = part.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "~" else {
                text.append(scalar)
                continue
            }
            switch scalars.next() {
            case "0": text.append("~")
            case "1": text.append("/")
            default: return nil
            }
        }
        return String(text)
    }

    /// A token as the position in an array: digits without leading zeros.
    static func position(_ token: String) -> Int? {
        guard token == "0" || !token.hasPrefix("0"), token.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return Int(token)
    }
}

extension JSONPointer: Hashable {
    /// Pointers are equal when their tokens have the same code points.
    package static func == (one: JSONPointer, other: JSONPointer) -> Bool {
        one.tokens.count == other.tokens.count && zip(one.tokens, other.tokens).allSatisfy(JSONText.areEqual)
    }

    // Tokens with the same code points hash alike, so the hash of the strings will do.
    package func hash(into hasher: inout Hasher) { hasher.combine(tokens) }
}
