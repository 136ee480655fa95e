/// Every knob of a behaviour profile, in the order in which documents and reports list them.
package enum Knobs {
    /// All knobs: those that shape what is issued and hosted first, those that decide how it is read after them.
    package static let all: [Knob] =
        hosting + resolver + identity + securing + credential + values + status + evidence
        + fetching + discovery + reading + verifying + trust

    private static let byPath = Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0) })

    /// The knob at a path, or nil.
    package static subscript(_ path: String) -> Knob? { byPath[path] }
}
