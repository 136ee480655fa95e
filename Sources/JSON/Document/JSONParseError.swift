/// What is wrong with a JSON text, and where.
package struct JSONParseError: Error, Sendable, Hashable, CustomStringConvertible {
    package let problem: Problem
    /// Where the problem stands, in bytes from the beginning.
    package let offset: Int
    /// Where it stands for a reader, both counted from 1; columns count bytes.
    package let line: Int
    package let column: Int

    package enum Problem: Sendable, Hashable {
        case empty
        case tooLarge(limit: Int)
        case tooDeep(limit: Int)
        case unexpected(expected: String)
        case unterminated(String)
        case badNumber
        case badEscape
        case controlCharacter
        case invalidUTF8
        case loneSurrogate
        case duplicateName
        case trailingContent
    }

    init(_ problem: Problem, at offset: Int, in bytes: Span<UInt8>) {
        self.problem = problem
        self.offset = offset
        var line = 1
        var lineStart = 0
        for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
            line += 1
            lineStart = index + 1
        }
        self.line = line
        column = offset - lineStart + 1
    }

    package var description: String {
        let what =
            switch problem {
            case .empty: "there is no JSON text"
            case .tooLarge(let limit): "the text is larger than \(limit) bytes"
            case .tooDeep(let limit): "nesting is deeper than \(limit) levels"
            case .unexpected(let expected): "expected \(expected)"
            case .unterminated(let what): "the text ends inside \(what)"
            case .badNumber: "this is no JSON number"
            case .badEscape: "this is no JSON escape"
            case .controlCharacter: "a control character stands unescaped in a string"
            case .invalidUTF8: "this is no UTF-8"
            case .loneSurrogate: "half of a surrogate pair stands alone"
            case .duplicateName: "this name stands twice in the object"
            case .trailingContent: "text follows the JSON value"
            }
        return "line \(line), column \(column): \(what)"
    }
}
