package import UNTP

/// What a law asks of evidence beyond a certificate for each criterion; whether it holds is decided by what was read alone.
package enum EvidenceRequirement: Sendable, Hashable {
    /// A proven claim of the product's own on a criterion has a value, in a unit, within bounds.
    case value(criterion: HarmonisedCriterion, unit: String, atLeast: Double?, atMost: Double?)
    /// Every product that was looked at is traced to what it was made from, or to its extraction.
    case traceToOrigin
    /// Of every product that was looked at it is known how much was made, and of how much of what, and no more was made or
    /// used than there was.
    case massClosed
    /// Everybody who made something on the way is named, and nobody by one of these names.
    case noneListed(Set<String>)
    /// At least so much of the product's mass, in percent, is of materials from some countries.
    case origin(countries: Set<String>, atLeast: Double)

    /// Its name where it is lacking, in one word.
    package var id: String {
        switch self {
        case .value(let criterion, _, _, _): "\(criterion.id)-value"
        case .traceToOrigin: "trace-to-origin"
        case .massClosed: "mass-closed"
        case .noneListed: "listed-entity"
        case .origin: "origin-share"
        }
    }

    /// What it asks for, in words.
    package var text: String {
        switch self {
        case .value(let criterion, let unit, let least, let most):
            "\(criterion.name) (\(criterion.id)) of "
                + [
                    least.map { "at least \(Self.number($0))" }, most.map { "at most \(Self.number($0))" },
                ].compactMap(\.self).joined(separator: " and ") + (unit == "P1" ? " %" : " \(unit)")
        case .traceToOrigin: "a trace to the origin of all materials"
        case .massClosed: "quantities that close at each step"
        case .noneListed(let names): names.isEmpty ? "no listed entity (the list is empty)" : "no listed entity"
        case .origin(let countries, let least):
            "\(Self.number(least)) % of the mass from \(countries.sorted().joined(separator: ", "))"
        }
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    /// Whether evidence holds for it.
    ///
    /// - Parameters:
    ///   - path: What was read of the product and of all that it was made from, the product first.
    func isMet(by path: [Dossier]) -> Bool {
        guard let product = path.first else { return false }
        switch self {
        case .value(let criterion, let unit, let least, let most):
            return product.provenClaims.contains { claim in
                claim.isMatched && claim.criteria.contains(criterion.iri)
                    && claim.declared.contains { declared in
                        declared.unit == unit && declared.value >= least ?? -.infinity
                            && declared.value <= most ?? .infinity
                    }
            }
        case .traceToOrigin: return path.allSatisfy(\.isTraced)
        case .massClosed: return path.allSatisfy(\.isMassClosed)
        case .noneListed(let names):
            guard !names.isEmpty else { return true }
            let listed = Set(names.map { $0.lowercased() })
            return path.allSatisfy { $0.producerName.map { !listed.contains($0.lowercased()) } ?? false }
        case .origin(let countries, let least):
            let share = product.materials.filter { countries.contains($0.country ?? "") }
                .reduce(0) { $0 + ($1.massFraction ?? 0) }
            // Shares are rounded where they are written.
            return product.isPassportAccepted && share * 100 >= least - 0.01
        }
    }
}

extension Judgement {
    /// Whether the evidence holds for a requirement.
    package func meets(_ requirement: EvidenceRequirement) -> Bool {
        requirement.isMet(by: dossiers.map(\.shared.dossier))
    }
}

extension Dossier {
    /// Whether it is known how much was made, from what and what of each input was used, and nothing speaks against these.
    fileprivate var isMassClosed: Bool {
        readings.quantity != nil && isTraced && sources.keys.allSatisfy { used[$0] != nil }
            && !findings.contains { Self.againstMass.contains($0.code) }
    }

    private static let againstMass: Set<String> = ["mass-balance-exceeded", "double-use"]
}
