/// Percent-encoding: RFC 3986, section 2.1.
package enum PercentEncoding {
    /// The text that an encoded one stands for; nil where a percent sign is followed by anything but two hexadecimal
    /// digits, and where the bytes are no UTF-8.
    package static func decoded(_ text: some StringProtocol) -> String? {
        func digit(_ byte: UInt8) -> UInt8? { Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
