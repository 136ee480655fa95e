/// How a document departs from the form of a linkset: RFC 9264, section 4.2.
package enum LinksetError: Error, Sendable, Hashable, CustomStringConvertible {
    case missingLinkset
    /// Members beside `linkset`.
    case otherMembers([String])
    case notAnArray(JSONPointerText)
    case notAnObject(JSONPointerText)
    case missingAnchor(JSONPointerText)
    case missingHref(JSONPointerText)
    /// A relation without targets.
    case noTargets(JSONPointerText)
    case wrongType(JSONPointerText, expected: String)

    /// A place in the document, as the text of a JSON Pointer.
    package typealias JSONPointerText = String

    package var description: String {
        switch self {
        case .missingLinkset: "a document without 'linkset'"
        case .otherMembers(let names): "'linkset' has to be alone, but has \(names.joined(separator: ", ")) beside it"
        case .notAnArray(let place): "no array at \(place)"
        case .notAnObject(let place): "no object at \(place)"
        case .missingAnchor(let place): "no anchor at \(place)"
        case .missingHref(let place): "a target without href at \(place)"
        case .noTargets(let place): "no target at \(place)"
        case .wrongType(let place, let expected): "expected \(expected) at \(place)"
        }
    }
}
