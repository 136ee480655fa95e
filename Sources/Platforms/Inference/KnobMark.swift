/// How the value of a knob was come by, in a profile that was drawn from samples.
package struct KnobMark: Sendable, Hashable {
    package let path: String
    package let value: String
    package let origin: Origin
    /// The documents that show it, or state it.
    package let sources: [String]
    /// What speaks against it, where something does.
    package let note: String?

    package enum Origin: String, Sendable, Hashable, CaseIterable {
        /// The platform says so itself.
        case declared
        /// Samples show it.
        case inferred
        /// Nothing shows it: it is what the specification asks for.
        case `default`
    }

    package init(_ path: String, _ value: String, _ origin: Origin, sources: [String] = [], note: String? = nil) {
        self.path = path
        self.value = value
        self.origin = origin
        self.sources = sources
        self.note = note
    }
}
