package import JSON

/// Where a credential's status is to be looked up: Bitstring Status List 1.0, BitstringStatusListEntry, and the entries
/// of older families.
package struct StatusListEntry: Sendable, Hashable {
    package var family: StatusFamily
    /// `revocation`, `suspension`, `message` or `refresh`.
    package var purpose: String
    package var index: Int
    /// How the index was written.
    package var indexForm: IndexForm
    package var listURL: String
    /// The bits of an entry in the list; nil where the entry does not say.
    package var size: Int?
    /// What each value of an entry of several bits means.
    package var messages: [StatusMessage] = []

    /// The forms in which an index is written.
    package enum IndexForm: String, Sendable {
        /// A string of digits, as the specification asks.
        case text
        /// A JSON number, as UNTP's schemas of release 0.7.0 ask, against the specification.
        case number
    }

    package init(
        family: StatusFamily = .bitstring, purpose: String, index: Int, indexForm: IndexForm = .text, listURL: String,
        size: Int? = nil, messages: [StatusMessage] = []
    ) {
        self.family = family
        self.purpose = purpose
        self.index = index
        self.indexForm = indexForm
        self.listURL = listURL
        self.size = size
        self.messages = messages
    }

    /// The type that the specification gives to entries.
    package static let typeName = StatusFamily.bitstring.entryType

    /// Each entry of a `credentialStatus`, or what is wrong with it: of several, those that can be read count.
    package static func read(
        _ status: JSONView, families: Set<StatusFamily> = [.bitstring]
    ) -> [Result<StatusListEntry, StatusEntryError>] {
        let entries = status.kind == .array ? Array(status.elements) : [status]
        return entries.map { json in
            Result { () throws(StatusEntryError) in try StatusListEntry(reading: json, families: families) }
        }
    }

    private init(reading json: JSONView, families: Set<StatusFamily>) throws(StatusEntryError) {
        let type = json["type"]?.string ?? json["type"]?[0]?.string ?? "no type"
        guard let family = StatusFamily(entryType: type), families.contains(family) else { throw .unknownType(type) }
        guard let written = json[family.indexMember], let index = Self.index(written) else { throw .badIndex }
        guard let url = json[family.listMember]?.string else { throw .missingList }
        guard let purpose = json["statusPurpose"]?.string ?? family.onlyPurpose else { throw .missingPurpose }
        self.init(
            family: family, purpose: purpose, index: index, indexForm: written.kind == .string ? .text : .number,
            listURL: url, size: json["statusSize"]?.int, messages: StatusMessage.messages(in: json["statusMessage"]))
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
        var json: JSONValue = ["type": .string(family.entryType)]
        if family.onlyPurpose != purpose { json["statusPurpose"] = .string(purpose) }
        json[family.indexMember] = indexForm == .text ? .string(String(index)) : .number(JSONNumber(index))
        json[family.listMember] = .string(listURL)
        json["statusSize"] = size.map { .number(JSONNumber($0)) }
        if !messages.isEmpty { json["statusMessage"] = .array(messages.map(\.json)) }
        return json
    }
}

/// Why a status entry can't be read.
package enum StatusEntryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// An entry of a family that the reader does not know, such as `StatusList2021Entry`.
    case unknownType(String)
    case badIndex
    case missingList
    case missingPurpose

    /// The family that the reader does not know, where it is one in circulation.
    package var family: StatusFamily? {
        if case .unknownType(let type) = self { StatusFamily(entryType: type) } else { nil }
    }

    package var description: String {
        switch self {
        case .unknownType(let type): "a status entry of type \(type)"
        case .badIndex: "a status entry whose index is no whole number"
        case .missingList: "a status entry that names no list"
        case .missingPurpose: "a status entry without a purpose"
        }
    }
}
