/// Links in an HTTP header: RFC 8288, section 3.
package enum LinkHeader {
    /// The links of a field value; what can't be read is left out, as section 3.2 asks.
    package static func links(in field: String) -> [Linkset.Link] {
        field.split(separator: ",").compactMap { part in
            let pieces = part.split(separator: ";").map { $0.drop { $0 == " " } }
            guard let target = pieces.first, target.hasPrefix("<"), target.hasSuffix(">") else { return nil }
            var parameters: [String: String] = [:]
            for piece in pieces.dropFirst() {
                let pair = piece.split(separator: "=", maxSplits: 1)
                guard pair.count == 2 else { continue }
                parameters[pair[0].lowercased()] = String(pair[1].drop { $0 == "\"" }.prefix { $0 != "\"" })
            }
            guard let relation = parameters["rel"] else { return nil }
            return Linkset.Link(
                relation: relation, href: String(target.dropFirst().dropLast()), mediaType: parameters["type"])
        }
    }
}
