/// Findings that say the same of several places of a document.
package struct FindingGroup: Sendable {
    /// The first of them.
    package let first: Finding
    /// Where they stand, in order.
    package let places: [String]

    /// Puts findings together that differ only in where they stand and in what stands there, in the order of the first
    /// of each.
    package static func groups(of findings: [Finding]) -> [FindingGroup] {
        var groups: [FindingGroup] = []
        var known: [Key: Int] = [:]
        for finding in findings {
            let key = Key(code: finding.code, expected: finding.expected, blocks: finding.blocks)
            if let index = known[key] {
                let group = groups[index]
                groups[index] = FindingGroup(first: group.first, places: group.places + [finding.pointer])
            } else {
                known[key] = groups.count
                groups.append(FindingGroup(first: finding, places: [finding.pointer]))
            }
        }
        return groups
    }

    private struct Key: Hashable {
        let code: String
        let expected: String
        let blocks: Bool
    }

    /// The places beside the first, those that differ only in positions of arrays as one with a star.
    package var otherPlaces: [String] {
        let first = Self.general(places.first ?? "")
        return places.dropFirst().map(Self.general).reduce(into: []) { shown, place in
            if place != first, !shown.contains(place) { shown.append(place) }
        }
    }

    /// A pointer with a star for each position in an array.
    private static func general(_ pointer: String) -> String {
        pointer.split(separator: "/", omittingEmptySubsequences: false).map { token in
            !token.isEmpty && token.allSatisfy(\.isNumber) ? "*" : token
        }.joined(separator: "/")
    }
}
