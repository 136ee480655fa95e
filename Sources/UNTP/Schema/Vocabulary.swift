package import JSON

/// The terms of release 0.6.1, by the shapes of its objects.
///
/// Good for one answer, quickly: that a credential uses what is defined where it stands and nothing else. What the
/// shapes don't describe (evidence, render methods, proofs, keywords) is left to ``TermCheck``.
package enum Vocabulary {
    private static let tables: [CredentialType: VocabularyTable] = {
        var tables: [CredentialType: VocabularyTable] = [:]
        for type in CredentialType.allCases { tables[type] = VocabularyTable(type) }
        return tables
    }()

    /// Whether all properties, types and ids of a credential are certain to be defined where they stand.
    ///
    /// - Complexity: Linear in the size of the credential, and a small part of an expansion.
    package static func describes(_ credential: JSONView, as type: CredentialType) -> Bool {
        guard let table = tables[type] else { return false }
        return VocabularySearch(table: table).describes(credential, as: type)
    }
}

/// One walk through a credential.
private struct VocabularySearch {
    let table: VocabularyTable

    func describes(_ credential: JSONView, as type: CredentialType) -> Bool {
        credential.members.allSatisfy { name, value in
            switch name {
            case "@context": true
            case "type": areNames(value) { $0 == type.typeName || $0 == "VerifiableCredential" }
            case "credentialSubject": describes(value, asOneOf: table.subject)
            case "issuer": describes(value, asOneOf: table.issuer)
            case "credentialStatus": value.oneOrMore.allSatisfy(isStatusEntry)
            case "id": isAbsolute(value)
            case "name", "description", "validFrom", "validUntil": value.kind == .string
            default: false
            }
        }
    }

    private func describes(_ value: JSONView, asOneOf positions: [Int]) -> Bool {
        switch value.kind {
        case .array: value.elements.allSatisfy { $0.kind != .array && describes($0, asOneOf: positions) }
        case .object: describes(object: value, asOneOf: narrowed(positions, to: value))
        // A plain value where an object belongs may be read as a reference.
        default: positions.isEmpty
        }
    }

    private func describes(object: JSONView, asOneOf positions: [Int]) -> Bool {
        object.members.allSatisfy { name, value in
            switch name {
            case "id": isAbsolute(value)
            case "type": areNames(value, table.types.contains)
            default: definition(of: name, asOneOf: positions).map { describes(value, asOneOf: $0) } ?? false
            }
        }
    }

    /// Of several kinds of objects that may stand in a place, those that the object says it is.
    private func narrowed(_ positions: [Int], to object: JSONView) -> [Int] {
        guard positions.count > 1 else { return positions }
        let named = object["type"]?.oneOrMore.compactMap { $0.string.flatMap { table.positions[$0] } } ?? []
        let remaining = positions.filter(named.contains)
        return remaining.isEmpty ? positions : remaining
    }

    /// Which objects a member may hold; nil where nothing is certain to define the member.
    private func definition(of name: String, asOneOf positions: [Int]) -> [Int]? {
        for position in positions {
            if let objects = table.objects[position][name] { return objects }
        }
        return name == "name" || name == "description" ? [] : nil
    }

    private func isStatusEntry(_ entry: JSONView) -> Bool {
        entry["type"]?.string == "BitstringStatusListEntry"
            && entry.members.allSatisfy { name, value in
                switch name {
                case "id", "statusListCredential": isAbsolute(value)
                case "type", "statusPurpose", "statusListIndex": value.kind == .string
                default: false
                }
            }
    }

    private func areNames(_ value: JSONView, _ isKnown: (String) -> Bool) -> Bool {
        value.kind == .array
            ? value.elements.allSatisfy { $0.string.map(isKnown) ?? false } : value.string.map(isKnown) ?? false
    }

    private func isAbsolute(_ value: JSONView) -> Bool {
        guard let text = value.string else { return false }
        // What lies beyond ASCII may be white space too; that is for the expansion to say.
        return text.utf8.contains(UInt8(ascii: ":")) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}
