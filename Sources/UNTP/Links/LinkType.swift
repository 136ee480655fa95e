/// What a link of an identity resolver leads to: UNTP Identity Resolver, Link types.
package enum LinkType: String, CaseIterable, Sendable, Hashable {
    case dpp, dcc, dte, dfr, dia
    /// Another resolver that knows more.
    case idr

    /// A spelling that platforms use for link types.
    package enum Spelling: String, CaseIterable, Sendable {
        /// `untp:dpp` and its siblings, the current names.
        case current
        /// Terms of the GS1 web vocabulary, as CURIEs.
        case gs1
        /// `untp:digitalProductPassport` and its siblings.
        case longName
        /// Absolute URLs of the vocabulary.
        case vocabularyURL
    }

    package init(_ type: CredentialType) {
        switch type {
        case .dpp: self = .dpp
        case .dcc: self = .dcc
        case .dte: self = .dte
        case .dfr: self = .dfr
        case .dia: self = .dia
        }
    }

    /// The link type in a spelling.
    package func text(_ spelling: Spelling) -> String {
        switch spelling {
        case .current: "untp:" + rawValue
        case .gs1: "gs1:" + gs1Names[0]
        case .longName: "untp:" + longName
        case .vocabularyURL: Self.vocabulary + longName
        }
    }

    /// Every text in circulation that stands for this link type, the current one first.
    package var spellings: [String] {
        var texts = Spelling.allCases.map(text)
        texts.append(Self.vocabulary + rawValue)
        texts.append("https://test.uncefact.org/vocabulary/linkTypes/" + rawValue)
        for name in gs1Names {
            texts += ["gs1:", "https://gs1.org/voc/", "https://www.gs1.org/voc/", "https://ref.gs1.org/voc/"]
                .map { $0 + name }
        }
        // RFC 9264 registers a relation of its own for sets of links.
        if self == .idr { texts.append("linkset") }
        return texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static let vocabulary = "https://vocabulary.uncefact.org/untp/linkType#"

    private var longName: String {
        switch self {
        case .dpp: "digitalProductPassport"
        case .dcc: "digitalConformityCredential"
        case .dte: "digitalTraceabilityEvent"
        case .dfr: "digitalFacilityRecord"
        case .dia: "digitalIdentityAnchor"
        case .idr: rawValue
        }
    }

    /// The terms of the GS1 web vocabulary that pilots used, the usual one first.
    private var gs1Names: [String] {
        switch self {
        case .dpp: ["sustainabilityInfo"]
        case .dcc: ["certificationInfo"]
        case .dte: ["traceability", "epcis"]
        case .dfr: ["locationInfo"]
        case .dia: ["registryEntry"]
        case .idr: ["handledBy"]
        }
    }

    /// The link type that a text in any spelling in circulation stands for.
    package init?(anySpelling text: String) {
        guard let type = Self.bySpelling[text] else { return nil }
        self = type
    }

    private static let bySpelling = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { type in type.spellings.map { ($0, type) } })
}
