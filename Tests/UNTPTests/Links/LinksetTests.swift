import JSON
import Testing
import UNTP

@Suite("Sets of links")
struct LinksetTests {
    private static let set = Linkset(contexts: [
        .init(
            anchor: "https://id.example.com/01/1",
            links: [
                .init(relation: "untp:dpp", href: "https://a.example/1", mediaType: "application/vc+jwt", title: "One"),
                .init(
                    relation: "untp:dpp", href: "https://a.example/2", languages: ["en", "es"],
                    encryptionMethod: "AES-128", accessRoles: ["untp:accessRole#Anonymous"],
                    versionRelations: ["predecessor-version"]),
                .init(
                    relation: "https://gs1.org/voc/traceability", href: "https://a.example/3", method: "POST"),
            ]),
        .init(anchor: "https://id.example.com/01/2", links: [.init(relation: "untp:dcc", href: "https://a.example/4")]),
    ])

    @Test("are read as they were written")
    func writtenSetIsRead() throws {
        #expect(try Linkset(parsing: Self.set.json.document.root) == Self.set)
    }

    @Test("have their targets in one array for each relation: RFC 9264, section 4.2")
    func targetsAreGroupedByRelation() {
        let context = Self.set.json["linkset"]?[0]
        #expect(context?["anchor"] == "https://id.example.com/01/1")
        #expect(context?["untp:dpp"]?.array?.count == 2)
    }

    private static let departures: [(JSONValue, LinksetError)] = [
        ([], .missingLinkset),
        ([["href": "https://a.example/1", "rel": "untp:dpp"]], .missingLinkset),
        (["linkset": [:]], .notAnArray("/linkset")),
        (["linkset": [], "title": "Links"], .otherMembers(["title"])),
        (["linkset": ["x"]], .notAnObject("/linkset/0")),
        (["linkset": [["untp:dpp": []]]], .missingAnchor("/linkset/0")),
        (["linkset": [["anchor": 1]]], .missingAnchor("/linkset/0")),
        (["linkset": [["anchor": "a", "untp:dpp": ["href": "b"]]]], .notAnArray("/linkset/0/untp:dpp")),
        (["linkset": [["anchor": "a", "untp:dpp": []]]], .noTargets("/linkset/0/untp:dpp")),
        (["linkset": [["anchor": "a", "untp:dpp": ["b"]]]], .notAnObject("/linkset/0/untp:dpp/0")),
        (["linkset": [["anchor": "a", "x": [["href": "b"], ["title": "c"]]]]], .missingHref("/linkset/0/x/1")),
        (
            ["linkset": [["anchor": "a", "https://gs1.org/voc/pip": [["href": 1]]]]],
            .missingHref("/linkset/0/https:~1~1gs1.org~1voc~1pip/0")
        ),
        (
            ["linkset": [["anchor": "a", "x": [["href": "b", "hreflang": "en"]]]]],
            .wrongType("/linkset/0/x/0/hreflang", expected: "an array of strings")
        ),
        (
            ["linkset": [["anchor": "a", "x": [["href": "b", "type": ["c"]]]]]],
            .wrongType("/linkset/0/x/0/type", expected: "a string")
        ),
    ]

    @Test("of another form are refused, with the place of the first departure", arguments: departures)
    func departuresAreNamed(json: JSONValue, error: LinksetError) throws {
        let document = try json.document
        #expect(throws: error) { try Linkset(parsing: document.root) }
    }

    @Test("survive any damage")
    func damageIsSurvived() throws {
        var mutator = Mutator(random: SeededRandom(seed: 5), names: ["href", "anchor", "linkset", "hreflang"])
        var read = 0
        for _ in 0..<2_000 {
            let document = try mutator.damaged(Self.set.json).document.document
            if (try? Linkset(parsing: document.root)) != nil { read += 1 }
        }
        #expect(read > 100 && read < 1_900)
    }
}

@Suite("Link types")
struct LinkTypeTests {
    @Test(
        "are understood in every spelling in circulation",
        arguments: [
            ("untp:dpp", LinkType.dpp), ("gs1:sustainabilityInfo", .dpp), ("untp:digitalProductPassport", .dpp),
            ("https://gs1.org/voc/certificationInfo", .dcc), ("gs1:traceability", .dte), ("gs1:epcis", .dte),
            ("https://gs1.org/voc/epcis", .dte), ("gs1:locationInfo", .dfr), ("gs1:registryEntry", .dia),
            ("https://vocabulary.uncefact.org/untp/linkType#digitalTraceabilityEvent", .dte),
            ("untp:digitalIdentityAnchor", .dia), ("https://test.uncefact.org/vocabulary/linkTypes/dcc", .dcc),
            ("untp:idr", .idr), ("linkset", .idr),
        ])
    func spellingIsUnderstood(text: String, type: LinkType) {
        #expect(LinkType(anySpelling: text) == type)
    }

    @Test("share no spelling, and say the current one first", arguments: LinkType.allCases)
    func spellingsAreDistinct(type: LinkType) {
        #expect(type.spellings.first == "untp:" + type.rawValue)
        #expect(Set(type.spellings).count == type.spellings.count)
        for spelling in type.spellings { #expect(LinkType(anySpelling: spelling) == type) }
        for spelling in LinkType.Spelling.allCases { #expect(type.spellings.contains(type.text(spelling))) }
    }

    @Test("are not guessed", arguments: ["", "untp:", "dpp", "gs1:pip", "UNTP:DPP", "about"])
    func unknownTextIsNoLinkType(text: String) {
        #expect(LinkType(anySpelling: text) == nil)
    }
}
