package import JSON

/// A release of the UNTP specification.
package struct Release: Sendable, Hashable, CustomStringConvertible {
    /// The version number, as `0.6.1`.
    package let version: String

    package init(_ version: String) { self.version = version }

    package static let v0_6_1 = Release("0.6.1")

    package var description: String { version }

    /// Whether credentials of this release can be checked against their schema.
    package var canBeValidated: Bool { self == .v0_6_1 }

    /// Finds out type and release of a credential from its types and contexts.
    ///
    /// Releases up to 0.6 have a context for each type, under one of two hosts; 0.7.0 has one for all.
    package static func recognise(_ credential: JSONView) -> (type: CredentialType?, release: Release?) {
        let types = credential["type"]
        let type = CredentialType.allCases.first { candidate in
            types?.string == candidate.typeName || types?.elements.contains { $0.string == candidate.typeName } ?? false
        }
        for context in credential["@context"]?.elements.map(\.string) ?? [] {
            guard let context, let release = release(of: context) else { continue }
            return (type ?? release.type, release.release)
        }
        return (type, nil)
    }

    private static let hosts = ["https://test.uncefact.org/vocabulary/untp/", "https://vocabulary.uncefact.org/untp/"]

    private static func release(of context: String) -> (type: CredentialType?, release: Release)? {
        guard let host = hosts.first(where: context.hasPrefix) else { return nil }
        for segment in context.dropFirst(host.count).split(separator: "/") {
            let version = segment.hasPrefix("v") ? segment.dropFirst() : segment
            guard version.first?.isNumber ?? false, version.contains(".") else { continue }
            let type = context.dropFirst(host.count).split(separator: "/").first.flatMap {
                CredentialType(rawValue: String($0))
            }
            return (type, Release(String(version)))
        }
        return nil
    }
}
