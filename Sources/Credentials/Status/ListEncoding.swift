extension BitstringStatusList {
    /// The ways in which lists are written as text: the specification's, those of older families, and wrong ones.
    package enum ListEncoding: Sendable, Hashable {
        /// The bits, packed and armoured.
        case packed(Compression = .gzip, armour: Armour = .multibase, leftmostFirst: Bool = true)
        /// The indexes that are set, in decimal with commas between them: no bitstring at all.
        case indexes

        /// The ways in which packed bytes are made text.
        package enum Armour: Sendable, Hashable, CaseIterable {
            /// `u` and base64url without padding.
            case multibase
            /// Base64url without padding or prefix.
            case base64url
            /// Classic base64 with padding.
            case base64
        }

        /// The form that a family's specification asks for.
        package static func standard(of family: StatusFamily, leftmostFirst: Bool = true) -> ListEncoding {
            switch family {
            case .bitstring: .packed(leftmostFirst: leftmostFirst)
            case .statusList2021: .packed(.gzip, armour: .base64url, leftmostFirst: leftmostFirst)
            case .revocationList2020: .packed(.zlib, armour: .base64url, leftmostFirst: leftmostFirst)
            }
        }
    }

    /// The list as `encodedList` (Bitstring Generation), in the specification's form or in another.
    package func encoded(as encoding: ListEncoding) -> String {
        switch encoding {
        case .packed(let compression, let armour, let leftmostFirst):
            let packed = Deflate.compress(ordered(leftmostFirst: leftmostFirst), as: compression)
            return switch armour {
            case .multibase: Multibase.encode(packed, in: .base64url)
            case .base64url: Base64URL.text(packed)
            case .base64: Base64.text(packed)
            }
        case .indexes: return (0..<length).filter { self[$0] }.map(String.init).joined(separator: ",")
        }
    }

    /// The list in which the indexes of a text are set, as long as lists have to be or longer.
    static func list(ofIndexes text: String, maximumBytes: Int) throws(StatusListError) -> BitstringStatusList {
        var indexes: [Int] = []
        for digits in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: true) {
            guard let index = Int(String(Substring(digits))), index < maximumBytes * 8 else {
                throw .tooLarge(limit: maximumBytes)
            }
            indexes.append(index)
        }
        var list = BitstringStatusList(length: max(Self.minimumLength, (indexes.max() ?? 0) + 1))
        for index in indexes { list[index] = true }
        return list
    }

    /// Whether a text is indexes with commas between them, which no armoured list is.
    static func isIndexes(_ text: String) -> Bool {
        let digits: (UInt8) -> Bool = { $0 &- 0x30 < 10 }
        return text.utf8.first.map(digits) ?? false
            && text.utf8.allSatisfy { digits($0) || $0 == UInt8(ascii: ",") }
    }
}
