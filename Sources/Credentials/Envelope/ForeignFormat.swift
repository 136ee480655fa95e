/// What bytes are that are no credential as JSON or JWS, by how they begin and by their media type.
///
/// They are named so that a reader says "a web page" and not "a malformed token".
package enum ForeignFormat: String, Sendable, Hashable, CaseIterable {
    /// COSE_Sign1: VC-JOSE-COSE, Securing Verifiable Credentials with COSE.
    case cose
    /// A JWS with disclosures: VC-JOSE-COSE, Securing Verifiable Credentials with SD-JWT.
    case sdJWT
    /// A JWE in compact form: RFC 7516, section 7.1.
    case jwe
    case html, xml, svg, pdf, zip, gzip, png, jpeg, gif, webp

    /// What the bytes are, for a reader of an error.
    package var name: String {
        switch self {
        case .cose: "COSE"
        case .sdJWT: "SD-JWT"
        case .jwe: "an encrypted token (JWE)"
        case .html: "a web page"
        case .xml: "XML"
        case .pdf: "a PDF"
        case .zip: "a zip archive"
        case .gzip: "gzip"
        case .svg, .png, .jpeg, .gif, .webp: "a picture"
        }
    }

    /// The format of bytes that are neither JSON nor a JWS; nil where they begin like one of these or like nothing known.
    package init?(of bytes: ArraySlice<UInt8>) {
        let visible = bytes.drop { $0 <= 0x20 }
        if let format = Self.signatures.first(where: { bytes.starts(with: $0.start) })?.format {
            self = format
        } else if Self.isCOSE(bytes) {
            self = .cose
        } else if visible.first == UInt8(ascii: "<") {
            self = Self.markup(visible)
        } else if Self.isTokenWithDisclosures(visible) {
            self = .sdJWT
        } else if Self.isJWE(visible) {
            self = .jwe
        } else {
            return nil
        }
    }

    /// The format that a media type names, with or without parameters; nil for JSON, JWS and what is not known.
    package init?(mediaType: String) {
        let essence = mediaType.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        switch essence {
        case "application/vc+cose", "application/vp+cose", "application/cose": self = .cose
        case "application/vc+sd-jwt", "application/vp+sd-jwt", "application/dc+sd-jwt", "application/sd-jwt",
            "application/vc+ld+json+sd-jwt":
            self = .sdJWT
        case "text/html", "application/xhtml+xml": self = .html
        case "text/xml", "application/xml": self = .xml
        case "application/pdf": self = .pdf
        case "application/zip": self = .zip
        case "application/gzip": self = .gzip
        case "image/png": self = .png
        case "image/jpeg": self = .jpeg
        case "image/svg+xml": self = .svg
        case "image/gif": self = .gif
        case "image/webp": self = .webp
        default: return nil
        }
    }

    private static let signatures: [(start: [UInt8], format: ForeignFormat)] = [
        (Array("%PDF-".utf8), .pdf), ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
        ([0x1F, 0x8B], .gzip), ([0x89, 0x50, 0x4E, 0x47], .png), ([0xFF, 0xD8, 0xFF], .jpeg),
        (Array("GIF8".utf8), .gif), (Array("RIFF".utf8), .webp),
    ]

    /// COSE_Sign1 (RFC 9052, section 4.2): the tag 18 or none, an array of four, of which the first is a byte string.
    private static func isCOSE(_ bytes: ArraySlice<UInt8>) -> Bool {
        let untagged = bytes.first == 0xD2 ? bytes.dropFirst() : bytes
        guard untagged.count >= 2, untagged.first == 0x84, let second = untagged.dropFirst().first else { return false }
        return second >> 5 == 2
    }

    /// A page, a picture or other XML, by how the markup begins.
    private static func markup(_ text: ArraySlice<UInt8>) -> ForeignFormat {
        let start = String(decoding: text.prefix(1024), as: UTF8.self).lowercased()
        if start.contains("<html") || start.contains("<!doctype html") { return .html }
        if start.contains("<svg") { return .svg }
        return start.hasPrefix("<?xml") ? .xml : .html
    }

    /// A JWS, then disclosures and perhaps a proof of the holder's key, divided by tildes (SD-JWT, section 4).
    private static func isTokenWithDisclosures(_ text: ArraySlice<UInt8>) -> Bool {
        guard let tilde = text.firstIndex(of: UInt8(ascii: "~")) else { return false }
        return hasParts(3, text[..<tilde])
    }

    /// Five parts, of which a key that was agreed on leaves the second empty.
    private static func isJWE(_ text: ArraySlice<UInt8>) -> Bool {
        let end = (text.lastIndex { $0 > 0x20 } ?? text.startIndex - 1) + 1
        return hasParts(5, text[..<end])
    }

    /// Whether a text is so many parts of base64url between dots, the first of them not empty.
    private static func hasParts(_ count: Int, _ text: ArraySlice<UInt8>) -> Bool {
        let dot = UInt8(ascii: ".")
        guard let first = text.first, first != dot else { return false }
        var dots = 0
        for letter in text {
            if letter == dot {
                dots += 1
            } else if !Base64URL.isLetter(letter) {
                return false
            }
        }
        return dots == count - 1
    }
}
