/// The certified part of a batch, of a maker whose chain of custody is certified.
struct Certification: Sendable, Hashable {
    /// The scheme that certified it.
    let scheme: String
    /// The part that is certified in truth, 0 to 1.
    let share: Double
    /// The part that its passport claims.
    let claimed: Double
    /// What of that its passport says to rest on other batches of the maker.
    var drawn = 0.0
    /// Credits that were bought and used up for it, in units of the input that they stand for.
    var credits = 0.0

    /// Whether it claims more than there is.
    var isOverclaimed: Bool { claimed > share + 0.000_02 }
}
