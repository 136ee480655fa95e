import JSON
import Testing

@testable import Credentials

@Suite("Lists and their entries")
struct StatusListTests {
    private static let url = "https://example.com/status/1"

    private func view(_ value: JSONValue) throws -> JSONView {
        try JSONDocument(parsing: value.serialised()).root
    }

    private func credential(_ list: StatusList) throws -> JSONView {
        try view(["credentialSubject": list.json(id: Self.url + "#list")])
    }

    private func bits(_ indexes: Int...) -> BitstringStatusList {
        var bits = BitstringStatusList()
        for index in indexes { bits[index] = true }
        return bits
    }

    @Test(
        "A family's entries lead to a family's lists, as each specification writes them",
        arguments: StatusFamily.allCases)
    func families(family: StatusFamily) throws {
        let entry = StatusListEntry(family: family, purpose: "revocation", index: 94, listURL: Self.url)
        let status = try view(entry.json)
        #expect(try StatusListEntry.read(status, families: [family]).map { try $0.get() } == [entry])
        let list = StatusList(
            family: family, purposes: ["revocation"], encodedList: bits(94).encoded(as: .standard(of: family)))
        let read = try StatusList(reading: credential(list))
        #expect(read == list)
        #expect(try entry.status(in: read) == EntryStatus(purpose: "revocation", value: 1, message: nil))
        for other in StatusFamily.allCases where other != family {
            #expect(throws: StatusEntryError.unknownType(family.entryType)) {
                try StatusListEntry.read(status, families: [other]).first?.get()
            }
            var foreign = entry
            foreign.family = other
            #expect(throws: StatusListError.familyDiffers(entry: other, list: family)) { try foreign.status(in: read) }
        }
        #expect(StatusEntryError.unknownType(family.entryType).family == family)
        #expect(StatusFamily(listType: family.listType) == family)
    }

    @Test("The members of an old entry are those of its own specification")
    func revocationList2020() throws {
        let json = StatusListEntry(family: .revocationList2020, purpose: "revocation", index: 7, listURL: Self.url).json
        #expect(
            json == [
                "type": "RevocationList2020Status", "revocationListIndex": "7",
                "revocationListCredential": .string(Self.url),
            ])
        let list = StatusList(family: .revocationList2020, purposes: ["revocation"], encodedList: "x")
        #expect(list.json(id: "a") == ["id": "a", "type": "RevocationList2020", "encodedList": "x"])
    }

    @Test("Of several entries, each is read or refused for itself")
    func several() throws {
        let entries = ["revocation", "suspension", "refresh", "message"].enumerated().map { number, purpose in
            StatusListEntry(purpose: purpose, index: number, listURL: "https://example.com/\(purpose)")
        }
        let old: JSONValue = ["type": "RevocationList2020Status"]
        let unknown: JSONValue = ["type": "OnlineStatus"]
        let all = try view(.array(entries.map(\.json) + [old, unknown]))
        let read = StatusListEntry.read(all)
        #expect(read.prefix(4).compactMap { try? $0.get() } == entries)
        #expect(throws: StatusEntryError.unknownType("RevocationList2020Status")) { try read[4].get() }
        #expect(throws: StatusEntryError.unknownType("OnlineStatus")) { try read[5].get() }
        #expect(StatusEntryError.unknownType("OnlineStatus").family == nil)
        let known = StatusListEntry.read(all, families: Set(StatusFamily.allCases))
        #expect(throws: StatusEntryError.badIndex) { try known[4].get() }
    }

    @Test("A list of another purpose is no answer, unless the reader does not look")
    func purposes() throws {
        let entry = StatusListEntry(purpose: "suspension", index: 3, listURL: Self.url)
        var list = StatusList(purposes: ["revocation"], encodedList: bits(3).encoded())
        #expect(throws: StatusListError.purposeDiffers(entry: "suspension", list: ["revocation"])) {
            try entry.status(in: list)
        }
        var options = BitstringStatusList.DecodingOptions()
        options.allowsOtherPurposes = true
        #expect(try entry.status(in: list, options: options).isSet)
        list.purposes.append("suspension")
        #expect(try StatusList(reading: credential(list)) == list)
        #expect(try entry.status(in: StatusList(reading: credential(list))).isSet)
    }

    @Test("An entry of several bits has a value and its meaning, and needs as many entries as any")
    func sizes() throws {
        let messages = [StatusMessage(value: 0, text: "pending"), StatusMessage(value: 2, text: "recalled")]
        var bits = BitstringStatusList(length: 2 * BitstringStatusList.minimumLength)
        // Entry 94 of two bits is 2, which is 10 in binary: bits 188 and 189.
        bits[188] = true
        bits[bits.length] = true
        #expect(bits.setCount == 1)
        let entry = StatusListEntry(purpose: "message", index: 94, listURL: Self.url, size: 2, messages: messages)
        #expect(try StatusListEntry.read(view(entry.json)).map { try $0.get() } == [entry])
        var list = StatusList(purposes: ["message"], encodedList: bits.encoded())
        #expect(try entry.status(in: list) == EntryStatus(purpose: "message", value: 2, message: "recalled"))
        // What the entry leaves out is taken from the list.
        let silent = StatusListEntry(purpose: "message", index: 95, listURL: Self.url)
        list.size = 2
        list.messages = messages
        let read = try StatusList(reading: credential(list))
        #expect(read == list)
        #expect(try silent.status(in: read) == EntryStatus(purpose: "message", value: 0, message: "pending"))
        list.encodedList = BitstringStatusList().encoded()
        #expect(throws: StatusListError.tooShort(length: 65_536)) { try entry.status(in: list) }
        for size in [0, -1, 64, Int.max] {
            var odd = entry
            odd.size = size
            #expect(throws: StatusListError.self) { try odd.status(in: list) }
        }
    }

    @Test("A list may be kept for as long as it says")
    func timeToLive() throws {
        var list = StatusList(purposes: ["revocation"], encodedList: "", timeToLiveMilliseconds: 300_000)
        #expect(try StatusList(reading: credential(list)) == list)
        #expect(list.usableUntil(readAt: 0) == 300)
        #expect(list.usableUntil(readAt: .min) < 0)
        #expect(list.usableUntil(readAt: .max) == .max)
        list.timeToLiveMilliseconds = nil
        #expect(list.usableUntil(readAt: 0) == .max)
    }

    @Test("What is no list is refused for what it lacks")
    func notLists() throws {
        for (json, error) in [
            ([:], .unknownListType("no type")), (["credentialSubject": "x"], .unknownListType("no type")),
            (["credentialSubject": ["type": "StatusList"]], .unknownListType("StatusList")),
            (["credentialSubject": ["type": ["BitstringStatusList"]]], .missingEncodedList),
        ] as [(JSONValue, StatusListError)] {
            let view = try view(json)
            #expect(throws: error) { try StatusList(reading: view) }
        }
    }

    @Test("A strict reader refuses every other encoding, and no encoding is mistaken for another")
    func encodings() throws {
        let list = bits(0, 7, 94, 131_071)
        var tolerant = BitstringStatusList.DecodingOptions.tolerant
        tolerant.readsIndexes = true
        for armour in BitstringStatusList.ListEncoding.Armour.allCases {
            for compression in [BitstringStatusList.Compression.gzip, .zlib] {
                let text = list.encoded(as: .packed(compression, armour: armour))
                #expect(try BitstringStatusList.decode(text, options: tolerant) == list)
                let isStandard = armour == .multibase && compression == .gzip
                #expect(((try? BitstringStatusList.decode(text)) != nil) == isStandard)
            }
        }
        let indexes = list.encoded(as: .indexes)
        #expect(indexes == "0,7,94,131071")
        #expect(throws: StatusListError.notGzip) { try BitstringStatusList.decode(indexes) }
        #expect(try BitstringStatusList.decode(indexes, options: tolerant) == list)
        #expect(try BitstringStatusList.decode("131072", options: tolerant).length == 131_080)
        #expect(throws: StatusListError.tooLarge(limit: 16 << 20)) {
            try BitstringStatusList.decode("1,99999999999999999999", options: tolerant)
        }
        let entry = StatusListEntry(purpose: "revocation", index: 94, listURL: Self.url)
        let short = StatusList(purposes: ["revocation"], encodedList: BitstringStatusList(length: 1_024).encoded())
        #expect(throws: StatusListError.tooShort(length: 1_024)) { try entry.status(in: short) }
        let fromTheRight = StatusList(
            purposes: ["revocation"], encodedList: bits(94).encoded(as: .packed(leftmostFirst: false)))
        #expect(try !entry.status(in: fromTheRight).isSet)
        tolerant.leftmostFirst = false
        #expect(try entry.status(in: fromTheRight, options: tolerant).isSet)
    }

    @Test("Classic base64 is read with its padding, and the other alphabet only by the lenient")
    func base64() {
        for (text, bytes) in [("", []), ("Zg==", [0x66]), ("Zm8=", [0x66, 0x6F]), ("+/8=", [0xFB, 0xFF])]
            as [(String, [UInt8])]
        {
            #expect(Base64.text(bytes) == text)
            #expect(Base64.decode(text) == bytes)
        }
        for text in ["Zg", "Zg=", "-_8=", "Zg===", "Z===", "Zh=="] { #expect(Base64.decode(text) == nil) }
        for text in ["Zg", "Zg=", "-_8"] { #expect(Base64.decode(text, isLenient: true) != nil) }
    }
}
