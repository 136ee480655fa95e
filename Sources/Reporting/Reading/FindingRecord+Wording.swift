import Records

extension FindingRecord {
    /// What the one who must fix it can do.
    var remedyThatCounts: String {
        responsible == "verifier" || responsible == "network" ? remedy.verifier : remedy.issuer
    }

    /// Whether the official UNTP tests would have noticed.
    var officialTestsSentence: String {
        switch officialTests {
        case "": ""
        case "none": "would not notice"
        case "tier1", "tier2", "tier3": "would notice, in tier \(officialTests.suffix(1))"
        case "playground": "would not notice, but the UNTP Playground would"
        default: officialTests
        }
    }

    /// The clause of the specification and its strength; empty where none speaks of it.
    var specification: String {
        clause.isEmpty || strength.isEmpty || strength == "none" ? clause : "\(clause) (\(strength.uppercased()))"
    }
}

extension ExampleRecord {
    /// What was sent, in words where it was nothing.
    var sentText: String { sent.isEmpty ? "nothing" : sent }

    /// What was expected, in words where it was nothing.
    var expectedText: String { expected.isEmpty ? "nothing" : expected }
}
