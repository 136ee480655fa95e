/// A criterion of the shared vocabulary, and on what grounds demands for evidence on it were met.
package struct CriterionRecord: Sendable, Hashable, Codable {
    /// `H01` to `H28`.
    package var id: String
    /// The name that people read.
    package var name: String
    /// Of how many consignments buyers or rules asked for it. Where several ask, the weakest answer counts.
    package var demanded: Int
    /// Demands met by a certificate of the criterion itself.
    package var direct: Int
    /// Demands met by a certificate of a scheme's criterion that a mapping takes for equivalent.
    package var mapped: Int
    /// Demands of which a mapping covers only a part, so that they were not met.
    package var partial: Int
    /// Demands that were not met at all.
    package var unmet: Int

    package init(
        id: String, name: String, demanded: Int, direct: Int = 0, mapped: Int = 0, partial: Int = 0, unmet: Int = 0
    ) {
        self.id = id
        self.name = name
        self.demanded = demanded
        self.direct = direct
        self.mapped = mapped
        self.partial = partial
        self.unmet = unmet
    }
}

/// What it would gain if a country recognised a scheme.
package struct RecognitionGain: Sendable, Hashable, Codable {
    /// ISO 3166-1 alpha-2.
    package var country: String
    /// The scheme, such as `COPPERMARK`.
    package var scheme: String
    /// The scheme's name that people read.
    package var title: String
    /// Consignments that this alone would make transparent.
    package var consignments: Int

    package init(country: String, scheme: String, title: String, consignments: Int) {
        self.country = country
        self.scheme = scheme
        self.title = title
        self.consignments = consignments
    }
}
