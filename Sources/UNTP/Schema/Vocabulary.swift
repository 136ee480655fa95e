package import JSON

/// The terms that a credential of release 0.6.1 may use, and where.
///
/// The contexts define most terms for objects of one type or in one place only, so a term that is known elsewhere is as
/// undefined as a misspelt one. What the shapes don't describe (evidence, render methods, proofs) is looked at with all
/// terms of W3C in mind.
package enum Vocabulary {
    private static let tables: [CredentialType: VocabularyTable] = {
        var tables: [CredentialType: VocabularyTable] = [:]
        for type in CredentialType.allCases { tables[type] = VocabularyTable(type) }
        return tables
    }()

    /// Terms of the W3C context that no later context may define otherwise: JSON-LD 1.1, Protected term definitions.
    package static let protectedTerms = VocabularyTable.everywhere.union(VocabularyTable.ofCredentials)

    /// What the subject of each type may hold in 0.7.0, as far as that is known.
    private static let subjectMembers: [CredentialType: Set<String>] = {
        var members: [CredentialType: Set<String>] = [:]
        for type in CredentialType.allCases {
            guard let schema = UNTPSchema.document(type, release: .v0_7_0),
                let name = schema["properties"]?["credentialSubject"]?["$ref"]?.string?.split(separator: "/").last,
                let properties = schema["$defs"]?[String(name)]?["properties"]?.object
            else { continue }
            members[type] = Set(properties.map(\.name))
        }
        return members
    }()

    /// Members of the subject of a credential of 0.7.0 that its schema does not describe, in the order of the text.
    package static func membersBeyondSchema(in credential: JSONView, type: CredentialType?) -> [String] {
        guard let known = type.flatMap({ subjectMembers[$0] }), let subject = credential["credentialSubject"] else {
            return []
        }
        return subject.members.map(\.name).filter { !known.contains($0) }
    }

    /// Where properties stand that the contexts of the release don't define there, in the order of the text.
    package static func undefinedTerms(in credential: JSONView, type: CredentialType) -> [JSONPointer] {
        guard let table = tables[type] else { return [] }
        var search = VocabularySearch(table: table)
        search.visitCredential(credential)
        return search.found
    }
}

/// One walk through a credential.
private struct VocabularySearch {
    let table: VocabularyTable
    var found: [JSONPointer] = []
    private var path: [String] = []

    init(table: VocabularyTable) { self.table = table }

    /// Where an object stands: among those that the shapes describe, or among those that only W3C does.
    private enum Surroundings {
        case shapes([Int])
        case w3c
    }

    mutating func visitCredential(_ credential: JSONView) {
        for (name, value) in credential.members {
            switch name {
            case "credentialSubject": visit(value, named: name, in: .shapes(table.subject))
            case "issuer": visit(value, named: name, in: .shapes(table.issuer))
            case _ where VocabularyTable.everywhere.contains(name) || VocabularyTable.ofCredentials.contains(name):
                visit(value, named: name, in: .w3c)
            default: if !isKeyword(name) { found.append(JSONPointer([name])) }
            }
        }
    }

    private mutating func visit(_ value: JSONView, named token: String, in surroundings: Surroundings) {
        guard value.count > 0 else { return }
        path.append(token)
        if value.kind == .array {
            for (position, element) in value.elements.enumerated() where element.count > 0 {
                visit(element, named: String(position), in: surroundings)
            }
        } else {
            let surroundings = narrowed(surroundings, to: value)
            for (name, member) in value.members {
                if let next = definition(of: name, in: value, surroundings) {
                    visit(member, named: name, in: next)
                } else if !isKeyword(name) {
                    // All that it holds is dropped with it, and needs no complaint of its own.
                    found.append(JSONPointer(path + [name]))
                }
            }
        }
        path.removeLast()
    }

    /// Of several kinds of objects that may stand in a place, those that the object says it is.
    private func narrowed(_ surroundings: Surroundings, to object: JSONView) -> Surroundings {
        guard case .shapes(let positions) = surroundings, positions.count > 1 else { return surroundings }
        let named = object["type"]?.oneOrMore.compactMap { $0.string.flatMap { table.positions[$0] } } ?? []
        let remaining = positions.filter(named.contains)
        return remaining.isEmpty ? surroundings : .shapes(remaining)
    }

    /// What a member's value may hold; nil where nothing defines the member.
    private func definition(of name: String, in object: JSONView, _ surroundings: Surroundings) -> Surroundings? {
        if case .shapes(let positions) = surroundings {
            for position in positions {
                if let objects = table.objects[position][name] { return .shapes(objects) }
            }
        }
        if VocabularyTable.everywhere.contains(name) { return .shapes([]) }
        if case .w3c = surroundings,
            VocabularyTable.ofW3C.contains(name) || VocabularyTable.ofCredentials.contains(name)
        {
            return .w3c
        }
        // A type that the object names brings its terms along, wherever the object stands.
        for type in object["type"]?.oneOrMore ?? [] {
            if let type = type.string, let position = table.positions[type],
                let objects = table.objects[position][name]
            {
                return .shapes(objects)
            }
        }
        return nil
    }

    /// JSON-LD keywords, which no context defines: JSON-LD 1.1, section 1.7.
    private func isKeyword(_ name: String) -> Bool { name.hasPrefix("@") }
}
