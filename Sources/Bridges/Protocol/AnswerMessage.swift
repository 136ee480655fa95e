import JSON

/// A line that a program wrote, as JSON-RPC has it.
enum AnswerMessage {
    /// An answer to the question with this number; nil for an error whose question is not known.
    case answer(Int?, JSONDocument)
    case notification
    /// Something that the contract has no place for; what it is, in words.
    case wrong(String)

    init(_ line: [UInt8], maximumDepth: Int) {
        let document: JSONDocument
        do {
            document = try JSONDocument(
                parsing: line, limits: JSONLimits(maximumBytes: max(1, line.count), maximumDepth: maximumDepth))
        } catch {
            self = .wrong(
                "the line is no JSON (\(error)); it begins with \(Self.beginning(line, 60)). Only messages may be "
                    + "written to the standard output, anything else to the standard error")
            return
        }
        let root = document.root
        guard root.kind == .object else {
            let what = root.kind == .array ? "a list; there are no batches" : "a \(root.kind.rawValue)"
            self = .wrong("expected an object, found \(what)")
            return
        }
        if root["method"] != nil {
            self =
                root["id"] == nil
                ? .notification : .wrong("the program asks a question of its own; there is nobody to answer it")
            return
        }
        guard let identifier = root["id"] else {
            self = .wrong("the answer has no id; it begins with \(Self.beginning(line, 60))")
            return
        }
        if let number = identifier.int {
            self = .answer(number, document)
        } else if identifier.isNull, root["error"]?.kind == .object {
            self = .answer(nil, document)
        } else {
            self = .wrong(
                "expected the id of the question, a whole number; found \(Self.beginning(Array(identifier.rawBytes), 60))"
            )
        }
    }

    /// The beginning of bytes as text, for a message.
    static func beginning(_ bytes: [UInt8], _ count: Int) -> String {
        let text = String(decoding: bytes.prefix(count), as: UTF8.self).debugDescription
        return bytes.count > count ? text + "…" : text
    }
}
