extension JSONValue {
    /// The value as compact JSON, members in their order.
    package func serialised() -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(4096)
        write(to: &output)
        return output
    }

    /// The value as JSON for people: two spaces a level, one member a line, a line feed at the end.
    package func prettyPrinted() -> [UInt8] {
        var output: [UInt8] = []
        writePretty(to: &output, indentation: 0)
        output.append(0x0A)
        return output
    }

    private func write(to output: inout [UInt8]) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let number): output.append(contentsOf: number.text.utf8)
        case .string(let text): JSONText.write(text, to: &output)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            var isFirst = true
            for element in elements {
                if !isFirst { output.append(UInt8(ascii: ",")) }
                isFirst = false
                element.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let object):
            output.append(UInt8(ascii: "{"))
            var isFirst = true
            for (name, value) in object {
                if !isFirst { output.append(UInt8(ascii: ",")) }
                isFirst = false
                JSONText.write(name, to: &output)
                output.append(UInt8(ascii: ":"))
                value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private func writePretty(to output: inout [UInt8], indentation: Int) {
        switch self {
        case .array(let elements) where !elements.isEmpty:
            output.append(UInt8(ascii: "["))
            for (position, element) in elements.enumerated() {
                Self.newLine(position, indentation + 1, to: &output)
                element.writePretty(to: &output, indentation: indentation + 1)
            }
            Self.newLine(0, indentation, to: &output)
            output.append(UInt8(ascii: "]"))
        case .object(let object) where !object.isEmpty:
            output.append(UInt8(ascii: "{"))
            for (position, (name, value)) in object.enumerated() {
                Self.newLine(position, indentation + 1, to: &output)
                JSONText.write(name, to: &output)
                output.append(contentsOf: ": ".utf8)
                value.writePretty(to: &output, indentation: indentation + 1)
            }
            Self.newLine(0, indentation, to: &output)
            output.append(UInt8(ascii: "}"))
        default: write(to: &output)
        }
    }

    private static func newLine(_ position: Int, _ indentation: Int, to output: inout [UInt8]) {
        if position > 0 { output.append(UInt8(ascii: ",")) }
        output.append(0x0A)
        for _ in 0..<indentation { output.append(contentsOf: "  ".utf8) }
    }
}
