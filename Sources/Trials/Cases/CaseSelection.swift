import UNTP

/// Which cases are run: those that `--only` names, but those that `--skip` names.
///
/// A term is an id, the beginning of ids up to a slash, or a tag.
package struct CaseSelection: Sendable {
    private let only: [String]
    private let skip: [String]

    /// Everything.
    package static let all = CaseSelection(only: [], skip: [])

    package init(only: [String], skip: [String]) {
        self.only = only.map(Self.trimmed)
        self.skip = skip.map(Self.trimmed)
    }

    package func includes(_ id: String, tags: Set<String>) -> Bool {
        (only.isEmpty || only.contains { Self.matches($0, id, tags) })
            && !skip.contains { Self.matches($0, id, tags) }
    }

    /// The terms that name nothing, each with the nearest that is known.
    package func unknownTerms(among known: [(id: String, tags: Set<String>)]) -> [(term: String, nearest: String?)] {
        let terms = (only + skip).filter { term in
            !Self.isOpen(term) && !known.contains { Self.matches(term, $0.id, $0.tags) }
        }
        guard !terms.isEmpty else { return [] }
        var names: Set<String> = []
        for item in known {
            names.formUnion(item.tags)
            let parts = item.id.split(separator: "/")
            for count in 1...max(1, parts.count) { names.insert(parts.prefix(count).joined(separator: "/")) }
        }
        let sorted = names.sorted()
        return terms.map { ($0, Nearest.name(to: $0, in: sorted)) }
    }

    /// Whether a term begins as the ids of cases about what only the platform knows.
    private static func isOpen(_ term: String) -> Bool {
        let head = term.split(separator: "/").first.map(String.init) ?? ""
        return ["issued", "offered", "revoked", "answering", "enrol", "describe"].contains(head)
    }

    private static func matches(_ term: String, _ id: String, _ tags: Set<String>) -> Bool {
        id == term || id.hasPrefix(term + "/") || tags.contains(term)
    }

    private static func trimmed(_ term: String) -> String { term.hasSuffix("/") ? String(term.dropLast()) : term }
}
