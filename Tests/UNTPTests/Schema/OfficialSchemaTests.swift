import JSON
import Testing
import UNTP

@Suite("Our schemas judge as the official ones of release 0.6.1 do")
struct OfficialSchemaTests {
    private static let documentsOfEachType = 5_000

    /// Our schema with the formats asserted that Python's `jsonschema` knows without extras.
    private static func schemaAsPythonHasIt(_ type: CredentialType, _ release: Release) throws -> JSONSchema {
        let document = try #require(UNTPSchema.document(type, release: release))
        return try JSONSchema(compiling: document, assertingFormats: [.date, .dateTime])
    }

    @Test(
        "The official samples are valid",
        .enabled(if: Fixtures.untp != nil, "the folder shared/fixtures/untp is missing"),
        arguments: CredentialType.allCases)
    func officialSamplesAreValid(type: CredentialType) throws {
        let sample = try Fixtures.document("untp-\(type.rawValue)-instance-0.6.1.json").root
        #expect(try Self.schemaAsPythonHasIt(type, .v0_6_1).isValid(sample))
        #expect(UNTPSchema.violations(in: sample, type: type) == [])
    }

    @Test(
        "What we write is valid by the official schemas",
        .enabled(if: PythonJudge.isAvailable, "official schemas or a Python with jsonschema are missing"))
    func writtenCredentialsAreValid() throws {
        var facts = FactsGenerator(random: SeededRandom(seed: 6))
        let credentials = CredentialType.allCases.flatMap { type in
            (0..<60).map { _ in ("\(type.rawValue)-schema-0.6.1", facts.credential(of: type).serialised()) }
        }
        let verdicts = try PythonJudge.verdicts(on: credentials, name: "written")
        #expect(verdicts == [Bool](repeating: true, count: credentials.count))
    }

    /// The schemas that were published, by type and release.
    static let published: [(type: CredentialType, release: Release)] =
        [Release.v0_4_2, .v0_5_0, .v0_6_0, .v0_6_1, .v0_7_0].flatMap { release in
            CredentialType.allCases.filter { UNTPSchema.isKnown($0, in: release) }.map { ($0, release) }
        }

    @Test(
        "Damaged documents get the verdict that Python's jsonschema gives by the official schemas, in every release",
        .enabled(if: PythonJudge.isAvailable, "official schemas or a Python with jsonschema are missing"),
        arguments: published)
    func damagedDocumentsGetTheSameVerdict(type: CredentialType, release: Release) throws {
        let seed: UInt64 = 2_606
        let schema = try #require(UNTPSchema.document(type, release: release))
        var mutator = Mutator(random: SeededRandom(seed: seed), names: schema.memberNames)
        var generator = DocumentGenerator(schema: schema, random: SeededRandom(seed: seed))
        let sample = try? Fixtures.document("untp-\(type.rawValue)-instance-\(release.version).json").root.materialised
        let cases = (0..<Self.documentsOfEachType).map { position in
            // Where there is no official sample, valid documents are made up from the schema.
            mutator.damaged(position.isMultiple(of: 2) ? sample ?? generator.document() : generator.document())
        }
        let name = "\(type.rawValue)-schema-\(release.version)"
        let official = try PythonJudge.verdicts(on: cases.map { (name, $0.document.serialised()) }, name: name)
        try #require(official.count == cases.count)
        let valid = official.count { $0 }
        // Both verdicts have to be common, or the comparison would prove little.
        #expect(valid > cases.count / 20 && valid < cases.count * 9 / 10, "\(valid) of \(cases.count) are valid")

        let compiled = try Self.schemaAsPythonHasIt(type, release)
        var differences: [String] = []
        for (position, (document, changes)) in cases.enumerated() {
            let json = try JSONDocument(parsing: document.serialised()).root
            let ours = compiled.isValid(json)
            if ours != official[position] {
                differences.append("\(name) \(position): official \(official[position]), ours \(ours): \(changes)")
            }
        }
        let first = differences.prefix(12).joined(separator: "\n")
        #expect(differences.isEmpty, "seed \(seed): \(differences.count) of \(cases.count) differ:\n\(first)")
    }
}

extension JSONValue {
    /// The names of all members at any depth that a schema describes, in the order of the schema.
    var memberNames: [String] {
        var names: [String] = []
        for place in places where place.tokens.count > 1 && place.tokens[place.tokens.count - 2] == "properties" {
            if let name = place.tokens.last, !names.contains(name) { names.append(name) }
        }
        return names
    }
}
