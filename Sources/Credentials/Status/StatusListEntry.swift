package import JSON

/// Where a credential's status is to be looked up: Bitstring Status List 1.0, BitstringStatusListEntry.
package struct StatusListEntry: Sendable, Hashable {
    /// `revocation`, `suspension`, `message` or `refresh`.
    package let purpose: String
    package let index: Int
    /// How the index was written.
    package let indexForm: IndexForm
    package let listURL: String

    /// The forms in which an index is written.
    package enum IndexForm: String, Sendable {
        /// A string of digits, as the specification asks.
        case text
        /// A JSON number, as UNTP's schemas of release 0.7.0 ask, against the specification.
        case number
    }

    package init(purpose: String, index: Int, indexForm: IndexForm = .text, listURL: String) {
        self.purpose = purpose
        self.index = index
        self.indexForm = indexForm
        self.listURL = listURL
    }

    /// The type that the specification gives to entries.
    package static let typeName = "BitstringStatusListEntry"

    /// The entries of a `credentialStatus`, which is one object or several.
    ///
    /// - Throws: What is wrong with the first entry that can't be read.
    package static func entries(in status: JSONView) throws(StatusEntryError) -> [StatusListEntry] {
        var entries: [StatusListEntry] = []
        guard status.kind == .array else { return [try StatusListEntry(reading: status)] }
        for json in status.elements { entries.append(try StatusListEntry(reading: json)) }
        return entries
    }

    private init(reading json: JSONView) throws(StatusEntryError) {
        let type = json["type"]?.string ?? json["type"]?[0]?.string ?? "no type"
        guard type == Self.typeName else { throw .unknownType(type) }
        guard let written = json["statusListIndex"], let index = Self.index(written) else { throw .badIndex }
        guard let url = json["statusListCredential"]?.string else { throw .missingList }
        guard let purpose = json["statusPurpose"]?.string else { throw .missingPurpose }
        self.init(
            purpose: purpose, index: index, indexForm: written.kind == .string ? .text : .number, listURL: url)
    }

    /// Zero or more, in digits alone: no sign, no point.
    private static func index(_ json: JSONView) -> Int? {
        let digits = json.rawBytes
        guard json.kind == .string || json.kind == .number, !digits.isEmpty, digits.allSatisfy({ $0 &- 0x30 < 10 })
        else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    /// The entry as a credential carries it.
    package var json: JSONValue {
        [
            "type": .string(Self.typeName), "statusPurpose": .string(purpose),
            "statusListIndex": indexForm == .text ? .string(String(index)) : .number(JSONNumber(index)),
            "statusListCredential": .string(listURL),
        ]
    }
}

/// Why a status entry can't be read.
package enum StatusEntryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// An entry of another family, such as `StatusList2021Entry` or `RevocationList2020Status`.
    case unknownType(String)
    case badIndex
    case missingList
    case missingPurpose

    package var description: String {
        switch self {
        case .unknownType(let type): "a status entry of type \(type)"
        case .badIndex: "a status entry whose index is no whole number"
        case .missingList: "a status entry that names no list"
        case .missingPurpose: "a status entry without a purpose"
        }
    }
}
