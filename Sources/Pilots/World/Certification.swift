import UNTP

/// The certified part of a batch, of a maker whose chain of custody is certified.
struct Certification: Sendable, Hashable {
    /// The scheme that certified it; empty where its certificate names none.
    let scheme: String
    /// The part that is certified in truth.
    let real: CertifiedShare
    /// The part that its maker had grounds to certify: what it made of the evidence of its inputs when they came.
    let grounded: CertifiedShare
    /// The part that its passport claims.
    let claimed: CertifiedShare
    /// What of that its passport says to rest on other batches of the maker.
    var drawn = 0.0
    /// Credits that were bought and used up for it, in units of the input that they stand for.
    var credits = 0.0

    /// Whether it counts for who is certified by a scheme: nothing tells schemes apart of which one is not named.
    func counts(for scheme: String) -> Bool { self.scheme.isEmpty || scheme.isEmpty || self.scheme == scheme }

    /// Whether it claims more than there is, be it in good faith.
    var isFalse: Bool { claimed.exceeds(real) }
}
