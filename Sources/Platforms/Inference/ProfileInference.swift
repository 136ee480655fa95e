/// A behaviour profile drawn from samples of what a platform writes.
///
/// Samples show how a platform writes; how it reads they can't show, nor what it does over time. Each knob therefore
/// says how it was come by. Where documents contradict each other, the majority counts, and the mark says so.
package struct InferredProfile: Sendable {
    package let profile: BehaviourProfile
    /// A mark for each knob, in the order of their declaration.
    package let marks: [KnobMark]

    /// - Parameters:
    ///   - samples: What the platform wrote.
    ///   - declared: What it states of itself, which counts before all that is inferred.
    ///   - source: Where it states that.
    package init(_ samples: Samples, declared: [Knob.Setting] = [], in source: String = "") {
        var profile = BehaviourProfile()
        marks = Knobs.all.map { knob in
            if let setting = declared.last(where: { $0.path == knob.path }) {
                return KnobMark(knob.path, setting.value, .declared, sources: [source])
            }
            let votes = InferenceRules.byPath[knob.path]?.votes(samples) ?? []
            return Self.mark(knob, votes.filter { vote in knob.choices.contains { $0.name == vote.value } })
        }
        for mark in marks where mark.origin != .default {
            // Values are the knobs' own, so that each can be set.
            try? profile.set(mark.path, to: mark.value)
        }
        self.profile = profile
    }

    /// The value that most documents show; of equally many, the one that is declared first.
    private static func mark(_ knob: Knob, _ votes: [Vote]) -> KnobMark {
        let values = knob.choices.map(\.name)
        let counts = Dictionary(votes.map { ($0.value, 1) }, uniquingKeysWith: +)
        guard let most = counts.values.max(), let value = values.first(where: { counts[$0] == most }) else {
            return KnobMark(knob.path, knob.defaultValue, .default)
        }
        let sources = distinct(votes.filter { $0.value == value }.map(\.source))
        let others = values.filter { $0 != value && counts[$0] != nil }.map { other in
            let dissenting = distinct(votes.filter { $0.value == other }.map(\.source))
            return "\(other) in \(shown(dissenting))"
        }
        let note = others.isEmpty ? nil : "\(most) of \(votes.count) say so; " + others.joined(separator: ", ")
        let isStated = votes.contains { $0.value == value && $0.isStatement }
        return KnobMark(knob.path, value, isStated ? .declared : .inferred, sources: sources, note: note)
    }

    private static func distinct(_ names: [String]) -> [String] {
        names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    static func shown(_ names: [String]) -> String {
        names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
    }

    /// How many knobs have marks of an origin.
    package func count(_ origin: KnobMark.Origin) -> Int { marks.count { $0.origin == origin } }
}

/// What one document says of a knob.
struct Vote {
    let value: String
    /// The document's name.
    let source: String
    /// Whether the document states it of the platform, as a DID document does, rather than showing it.
    var isStatement = false

    init(_ value: some RawRepresentable<String>, _ source: String, isStatement: Bool = false) {
        self.value = value.rawValue
        self.source = source
        self.isStatement = isStatement
    }
}

/// How a knob is read off samples.
struct InferenceRule {
    let path: String
    let votes: @Sendable (Samples) -> [Vote]

    init(_ path: String, _ votes: @escaping @Sendable (Samples) -> [Vote]) {
        self.path = path
        self.votes = votes
    }

    /// A rule by which each of some credentials speaks for itself.
    static func each<Value: RawRepresentable<String>>(
        _ path: String, of credentials: @escaping @Sendable (Samples) -> [Samples.Credential] = \.credentials,
        _ value: @escaping @Sendable (Samples.Credential) -> Value?
    ) -> InferenceRule {
        InferenceRule(path) { samples in
            credentials(samples).compactMap { credential in value(credential).map { Vote($0, credential.name) } }
        }
    }
}

/// All knobs that samples can show, and how.
package enum InferenceRules {
    static let all = publishing + identity + securing + model + values + status

    static let byPath = Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0) })

    /// The paths of the knobs that samples can show.
    package static var paths: Set<String> { Set(byPath.keys) }
}
