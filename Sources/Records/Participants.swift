/// A platform that took part.
package struct PlatformRecord: Sendable, Hashable, Codable {
    /// Its stable name.
    package var name: String
    /// The name that people read.
    package var title: String
    /// What it is, such as `virtual` or `vendor's own, over HTTP`.
    package var kind: String
    /// Companies that use it.
    package var parties: Int
    /// Credentials that it issued.
    package var issued: Int
    /// Where its behaviour departs from the specification.
    package var deviations: [Deviation]
    /// Whether its behaviour departs nowhere.
    package var conforming: Bool
    /// Whether it counts as a platform that took part.
    package var isCounted: Bool
    /// What it was asked, where it is a vendor's own.
    package var outside: OutsideRecord?
    /// How each setting was come by, where the profile was drawn from samples; empty for any other profile.
    package var marks: [SettingMark]

    package init(
        name: String, title: String, kind: String, parties: Int, issued: Int, deviations: [Deviation] = [],
        conforming: Bool, isCounted: Bool = true, outside: OutsideRecord? = nil, marks: [SettingMark] = []
    ) {
        self.outside = outside
        self.name = name
        self.title = title
        self.kind = kind
        self.parties = parties
        self.issued = issued
        self.deviations = deviations
        self.conforming = conforming
        self.isCounted = isCounted
        self.marks = marks
    }
}

/// How a setting of a platform was come by.
package struct SettingMark: Sendable, Hashable, Codable {
    /// The setting.
    package var knob: String
    /// What it is set to.
    package var value: String
    package var origin: Origin
    /// The documents that show it, or state it.
    package var from: [String]
    /// What speaks against it, where something does.
    package var note: String?

    package enum Origin: String, Sendable, Hashable, Codable, CaseIterable {
        /// The platform says so itself.
        case declared
        /// Samples show it.
        case inferred
        /// Nothing shows it: it is what the specification asks for.
        case `default`
    }

    package init(knob: String, value: String, origin: Origin, from: [String] = [], note: String? = nil) {
        self.knob = knob
        self.value = value
        self.origin = origin
        self.from = from
        self.note = note
    }
}

/// A setting of a platform that departs from the specification.
package struct Deviation: Sendable, Hashable, Codable {
    /// The setting.
    package var knob: String
    /// What it is set to.
    package var value: String

    package init(knob: String, value: String) {
        self.knob = knob
        self.value = value
    }
}

/// A company that took part.
package struct PartyRecord: Sendable, Hashable, Codable {
    /// Its name.
    package var name: String
    /// Its role, such as a stage of a value chain.
    package var role: String
    /// ISO 3166-1 alpha-2.
    package var country: String
    /// The platform that it uses.
    package var platform: String
    /// Consignments that it sold or bought and that were judged.
    package var consignments: Int
    /// Those of them with transparent evidence.
    package var transparent: Int
    /// Whether somebody else accepted a credential that it issued in the run, and that a register vouches for.
    package var isAccepted: Bool

    package init(
        name: String, role: String, country: String, platform: String, consignments: Int = 0, transparent: Int = 0,
        isAccepted: Bool = false
    ) {
        self.name = name
        self.role = role
        self.country = country
        self.platform = platform
        self.consignments = consignments
        self.transparent = transparent
        self.isAccepted = isAccepted
    }

    /// Whether it counts as an actor.
    package var isCounted: Bool { transparent > 0 && isAccepted }
}
