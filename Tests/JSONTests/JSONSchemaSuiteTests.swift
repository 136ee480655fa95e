import JSON
import Testing

/// The required tests of the public JSON Schema suite; skipped where the reference data is not at hand.
@Suite(.enabled(if: Fixtures.exist, "the reference data beside the project is not there"))
struct JSONSchemaSuiteTests {
    @Test("Every required case of the public suite for 2020-12 gets its verdict")
    func passesThePublicSuite() throws {
        let folder = "json-schema-2020-12"
        var remotes: [String: JSONValue] = [:]
        for name in Fixtures.files(in: folder + "/remotes", suffix: ".json") {
            let document = try JSONDocument(parsing: Fixtures.bytes("\(folder)/remotes/\(name)"))
            remotes["http://localhost:1234/" + name] = document.root.materialised
        }
        var count = 0
        for name in Fixtures.files(in: folder, suffix: ".json") where !name.hasPrefix("remotes") {
            let groups = try JSONDocument(parsing: Fixtures.bytes("\(folder)/\(name)")).root
            for group in groups.elements {
                let title = "\(name): \(group["description"]?.string ?? "")"
                let schema: JSONSchema
                do {
                    schema = try JSONSchema(
                        compiling: try #require(group["schema"]).materialised, resources: remotes)
                } catch {
                    Issue.record("\(title): \(error)")
                    continue
                }
                for test in try #require(group["tests"]).elements {
                    count += 1
                    let data = try JSONDocument(parsing: try #require(test["data"]).materialised.serialised()).root
                    let expected = test["valid"]?.bool
                    let label = "\(title): \(test["description"]?.string ?? "")"
                    #expect(schema.isValid(data) == expected, "\(label)")
                    #expect(schema.violations(in: data).isEmpty == expected, "\(label) (collecting)")
                }
            }
        }
        print("JSON Schema suite: \(count) cases")
        #expect(count >= 1200)
    }
}
