/// Findings that say the same of several places of a document.
package struct FindingGroup: Sendable {
    /// The first of them.
    package let first: Finding
    /// Where they stand, in order.
    package let places: [String]

    /// Puts findings together that differ only in the positions of arrays in their pointers, in the order of the first
    /// of each.
    package static func groups(of findings: [Finding]) -> [FindingGroup] {
        var groups: [FindingGroup] = []
        var known: [Key: Int] = [:]
        for finding in findings {
            let key = Key(
                code: finding.code, place: general(finding.pointer), expected: finding.expected, blocks: finding.blocks)
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
        let place: String
        let expected: String
        let blocks: Bool
    }

    /// A pointer with a star for each position in an array.
    private static func general(_ pointer: String) -> String {
        pointer.split(separator: "/").map { token in token.allSatisfy(\.isNumber) ? "*" : token }
            .joined(separator: "/")
    }
}
