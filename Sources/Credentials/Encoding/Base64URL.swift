/// base64url without padding: RFC 4648, section 5, as JOSE uses it.
package enum Base64URL {
    private static let alphabet: [UInt8] = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The value of each letter, 0xFF for what is no letter of the alphabet.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let count = bytes.count
        return [UInt8](unsafeUninitializedCapacity: (count * 4 + 2) / 3) { output, length in
            alphabet.withUnsafeBufferPointer { letters in
                var (index, position) = (0, 0)
                while index + 2 < count {
                    let group = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
                    output[position] = letters[Int(group >> 18)]
                    output[position + 1] = letters[Int(group >> 12 & 63)]
                    output[position + 2] = letters[Int(group >> 6 & 63)]
                    output[position + 3] = letters[Int(group & 63)]
                    index += 3
                    position += 4
                }
                if count - index == 1 {
                    output[position] = letters[Int(bytes[index] >> 2)]
                    output[position + 1] = letters[Int(bytes[index] & 3) << 4]
                    position += 2
                } else if count - index == 2 {
                    let group = UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1])
                    output[position] = letters[Int(group >> 10)]
                    output[position + 1] = letters[Int(group >> 4 & 63)]
                    output[position + 2] = letters[Int(group & 15) << 2]
                    position += 3
                }
                length = position
            }
        }
    }

    package static func text(_ bytes: [UInt8]) -> String {
        String(decoding: encode(bytes), as: UTF8.self)
    }

    /// Decodes strictly: no padding, no other letters, no stray bits at the end; nil otherwise.
    package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let count = text.count
        guard count % 4 != 1 else { return nil }
        var isValid = true
        let result = [UInt8](unsafeUninitializedCapacity: count * 3 / 4) { output, length in
            values.withUnsafeBufferPointer { values in
                text.withUnsafeBufferPointer { letters in
                    var (index, position) = (0, 0)
                    var bad: UInt8 = 0
                    while index + 3 < count {
                        let one = values[Int(letters[index])], two = values[Int(letters[index + 1])]
                        let three = values[Int(letters[index + 2])], four = values[Int(letters[index + 3])]
                        bad |= one | two | three | four
                        let group = UInt32(one) << 18 | UInt32(two) << 12 | UInt32(three) << 6 | UInt32(four)
                        output[position] = UInt8(truncatingIfNeeded: group >> 16)
                        output[position + 1] = UInt8(truncatingIfNeeded: group >> 8)
                        output[position + 2] = UInt8(truncatingIfNeeded: group)
                        index += 4
                        position += 3
                    }
                    let rest = count - index
                    if rest >= 2 {
                        let one = values[Int(letters[index])], two = values[Int(letters[index + 1])]
                        let three = rest == 3 ? values[Int(letters[index + 2])] : 0
                        bad |= one | two | three
                        output[position] = one << 2 | two >> 4
                        position += 1
                        if rest == 3 {
                            output[position] = two << 4 | three >> 2
                            position += 1
                            if three & 3 != 0 { bad = 0xFF }
                        } else if two & 15 != 0 {
                            bad = 0xFF
                        }
                    }
                    isValid = bad < 64
                    length = position
                }
            }
        }
        return isValid ? result : nil
    }

    package static func decode(_ text: String) -> [UInt8]? { decode(Array(text.utf8)[...]) }
}
