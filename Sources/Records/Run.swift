/// The scenario of a run.
package struct ScenarioRecord: Sendable, Hashable, Codable {
    /// The name by which the command line knows it.
    package var name: String
    /// The name that people read.
    package var title: String
    /// What is rehearsed, in a sentence or a few.
    package var description: String
    /// Settings given on the command line, each as `key=value`, in the order given.
    package var overrides: [String]

    package init(name: String, title: String, description: String = "", overrides: [String] = []) {
        self.name = name
        self.title = title
        self.description = description
        self.overrides = overrides
    }
}

/// SHA-256 digests over a run's ordered observations, as lower-case hexadecimal text.
package struct DigestRecord: Sendable, Hashable, Codable {
    /// Over everything observed.
    package var overall: String
    /// Over the exchanges only.
    package var exchanges: String
    /// Over the verdicts only.
    package var verdicts: String
    /// Over the measures only.
    package var measures: String
    /// Over the random draws only.
    package var draws: String

    package init(overall: String, exchanges: String, verdicts: String, measures: String, draws: String) {
        self.overall = overall
        self.exchanges = exchanges
        self.verdicts = verdicts
        self.measures = measures
        self.draws = draws
    }
}

/// A stretch of simulated time, as ISO 8601 text in UTC.
package struct Period: Sendable, Hashable, Codable {
    /// The first instant.
    package var from: String
    /// The last instant.
    package var to: String

    package init(from: String, to: String) {
        self.from = from
        self.to = to
    }
}

/// Whether a run reached its end.
package struct Completion: Sendable, Hashable, Codable {
    /// False when the run was cancelled before its end.
    package var complete: Bool
    /// The simulated instant at which it was cancelled, ISO 8601.
    package var cancelledAt: String?

    package init(complete: Bool = true, cancelledAt: String? = nil) {
        self.complete = complete
        self.cancelledAt = cancelledAt
    }
}

/// What a term of the report means, so that it can be cited.
package struct Definition: Sendable, Hashable, Codable {
    /// The term.
    package var term: String
    /// Its meaning.
    package var text: String

    package init(term: String, text: String) {
        self.term = term
        self.text = text
    }
}

/// How well the numbers of a scenario are founded: how many were read in a source, recalled, or assumed.
package struct Provenance: Sendable, Hashable, Codable {
    /// Numbers read in a named source.
    package var read: Int
    /// Numbers recalled from general knowledge.
    package var recalled: Int
    /// Numbers assumed.
    package var assumption: Int
    /// The same by what the numbers are.
    package var groups: [Group]

    /// Numbers of one kind.
    package struct Group: Sendable, Hashable, Codable {
        /// What they are, as people read it.
        package var kind: String
        package var read: Int
        package var recalled: Int
        package var assumption: Int

        package init(kind: String, read: Int = 0, recalled: Int = 0, assumption: Int = 0) {
            self.kind = kind
            self.read = read
            self.recalled = recalled
            self.assumption = assumption
        }

        package var total: Int { read + recalled + assumption }
    }

    package init(read: Int = 0, recalled: Int = 0, assumption: Int = 0, groups: [Group] = []) {
        self.read = read
        self.recalled = recalled
        self.assumption = assumption
        self.groups = groups
    }

    /// All numbers.
    package var total: Int { read + recalled + assumption }

    /// The share of the numbers that is assumed, to four places; `nil` where there is none.
    package var assumedShare: Double? {
        total > 0 ? (Double(assumption) * 10_000 / Double(total)).rounded() / 10_000 : nil
    }
}
