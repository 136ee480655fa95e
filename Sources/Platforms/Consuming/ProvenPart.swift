package import UNTP

/// What of a product a platform takes for certified, by the evidence that it has read.
package struct ProvenPart: Sendable, Hashable {
    /// How much, under the weakest model on the way.
    package let part: CertifiedShare
    /// The scheme by whose certificate, by id; nil where that could not be read.
    package let scheme: String?

    package init(part: CertifiedShare, scheme: String?) {
        self.part = part
        self.scheme = scheme
    }

    /// What of it counts for who makes something of it under a model and is certified by a scheme; nil for nothing.
    package func counting(for scheme: String?, under model: CustodyModel) -> CertifiedShare? {
        if let own = self.scheme, let scheme, own != scheme { return nil }
        return model.carrying(part.model).map { CertifiedShare(part.share, $0) }
    }
}
