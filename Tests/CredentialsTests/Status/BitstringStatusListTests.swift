import Testing

@testable import Credentials

@Suite("Status lists")
struct BitstringStatusListTests {
    /// The example in section BitstringStatusListCredential of the specification: 131,072 entries, none set.
    @Test("The specification's example unpacks to a list in which nothing is set")
    func example() throws {
        let list = try BitstringStatusList.decode(
            "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA")
        #expect(list.length == 131_072)
        #expect(list.setCount == 0)
    }

    @Test("Index 0 is the left-most bit of the first byte")
    func bitOrder() {
        var list = BitstringStatusList()
        list[0] = true
        #expect(list.bits[0] == 0b1000_0000)
        list[7] = true
        #expect(list.bits[0] == 0b1000_0001)
        list[10] = true
        #expect(list.bits[1] == 0b0010_0000)
        list[0] = false
        #expect(list.setCount == 2)
    }

    @Test(
        "A list comes back from each encoding by the options that name it",
        arguments: [true, false], [BitstringStatusList.Compression.gzip, .zlib, .none])
    func roundTrip(multibase: Bool, compression: BitstringStatusList.Compression) throws {
        var draws = SeededDraws(state: 7)
        for count in [0, 1, 50, 5_000, 60_000] {
            var list = BitstringStatusList()
            for _ in 0..<count { list[draws.below(list.length)] = true }
            for leftmostFirst in [true, false] {
                let text = list.encoded(
                    multibase: multibase, compression: compression, leftmostFirst: leftmostFirst)
                var options = BitstringStatusList.DecodingOptions()
                options.allowsMissingPrefix = !multibase
                options.compressions = [compression]
                options.leftmostFirst = leftmostFirst
                #expect(try BitstringStatusList.decode(text, options: options) == list)
            }
        }
    }

    @Test("A strict reader refuses each departure by its name, a tolerant one reads what it can")
    func strictness() throws {
        var list = BitstringStatusList()
        list[94] = true
        let bare = list.encoded(multibase: false)
        #expect(throws: StatusListError.missingMultibasePrefix) { try BitstringStatusList.decode(bare) }
        #expect(try BitstringStatusList.decode(bare, isTolerant: true) == list)
        let zlib = list.encoded(compression: .zlib)
        #expect(throws: StatusListError.notGzip) { try BitstringStatusList.decode(zlib) }
        #expect(try BitstringStatusList.decode(zlib, isTolerant: true) == list)
        let raw = list.encoded(compression: .none)
        #expect(throws: StatusListError.notGzip) { try BitstringStatusList.decode(raw) }
        #expect(throws: StatusListError.notGzip) { try BitstringStatusList.decode(raw, isTolerant: true) }
        let padded = bare + String(repeating: "=", count: (4 - bare.count % 4) % 4)
        #expect(throws: StatusListError.badBase64) { try BitstringStatusList.decode("u" + padded + "=") }
        let classic = String(padded.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        #expect(try BitstringStatusList.decode(classic, isTolerant: true) == list)
    }

    @Test("Reading bits from the wrong side finds another credential revoked")
    func misreadBitOrder() throws {
        var list = BitstringStatusList()
        list[1] = true
        let misread = try BitstringStatusList.decode(list.encoded(leftmostFirst: false))
        #expect(!misread[1])
        #expect(misread[6])
    }

    @Test("A list below the minimum is refused with its length")
    func tooShort() {
        let text = BitstringStatusList(length: 131_064).encoded()
        #expect(throws: StatusListError.tooShort(length: 131_064)) { try BitstringStatusList.decode(text) }
        #expect(BitstringStatusList(length: 1).length == 8)
        #expect(BitstringStatusList(length: -5).length == 8)
    }

    @Test("An index outside of the list is an error, never a verdict", arguments: [-1, 131_072, .max, .min])
    func range(index: Int) {
        let list = BitstringStatusList()
        #expect(throws: StatusListError.indexOutOfRange(index, length: 131_072)) { try list.isSet(at: index) }
        #expect(throws: StatusListError.self) { try list.value(at: index, size: 2) }
        #expect(!list[index])
    }

    @Test("Entries of several bits are read from the left")
    func severalBits() throws {
        var list = BitstringStatusList()
        list[4] = true
        list[7] = true
        #expect(try list.value(at: 1, size: 4) == 0b1001)
        #expect(try list.value(at: 2, size: 2) == 0b10)
        #expect(throws: StatusListError.indexOutOfRange(32_768, length: 32_768)) { try list.value(at: 32_768, size: 4) }
        #expect(throws: StatusListError.self) { try list.value(at: 0, size: 0) }
    }

    @Test("A decompression bomb is refused at the bound", arguments: [BitstringStatusList.Compression.gzip, .zlib])
    func bomb(form: BitstringStatusList.Compression) throws {
        let bomb = Deflate.compress([UInt8](repeating: 0, count: 64 << 20), as: form)
        #expect(bomb.count < 100_000)
        let text = Multibase.encode(bomb, in: .base64url)
        #expect(throws: StatusListError.tooLarge(limit: 16 << 20)) {
            try BitstringStatusList.decode(text, isTolerant: true)
        }
    }

    @Test("A list as large as the bound is read, one byte more is not")
    func bound() throws {
        var options = BitstringStatusList.DecodingOptions()
        options.maximumBytes = 20_000
        let fitting = BitstringStatusList(length: 160_000)
        #expect(try BitstringStatusList.decode(fitting.encoded(), options: options) == fitting)
        let larger = BitstringStatusList(length: 160_008).encoded()
        #expect(throws: StatusListError.tooLarge(limit: 20_000)) {
            try BitstringStatusList.decode(larger, options: options)
        }
    }

    @Test("A truncated stream and one with bytes behind it are refused")
    func damaged() {
        let whole = Deflate.compress(BitstringStatusList().bits, as: .gzip)
        for bytes in [
            Array(whole.dropLast()), whole + [0], Array(whole.prefix(10)), Array(whole.prefix(2)), whole + whole,
        ] {
            let text = Multibase.encode(bytes, in: .base64url)
            #expect(throws: StatusListError.notGzip) { try BitstringStatusList.decode(text) }
        }
        #expect(throws: StatusListError.notGzip) { try BitstringStatusList.decode("u") }
        #expect(throws: StatusListError.missingMultibasePrefix) { try BitstringStatusList.decode("") }
    }

    @Test("Equal lists are equal text, with nothing of the time or the machine in it")
    func determinism() {
        var list = BitstringStatusList()
        list[94] = true
        #expect(list.encoded() == list.encoded())
        let packed = Deflate.compress(list.bits, as: .gzip)
        #expect(Array(packed.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 4, 0xFF])
        #expect(packed.count < 100)
    }
}
