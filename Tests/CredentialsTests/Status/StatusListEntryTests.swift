import JSON
import Testing

@testable import Credentials

@Suite("Status entries")
struct StatusListEntryTests {
    /// The entries, or what is wrong with the first that can't be read.
    private func entries(in status: JSONView) throws -> [StatusListEntry] {
        try StatusListEntry.read(status).map { try $0.get() }
    }

    private func entry(_ index: String, type: String = "BitstringStatusListEntry") -> String {
        """
        {"type":"\(type)","statusPurpose":"revocation","statusListIndex":\(index),\
        "statusListCredential":"https://example.com/status/1"}
        """
    }

    @Test("An object and an array of entries are read")
    func shapes() throws {
        let one = StatusListEntry(purpose: "revocation", index: 94, listURL: "https://example.com/status/1")
        #expect(try entries(in: Samples.view(entry(#""94""#))) == [one])
        let two = try entries(in: Samples.view("[\(entry(#""94""#)),\(entry(#""0""#))]"))
        #expect(two.map(\.index) == [94, 0])
    }

    @Test("An index written as a number is read, and told apart")
    func number() throws {
        let entries = try entries(in: Samples.view(entry("94")))
        #expect(entries.map(\.indexForm) == [.number])
        #expect(entries.map(\.index) == [94])
        #expect(entries.first?.json["statusListIndex"] == 94)
    }

    @Test("An entry comes back from its own JSON", arguments: [StatusListEntry.IndexForm.text, .number])
    func roundTrip(form: StatusListEntry.IndexForm) throws {
        let entry = StatusListEntry(purpose: "suspension", index: 7, indexForm: form, listURL: "https://example.com/2")
        let json = String(decoding: entry.json.serialised(), as: UTF8.self)
        #expect(try entries(in: Samples.view(json)) == [entry])
    }

    @Test(
        "An index that is no whole number is refused",
        arguments: [
            #""""#, #""-1""#, "-1", #""+5""#, #""1.5""#, "1.5", "1e3", #""x""#, "null", "true", #""94 ""#,
            #""99999999999999999999""#, "[94]",
        ])
    func badIndex(index: String) throws {
        let view = try Samples.view(entry(index))
        #expect(throws: StatusEntryError.badIndex) { try entries(in: view) }
    }

    @Test("Entries of other families are named", arguments: ["StatusList2021Entry", "RevocationList2020Status"])
    func families(type: String) throws {
        let view = try Samples.view(entry(#""94""#, type: type))
        #expect(throws: StatusEntryError.unknownType(type)) { try entries(in: view) }
    }

    @Test("What lacks a list, a purpose or a type is refused for that")
    func missing() throws {
        let cases: [(String, StatusEntryError)] = [
            (#"{"type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"1"}"#, .missingList),
            (
                #"{"type":"BitstringStatusListEntry","statusListIndex":"1","statusListCredential":"https://e.example/"}"#,
                .missingPurpose
            ),
            ("{}", .unknownType("no type")), (#""https://example.com""#, .unknownType("no type")),
        ]
        for (text, error) in cases {
            let view = try Samples.view(text)
            #expect(throws: error) { try entries(in: view) }
        }
    }
}
