package import JSON

/// How well the shape of a credential fits the releases, whatever release its contexts name.
package struct ReleaseFit: Sendable, Hashable {
    /// The releases that it fits best, oldest first; several where they ask the same of it.
    package let releases: [Release]
    /// Where it departs from them, contexts left aside; at most ``limit``.
    package let differences: [SchemaViolation]

    /// From how many differences on they are no longer counted.
    package static let limit = 64

    /// The releases whose schema for a type a credential breaks least; nil where there is no such schema.
    package static func best(for credential: JSONView, as type: CredentialType) -> ReleaseFit? {
        var best: ReleaseFit?
        for release in Release.published where UNTPSchema.isKnown(type, in: release) {
            let found = UNTPSchema.violations(in: credential, type: type, release: release)
                .filter { $0.instance.tokens.first != "@context" && !$0.expected.contains("'@context'") }
            if found.count == best?.differences.count, let tied = best {
                best = ReleaseFit(releases: tied.releases + [release], differences: found)
            } else if found.count < best?.differences.count ?? .max {
                best = ReleaseFit(releases: [release], differences: found)
            }
        }
        return best
    }
}

extension UNTPSchema {
    /// The names of all properties that the schema of a type describes, in order; none where its shape is not known.
    package static func propertyNames(_ type: CredentialType, release: Release) -> [String] {
        guard let schema = document(type, release: release) else { return [] }
        let shapes = [schema] + (schema["$defs"]?.object?.map(\.value) ?? [])
        return Set(shapes.flatMap { $0["properties"]?.object?.map(\.name) ?? [] }).sorted()
    }
}
