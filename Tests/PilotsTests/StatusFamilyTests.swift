import Platforms
import Testing

@testable import Pilots

/// Platforms that issue and read status lists of older families, and lists that say how long they may be kept.
@Suite struct StatusFamilyTests {
    private static func codes(_ settings: [(path: String, value: String)]) throws -> Set<String> {
        try ProbeWorld.codes(
            ProbeWorld.scenario(settings.map { .init($0.path, $0.value) }, circumstance: .certificateRevoked))
    }

    @Test(
        "Who reads a family sees what is revoked in it, and nothing else",
        arguments: ["bitstring", "status-list-2021", "revocation-list-2020"])
    func reads(family: String) throws {
        #expect(
            try Self.codes([("status.family", family), ("verifying.statusFamilies", "since-2020")])
                == ["certificate-revoked"])
    }

    @Test("Who reads Status List 2021 does not read what came before it")
    func readsNoOlder() throws {
        #expect(
            try Self.codes([("status.family", "revocation-list-2020"), ("verifying.statusFamilies", "since-2021")])
                == ["status-family-differs"])
    }

    @Test("A list that says how long it may be kept is asked for again, however long its reader keeps others")
    func honoursTimeToLive() throws {
        let keeps = (path: "caching.statusSeconds", value: "2592000")
        #expect(try Self.codes([keeps]).contains("stale-status-cache"))
        #expect(try Self.codes([keeps, ("status.timeToLiveSeconds", "300")]) == ["certificate-revoked"])
    }
}
