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
                "By nearest rank: the smallest of the values that were measured which 50, or 95, in 100 of them do not exceed."
        ),
        .init(
            term: "Consignment",
            text: "A shipment of one batch, or of a part of it, from one party to another; an exchange of product."),
        .init(
            term: "Judged consignment",
            text:
                "A consignment that arrived and of which the buyer's platform looked at the evidence, once, on arrival."
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
                "E1, and an accepted traceability event ties each such product to its inputs, or to its extraction or harvest."
        ),
        .init(
            term: "Level E3",
            text:
                "E2, and each criterion that is asked for is answered by a claim that an accepted certificate matches, and each claim that is made has a certificate that covers its subject and its criterion, at least in part."
        ),
        .init(
            term: "Level E4, transparent",
            text:
                "E3, and all of these credentials verify (signature, validity, status, schema), their issuers are anchored in the right registers, and quantities and origins along the path agree. A consignment counts once, at the highest level that it reached."
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
            term: "Anchored issuer",
            text:
                "An issuer for whose identity a register vouches, by a chain of identity anchors that ends at a register which the verifying platform trusts."
        ),
    ]
}
