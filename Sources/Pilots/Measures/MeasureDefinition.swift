/// What a measure counts, and how.
package struct MeasureDefinition: Sendable {
    package let id: String
    package let label: String
    package let unit: String
    /// How it is counted, so that a researcher can cite it.
    package let definition: String
    /// The target that holds unless a scenario sets another; nil where there is none.
    package let target: Double?

    /// The measures of every run: those of the critical-raw-materials project first.
    package static let all: [MeasureDefinition] = [
        .init(
            id: "supply-chain-actors", label: "Supply chain actors", unit: "actors",
            definition:
                "Distinct legal entities that sold or bought a judged consignment and issued at least one credential that somebody else accepted. Certifiers, registers and software firms do not count.",
            target: 50),
        .init(
            id: "software-platforms", label: "Software platforms", unit: "platforms",
            definition:
                "Distinct platforms of counted actors of which at least one other platform accepted a credential, or which accepted one of another platform.",
            target: 5),
        .init(
            id: "value-chains", label: "Value chains", unit: "chains",
            definition:
                "Distinct value chains with at least three consecutive stages between which transparent consignments moved.",
            target: 5),
        .init(
            id: "countries", label: "Countries", unit: "countries",
            definition: "Distinct countries of the facilities that sent or received a transparent consignment.",
            target: 5),
        .init(
            id: "transparent-consignments", label: "Consignments with transparent evidence", unit: "consignments",
            definition:
                "Consignments at level E4 when they were judged on arrival: a passport resolves from the label, an event ties the product to its inputs or its extraction, each criterion asked for is answered, each claim has a certificate that matches its subject and criterion, and all of these credentials verify and have anchored issuers.",
            target: 10_000),
        .init(
            id: "transparent-share", label: "Share of consignments with transparent evidence", unit: "ratio",
            definition: "Consignments at level E4 divided by consignments judged.", target: nil),
        .init(
            id: "trace-completeness", label: "Trace completeness (K01)", unit: "ratio",
            definition:
                "Products on the way to the origin for which an accepted event was found, divided by those that there are in truth.",
            target: nil),
        .init(
            id: "trace-depth", label: "Trace depth (K02)", unit: "tiers",
            definition: "Mean number of tiers upstream that were reached through accepted events.", target: nil),
        .init(
            id: "verification-success", label: "Verification success (K04)", unit: "ratio",
            definition: "Credentials accepted divided by credentials fetched and verified.", target: nil),
        .init(
            id: "claim-coverage", label: "Claim coverage (K05)", unit: "ratio",
            definition: "Claims with a certificate that matches subject and criterion, divided by claims read.",
            target: nil),
        .init(
            id: "platform-pairs", label: "Interoperating pairs of platforms (K14)", unit: "ratio",
            definition:
                "Ordered pairs of platforms between which at least one credential was accepted, divided by the pairs that traded.",
            target: nil),
        .init(
            id: "credentials-per-consignment", label: "Credentials issued per consignment (K17)", unit: "credentials",
            definition: "Credentials issued in the run divided by consignments judged.", target: nil),
    ]
}
