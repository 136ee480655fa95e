/// A JSON value that is written with its members in the order given, the same bytes for the same value.
enum JSONText {
    case null
    case bool(Bool)
    case integer(Int)
    case unsigned(UInt64)
    case number(Double)
    case string(String)
    case array([JSONText])
    case object([(String, JSONText)])

    /// The text, two spaces an indent; arrays and objects of scalars stay on one line where they fit.
    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.write(self, indent: 0)
        return Array((writer.text + "\n").utf8)
    }

    static func optional(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

    static func strings(_ texts: [String]) -> JSONText { .array(texts.map { .string($0) }) }
}

private struct JSONWriter {
    var text = ""
    private static let lineLength = 110

    mutating func write(_ value: JSONText, indent: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .integer(let integer): text += String(integer)
        case .unsigned(let integer): text += String(integer)
        case .number(let number): text += Self.text(of: number)
        case .string(let string): text += Self.quoted(string)
        case .array(let elements):
            writeGroup(elements.map { ("", $0) }, between: ("[", "]"), indent: indent)
        case .object(let members):
            writeGroup(members.map { (Self.quoted($0.0) + ": ", $0.1) }, between: ("{", "}"), indent: indent)
        }
    }

    private mutating func writeGroup(
        _ parts: [(label: String, value: JSONText)], between ends: (open: String, close: String), indent: Int
    ) {
        if parts.allSatisfy({ $0.value.isScalar }) {
            var line = JSONWriter()
            for (place, part) in parts.enumerated() {
                line.text += (place > 0 ? ", " : "") + part.label
                line.write(part.value, indent: 0)
            }
            if line.text.utf8.count + indent <= Self.lineLength {
                text += ends.open + line.text + ends.close
                return
            }
        }
        let margin = String(repeating: " ", count: indent + 2)
        text += ends.open
        for (place, part) in parts.enumerated() {
            text += (place > 0 ? "," : "") + "\n" + margin + part.label
            write(part.value, indent: indent + 2)
        }
        text += "\n" + String(repeating: " ", count: indent) + ends.close
    }

    /// The shortest text that reads back as the same number; whole numbers without a fraction. JSON has no word for
    /// what is not a number.
    private static func text(of number: Double) -> String {
        guard number.isFinite else { return "null" }
        if number == number.rounded(), number.magnitude < 9_007_199_254_740_992 { return String(Int64(number)) }
        return number.description
    }

    private static func quoted(_ string: String) -> String {
        var quoted = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension JSONText {
    fileprivate var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }
}
