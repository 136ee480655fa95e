import UNTP

/// What a check of many files comes to.
package struct FileCheckSummary: Sendable {
    /// How many documents have each verdict, in the order of the verdicts.
    package let verdicts: [(verdict: FileCheck.Verdict, count: Int)]
    /// How many documents there are of each kind, the most frequent first.
    package let kinds: [(name: String, count: Int)]
    /// What is wrong in most documents, with in how many documents and in how many places.
    package let causes: [(code: String, documents: Int, places: Int)]

    package init(_ results: [FileCheck.Result]) {
        verdicts = FileCheck.Verdict.allCases.compactMap { verdict in
            let count = results.count { $0.verdict == verdict }
            return count == 0 ? nil : (verdict, count)
        }
        kinds = Self.tally(results.map { $0.type?.label ?? $0.kind.plainName })
        let blocking = results.map { result in result.findings.filter(\.blocks).map(\.code) }
        let places = Dictionary(blocking.flatMap(\.self).map { ($0, 1) }, uniquingKeysWith: +)
        causes = Self.tally(blocking.flatMap { Set($0) }).map { ($0.name, $0.count, places[$0.name] ?? 0) }
    }

    /// How often each name stands, the most frequent first and then by name.
    private static func tally(_ names: [String]) -> [(name: String, count: Int)] {
        Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (name: $0.key, count: $0.value) }
    }
}

extension DocumentKind {
    /// The kind without its article.
    fileprivate var plainName: String {
        if case .json(let what) = self, what.hasPrefix("JSON of another kind") { return "JSON of another kind" }
        return ["a ", "an ", "the "].first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) } ?? name
    }
}
