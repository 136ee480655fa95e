/// Evidence that rules looked for. Each consignment counts once, however many rules looked for it there.
package struct LackRecord: Sendable, Hashable, Codable {
    /// The criterion, such as `H07`, or what a rule requires besides.
    package var id: String
    /// What it is, in words.
    package var name: String
    /// Whether these rules only take note of what is lacking; what others look for is demanded as well.
    package var onlyNoted: Bool
    /// Consignments of which it was looked for.
    package var consignments: Int
    /// Those of which it was lacking.
    package var lacking: Int

    package init(id: String, name: String, onlyNoted: Bool = false, consignments: Int, lacking: Int) {
        self.id = id
        self.name = name
        self.onlyNoted = onlyNoted
        self.consignments = consignments
        self.lacking = lacking
    }
}
