import JSON

/// What a context says of a term: JSON-LD 1.1, section 9.15.1.
///
/// A class, so that copying an active context costs one reference a term, and a scoped context can be told by the
/// definition that holds it.
final class TermDefinition: Sendable {
    /// The IRI or keyword; nil for a term that the context sets to null.
    let iri: String?
    let meaning: Meaning
    let isReverse: Bool
    let isProtected: Bool
    let isPrefix: Bool
    /// `@id`, `@vocab`, `@json`, `@none` or an IRI.
    let type: String?
    let container: Container
    /// The property under which the keys of an index map are kept.
    let index: String?
    let nest: String?
    let language: Setting
    let direction: Setting
    /// The scoped context; `null` is one too.
    let context: JSONValue?

    /// What kind of thing a text stands for where a property stands.
    enum Meaning: Sendable {
        case keyword, property, nothing

        init(_ iri: String) {
            self = Keyword.isOne(iri) ? .keyword : IRI.isAbsolute(iri) ? .property : .nothing
        }
    }

    /// A setting of one term that may override the one of the context, also with nothing.
    enum Setting: Sendable, Equatable {
        case inherited
        case none
        case some(String)
    }

    struct Container: OptionSet, Sendable {
        let rawValue: UInt8
        static let list = Container(rawValue: 1)
        static let set = Container(rawValue: 2)
        static let language = Container(rawValue: 4)
        static let index = Container(rawValue: 8)
        static let id = Container(rawValue: 16)
        static let type = Container(rawValue: 32)
        static let graph = Container(rawValue: 64)

        static let byName: [String: Container] = [
            "@list": .list, "@set": .set, "@language": .language, "@index": .index, "@id": .id, "@type": .type,
            "@graph": .graph,
        ]
    }

    init(_ draft: Draft) {
        iri = draft.iri
        meaning = draft.iri.map(Meaning.init) ?? .nothing
        isReverse = draft.isReverse
        isProtected = draft.isProtected
        isPrefix = draft.isPrefix
        type = draft.type
        container = draft.container
        index = draft.index
        nest = draft.nest
        language = draft.language
        direction = draft.direction
        context = draft.context
    }

    /// A definition while it is being read.
    struct Draft {
        var iri: String?
        var isReverse = false
        var isProtected = false
        var isPrefix = false
        var type: String?
        var container: Container = []
        var index: String?
        var nest: String?
        var language = Setting.inherited
        var direction = Setting.inherited
        var context: JSONValue?
    }

    /// Whether two definitions say the same, protection aside; that is what makes a redefinition harmless.
    func saysTheSame(as other: TermDefinition) -> Bool {
        iri == other.iri && isReverse == other.isReverse && isPrefix == other.isPrefix && type == other.type
            && container == other.container && index == other.index && nest == other.nest
            && language == other.language && direction == other.direction && context == other.context
    }
}
