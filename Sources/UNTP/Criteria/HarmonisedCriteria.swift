/// A criterion of the harmonised vocabulary, which schemes and laws of many countries can be mapped to.
package struct HarmonisedCriterion: Sendable, Hashable {
    /// `H01` to `H28`.
    package let id: String
    package let name: String
    /// The UNTP topic that it belongs to.
    package let topic: String

    /// The IRI under which claims and assessments cite it.
    package var iri: String { HarmonisedCriteria.base + id }

    package var facts: CriterionFacts {
        CriterionFacts(id: iri, name: name, description: "Harmonised criterion \(id): \(name)", topic: topic)
    }
}

/// The harmonised vocabulary.
package enum HarmonisedCriteria {
    package static let base = "https://vocabulary.untp-sim.example/criteria/"

    package static let all: [HarmonisedCriterion] = [
        .init(id: "H01", name: "Greenhouse gas intensity of the product", topic: "environment.emissions"),
        .init(id: "H02", name: "Energy management and renewable share", topic: "environment.energy"),
        .init(id: "H03", name: "Water withdrawal and stewardship", topic: "environment.water"),
        .init(id: "H04", name: "Effluent and water quality", topic: "environment.water"),
        .init(id: "H05", name: "Waste and tailings management", topic: "environment.waste"),
        .init(id: "H06", name: "Air and soil pollution", topic: "environment.waste"),
        .init(id: "H07", name: "No deforestation after the cut-off date", topic: "environment.deforestation"),
        .init(id: "H08", name: "Geolocation of production", topic: "environment.deforestation"),
        .init(id: "H09", name: "Biodiversity and protected areas", topic: "environment.biodiversity"),
        .init(id: "H10", name: "Recycled content", topic: "circularity.content"),
        .init(id: "H11", name: "Circular design and end of life", topic: "circularity.design"),
        .init(id: "H12", name: "Hazardous substances restricted", topic: "social.safety"),
        .init(id: "H13", name: "Chemical inventory kept and checked", topic: "social.safety"),
        .init(id: "H14", name: "No child labour", topic: "social.labour"),
        .init(id: "H15", name: "No forced labour", topic: "social.labour"),
        .init(id: "H16", name: "Wages and working hours", topic: "social.labour"),
        .init(id: "H17", name: "Freedom of association", topic: "social.rights"),
        .init(id: "H18", name: "Equal treatment", topic: "social.rights"),
        .init(id: "H19", name: "Health and safety at work", topic: "social.safety"),
        .init(id: "H20", name: "Human rights due diligence", topic: "social.rights"),
        .init(id: "H21", name: "Indigenous peoples and land rights", topic: "social.rights"),
        .init(id: "H22", name: "Community engagement", topic: "social.community"),
        .init(id: "H23", name: "Business integrity", topic: "governance.ethics"),
        .init(id: "H24", name: "Legal compliance and valid permits", topic: "governance.compliance"),
        .init(id: "H25", name: "Due diligence on the origin of minerals", topic: "governance.transparency"),
        .init(id: "H26", name: "Country and facility of origin", topic: "governance.transparency"),
        .init(id: "H27", name: "Chain of custody under control", topic: "governance.transparency"),
        .init(id: "H28", name: "Public disclosure of performance", topic: "governance.transparency"),
    ]

    /// The criteria on a product itself; the others are on facilities, plots and organisations along its way.
    package static let ofProducts: Set<String> = ["H01", "H10", "H11", "H12", "H26"]

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    package static subscript(_ id: String) -> HarmonisedCriterion? { byID[id] }

    /// Whether an IRI belongs to the shared vocabulary.
    package static func isShared(_ iri: String) -> Bool {
        iri.hasPrefix(base) && byID[String(iri.dropFirst(base.count))] != nil
    }
}

/// Units of UN/ECE Recommendation 20.
package enum Rec20 {
    /// The codes that scenarios use, with their names and what people write for them.
    package static let units: [(code: String, name: String, freeText: String)] = [
        ("KGM", "kilogram", "kg"), ("TNE", "tonne", "tons"), ("MTK", "square metre", "sqm"),
        ("MTQ", "cubic metre", "cbm"), ("H87", "piece", "pcs"), ("HEA", "head", "heads"), ("PR", "pair", "pairs"),
        ("P1", "percent", "%"), ("KWH", "kilowatt hour", "kWh"), ("C62", "one", "1"), ("LTR", "litre", "l"),
    ]

    package static func isKnown(_ code: String) -> Bool { units.contains { $0.code == code } }
    package static func freeText(_ code: String) -> String { units.first { $0.code == code }?.freeText ?? code }
}
