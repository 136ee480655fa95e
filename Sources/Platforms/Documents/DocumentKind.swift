package import Credentials

/// What a document is, as far as its own content says.
package enum DocumentKind: Sendable, Hashable {
    /// A verifiable credential, however it is secured.
    case credential
    /// A credential whose subject is a list of statuses.
    case statusList
    case presentation
    case didDocument
    /// The log of a did:webvh.
    case didLog
    case linkset
    case jsonSchema
    case context
    /// Somebody's passport or the like as encrypted JSON: UNTP Decentralised Access Control.
    case sealed
    /// An EPCIS 2.0 document, or its events.
    case epcis
    /// A document that is wrapped as OpenAttestation and TradeTrust have it.
    case openAttestation
    /// UNTP's or another vocabulary's data without a credential around it.
    case linkedData
    /// A JWK, or a set of them.
    case keys
    /// A signed token that holds no credential; what it holds.
    case token(String)
    /// JSON of another kind; what it is, or what members it has.
    case json(String)
    /// A format that is no JSON and no token.
    case foreign(ForeignFormat)
    /// A CBOR credential of ISO/IEC 18013-5.
    case mobileDocument
    /// Text of another kind; its format.
    case text(TextFormat)
    case empty
    /// A token of which an example shows only the beginning.
    case abbreviated
    /// What was meant as JSON or as a token and is neither; what is wrong, and where.
    case damaged(String)
    /// Bytes that tell nothing.
    case unknown
}

extension DocumentKind {
    /// What the document is, for people, with its article.
    package var name: String {
        switch self {
        case .credential: "a credential"
        case .statusList: "a status list"
        case .presentation: "a verifiable presentation"
        case .didDocument: "a DID document"
        case .didLog: "the log of a did:webvh"
        case .linkset: "a linkset"
        case .jsonSchema: "a JSON Schema"
        case .context: "a JSON-LD context"
        case .sealed: "an encrypted document"
        case .epcis: "EPCIS events"
        case .openAttestation: "an OpenAttestation document"
        case .linkedData: "data without a credential around it"
        case .keys: "a key, or a set of keys"
        case .token(let content): "a token with \(content)"
        case .json(let what): what
        case .foreign(.cose): "a COSE message"
        case .foreign(.sdJWT): "an SD-JWT"
        case .foreign(let format): format.name
        case .mobileDocument: "a mobile document (mdoc) of ISO/IEC 18013-5"
        case .text(let format): format.name
        case .empty: "an empty file"
        case .abbreviated: "a credential whose token is abbreviated"
        case .damaged: "a damaged document"
        case .unknown: "bytes of an unknown format"
        }
    }

    /// The kind's name for machines.
    package var code: String {
        switch self {
        case .credential, .statusList: "credential"
        case .presentation: "presentation"
        case .didDocument: "did-document"
        case .didLog: "did-log"
        case .linkset: "linkset"
        case .jsonSchema: "json-schema"
        case .context: "json-ld-context"
        case .sealed: "encrypted"
        case .epcis: "epcis"
        case .openAttestation: "open-attestation"
        case .linkedData: "json-ld"
        case .keys: "keys"
        case .foreign(.sdJWT), .foreign(.cose), .mobileDocument, .abbreviated: "other-securing"
        case .foreign(.jwe): "encrypted"
        case .token, .json, .foreign, .text: "other"
        case .empty, .damaged, .unknown: "unreadable"
        }
    }

    /// Whether it helps to check others rather than being checked as a credential.
    package var isSupport: Bool {
        switch self {
        case .didDocument, .didLog, .linkset, .jsonSchema, .context, .presentation: true
        default: false
        }
    }

    /// Whether it is looked for inside of other JSON: what platforms exchange, rather than what they are built from.
    var isExchanged: Bool {
        switch self {
        case .credential, .statusList, .presentation, .didDocument, .linkset, .sealed, .epcis, .openAttestation: true
        default: false
        }
    }

    /// Whether it is judged as a credential.
    package var isCredential: Bool { self == .credential || self == .statusList }
}

/// The formats of text that are told apart, so that a reader says "YAML" and not "a malformed token".
package enum TextFormat: String, Sendable, Hashable, CaseIterable {
    case yaml, markdown, css, csv, template, pem, program, address, plain

    package var name: String {
        switch self {
        case .yaml: "YAML"
        case .markdown: "Markdown"
        case .css: "a style sheet"
        case .csv: "a table of values (CSV)"
        case .template: "a template for rendering"
        case .pem: "a PEM file"
        case .program: "a program's source"
        case .address: "an address"
        case .plain: "plain text"
        }
    }

    /// The format of a text, by its looks.
    package init(of text: String) {
        let lines = text.split(whereSeparator: \.isNewline).prefix(200).map { $0.drop { $0 == " " || $0 == "\t" } }
        func share(_ test: (Substring) -> Bool) -> Double {
            lines.isEmpty ? 0 : Double(lines.count(where: test)) / Double(lines.count)
        }
        if lines.count == 1, text.hasPrefix("http://") || text.hasPrefix("https://"), !text.contains(" ") {
            self = .address
        } else if text.contains("-----BEGIN ") {
            self = .pem
        } else if lines.first?.hasPrefix("#!") ?? false
            || share({ $0.hasPrefix("import ") || $0.hasPrefix("const ") || $0.hasPrefix("export ") }) > 0.1
        {
            self = .program
        } else if text.contains("{{"), text.contains("}}") {
            self = .template
        } else if text.contains("{"), share({ $0.hasSuffix(";") || $0.hasSuffix("{") || $0.hasSuffix("}") }) > 0.7 {
            self = .css
        } else if lines.first == "---" || lines.count > 1 && share(Self.isYAML) > 0.7 {
            self = .yaml
        } else if lines.contains(where: { $0.hasPrefix("# ") || $0.hasPrefix("## ") || $0.hasPrefix("```") }) {
            self = .markdown
        } else if lines.count > 1, Self.isTable(lines) {
            self = .csv
        } else {
            self = .plain
        }
    }

    private static func isYAML(_ line: Substring) -> Bool {
        if line.hasPrefix("- ") || line.hasPrefix("#") { return true }
        guard let colon = line.firstIndex(of: ":") else { return false }
        let after = line[line.index(after: colon)...]
        return (after.isEmpty || after.hasPrefix(" ")) && !line[..<colon].contains(" ")
    }

    /// Whether all lines have the same number of separators, and at least one.
    private static func isTable(_ lines: [Substring]) -> Bool {
        [",", ";", "\t"].contains { (separator: Character) in
            let counts = Set(lines.map { line in line.count { $0 == separator } })
            return counts.count == 1 && counts != [0]
        }
    }
}
