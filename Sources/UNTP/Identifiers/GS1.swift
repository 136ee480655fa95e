/// A product or place as GS1 names it, whatever form the name is written in.
package struct GS1Identifier: Sendable, Hashable {
    /// The kind of key: application identifier 01 (GTIN), 414 or 417 (GLN) or 00 (SSCC).
    package let key: Key
    /// The number, a GTIN padded to 14 digits.
    package let value: String
    package var batch: String?
    package var serial: String?

    package enum Key: String, Sendable, CaseIterable {
        case gtin = "01"
        case location = "414"
        case party = "417"
        case sscc = "00"
    }

    package init(key: Key, value: String, batch: String? = nil, serial: String? = nil) {
        self.key = key
        self.value = value
        self.batch = batch
        self.serial = serial
    }

    /// Whether the number is from a range for use within a company or region: GS1 General Specifications, section 2.
    package var isRestricted: Bool {
        guard key == .gtin, let prefix = Int(value.dropFirst().prefix(3)) else { return false }
        return 20...29 ~= prefix || 40...49 ~= prefix || 200...299 ~= prefix
    }

    /// The canonical form: a GS1 Digital Link URI on id.gs1.org with a padded GTIN.
    package var canonical: String { digitalLink(domain: "id.gs1.org", value: value) }

    /// A GS1 Digital Link URI: qualifiers in the order 10, 21.
    package func digitalLink(domain: String, value: String) -> String {
        var text = "https://\(domain)/\(key.rawValue)/\(value)"
        if let batch { text += "/10/\(batch)" }
        if let serial { text += "/21/\(serial)" }
        return text
    }

    /// The canonical form with the GTIN's leading zeros left out down to 13 digits.
    package var unpadded: String {
        digitalLink(
            domain: "id.gs1.org", value: key == .gtin && value.hasPrefix("0") ? String(value.dropFirst()) : value)
    }

    /// The element string with its application identifiers in brackets, as `(01)09359502000034(10)B7`: GS1 General
    /// Specifications, section 4.
    package var elementString: String {
        "(\(key.rawValue))\(value)" + (batch.map { "(10)\($0)" } ?? "") + (serial.map { "(21)\($0)" } ?? "")
    }

    /// The EPC URN of a batch or an item: `urn:epc:class:lgtin` or `urn:epc:id:sgtin`; nil for other keys.
    ///
    /// - Parameter companyPrefixLength: How many of the digits behind the first are the company's.
    package func epcURN(companyPrefixLength: Int) -> String? {
        guard key == .gtin, value.count == 14 else { return nil }
        let digits = Array(value)
        let company = String(digits[1...companyPrefixLength])
        let item = String(digits[0]) + String(digits[(companyPrefixLength + 1)..<13])
        if let serial { return "urn:epc:id:sgtin:\(company).\(item).\(serial)" }
        return batch.map { "urn:epc:class:lgtin:\(company).\(item).\($0)" }
    }
}

/// The GS1 system: keys, check digits, and the forms in which they are written.
package enum GS1 {
    /// The check digit of a number without one: weights 3 and 1 from the right, and what is missing to a ten.
    package static func checkDigit(_ digits: String) -> Int { checkDigit(digits.utf8[...]) }

    private static func checkDigit(_ digits: Substring.UTF8View) -> Int {
        var sum = 0
        var weight = 3
        for byte in digits.reversed() {
            sum += Int(byte &- 0x30) * weight
            weight = 4 - weight
        }
        return (10 - sum % 10) % 10
    }

    package static func appendingCheckDigit(_ digits: String) -> String { digits + String(checkDigit(digits)) }

    /// Whether a number ends with its check digit.
    package static func isValid(_ number: String) -> Bool {
        guard let last = number.utf8.last, number.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
        return checkDigit(number.utf8.dropLast()) == Int(last &- 0x30)
    }

    /// Reads an identifier in any form: a Digital Link URI on any domain, an EPC URN, an element string with brackets, or a
    /// bare GTIN.
    ///
    /// A trailing slash and upper case in scheme or host make no difference; nil for anything else and for wrong check
    /// digits.
    package static func parse(_ text: String) -> GS1Identifier? {
        if text.hasPrefix("urn:epc:") { return parseURN(text) }
        if text.hasPrefix("(") { return parseElementString(text) }
        if text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return gtin(text).map { GS1Identifier(key: .gtin, value: $0) } }
        return parseDigitalLink(text)
    }

    private static func parseElementString(_ text: String) -> GS1Identifier? {
        var identifier: GS1Identifier?
        for element in text.split(separator: "(") {
            let parts = element.split(separator: ")", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            let value = String(parts[1])
            switch parts[0] {
            case "10": identifier?.batch = value
            case "21": identifier?.serial = value
            default:
                guard identifier == nil, let key = GS1Identifier.Key(rawValue: String(parts[0])),
                    let number = key == .gtin ? gtin(value) : isValid(value) ? value : nil
                else { return nil }
                identifier = GS1Identifier(key: key, value: number)
            }
        }
        return identifier
    }

    /// A GTIN of 8, 12, 13 or 14 digits, padded to 14.
    private static func gtin(_ digits: some StringProtocol) -> String? {
        let number = String(digits)
        switch number.utf8.count {
        case 14: return isValid(number) ? number : nil
        case 8, 12, 13: return isValid(number) ? String(repeating: "0", count: 14 - number.utf8.count) + number : nil
        default: return nil
        }
    }

    private static func parseDigitalLink(_ text: String) -> GS1Identifier? {
        var text = text
        return text.withUTF8 { bytes -> GS1Identifier? in
            guard let scheme = bytes.firstIndex(of: UInt8(ascii: ":")), isWeb(bytes[..<scheme]),
                bytes[scheme...].starts(with: "://".utf8)
            else { return nil }
            var segments = Segments(bytes[(scheme + 3)...])
            // The first segment is the host.
            _ = segments.next()
            var key: GS1Identifier.Key?
            while key == nil, let segment = segments.next() { key = Self.key(segment) }
            guard let key, let number = segments.next().map({ String(decoding: $0, as: UTF8.self) }),
                let value = key == .gtin ? gtin(number) : isValid(number) ? number : nil
            else { return nil }
            var identifier = GS1Identifier(key: key, value: value)
            while let qualifier = segments.next(), let value = segments.next() {
                if qualifier.elementsEqual("10".utf8) { identifier.batch = String(decoding: value, as: UTF8.self) }
                if qualifier.elementsEqual("21".utf8) { identifier.serial = String(decoding: value, as: UTF8.self) }
            }
            return identifier
        }
    }

    /// What stands between the slashes of a URL, up to its query or fragment; empty segments are left out.
    private struct Segments: IteratorProtocol {
        private var rest: Slice<UnsafeBufferPointer<UInt8>>

        init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
            rest = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        }

        mutating func next() -> Slice<UnsafeBufferPointer<UInt8>>? {
            rest = rest.drop { $0 == UInt8(ascii: "/") }
            guard !rest.isEmpty else { return nil }
            let segment = rest.prefix { $0 != UInt8(ascii: "/") }
            rest = rest[segment.endIndex...]
            return segment
        }
    }

    /// Whether a URL's scheme is http or https, in upper or lower case.
    private static func isWeb(_ scheme: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        (4...5).contains(scheme.count) && zip(scheme, "https".utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    /// The key that a segment of a Digital Link names.
    private static func key(_ segment: Slice<UnsafeBufferPointer<UInt8>>) -> GS1Identifier.Key? {
        guard 2...3 ~= segment.count else { return nil }
        return GS1Identifier.Key.allCases.first { segment.elementsEqual($0.rawValue.utf8) }
    }

    private static func parseURN(_ text: String) -> GS1Identifier? {
        let parts = text.split(separator: ":", maxSplits: 4)
        guard parts.count == 5 else { return nil }
        let fields = parts[4].split(separator: ".", maxSplits: 2)
        guard fields.count == 3, fields[0].count + fields[1].count == 13, let indicator = fields[1].first else {
            return nil
        }
        let digits = String(indicator) + fields[0] + fields[1].dropFirst()
        guard digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        let value = appendingCheckDigit(digits)
        switch parts[3] {
        case "lgtin": return GS1Identifier(key: .gtin, value: value, batch: String(fields[2]))
        case "sgtin": return GS1Identifier(key: .gtin, value: value, serial: String(fields[2]))
        default: return nil
        }
    }
}
