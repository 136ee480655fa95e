extension BitstringStatusList {
    /// What a reader of status lists accepts; as made, the specification's text and nothing else.
    package struct DecodingOptions: Sendable, Hashable {
        /// Reads a list without the multibase prefix `u` too.
        package var allowsMissingPrefix = false
        /// Reads classic base64 and padding too.
        package var allowsClassicBase64 = false
        /// The forms that are unpacked; with `.none` a bare bitstring is read too.
        package var compressions: Set<Compression> = [.gzip]
        /// Whether index 0 is the left-most bit of its byte.
        package var leftmostFirst = true
        /// The fewest entries.
        package var minimumLength = BitstringStatusList.minimumLength
        /// Reads a list of the set indexes with commas between them too.
        package var readsIndexes = false
        /// Whether an entry is looked up in a list that does not serve its purpose.
        package var allowsOtherPurposes = false
        /// The most bytes that a list may expand to.
        package var maximumBytes = 16 << 20

        /// The specification exactly.
        package init() {}

        /// Reads what can be understood without doubt: without prefix, with padding, packed by zlib.
        package static let tolerant = {
            var options = DecodingOptions()
            options.allowsMissingPrefix = true
            options.allowsClassicBase64 = true
            options.compressions = [.gzip, .zlib]
            return options
        }()

        /// As this, and reads what a family's specification asks for.
        package func accepting(_ family: StatusFamily) -> DecodingOptions {
            var options = self
            if case .packed(let compression, let armour, _) = ListEncoding.standard(of: family) {
                if family != .bitstring { options.compressions.insert(compression) }
                if armour == .base64url { options.allowsMissingPrefix = true }
            }
            return options
        }
    }

    /// Unpacks an `encodedList`, strictly or with every tolerance.
    package static func decode(_ text: String, isTolerant: Bool = false) throws(StatusListError) -> BitstringStatusList
    {
        try decode(text, options: isTolerant ? .tolerant : DecodingOptions())
    }

    /// Unpacks an `encodedList` (Bitstring Expansion).
    ///
    /// A text without prefix is told from one with it by its first letter: in base64url, gzip begins with `H` and
    /// zlib with a letter up to `e`, so that `u` can only be the prefix.
    package static func decode(
        _ text: String, options: DecodingOptions
    ) throws(StatusListError) -> BitstringStatusList {
        if isIndexes(text) {
            guard options.readsIndexes else { throw .notGzip }
            return try list(ofIndexes: text, maximumBytes: options.maximumBytes)
        }
        let hasPrefix = text.utf8.first == UInt8(ascii: "u")
        guard hasPrefix || options.allowsMissingPrefix else { throw .missingMultibasePrefix }
        guard let packed = unarmoured(text.utf8.dropFirst(hasPrefix ? 1 : 0), options) else { throw .badBase64 }
        let found = Compression(startOf: packed)
        guard options.compressions.contains(found) || options.compressions.contains(.none) else { throw .notGzip }
        let form = options.compressions.contains(found) ? found : Compression.none
        let list: BitstringStatusList
        do throws(Deflate.Failure) {
            let bits = try Deflate.inflate(packed, as: form, limit: options.maximumBytes)
            list = BitstringStatusList(bits: bits, leftmostFirst: options.leftmostFirst)
        } catch {
            throw error == .tooLarge ? .tooLarge(limit: options.maximumBytes) : .notGzip
        }
        guard list.length >= options.minimumLength else { throw .tooShort(length: list.length) }
        return list
    }

    private static func unarmoured(_ text: Substring.UTF8View, _ options: DecodingOptions) -> [UInt8]? {
        Base64URL.decode(text) ?? (options.allowsClassicBase64 ? Base64.decode(text, isLenient: true) : nil)
    }
}
