extension JSONValue {
    /// The value as compact JSON, members in their order.
    package func serialised() -> [UInt8] {
        var output = JSONOutput(capacity: 4096)
        write(to: &output)
        return output.bytes
    }

    /// The value as JSON for people: two spaces a level, one member a line, a line feed at the end.
    package func prettyPrinted() -> [UInt8] {
        var output = JSONOutput(capacity: 4096)
        writePretty(to: &output, indentation: 0)
        output.append(0x0A)
        return output.bytes
    }

    func write(to output: inout JSONOutput) {
        switch self {
        case .null: output.append("null")
        case .bool(let value): output.append(value ? "true" : "false")
        case .number(let number): output.append(number.text)
        case .string(let text): JSONText.write(text, to: &output)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for position in elements.indices {
                if position > 0 { output.append(UInt8(ascii: ",")) }
                elements[position].write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let object):
            output.append(UInt8(ascii: "{"))
            for position in object.members.indices {
                if position > 0 { output.append(UInt8(ascii: ",")) }
                JSONText.write(object.members[position].name, to: &output)
                output.append(UInt8(ascii: ":"))
                object.members[position].value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private func writePretty(to output: inout JSONOutput, indentation: Int) {
        switch self {
        case .array(let elements) where !elements.isEmpty:
            output.append(UInt8(ascii: "["))
            for position in elements.indices {
                Self.newLine(position, indentation + 1, to: &output)
                elements[position].writePretty(to: &output, indentation: indentation + 1)
            }
            Self.newLine(0, indentation, to: &output)
            output.append(UInt8(ascii: "]"))
        case .object(let object) where !object.isEmpty:
            output.append(UInt8(ascii: "{"))
            for position in object.members.indices {
                Self.newLine(position, indentation + 1, to: &output)
                JSONText.write(object.members[position].name, to: &output)
                output.append(": ")
                object.members[position].value.writePretty(to: &output, indentation: indentation + 1)
            }
            Self.newLine(0, indentation, to: &output)
            output.append(UInt8(ascii: "}"))
        default: write(to: &output)
        }
    }

    private static func newLine(_ position: Int, _ indentation: Int, to output: inout JSONOutput) {
        if position > 0 { output.append(UInt8(ascii: ",")) }
        output.append(0x0A)
        for _ in 0..<indentation { output.append("  ") }
    }
}
