/// Results of one country.
package struct CountryRecord: Sendable, Hashable, Codable {
    /// ISO 3166-1 alpha-2.
    package var code: String
    /// The name that people read.
    package var name: String
    /// Companies with a facility there.
    package var parties: Int
    /// Consignments sold from there.
    package var asSeller: OutcomeCounts
    /// Consignments bought there.
    package var asBuyer: OutcomeCounts
    /// Whether a counted actor is there.
    package var isCounted: Bool

    package init(
        code: String, name: String, parties: Int, asSeller: OutcomeCounts, asBuyer: OutcomeCounts,
        isCounted: Bool = true
    ) {
        self.code = code
        self.name = name
        self.parties = parties
        self.asSeller = asSeller
        self.asBuyer = asBuyer
        self.isCounted = isCounted
    }
}

/// Results of trade from one country to another.
package struct Corridor: Sendable, Hashable, Codable {
    /// The seller's country, ISO 3166-1 alpha-2.
    package var from: String
    /// The buyer's country, ISO 3166-1 alpha-2.
    package var to: String
    /// Consignments.
    package var total: Int
    /// Those with complete evidence.
    package var transparent: Int
    /// Median time from dispatch to arrival, in days; `nil` when none arrived.
    package var medianTransitDays: Double?

    package init(from: String, to: String, total: Int, transparent: Int, medianTransitDays: Double? = nil) {
        self.from = from
        self.to = to
        self.total = total
        self.transparent = transparent
        self.medianTransitDays = medianTransitDays
    }
}
