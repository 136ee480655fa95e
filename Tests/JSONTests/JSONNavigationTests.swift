import JSON
import Testing

@Suite struct JSONNavigationTests {
    /// The document of RFC 6901, section 5.
    private static let rfc6901 = #"""
        {"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}
        """#

    @Test(
        "The pointers of RFC 6901 lead where it says, in documents and trees",
        arguments: [
            ("/foo/0", "\"bar\""), ("/foo", "[\"bar\",\"baz\"]"), ("/", "0"), ("/a~1b", "1"), ("/c%d", "2"),
            ("/e^f", "3"), ("/g|h", "4"), ("/i\\j", "5"), ("/k\"l", "6"), ("/ ", "7"), ("/m~0n", "8"),
        ])
    func followsPointers(text: String, value: String) throws {
        let root = try JSONDocument(Self.rfc6901).root
        let pointer = try #require(JSONPointer(parsing: text))
        let found = try #require(root[pointer: pointer])
        #expect(String(decoding: found.canonicalised(), as: UTF8.self) == value)
        #expect(root.materialised[pointer: pointer] == found.materialised)
        #expect(found.pointer == pointer)
        #expect(pointer.description == text)
    }

    @Test("The empty pointer is the whole document")
    func emptyPointer() throws {
        let root = try JSONDocument(Self.rfc6901).root
        let pointer = try #require(JSONPointer(parsing: ""))
        #expect(root[pointer: pointer]?.pointer.description == "")
    }

    @Test("Text that is no pointer is refused", arguments: ["foo", "#/foo", "/~", "/~2", "/a~", " /a"])
    func refusesPointers(text: String) {
        #expect(JSONPointer(parsing: text) == nil)
    }

    @Test(
        "Pointers that lead nowhere give nothing",
        arguments: ["/foo/2", "/foo/-", "/foo/00", "/foo/+1", "/foo/ 1", "/bar", "/foo/0/0"])
    func findsNothing(text: String) throws {
        let root = try JSONDocument(Self.rfc6901).root
        let pointer = try #require(JSONPointer(parsing: text))
        #expect(root[pointer: pointer] == nil)
        #expect(root.materialised[pointer: pointer] == nil)
    }

    @Test("A combining mark behind a slash or tilde doesn't hide it")
    func splitsByCodePoints() throws {
        let pointer = try #require(JSONPointer(parsing: "/a/\u{301}b/~0\u{301}"))
        #expect(pointer.tokens == ["a", "\u{301}b", "~\u{301}"])
        #expect(pointer.description == "/a/\u{301}b/~0\u{301}")
    }

    @Test("Every value of a generated document is found by its own pointer")
    func pointersLeadBack() throws {
        for seed in 1...300 as ClosedRange<UInt64> {
            var samples = Samples(seed: seed)
            let root = try JSONDocument(parsing: samples.value().serialised()).root
            func check(_ view: JSONView) throws {
                let found = try #require(root[pointer: view.pointer], "seed \(seed), \(view.pointer)")
                #expect(found.rawBytes == view.rawBytes && found.pointer == view.pointer, "seed \(seed)")
                #expect(JSONPointer(parsing: view.pointer.description) == view.pointer, "seed \(seed)")
                for element in view.elements { try check(element) }
                for member in view.members { try check(member.value) }
            }
            try check(root)
        }
    }

    @Test("A view reads what stands there and nothing else")
    func readsScalars() throws {
        let root = try JSONDocument(
            #"{"s":"a\u0062\n","t":true,"n":null,"i":-12,"d":1.5e1,"w":1e2,"a":[1,2],"big":9223372036854775808}"#
        ).root
        #expect(root["s"]?.string == "ab\n")
        #expect(root["s"]?.stringEquals("ab\n") == true)
        #expect(root["s"]?.stringEquals("ab") == false)
        #expect(root["t"]?.bool == true)
        #expect(root["n"]?.isNull == true)
        #expect(root["i"]?.int == -12)
        #expect(root["d"]?.double == 15)
        #expect(root["d"]?.int == 15)
        #expect(root["w"]?.int == 100)
        #expect(root["big"]?.int == nil)
        #expect(root["big"]?.number?.text == "9223372036854775808")
        #expect(root["a"]?[1]?.int == 2)
        #expect(root["a"]?[2] == nil)
        #expect(root["a"]?[-1] == nil)
        #expect(root["s"]?.int == nil)
        #expect(root["x"] == nil)
        #expect(root[0] == nil)
        #expect(root.members.map(\.name) == ["s", "t", "n", "i", "d", "w", "a", "big"])
    }
}
