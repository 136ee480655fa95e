/// Adds up for all platforms what events use of each batch: UNTP, Chain of custody, quota managers.
///
/// A verifier sees the events of what it buys; whoever uses a lot twice sells to two of them. A quota manager sees all
/// events of certified goods when they are published, and answers whether what a batch was made from was there.
struct QuotaManager: Sendable {
    private var uses: [String: Double] = [:]

    /// Takes note of the events of a batch, once for all that is made along with it.
    mutating func register(_ batch: Batch) {
        guard batch.output == batch.stage.id else { return }
        for (input, quantity) in batch.inputs { uses[input.identifier, default: 0] += quantity }
    }

    /// What was used of something that a batch was made from, where it is more than there was of it.
    func excess(behind batch: Batch) -> (input: String, used: Double, there: Double)? {
        for (input, _) in batch.inputs {
            guard let used = uses[input.identifier], used > input.quantity * Self.slack else { continue }
            return (input.identifier, used, input.quantity)
        }
        return nil
    }

    mutating func forget(_ batch: Batch) { uses[batch.identifier] = nil }

    private static let slack = 1.002
}
