package import JSON
package import LinkedData

/// Whether a credential's terms mean anything: what a JSON-LD processor in safe mode would refuse it for.
package enum TermCheck {
    /// The releases whose contexts are known here.
    private static let releases: Set<Release> = [.v0_6_0, .v0_6_1, .v0_7_0]

    /// Whether the contexts of a release are known, so that an undefined term is told from a defined one.
    package static func isKnown(_ release: Release) -> Bool { releases.contains(release) }

    /// What is wrong with the terms of a credential, in the order in which a processor comes by it; empty where its
    /// release has no known context.
    ///
    /// Expansion costs more than verifying a signature. A credential of 0.6.1 that satisfies its schema, names just the
    /// contexts of its release and uses only what the schema describes is known to be sound without.
    ///
    /// - Parameters:
    ///   - isValid: Whether the credential satisfies the data model and its schema.
    ///   - contexts: All contexts that are known; ``UNTPContexts/library`` where there are no extensions.
    package static func problems(
        in credential: JSONView, type: CredentialType, release: Release, isValid: Bool,
        contexts: ContextLibrary = UNTPContexts.library
    ) -> [ExpansionProblem] {
        guard releases.contains(release) else { return [] }
        if isValid, release == .v0_6_1, isPlain(credential, type) { return [] }
        return Expansion.expand(credential, contexts: contexts).problems
    }

    /// Properties of a credential of 0.7.0 that nothing defines and that only the newer copy of its context maps, by a
    /// vocabulary for everything.
    ///
    /// What the schema describes is meant, whether or not the older copy defines it (`schemeId` it does not).
    package static func caught(
        in credential: JSONView, type: CredentialType, release: Release, olderContexts: ContextLibrary
    ) -> [JSONPointer] {
        guard release == .v0_7_0, let described = described[type] else { return [] }
        return Expansion.expand(credential, contexts: olderContexts).problems.compactMap { problem in
            let name = problem.pointer.tokens.last ?? ""
            return problem.kind == .undefinedTerm && !described.contains(name) ? problem.pointer : nil
        }
    }

    /// The names of all properties that the schemas of 0.7.0 describe.
    private static let described: [CredentialType: Set<String>] = {
        var names: [CredentialType: Set<String>] = [:]
        for type in CredentialType.allCases where UNTPSchema.isKnown(type, in: .v0_7_0) {
            names[type] = Set(UNTPSchema.propertyNames(type, release: .v0_7_0))
        }
        return names
    }()

    private static func isPlain(_ credential: JSONView, _ type: CredentialType) -> Bool {
        let contexts = credential["@context"]?.elements.map(\.string) ?? []
        return contexts == [UNTPContexts.credentials, type.context(of: Release.v0_6_1.version)]
            && Vocabulary.describes(credential, as: type)
    }
}
