package import UNTP

/// Somebody who knows of goods what their credentials don't say: a laboratory that has a sample, or a quota manager who sees
/// the events of all (UNTP, Chain of custody).
package protocol Witness: Sendable {
    /// What there is to be said against products, by identifier.
    ///
    /// - Parameter products: The canonical identifiers of the goods in hand and of what they were made from, in that order.
    func testimony(on products: [String]) async -> [String: [Testimony]]
}

/// Something that is said against a product.
package struct Testimony: Sendable {
    /// The failure's code.
    package let code: String
    package let sent: String
    package let expected: String
    /// The type of the credential that it contradicts.
    package let type: CredentialType
    /// Whether because of it nothing of the product counts as certified.
    package let isAgainstClaim: Bool

    package init(_ code: String, sent: String, expected: String, type: CredentialType, isAgainstClaim: Bool = false) {
        self.code = code
        self.sent = sent
        self.expected = expected
        self.type = type
        self.isAgainstClaim = isAgainstClaim
    }
}
