/// Consignments that only one thing keeps from being transparent, as they stand at a time.
struct StandingCount: Sendable {
    private var count = 0
    /// When something else comes to stand in the way of some of them, in Unix seconds.
    private var ends: [Int64] = []

    /// Counts a consignment.
    ///
    /// - Parameter withdrawn: When evidence of it is withdrawn; nil for never.
    mutating func add(until withdrawn: Int64?) {
        count += 1
        if let withdrawn { ends.append(withdrawn) }
    }

    func standing(at time: Int64) -> Int { count - ends.count { $0 <= time } }
}
