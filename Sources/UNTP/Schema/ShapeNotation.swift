/// Shapes written as text, a line for each object and for each of its fields: how the releases are noted that are told
/// by their fields alone.
///
///     Measure closed
///       type: types Measure
///       value!: number
///       unit!: one KGM, TNE
///       parts: [Measure]
///
/// `!` marks what is required; `types` names what a `type` has to contain, `one` the codes of a list, `starts` the
/// contexts that have to come first, `exactly` all there may be, `either`
/// alternatives between bars, and `needs` a field that has to be there too; brackets make a list; any other name is an object. Longer lines go on behind a
/// comma.
enum ShapeNotation {
    static func shapes(_ text: String) -> [Shape] {
        var shapes: [Shape] = []
        for line in lines(of: text) {
            if line.hasPrefix("  ") {
                guard let shape = shapes.popLast() else { continue }
                shapes.append(shape.adding(line.drop { $0 == " " }))
            } else {
                let words = line.split(separator: " ")
                guard let name = words.first else { continue }
                shapes.append(Shape(name: String(name), isClosed: words.last == "closed", types: nil, fields: []))
            }
        }
        return shapes
    }

    /// Lines that end with a comma go on in the next one.
    private static func lines(of text: String) -> [String] {
        var lines: [String] = []
        for line in text.split(separator: "\n") {
            if let last = lines.last, last.hasSuffix(",") {
                lines[lines.count - 1] += line.drop { $0 == " " }
            } else {
                lines.append(String(line))
            }
        }
        return lines
    }
}

extension Shape {
    fileprivate func adding(_ line: Substring) -> Shape {
        guard let colon = line.firstIndex(of: ":") else { return self }
        var name = line[..<colon]
        let isRequired = name.hasSuffix("!")
        if isRequired { name = name.dropLast() }
        var text = line[colon...].dropFirst(2)
        var needs: String?
        if let position = text.utf8.indices.first(where: { text[$0...].hasPrefix(" needs ") }) {
            needs = String(text[position...].dropFirst(7))
            text = text[..<position]
        }
        if name == "type", text.hasPrefix("types ") {
            let names = Shape.Value.names(text.dropFirst(6))
            return Shape(
                name: self.name, isClosed: isClosed, types: names,
                fields: isRequired ? fields + [.required("type", .list(.string))] : fields)
        }
        let field = Field(name: String(name), value: .noted(text), isRequired: isRequired, needs: needs)
        return Shape(name: self.name, isClosed: isClosed, types: types, fields: fields + [field])
    }
}

extension Shape.Value {
    fileprivate static func names(_ text: Substring) -> [String] {
        text.split(separator: ",").map { String($0.drop { $0 == " " }) }
    }

    /// What stands between bars outside of brackets.
    private static func options(_ text: Substring) -> [Substring] {
        var depth = 0
        return text.split { character in
            if character == "[" { depth += 1 }
            if character == "]" { depth -= 1 }
            return character == "|" && depth == 0
        }.map { option in
            var option = option.drop { $0 == " " }
            while option.last == " " { option.removeLast() }
            return option
        }
    }

    fileprivate static func noted(_ text: Substring) -> Shape.Value {
        if text.hasPrefix("either ") { return .oneOf(options(text.dropFirst(7)).map(noted)) }
        if text.hasPrefix("[") { return .list(noted(text.dropFirst().dropLast())) }
        if text.hasPrefix("one ") { return .codes(names(text.dropFirst(4))) }
        if text.hasPrefix("exactly ") { return .exactly(names(text.dropFirst(8))) }
        if text.hasPrefix("starts ") { return .contexts(names(text.dropFirst(7))) }
        if text.hasPrefix("integer") { return .integer(minimum: Int(text.dropFirst(8))) }
        return switch text {
        case "string": .string
        case "number": .number
        case "boolean": .boolean
        case "uri": .uri
        case "date": .date
        case "date-time": .dateTime
        case "stamp": .stamp
        default: .object(String(text))
        }
    }
}
