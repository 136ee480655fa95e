/// What a word of the report means, beside the measures, which have definitions of their own.
package struct TermDefinition: Sendable {
    package let term: String
    package let text: String

    /// The words that the definitions of the measures use, and the evidence levels.
    package static let all: [TermDefinition] = [
        .init(
            term: "Score",
            text:
                "The smallest share of a target that was reached, over all measures with a target; where less is better, the target divided by what was reached. The pilot succeeds at 1 or more."
        ),
        .init(
            term: "Median, 95th percentile",
            text:
                "By nearest rank: the smallest of the values that were measured which 50, or 95, in 100 of them do not exceed. Counts, and shares of things that simply are so or not (consignments, batches, pairs, tests), have none."
        ),
        .init(
            term: "Numbers behind the verdict",
            text:
                "Those of the pilot itself but its seed and targets, of the stages at which a party works (where goods are handed on as they came, the hours that takes and the size of shipments), of the countries in which a party, a platform or a certifier is, of the schemes by which something claimed is certified, of the rules that concern something one party sells to another, of the relations of these schemes' criteria to those that are claimed or asked for, and of the model of costs where costs have a target; each once, with the date on which a rule applies here. Values that the verdict can\u{2019}t depend on, as other chains\u{2019} and countries\u{2019}, are not counted."
        ),
        .init(
            term: "Consignment",
            text:
                "A shipment of one batch, or of a part of it, from one party to another; an exchange of product. What an authority did not let out of its country never became one: its evidence was looked at, so that it shows under rules and findings, but it counts towards no target and in no share but that of releases at the border (K15). What was refused on arrival had left, and counts."
        ),
        .init(
            term: "Judged consignment",
            text:
                "A consignment that arrived at its buyer or at the border before it and of which the buyer's platform looked at the evidence, once, on arrival."
        ),
        .init(
            term: "Level E0",
            text:
                "No passport could be had for the product, or for one of its inputs in the tiers that must be evidenced."
        ),
        .init(
            term: "Level E1",
            text: "A passport resolves from the identifier on the label, and can be read, for each such product."),
        .init(
            term: "Level E2",
            text:
                "E1, and an accepted traceability event ties each such product to its inputs, or to its extraction or harvest; or to where it was made, if all that went in came from outside of the pilot."
        ),
        .init(
            term: "Level E3",
            text:
                "E2, and each criterion that is asked for is answered by a claim, and each claim that links a certificate has an accepted one that was in date and covers its subject and its criterion, at least in part. That something is not available can't be said in a passport of these releases, so that is no answer."
        ),
        .init(
            term: "Level E4, transparent",
            text:
                "E3, and a certificate wholly proves each criterion that is asked for, and none is missing for a claim that is made; all of these credentials verify (signature, validity, status, schema), their issuers are anchored in the right registers, and nothing among them shows a sign of fraud: quantities, origins and chains of custody along the path agree. A consignment counts once, at the level that it reached when it was judged; where a certificate or an identity anchor behind it was revoked or suspended afterwards, by the end of the run, it falls to what it would have been judged then: to E2 where the certificate is that of a claim in the required tiers, and to E3 where an anchor was withdrawn, or the certificate on the chain of custody of something further upstream on which such a claim rests. The end of the run is when the last consignment was judged. What a rule requires at a border besides answers to criteria, such as a trace to the origin, is no part of it, nor is what a rule on exports asks for: that is decided as goods leave, by what their seller's platform reads and their own country recognises."
        ),
        .init(
            term: "Tier",
            text:
                "One transformation upstream: tier 0 is the product itself, tier 1 what it was made from. The scenario says how many tiers must be evidenced."
        ),
        .init(
            term: "Accepted credential",
            text:
                "A credential that the verifying platform fetched, verified and understood, with nothing that made it refuse."
        ),
        .init(
            term: "Actor",
            text:
                "A legal entity with a place in a chain: it makes, buys or sells goods. Certifiers, registers and software firms are none."
        ),
        .init(
            term: "Platform",
            text:
                "A software product under one name, on which actors issue and verify credentials, however many of them use it."
        ),
        .init(
            term: "Value chain",
            text: "The stages from the origin of a commodity to its last taker; several routes can be one chain."),
        .init(
            term: "Country",
            text: "The country of a facility that sends or receives goods, not that of a company's seat or of a server."
        ),
        .init(
            term: "Certified share",
            text:
                "The part of a batch that its passport claims to be certified, by a certificate on the chain of custody (H27), under the weakest model of its stage and of what it was made from: identity preserved, segregated, mass balance, book and claim, the first being the strongest. Where goods are kept apart a batch is as certified as the least certified of its inputs; under a mass balance the inputs of a period count together; what is certified by credits counts for nothing further on. An honest party counts what its own platform found evidenced on arrival. A demand for H27 asks for a chain of custody that somebody keeps under control, and is met whatever the certified share, also where a passport claims 0%: that says honestly that none of the batch is certified."
        ),
        .init(
            term: "Claims of products with a certificate that matches",
            text:
                "Where what somebody wants to know is about a criterion: claims on it in the passports of the goods that arrived, each once for a product, however often its evidence is gathered and by whom, as the last of its direct buyers could read it when the goods came. It matches where the linked certificate was accepted and matches the claim in subject, topic and criterion, the mapping of a scheme's criteria taken into account; where by that mapping it covers a part of the criterion, it is told of beside. Claims that no buyer could read are not counted."
        ),
        .init(
            term: "Anchored issuer",
            text:
                "An issuer for whose identity a register vouches, by a chain of identity anchors that ends at a register which the verifying platform trusts."
        ),
    ]
}
