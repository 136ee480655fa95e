package import JSON

/// A release of the UNTP specification.
package struct Release: Sendable, Hashable, CustomStringConvertible {
    /// The version number, as `0.6.1`.
    package let version: String

    package init(_ version: String) { self.version = version }

    package static let v0_4_2 = Release("0.4.2")
    package static let v0_5_0 = Release("0.5.0")
    package static let v0_6_0 = Release("0.6.0")
    package static let v0_6_1 = Release("0.6.1")
    package static let v0_7_0 = Release("0.7.0")

    /// The releases that credentials in circulation name, oldest first.
    package static let published = [Release("0.3.10"), v0_4_2, v0_5_0, v0_6_0, v0_6_1, v0_7_0]

    package var description: String { version }

    /// Whether this is a release that was published, rather than any other version number.
    package var isPublished: Bool { Self.published.contains(self) }

    /// Finds out type and release of a credential from its types and contexts.
    ///
    /// Releases up to 0.6 have a context for each type, under one of two hosts; 0.7.0 has one for all.
    package static func recognise(_ credential: JSONView) -> (type: CredentialType?, release: Release?) {
        let types = credential["type"]?.oneOrMore ?? []
        let type = CredentialType.allCases.first { candidate in types.contains { $0.string == candidate.typeName } }
        for context in credential["@context"]?.oneOrMore ?? [] {
            guard let context = context.string, let named = named(by: context) else { continue }
            return (type ?? named.type, named.release)
        }
        return (type, nil)
    }

    private static let hosts = ["https://test.uncefact.org/vocabulary/untp/", "https://vocabulary.uncefact.org/untp/"]

    /// What a context URL says: `{host}{type}/{version}/`, or `{host}{version}/context/` for all types.
    private static func named(by context: String) -> (type: CredentialType?, release: Release)? {
        guard let host = hosts.first(where: context.hasPrefix) else { return nil }
        let segments = context.dropFirst(host.count).split(separator: "/")
        guard let version = segments.lazy.compactMap(version(in:)).first else { return nil }
        let type = segments.first.flatMap { CredentialType(rawValue: String($0)) }
        // The identity anchor of the 0.5.0 generation had a number of its own.
        return (type, type == .dia && version == "0.2.1" ? .v0_5_0 : Release(version))
    }

    /// A version number with or without a leading `v`, or the name of what is being worked on.
    private static func version(in segment: Substring) -> String? {
        if segment == "working" { return "working" }
        let version = segment.hasPrefix("v") ? segment.dropFirst() : segment
        guard version.first?.isNumber ?? false, version.contains(".") else { return nil }
        return String(version)
    }
}
