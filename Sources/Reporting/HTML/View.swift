/// What a template is given: text, lists and named values, all of them data.
///
/// There is no way to hand a template markup: every text is made visible and escaped on its way in. Each name that a
/// template asks for is given (`.none` where there is nothing), since Mustache would otherwise look further out.
enum View {
    case text(String)
    case flag(Bool)
    case list([View])
    case group([String: View])
    case none

    /// The text if there is any, so that a section can hang on it.
    static func optional(_ text: String?) -> View {
        if let text, !text.isEmpty { .text(text) } else { .none }
    }

    /// The value as Mustache reads it.
    var forMustache: Any {
        switch self {
        case .text(let text): Self.separatingMarkup(Visible.text(text))
        case .flag(let flag): flag
        case .list(let views): views.map(\.forMustache)
        case .group(let members): members.mapValues(\.forMustache)
        case .none: false
        }
    }

    /// Parts what means something to HTML from scalars that combine with it.
    ///
    /// Mustache escapes by `Character`, so that a quote followed by a combining accent is none to it, but still ends an
    /// attribute for a browser. A zero-width space in between makes them two characters.
    private static func separatingMarkup(_ text: String) -> String {
        var separated = ""
        for character in text {
            let scalars = character.unicodeScalars
            guard scalars.count > 1, scalars.contains(where: { "<>&\"'".unicodeScalars.contains($0) }) else {
                separated.append(character)
                continue
            }
            for scalar in scalars {
                separated.unicodeScalars.append(scalar)
                separated.unicodeScalars.append("\u{200B}")
            }
        }
        return separated
    }
}

extension View: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(arrayLiteral views: View...) { self = .list(views) }
    init(dictionaryLiteral members: (String, View)...) {
        self = .group(Dictionary(members, uniquingKeysWith: { _, last in last }))
    }
}
