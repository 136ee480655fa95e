/// Every knob of a behaviour profile, in the order in which documents and reports list them.
package enum Knobs {
    /// The knobs that shape what is issued and hosted.
    package static let issuing: [Knob] =
        hosting + resolver + publishing + identity + securing + credential + values + status
        + evidence + saying + writingReleases + extending + granting

    /// The knobs that decide how it is read.
    package static let consuming: [Knob] =
        fetching + discovery + looking + reading + verifying + trust + understanding
        + readingReleases + accepting + unlocking

    package static let all: [Knob] = issuing + consuming

    private static let byPath = Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0) })

    /// The knob at a path, or nil.
    package static subscript(_ path: String) -> Knob? { byPath[path] }
}
