import Synchronization

/// The shelves of worlds that were made before, since many cases begin from the same.
final class CaseBench: Sendable {
    // A class, because the copies of a plan share what was made.
    private let shelves = Mutex<[Variant: Shelf]>([:])

    /// What the issuers of a world publish; the same bytes each time for the worlds of one plan.
    func shelf(of world: IssuerWorld) -> Shelf {
        shelves.withLock { shelves in
            if let known = shelves[world.variant] { return known }
            let shelf = world.shelf()
            shelves[world.variant] = shelf
            return shelf
        }
    }
}
