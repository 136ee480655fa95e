/// Why a status list can't be unpacked or an index not be looked up: Bitstring Status List 1.0, Processing Errors.
package enum StatusListError: Error, Sendable, Hashable {
    /// `encodedList` does not begin with `u`.
    case missingMultibasePrefix
    /// What follows the prefix is not base64url without padding.
    case badBase64
    /// Not a gzip stream, or a damaged or truncated one, or one with bytes behind it.
    case notGzip
    /// The list expands to more than `limit` bytes.
    case tooLarge(limit: Int)
    /// The list has fewer entries than the reader's minimum: `STATUS_LIST_LENGTH_ERROR`.
    case tooShort(length: Int)
    /// The subject of the list's credential is of no family's type.
    case unknownListType(String)
    case missingEncodedList
    /// The entry leads to a list of another family.
    case familyDiffers(entry: StatusFamily, list: StatusFamily)
    /// The list does not serve the entry's purpose: `STATUS_VERIFICATION_ERROR`.
    case purposeDiffers(entry: String, list: [String])
    /// No entry has the index: `RANGE_ERROR`.
    case indexOutOfRange(Int, length: Int)
}

extension StatusListError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missingMultibasePrefix: "a list without the multibase prefix u"
        case .badBase64: "a list that is not base64url without padding"
        case .notGzip: "a list that is no whole gzip stream"
        case .tooLarge(let limit): "a list that expands to more than \(limit) bytes"
        case .tooShort(let length): "a list of \(length) entries"
        case .unknownListType(let type): "a list of type \(type)"
        case .missingEncodedList: "a list without encodedList"
        case .familyDiffers(let entry, let list): "a list of type \(list.listType) for a \(entry.entryType)"
        case .purposeDiffers(let entry, let list):
            "a list for \(list.isEmpty ? "no purpose" : list.joined(separator: ", ")), where one for \(entry) is expected"
        case .indexOutOfRange(let index, let length): "index \(index) in a list of \(length) entries"
        }
    }
}
