import Credentials
import JSON
import SimulationKernel
import Testing

@testable import Platforms

/// In which form published documents are kept.
@Suite struct StoredBytesTests {
    private let samples: SignedSamples

    init() throws {
        samples = try SignedSamples()
    }

    private var documents: [[UInt8]] {
        let tokens = (0..<4).map { samples.token(samples.anchor(index: $0)) }
        let envelopes = (0..<4).map { samples.enveloped(samples.anchor(index: $0)) }
        let others = ["", ".", "..", "a.b.c", "x.*.y", "no dots at all", "{\"a\": 1.5, \"b\": [1.25]}", "......."]
        return tokens + envelopes + [samples.anchor().serialised()] + others.map { Array($0.utf8) }
            + [Array(repeating: 0xFF, count: 40_000)]
    }

    @Test("Whatever is packed comes out as it was")
    func packs() {
        var model: PackedDocument.Model?
        for document in documents {
            var own: PackedDocument.Model?
            #expect(PackedDocument(document, beside: &model).bytes == document)
            #expect(PackedDocument(document, beside: &own).bytes == document)
        }
    }

    @Test("Bytes come out as they were beside any others")
    func packsBeside() {
        var chance = Simulation(.init(seed: 5, epochUnixSeconds: 0)).stream("bytes", "test")
        for round in 0..<200 {
            let bytes = (0..<round * 7).map { _ in UInt8(chance.below(round % 5 == 0 ? 256 : 4)) }
            let model = (0..<round * 3).map { _ in UInt8(chance.below(4)) }
            #expect(PackedBytes(bytes, beside: model).bytes == bytes)
        }
    }

    @Test("Packed bytes are the same for who asks, and stay in full after they were unpacked")
    func storesPacked() throws {
        let bytes = samples.enveloped(samples.anchor())
        let stored = StoredBytes(bytes)
        #expect(!stored.takeUse())
        #expect(stored.value == bytes)
        #expect(stored.takeUse())
        #expect(!stored.takeUse())
        #expect(stored.unpack() == nil)
        var model: PackedDocument.Model?
        #expect(stored.pack(beside: &model) { ContentDigest(of: $0) } == ContentDigest(of: bytes))
        #expect(stored.pack(beside: &model) { ContentDigest(of: $0) } == nil)
        guard case .packed(let digest)? = stored.known else { throw NotPacked() }
        #expect(digest == ContentDigest(of: bytes))
        #expect(stored.value == bytes)
        let unpacked = try #require(stored.unpack())
        #expect(unpacked.bytes == bytes)
        #expect(unpacked.digest == digest)
        guard case .plain(let plain)? = stored.known, plain == bytes else { throw NotPacked() }
    }

    private struct NotPacked: Error {}

    @Test("Bytes that nobody made yet are left to be made")
    func leavesWhatIsNotMade() {
        var configuration = Simulation.Configuration(seed: 1, epochUnixSeconds: 0)
        configuration.threads = 1
        let simulation = Simulation(configuration)
        let stored = StoredBytes(simulation.begin { [1, 2, 3] })
        var model: PackedDocument.Model?
        #expect(stored.pack(beside: &model) { ContentDigest(of: $0) } == nil)
        #expect(stored.known == nil)
        #expect(stored.value == [1, 2, 3])
    }
}
