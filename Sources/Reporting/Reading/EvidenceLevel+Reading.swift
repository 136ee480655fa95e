import Records

extension EvidenceLevel {
    /// What a consignment has to have for this level, beyond those below it.
    var meaning: String {
        switch self {
        case .e0: "no passport for the product that could be used"
        case .e1: "a passport for the product is found"
        case .e2: "and its inputs are linked by traceability events"
        case .e3: "and every claim asked for is answered, and attested where it says so"
        case .e4: "and all of it verifies, from issuers that a register vouches for, which makes it transparent"
        }
    }
}

extension LevelCounts {
    var byLevel: [(level: EvidenceLevel, count: Int)] {
        [(.e0, e0), (.e1, e1), (.e2, e2), (.e3, e3), (.e4, e4)]
    }
}
