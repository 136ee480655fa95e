package import UNTP

/// A certificate scheme, by its file.
package struct Scheme: Sendable {
    package var id: String
    package var name: String
    /// What it is about and where along a chain it applies, in its own words.
    package var commodities: [String]
    package var stages: [String]
    /// For how long a certificate is valid; nil where it doesn't run out.
    package var validityMonths: Double?
    /// How often its holder is looked at in between; nil for never.
    package var surveillanceMonths: Double?
    /// The models of chain of custody that it certifies; none where it certifies none.
    package var custody: [CustodyModel]

    /// Whether it certifies the chain of custody of who goes by a model: by that model, or by one that asks for less.
    package func certifies(_ model: CustodyModel) -> Bool { custody.contains { model.satisfies($0) } }

    /// For how long its certificates hold, in words.
    package var termInWords: String {
        guard let validityMonths else { return "certificates that don't run out" }
        let looks = surveillanceMonths.map { ", looked at every \(Lines.number($0))" } ?? ""
        return "certificates valid for \(Lines.number(validityMonths)) months\(looks)"
    }
}
