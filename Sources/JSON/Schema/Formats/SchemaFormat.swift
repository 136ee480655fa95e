/// The formats of JSON Schema that can be asserted: Validation vocabulary, section 7.3.
package enum SchemaFormat: String, Sendable, CaseIterable {
    case date, time
    case dateTime = "date-time"
    case uri, iri
    case uriReference = "uri-reference"
    case iriReference = "iri-reference"
    case email, hostname, ipv4, ipv6, uuid, regex
    case jsonPointer = "json-pointer"

    /// Whether a text, given as valid UTF-8, has the format.
    func accepts(_ text: Span<UInt8>) -> Bool {
        switch self {
        case .date: FormatTime.isDate(text)
        case .time: FormatTime.isTime(text)
        case .dateTime: FormatTime.isDateTime(text)
        case .uri: FormatURI.isReference(text, needsScheme: true, allowsUnicode: false)
        case .uriReference: FormatURI.isReference(text, needsScheme: false, allowsUnicode: false)
        case .iri: FormatURI.isReference(text, needsScheme: true, allowsUnicode: true)
        case .iriReference: FormatURI.isReference(text, needsScheme: false, allowsUnicode: true)
        case .email: FormatName.isEmail(text)
        case .hostname: FormatName.isHostname(text)
        case .ipv4: FormatAddress.isIPv4(text)
        case .ipv6: FormatAddress.isIPv6(text)
        case .uuid: FormatName.isUUID(text)
        case .regex: SchemaPattern(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }) != nil
        case .jsonPointer: FormatName.isJSONPointer(text)
        }
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isHexadecimal: Bool { isDigit || (self | 0x20) &- UInt8(ascii: "a") < 6 }
    var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
}
