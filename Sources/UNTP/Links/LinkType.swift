/// What a link of an identity resolver leads to: UNTP Identity Resolver, Link types.
package enum LinkType: String, CaseIterable, Sendable, Hashable {
    case dpp, dcc, dte, dfr, dia

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
        case .gs1: "gs1:" + gs1Name
        case .longName: "untp:" + longName
        case .vocabularyURL: "https://vocabulary.uncefact.org/untp/linkType#" + longName
        }
    }

    private var longName: String {
        switch self {
        case .dpp: "digitalProductPassport"
        case .dcc: "digitalConformityCredential"
        case .dte: "digitalTraceabilityEvent"
        case .dfr: "digitalFacilityRecord"
        case .dia: "digitalIdentityAnchor"
        }
    }

    private var gs1Name: String {
        switch self {
        case .dpp: "sustainabilityInfo"
        case .dcc: "certificationInfo"
        case .dte: "traceability"
        case .dfr: "locationInfo"
        case .dia: "registryEntry"
        }
    }

    /// The link type that a text in any spelling in circulation stands for.
    package init?(anySpelling text: String) {
        guard let type = Self.spellings[text] else { return nil }
        self = type
    }

    private static let spellings: [String: LinkType] = {
        var spellings: [String: LinkType] = [:]
        for type in allCases {
            for spelling in Spelling.allCases { spellings[type.text(spelling)] = type }
            spellings["https://gs1.org/voc/" + type.gs1Name] = type
            spellings["https://ref.gs1.org/voc/" + type.gs1Name] = type
            spellings["https://test.uncefact.org/vocabulary/linkTypes/" + type.rawValue] = type
        }
        spellings["gs1:epcis"] = .dte
        return spellings
    }()
}
