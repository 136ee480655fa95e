package import UNTP

/// A certificate scheme, by its file.
package struct Scheme: Sendable {
    package var id: String
    package var name: String
    /// Whose it is; empty where that isn't said.
    package var owner: String
    /// What it is about and where along a chain it applies, in its own words.
    package var commodities: [String]
    package var stages: [String]
    /// Where it can be had, by ISO codes; none where that is everywhere.
    package var countries: [String] = []
    /// What is assessed, how that is attested, and the levels that are given, for people; nil or none where that isn't said.
    package var subject: String?
    package var attestation: String?
    package var levels: [String]
    /// For how long a certificate is valid; nil where it doesn't run out.
    package var validityMonths: Double?
    /// How often its holder is looked at in between; nil for never.
    package var surveillanceMonths: Double?
    /// The models of chain of custody that it certifies; none where it certifies none.
    package var custody: [CustodyModel]

    /// Whether somebody in a country can be certified by it.
    package func holds(in country: String) -> Bool { countries.isEmpty || countries.contains(country) }

    /// Whether it certifies the chain of custody of who goes by a model: by that model, or by one that asks for less.
    package func certifies(_ model: CustodyModel) -> Bool { custody.contains { model.satisfies($0) } }

    /// What it assesses and how, in words; nil where nothing is said of that.
    package var assessmentInWords: String? {
        let parts = [
            subject.map { "subject: \($0)" }, attestation.map { "attestation: \($0)" },
            levels.isEmpty ? nil : "levels: \(levels.joined(separator: ", "))",
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// For how long its certificates hold, in words.
    package var termInWords: String {
        guard let validityMonths else { return "certificates that don't run out" }
        let looks = surveillanceMonths.map { ", looked at every \(Lines.number($0))" } ?? ""
        return "certificates valid for \(Lines.number(validityMonths)) months\(looks)"
    }
}
