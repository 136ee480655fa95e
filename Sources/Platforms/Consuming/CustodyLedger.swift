/// What a platform has seen events use of each input, over all batches: UNTP, Chain of custody.
struct CustodyLedger {
    /// By input, then by the batch that used it.
    private var uses: [String: [String: Double]] = [:]
    private var quantities: [String: Double] = [:]
    private var order: [String] = []

    /// Inputs beyond these are forgotten, the oldest first.
    private static let capacity = 8192

    /// Takes note of what a product was made from, and of how much there is of it.
    mutating func note(_ dossier: Dossier) {
        if let quantity = dossier.readings.quantity { quantities[dossier.identifier] = quantity }
        for (input, quantity) in dossier.used {
            if uses[input] == nil { order.append(input) }
            uses[input, default: [:]][dossier.batch] = quantity
        }
        guard order.count > Self.capacity else { return }
        for input in order.prefix(Self.capacity / 2) {
            uses[input] = nil
            quantities[input] = nil
        }
        order.removeFirst(Self.capacity / 2)
    }

    /// How much of an input all batches used that were seen.
    func used(of input: String) -> Double { uses[input]?.values.reduce(0, +) ?? 0 }

    /// How much there is of a product by its own events; nil where these were not seen.
    func quantity(of product: String) -> Double? { quantities[product] }
}
