import Records

/// What a measure counts, and how.
package struct MeasureDefinition: Sendable {
    package let id: String
    package let label: String
    package let unit: String
    /// How it is counted, so that a researcher can cite it.
    package let definition: String
    /// The target that holds unless a scenario sets another; nil where there is none.
    package let target: Double?
    /// Whether less of it is better.
    package let isLimit: Bool

    init(_ id: String, _ label: String, _ unit: String, target: Double? = nil, isLimit: Bool = false, _ text: String) {
        self.id = id
        self.label = label
        self.unit = unit
        definition = text
        self.target = target
        self.isLimit = isLimit
    }

    /// All measures, those of the critical-raw-materials project first. A run reports those of which it has data.
    package static let all: [MeasureDefinition] = success + evidence + trust + material + trade

    /// The five that decide whether a pilot succeeds.
    private static let success: [MeasureDefinition] = [
        .init(
            "supply-chain-actors", "Supply chain actors", "actors", target: 50,
            "Distinct legal entities that sold or bought a counted consignment and that issued, during the run, at least one credential which somebody else accepted and whose issuer an identity anchor ties to a register that the reader trusts. Each party of the scenario is one legal entity; what another issues for it counts for it where its own DID stands as the issuer; certifiers, registers and software firms do not count."
        ),
        .init(
            "software-platforms", "Software platforms", "platforms", target: 5,
            "Distinct products, by their title, that took part in an exchange of a credential with another product: one of the two issued it in the name of a counted actor, or as a certificate for one, and the other accepted it. Two installations under one title are one product. In a part of a run the counted actors are those of the part; what they issued, and who accepted it, is that of the whole run."
        ),
        .init(
            "value-chains", "Value chains", "chains", target: 5,
            "Distinct commodities of which counted consignments went from one stage to a second and from that to a third. A consignment counts as a flow from the stage that made the product to the stage of its buyer, which may belong to another chain; the first two stages are of the commodity. Several routes to one commodity, and the same commodity in several countries, count once."
        ),
        .init(
            "countries", "Countries", "countries", target: 5,
            "Distinct countries of the facilities of counted actors from which a counted consignment left or at which one arrived. Where the actor has its head office does not matter."
        ),
        .init(
            "transparent-consignments", "Consignments with transparent evidence", "consignments", target: 10_000,
            "Counted consignments (K18): those that were at level E4 when their buyer judged them, but for those of which a certificate or an identity anchor in the required tiers, or a certificate further upstream on which these rest, was revoked or suspended afterwards, by the end of the run. Each counts once. A certificate that ran out afterwards was good for what was bought before, and a passport that was corrected has its correction to stand for it."
        ),
    ]

    /// How far the evidence goes.
    private static let evidence: [MeasureDefinition] = [
        .init(
            "transparent-share", "Share with transparent evidence", "ratio",
            "Consignments at level E4 divided by consignments judged, as they stand at the end of the run."),
        .init(
            "transparent-when-judged", "Transparent when judged", "consignments",
            "Consignments that were at level E4 when their buyer judged them, whatever became of their evidence afterwards: the stricter variant of the count, which is frozen then."
        ),
        .init(
            "e2-share", "Evidence at E2 or above", "ratio",
            "Consignments at level E2, E3 or E4 divided by consignments judged, as they stand at the end of the run."),
        .init(
            "e3-share", "Evidence at E3 or above", "ratio",
            "Consignments at level E3 or E4 divided by consignments judged, as they stand at the end of the run."),
        .init(
            "trace-completeness", "Trace completeness (K01)", "ratio",
            "Products on the way to the origins of which an accepted traceability event says what they were made from, or that they were extracted or harvested, divided by those that there are in truth, over all consignments judged. What is made of goods from outside of the pilot alone is not traced. Median and 95th percentile are of the same share consignment by consignment."
        ),
        .init(
            "trace-depth", "Trace depth (K02)", "tiers",
            "Mean over the consignments judged of the most tiers upstream that accepted traceability events led to; 0 is the product itself."
        ),
        .init(
            "far-tiers-proven", "Suppliers three tiers up and more, proven", "ratio",
            "Products three tiers upstream or more whose passport and traceability event reached the buyer unchanged, by signature, and were accepted, divided by those that there are in truth, over all consignments judged that have such. Median and 95th percentile are of the same share consignment by consignment."
        ),
        .init(
            "time-to-trace", "Time to trace (K03)", "seconds", isLimit: true,
            "Virtual seconds from the arrival of a consignment, when its evidence is asked for, until all of it had been gathered and judged, the way from the buyer's facility to its platform and back included, and the wait for a connection where it has none; over consignments of which every product was traced to its origin. The value is the median. Evidence that is still on file from an earlier consignment takes no time; waiting for events that come later does."
        ),
        .init(
            "evidence-latency", "Evidence latency (K11)", "hours", isLimit: true,
            "Hours from the dispatch of a consignment until its maker's resolver listed all types of credentials that the maker issues about the product, 0 where they were listed before; over all consignments judged. What was not listed when the evidence was judged counts with the hours until then, so the figure is a lower bound. The value is the mean, as most evidence is there before the goods leave; median and 95th percentile are of the same hours. Whether the receiver can read what is listed does not matter here."
        ),
        .init(
            "late-evidence-share", "Evidence that came after the goods had left (K11)", "ratio", isLimit: true,
            "Consignments judged of which some credential was listed after dispatch, or not at all, divided by consignments judged: what was recorded without a connection, or is published late as a habit."
        ),
        .init(
            "late-evidence-latency", "Latency of late evidence (K11)", "hours", isLimit: true,
            "Evidence latency of those consignments alone of which some credential was listed after dispatch, or not at all. The value is the median."
        ),
        .init(
            "credentials-per-consignment", "Credentials issued per consignment (K17)", "credentials",
            "Credentials of all types that were issued in the run and while it was set up, divided by consignments judged. What serves several consignments is issued once."
        ),
        .init(
            "credentials-per-judgement", "Credentials behind one judgement", "credentials",
            "Credentials on which the judgement of one consignment rests, those of its suppliers and the anchors of issuers included; what serves several consignments counts for each of them. The value is the mean over the consignments judged, median and 95th percentile are of the single ones."
        ),
    ]

    /// How far it can be believed, as the platforms that read it saw it.
    private static let trust: [MeasureDefinition] = [
        .init(
            "verification-success", "Verification success (K04)", "ratio",
            "Credentials accepted divided by credentials fetched and verified, for their proof, data model, schema, dates and status; a credential counts each time that it is verified. Median and 95th percentile are of the same share consignment by consignment, of those for which evidence was gathered and not found on file."
        ),
        .init(
            "claim-coverage", "Claim coverage (K05)", "ratio",
            "Claims of passports for which the linked certificate was accepted and matches the claim in subject, topic and criterion, and that was in date when it was read, divided by claims read. Median and 95th percentile are of the same share consignment by consignment, of those for which evidence was gathered and not found on file."
        ),
        .init(
            "certificate-validity", "Certificate validity (K06)", "ratio",
            "Certificates that were accepted, in date, not revoked or suspended and about the right subject and criteria when the consignment was judged, divided by certificates that passports link, those that could not be had included; as the reading platform saw it, each time that it gathered evidence. Median and 95th percentile are of the same share consignment by consignment, of those for which evidence was gathered and not found on file."
        ),
        .init(
            "issuer-anchored", "Issuers anchored (K09)", "ratio",
            "Passports, traceability events, facility records and certificates whose issuer a chain of accepted identity anchors ties to a register that the reader trusts, for the entity and the role in which it issued, divided by those that could be opened; each time that evidence was gathered. Median and 95th percentile are of the same share consignment by consignment, of those for which evidence was gathered and not found on file."
        ),
        .init(
            "accreditation-in-scope", "Accreditation in scope (K10)", "ratio",
            "Certificates whose issuer is anchored with an accreditation body for every criterion assessed, divided by certificates that could be opened; each time that evidence was gathered. Scopes name criteria; that they also limit products is not modelled. Median and 95th percentile are of the same share consignment by consignment, of those for which evidence was gathered and not found on file."
        ),
        .init(
            "platform-pairs", "Interoperating pairs of platforms (K14)", "ratio",
            "Ordered pairs of different platforms of which the second accepted at least one credential of the first, divided by all ordered pairs that the pilot's platforms can form."
        ),
        .init(
            "trading-platform-pairs", "Interoperating pairs of those that trade (K14)", "ratio",
            "The same of the pairs that had an occasion: those of which the second looked for the evidence of goods whose maker uses the first."
        ),
    ]

    /// Whether the books of the material agree with what is claimed of it.
    private static let material: [MeasureDefinition] = [
        .init(
            "mass-balance-gap", "Mass balance gap (K07)", "ratio", isLimit: true,
            "What facilities sold as certified beyond their certified input times the yield, divided by that allowance: max(0, out - in x yield) / (in x yield), by facility, product and accounting period; the value is the sum of the gaps over the sum of the allowances, median and 95th percentile are of the single ratios. The yield is that of each batch by its own events, as far as the highest that the value chain declares can reach it; where the scheme carries balances over, what the period before left counts as allowed. Sold as certified is the share that a passport claims; certified input is the share that the facility's own platform found evidenced when the goods came, by the same scheme and under a chain of custody that counts there, or the credits that were used up. Who passes on in good faith what somebody else claimed falsely has no gap; who claimed it has. Where a product has several inputs, the one that allows least decides. Facilities whose chain of custody nobody certifies are left out; where nothing was allowed and something sold, the gap is 1."
        ),
        .init(
            "certification-lost", "Certified share lost on arrival", "ratio", isLimit: true,
            "The part of what was certified in truth, of a consignment that came to a facility which could have certified what it makes of it, that the facility's own platform did not find evidenced, so that it counts as uncertified from there on: the passport could not be read, or the certificate not verified, or something on the way was objected to. The value is the mean over such consignments, median and 95th percentile are of the single ones."
        ),
        .init(
            "custody-downgraded", "Certified under a weaker model", "ratio",
            "Batches that are certified, wholly or in part, under a weaker chain-of-custody model than that of the facility which made them, because something on their way was; divided by all batches that are certified and were made from something. What is kept apart after a mass balance is certified by mass balance."
        ),
        .init(
            "double-claim-rate", "Double claims (K08)", "ratio", isLimit: true,
            "Batches of which more was consumed in all than was made, and certificates of credits by which more was claimed than they stand for, divided by batches of which anything was consumed and certificates of credits by which anything was claimed. A batch may be split between several consumers. A certificate counts once, however often it is claimed, so that many more goods may be found with a use too many."
        ),
    ]

    /// What it takes to take part, and what it gains.
    private static let trade: [MeasureDefinition] = [
        .init(
            "cost-per-consignment", "Cost per consignment (K12)", "currency units", isLimit: true,
            "Fixed cost of all companies that sold or bought, spread over the consignments of five years at the pace of the run, with the part that grows with volume added. Assumed, of ranges of which the sources give the order of magnitude: 250,000 once for each company's systems (100,000 to 999,999), 20,000 for each of its certificates (10,000 to 99,999), in no particular currency; 90% of the cost is fixed (80% to 100%; 90% read in the Battery Pass value assessment); five years is an assumption. So it shows how cost falls with volume, and not what a scenario's platforms cost."
        ),
        .init(
            "cost-per-consignment-by-company", "Cost per consignment of one company (K12)", "currency units",
            isLimit: true,
            "The same for each company by itself: what its systems and certificates cost, spread over the consignments that it sold or bought. The value is the median over companies."
        ),
        .init(
            "onboarding-time", "Onboarding time (K13)", "days", isLimit: true,
            "Days from the invitation of a party to the first of the credentials issued in its name that somebody else accepted, setting up, trade and transport included; median, over parties that were invited during the run and got so far. Only in runs with such parties."
        ),
        .init(
            "border-release-share", "Released at the border (K15)", "ratio",
            "Consignments that were stopped for want of evidence and released in the end, divided by all that were stopped, goods that were not let out of their country among them. What passed at the first look at its evidence was not stopped. Only in runs in which something was."
        ),
        .init(
            "origin-test-mismatch", "Origin tests that disagree (K16)", "ratio", isLimit: true,
            "Consignments of which a physical test contradicts the declared origin, divided by consignments tested. Only in runs with such tests."
        ),
    ]

    /// Measures of which a run had no data, by what they would have counted.
    static func unmeasured(_ measures: [Measure]) -> [Definition] {
        all.filter { definition in !measures.contains { $0.id == definition.id } }.map {
            Definition(term: "\($0.label), not measured in this run", text: $0.definition)
        }
    }
}
