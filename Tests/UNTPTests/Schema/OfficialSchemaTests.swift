import JSON
import Testing
import UNTP

@Suite("Our schemas judge as the official ones of release 0.6.1 do")
struct OfficialSchemaTests {
    private static let documentsOfEachType = 1_200

    @Test(
        "The official samples are valid",
        .enabled(if: Fixtures.untp != nil, "the folder shared/fixtures/untp is missing"),
        arguments: CredentialType.allCases)
    func officialSamplesAreValid(type: CredentialType) throws {
        let sample = try Fixtures.document("untp-\(type.rawValue)-instance-0.6.1.json").root
        #expect(UNTPSchema.isValidWithDatesAsserted(sample, type: type))
        #expect(UNTPSchema.violations(in: sample, type: type) == [])
    }

    @Test(
        "What we write is valid by the official schemas",
        .enabled(if: PythonJudge.isAvailable, "official schemas or a Python with jsonschema are missing"))
    func writtenCredentialsAreValid() throws {
        var facts = FactsGenerator(random: SeededRandom(seed: 6))
        let credentials = CredentialType.allCases.flatMap { type in
            (0..<60).map { _ in (type.rawValue, facts.credential(of: type).serialised()) }
        }
        let verdicts = try PythonJudge.verdicts(on: credentials, name: "written")
        #expect(verdicts == [Bool](repeating: true, count: credentials.count))
    }

    @Test(
        "Damaged samples get the verdict that Python's jsonschema gives by the official schemas",
        .enabled(if: PythonJudge.isAvailable, "official schemas or a Python with jsonschema are missing"))
    func damagedSamplesGetTheSameVerdict() throws {
        let seed: UInt64 = 2_606
        var cases: [(type: CredentialType, bytes: [UInt8], changes: String)] = []
        for (position, type) in CredentialType.allCases.enumerated() {
            let sample = try Fixtures.document("untp-\(type.rawValue)-instance-0.6.1.json").root.materialised
            var mutator = Mutator(
                random: SeededRandom(seed: seed + UInt64(position)), names: UNTPSchema.document(type).memberNames)
            for _ in 0..<Self.documentsOfEachType {
                let (document, changes) = mutator.damaged(sample)
                cases.append((type, document.serialised(), changes))
            }
        }
        let official = try PythonJudge.verdicts(on: cases.map { ($0.type.rawValue, $0.bytes) }, name: "damaged")
        try #require(official.count == cases.count)
        let valid = official.count { $0 }
        // Both verdicts have to be common, or the comparison would prove little.
        #expect(valid > cases.count / 10 && valid < cases.count * 9 / 10, "\(valid) of \(cases.count) are valid")

        var differences: [String] = []
        for (position, (type, bytes, changes)) in cases.enumerated() {
            let ours = UNTPSchema.isValidWithDatesAsserted(try JSONDocument(parsing: bytes).root, type: type)
            if ours != official[position] {
                differences.append(
                    "\(type.rawValue) \(position): official \(official[position]), ours \(ours): \(changes)")
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
