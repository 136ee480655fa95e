import Credentials
import JSON
import Platforms
import UNTP

// What nobody sends who means well. What is asked is an answer.
extension CaseRules {
    private static let robustness = "RFC 8259, section 9: Parsers"

    static let hostile: [CaseRule] = [
        CaseRule(
            "not-utf-8", .hostile, of: [.dpp], in: .everyForm, "Bytes that are not UTF-8 are refused.",
            mode: "envelope-malformed", clause: "RFC 8259, section 8.1: Character Encoding", allowed: .notValid
        ) { exhibit in
            exhibit.changeText { text in
                guard let place = text.lastIndex(of: UInt8(ascii: "}")) else { return }
                text.insert(contentsOf: Array(",\"note\":\"".utf8) + [0xC3, 0x28, 0xFF] + Array("\"".utf8), at: place)
            }
        },
        CaseRule(
            "cut-in-half", .hostile, of: [.dpp], in: .everyForm, "Half a document is refused.",
            mode: "envelope-malformed",
            clause: robustness, allowed: .notValid
        ) { exhibit in
            exhibit.bytes = Array(exhibit.shown.prefix(exhibit.shown.count / 2))
        },
        CaseRule(
            "nested-deeply", .hostile, "A document of a hundred thousand levels is answered, and not taken for valid.",
            mode: "envelope-malformed", clause: robustness, allowed: .notValid
        ) { exhibit in
            let depth = 100_000
            exhibit.changeText { text in
                guard let place = text.lastIndex(of: UInt8(ascii: "}")) else { return }
                let levels =
                    Array(",\"note\":".utf8) + Array(repeating: UInt8(ascii: "["), count: depth)
                    + Array(repeating: UInt8(ascii: "]"), count: depth)
                text.insert(contentsOf: levels, at: place)
            }
        },
        CaseRule(
            "oversize", .hostile, "A document of eight megabytes is answered.", mode: "payload-over-limit",
            clause: robustness, allowed: .any
        ) { exhibit in
            exhibit.credential["description"] = .string(String(repeating: "0123456789abcdef", count: 1 << 19))
        },
        CaseRule(
            "huge-number", .hostile, "A number that no type holds is answered, and is no crash.",
            mode: "schema-violation", clause: "RFC 8259, section 6: Numbers", allowed: .any
        ) { exhibit in
            exhibit.changeText { text in
                guard let place = text.lastIndex(of: UInt8(ascii: "}")) else { return }
                text.insert(contentsOf: Array(",\"note\":1e999999999".utf8), at: place)
            }
        },
        CaseRule(
            "status-list-that-swells", .hostile, of: [.dcc],
            "A status list that unpacks to a quarter of a gigabyte is answered.", mode: "compression-differs",
            clause: "Bitstring Status List 1.0, Bitstring Expansion", allowed: .any
        ) { exhibit in
            exhibit.world.putList(of: exhibit.role, encoded: swellingList, on: &exhibit.shelf)
        },
        CaseRule(
            "anchors-in-a-circle", .hostile, tier: 3, "Anchors that lead in a circle come to an end.",
            mode: "trust-anchor-unknown", clause: "UNTP Trust Graphs", allowed: .notValid
        ) { exhibit in
            exhibit.putCircle()
        },
    ]

    /// Many gzip members of a megabyte of nothing each: RFC 1952, section 2.2.
    private static let swellingList: String = {
        let member = Base64URL.decode(String(BitstringStatusList(length: 8 << 20).encoded().dropFirst())) ?? []
        return "u" + Base64URL.text(Array(repeatElement(member, count: 256).joined()))
    }()
}

extension Exhibit {
    /// Lets the maker be anchored by the stranger, and the stranger by the maker.
    fileprivate mutating func putCircle() {
        world.putAnchor(of: .maker, by: .stranger, on: &shelf)
        let place = world.url(of: .dia, by: .maker)
        guard let anchor = world.written(.anchor(world.anchor(of: .stranger)), by: .maker, at: place) else { return }
        world.put(anchor, .dia, by: .maker, on: &shelf)
        world.putDocument(of: .stranger, anchorURL: place, on: &shelf)
    }
}
