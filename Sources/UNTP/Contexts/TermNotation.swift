/// One term of a `ContextTable`, `name: IRI words`.
///
/// A type of XML Schema is named by its local part, any other behind `as`; `id`, `vocab` and `json` are the keywords;
/// `code` is a word of a vocabulary; `set` and `graph` are containers; `in` names the scope of the value, and `reset`
/// says that no term of the surroundings holds there.
struct TermNotation {
    let name: String
    let iri: String
    var type = ValueType.plain
    var container: String?
    var scope: String?
    var isReset = false

    enum ValueType {
        case plain
        case keyword(String)
        case iri(String)
        case code(vocabulary: String)
    }

    init(_ line: Substring) {
        var words = line.split(separator: " ")[...]
        name = String(words.popFirst()?.dropLast() ?? "")
        iri = String(words.popFirst() ?? "")
        while let word = words.popFirst() {
            switch word {
            case "id", "vocab", "json": type = .keyword(String(word))
            case "as": type = .iri(String(words.popFirst() ?? ""))
            case "code": type = .code(vocabulary: String(words.popFirst() ?? ""))
            case "set", "graph": container = String(word)
            case "in": scope = words.popFirst().map(String.init)
            case "reset": isReset = true
            default: type = .iri("xsd:" + word)
            }
        }
    }
}
