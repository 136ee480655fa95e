/// What taking part costs, in units of any one currency; the same for every scenario, so that runs can be compared.
///
/// Each number is the typical one of a range that its source gives no more than the order of magnitude of.
enum CostModel {
    /// Mapping a company's supply chain and integrating its systems, once. 100,000 to 999,999; order of magnitude read in
    /// UNTP's business case for industry, the typical value assumed.
    static let system = 250_000.0
    /// One certification in its first year. 10,000 to 99,999; read and assumed as the above.
    static let certification = 20_000.0
    /// The share of what passports cost that does not hang on their number. 0.8 to 1; 0.9 read in the Battery Pass value
    /// assessment, the ends assumed.
    static let fixedShare = 0.9
    /// Over how many days what is paid once is spread: five years, assumed.
    static let lifetimeDays = 1825.0

    /// The measures that rest on it.
    static let measures = ["cost-per-consignment", "cost-per-consignment-by-company"]

    /// Its numbers, by where they come from.
    static var numbers: NumberCount {
        var numbers = NumberCount()
        numbers.add(1, .costs, "read")
        numbers.add(3, .costs, "assumption")
        return numbers
    }

    /// What evidence costs for one consignment, when trade goes on at the pace of the run.
    static func costPerConsignment(companies: Int, certifications: Int, consignments: Int, days: Int) -> Double? {
        guard consignments > 0, days > 0 else { return nil }
        let fixed = Double(companies) * system + Double(certifications) * certification
        let lifetimeConsignments = Double(consignments) * lifetimeDays / Double(days)
        // The fixed part is so much of the whole.
        return fixed / lifetimeConsignments / fixedShare
    }
}
