package import JSON
import LinkedData

/// How far our expansion and pyld's agree on a number of documents.
package struct Agreement {
    package private(set) var count = 0
    /// What differs, with the number of the document.
    package private(set) var differences: [String] = []
    /// Documents that pyld refuses, and those of which it drops something.
    package private(set) var refused = 0
    package private(set) var lossy = 0

    /// What pyld takes relative references to be relative to.
    private static let base = "http://example.org/base/"
    private static let host = "http://example.org/"

    /// Expands documents here and there, and compares verdicts, what is dropped, and what comes out.
    package init(on documents: [JSONValue], contexts: [(iri: String, document: JSONValue)]) throws {
        let known = Dictionary(contexts.map { ($0.iri, $0.document) }) { $1 }
        let library = ContextLibrary(known)
        let answers = try PyLDPeer.expand(documents, contexts: contexts)
        for (position, (document, answer)) in zip(documents, answers).enumerated() {
            let view = try JSONDocument(parsing: document.serialised()).root
            let result = Expansion.expand(view, contexts: library)
            if case .crashed = answer { continue }
            count += 1
            if case .refused = answer { refused += 1 }
            if case .expanded(_, let dropped) = answer, !dropped.isEmpty { lossy += 1 }
            let based = Expansion.expand(view, contexts: library, base: Self.base).expanded
            if let difference = Self.difference(result, based, answer) {
                let context = String(decoding: (document["@context"] ?? .null).serialised(), as: UTF8.self)
                differences.append("document \(position), \(context): \(difference)")
            }
        }
    }

    package var share: Double { count == 0 ? 0 : Double(count - differences.count) / Double(count) }

    package func summary(of what: String) -> String {
        let percent = (share * 10_000).rounded() / 100
        return "pyld agrees on \(percent) % of \(count) \(what); it refuses \(refused) and drops terms of \(lossy)"
    }

    private static func difference(
        _ ours: ExpansionResult, _ based: JSONValue, _ theirs: PyLDPeer.Answer
    ) -> String? {
        let errors = ours.problems.filter(\.isError)
        switch theirs {
        case .crashed: return nil
        case .refused(let code): return errors.isEmpty ? "pyld says \(code), we say nothing" : nil
        case .expanded(let expanded, let dropped):
            if let error = errors.first { return "we say \(error.kind) at \(error.pointer), pyld nothing" }
            let undefined = ours.problems.filter { $0.kind == .undefinedTerm || $0.kind == .reservedTerm }
            let names = undefined.compactMap(\.term)
            // pyld gives what came of a name, which a vocabulary may stand before.
            let isSame = dropped.allSatisfy { dropped in
                dropped == nil || names.contains { dropped?.hasSuffix($0) ?? true }
            }
            if names.count != dropped.count || !isSame {
                return "pyld drops \(dropped.map { $0 ?? "-" }), we drop \(names)"
            }
            let isRelative = expanded.mentions(host)
            // A keyword is no type for us, and for pyld it is.
            let relatives = ours.problems.filter {
                [.relativeID, .unmappedType, .relativeVocabulary].contains($0.kind)
                    && !["id", "type", "@id", "@type"].contains($0.term)
            }
            if isRelative == relatives.isEmpty {
                return "relative references there: \(isRelative), here: \(relatives.map { $0.term ?? "" })"
            }
            return expanded.unordered.firstDifference(from: based.unordered, at: "")
        }
    }
}

extension JSONValue {
    /// The expanded document with all that has no order in one order.
    var unordered: JSONValue {
        switch self {
        case .array(let elements):
            .array(elements.map(\.unordered).map { ($0, $0.sortKey) }.sorted { $0.1 < $1.1 }.map(\.0))
        case .object(let object):
            .object(
                JSONObject(
                    object.sorted { $0.name < $1.name }.map { name, value in
                        switch (name, value) {
                        case ("@list", .array(let elements)): (name, .array(elements.map(\.unordered)))
                        case ("@value", _): (name, value)
                        default: (name, value.unordered)
                        }
                    }))
        default: self
        }
    }

    private var sortKey: String {
        switch self {
        // However the number is written.
        case .object(let object) where object["@value"]?.number != nil:
            "\(object["@value"]?.number?.double ?? 0)" + (object["@type"]?.string ?? "")
        default: String(decoding: serialised(), as: UTF8.self)
        }
    }

    /// Where two values differ first, and what pyld and we have there.
    func firstDifference(from other: JSONValue, at place: String) -> String? {
        switch (self, other) {
        case (.object(let theirs), .object(let ours)) where Set(theirs.names) == Set(ours.names):
            for (name, value) in theirs {
                if let found = ours[name].flatMap({ value.firstDifference(from: $0, at: place + "/" + name) }) {
                    return found
                }
            }
            return nil
        case (.array(let theirs), .array(let ours)) where theirs.count == ours.count:
            return theirs.indices.lazy.compactMap { theirs[$0].firstDifference(from: ours[$0], at: "\(place)/\($0)") }
                .first
        default:
            guard self != other else { return nil }
            let texts = [self, other].map { String(decoding: $0.serialised().prefix(600), as: UTF8.self) }
            return "at \(place) pyld makes\n\(texts[0])\nwe make\n\(texts[1])"
        }
    }

    func mentions(_ prefix: String) -> Bool {
        switch self {
        case .string(let text): text.hasPrefix(prefix)
        case .array(let elements): elements.contains { $0.mentions(prefix) }
        case .object(let object): object.contains { $0.name.hasPrefix(prefix) || $0.value.mentions(prefix) }
        default: false
        }
    }
}
