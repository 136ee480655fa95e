/// Evidence of products that a platform has seen, the latest of them, by canonical identifier.
struct EvidenceFile {
    typealias Entry = (shared: SharedDossier, look: Look)

    private var entries = Latest<String, Entry>(32_768)
    /// For how long any evidence may be used again, in seconds.
    private let lifetime: Int64
    /// When the oldest was last let go of, in Unix seconds.
    private var cleared = Int64.min / 2

    init(_ caching: BehaviourProfile.Caching) {
        lifetime = max(Int64(caching.evidenceSeconds), Look.longestPause(from: Int64(caching.documentSeconds)))
    }

    /// A product's evidence with the last look at it.
    subscript(identifier: String) -> Entry? { entries[identifier] }

    /// Files evidence in place of what was known before.
    ///
    /// - Returns: What was let go of, if anything was: a lot at once.
    mutating func keep(_ evidence: SharedDossier, _ look: Look) -> Latest<String, Entry>.Forgotten? {
        var forgotten: Latest<String, Entry>.Forgotten?
        if look.at - cleared >= lifetime {
            forgotten = entries.forgetOlder()
            cleared = look.at
        }
        return entries.keep((evidence, look), as: evidence.dossier.identifier) ?? forgotten
    }
}

/// When evidence was last looked at, and how often in a row it was found wanting.
struct Look: Sendable {
    /// In Unix seconds.
    let at: Int64
    let failures: Int

    /// A further look: evidence that fell for what may pass is no failure of its own.
    init(at: Int64, after earlier: Look?, findings: [Finding]) {
        self.at = at
        let isLasting = findings.contains { $0.blocks && !Self.passing.contains($0.code) }
        failures = isLasting ? (earlier?.failures ?? 0) + 1 : 0
    }

    /// For how long nobody looks again, in seconds: longer each time that nothing was mended.
    func pause(from first: Int64) -> Int64 { first << min(max(failures - 1, 0), Self.doublings) }

    static func longestPause(from first: Int64) -> Int64 { first << doublings }

    private static let doublings = 3

    /// What has nothing to do with the evidence itself.
    private static let passing: Set<String> = [
        "partner-offline", "host-unreachable", "context-host-throttled", "slow-context-timeout",
    ]
}
