package import JSON

/// Where a credential's status is to be looked up: Bitstring Status List 1.0, section 2.1.
package struct StatusListEntry: Sendable, Hashable {
    /// `revocation`, `suspension`, `message` or `refresh`.
    package let purpose: String
    package let index: Int
    package let listURL: String

    package init(purpose: String, index: Int, listURL: String) {
        self.purpose = purpose
        self.index = index
        self.listURL = listURL
    }

    /// The entries of a `credentialStatus`, which is one object or several.
    ///
    /// An index as a JSON number is read like one in quotes: release 0.7.0's own schema asks for it.
    package static func entries(in status: JSONView) throws(StatusEntryError) -> [StatusListEntry] {
        var entries: [StatusListEntry] = []
        for json in status.kind == .array ? Array(status.elements) : [status] {
            let type = json["type"]?.string ?? "no type"
            guard type == "BitstringStatusListEntry" else { throw .unknownType(type) }
            guard let index = json["statusListIndex"]?.string.flatMap({ Int($0) }) ?? json["statusListIndex"]?.int,
                index >= 0
            else { throw .badIndex }
            guard let url = json["statusListCredential"]?.string else { throw .missingList }
            entries.append(
                StatusListEntry(purpose: json["statusPurpose"]?.string ?? "revocation", index: index, listURL: url))
        }
        return entries
    }

    package var json: JSONValue {
        [
            "type": "BitstringStatusListEntry", "statusPurpose": .string(purpose),
            "statusListIndex": .string(String(index)), "statusListCredential": .string(listURL),
        ]
    }
}

/// Why a status entry can't be read.
package enum StatusEntryError: Error, Sendable, Hashable, CustomStringConvertible {
    case unknownType(String)
    case badIndex
    case missingList

    package var description: String {
        switch self {
        case .unknownType(let type): "a status entry of type \(type)"
        case .badIndex: "a status entry whose index is no whole number"
        case .missingList: "a status entry that names no list"
        }
    }
}
