/// Text broken into lines.
enum Lines {
    /// - Parameters:
    ///   - indent: What stands before the first line, and before all others where nothing else is said.
    ///   - hanging: What stands before all lines but the first.
    ///   - width: The most characters of a line; a longer word has one to itself.
    static func wrapped(_ text: String, indent: String, hanging: String? = nil, width: Int = 80) -> String {
        var lines: [String] = []
        var line = indent
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, line.count + word.count + 1 > width {
                lines.append(line)
                line = hanging ?? indent
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        lines.append(line)
        return lines.joined(separator: "\n")
    }
}
