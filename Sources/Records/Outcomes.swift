/// How a consignment ended.
package enum ConsignmentOutcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its evidence is complete (level E4).
    case transparent
    /// It has some evidence.
    case partial
    /// It has no usable evidence.
    case opaque
    /// It was not judged when the run ended.
    case inTransit = "in-transit"
    /// An authority did not let it out of its country, so that it was never a shipment, whatever its evidence.
    case keptBack = "kept-back"
}

/// How far the evidence of a consignment reaches, from nothing (E0) to transparent (E4).
package enum EvidenceLevel: String, Sendable, Hashable, Codable, CaseIterable {
    case e0 = "E0"
    case e1 = "E1"
    case e2 = "E2"
    case e3 = "E3"
    case e4 = "E4"
}

/// Which way a decision was wrong.
package enum Misjudgement: String, Sendable, Hashable, Codable, CaseIterable {
    /// Accepted although something was false.
    case acceptedWrongly
    /// True, but rejected.
    case rejectedWrongly
}
