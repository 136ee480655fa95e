import Foundation
import Platforms
import Testing

@testable import Pilots

/// Files that are made to take the reader forever, or that only look so.
@Suite struct HostileYAMLTests {
    /// Levels of parts, each of which stands for some of the level before.
    private static func levels(_ count: Int, _ first: String, _ next: (String) -> String) -> String {
        (1...count).reduce("a0: &a0 \(first)\n") { $0 + "a\($1): &a\($1) \(next("*a\($1 - 1)"))\n" }
    }

    private static let nesting = 300
    private static let pairs = levels(40, "{x: x}") { "{x: \($0), y: \($0)}" }

    static let hostile: [(text: String, says: String)] = [
        (
            levels(12, "[x, x]") { "[" + Array(repeating: $0, count: 10).joined(separator: ", ") + "]" },
            "too many parts"
        ),
        (pairs, "too many parts"),
        (pairs + "*a40 : z\n", "too many parts"),
        (
            "title: &t \(String(repeating: "y", count: 400_000))\nparties: ["
                + Array(repeating: "*t", count: 100_000).joined(separator: ", ") + "]\n", "too many parts"
        ),
        (
            "set: " + String(repeating: "{? ", count: nesting) + "[" + String(repeating: "x,", count: 200_000) + "x]"
                + String(repeating: "}", count: nesting) + "\n", "this is no YAML"
        ),
        (
            "set: [" + String(repeating: "{{{{{{{{x: x}: x}: x}: x}: x}: x}: x}: x},", count: 20_000) + "x]\n",
            "lists or mappings stand as keys"
        ),
        ("title: *nobody\n", "'*nobody' stands for nothing before it"),
        ("title: &t [*t]\n", "'*t' stands for nothing before it"),
        ("title: *.yaml\n", "quotes around a text that begins so"),
    ]

    @Test("What would take forever is an error with its place", arguments: hostile.indices)
    func isRefused(index: Int) throws {
        let (text, says) = Self.hostile[index]
        let error = #expect(throws: ScenarioError.self) { try ScenarioNode.parse(text, file: "odd.yaml") }
        let message = try #require(error).description
        #expect(
            message.hasPrefix("odd.yaml:") && message.contains(says) && message.utf8.count < 1000,
            "\(message.prefix(300))")
    }

    @Test("An alias stands for the part that was last marked so, as a value and as a key")
    func readsAliases() throws {
        let node = try ScenarioNode.parse(
            "a: &x {days: 3}\nb: *x\nc: &x 4\nd: [*x, *x]\n*x : five\n", file: "a.yaml")
        #expect(node["b"]?["days"]?.integer == 3)
        #expect(node["d"]?.elements.compactMap(\.integer) == [4, 4])
        #expect(node["4"]?.text == "five")
        let pilot = """
            extends: two-platforms
            platforms:
              - {name: sender, profile: conforming, country: CL, set: &habits {securing.typ: JWT}}
              - {name: receiver, profile: conforming, country: DE, set: *habits}
            """
        let scenario = try TestLibrary.withCopy { library in
            try FileManager.default.copyItem(
                atPath: "\(TestLibrary.root)/pilots/two-platforms.yaml",
                toPath: "\(library)/pilots/two-platforms.yaml")
            return try TestLibrary.pilot(pilot, in: library)
        }
        #expect(scenario.platforms.allSatisfy { $0.profile.deviations.map(\.value) == ["JWT"] })
    }

    @Test("Asterisks and question marks in texts stay what they are")
    func keepsTexts() throws {
        let node = try ScenarioNode.parse(
            "a: Who sold it? 2 * 3\nb: \"*x\"\nc: '? y'\nd: |\n  * one\n  ? two\n\"e*?\": [\"[1]: one\", ?x]\n",
            file: "a.yaml")
        #expect(["a", "b", "c", "d"].map { node[$0]?.text } == ["Who sold it? 2 * 3", "*x", "? y", "* one\n? two\n"])
        #expect(node["e*?"]?.elements.compactMap(\.text) == ["[1]: one", "?x"])
    }
}
