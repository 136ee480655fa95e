import Platforms
import Records

/// Counts a run's measures, as their definitions have it.
struct MeasureBuilder {
    let world: World
    let books: Books
    let issued: Int

    private var scenario: Scenario { world.scenario }

    var measures: [Measure] {
        MeasureDefinition.all.map { definition in
            let value = value(of: definition.id)
            let target = scenario.targets[definition.id] ?? definition.target
            return Measure(
                id: definition.id, label: definition.label, value: value, target: target, unit: definition.unit,
                met: target.map { value >= $0 }, definition: definition.definition)
        }
    }

    private func countries(of names: Set<String>) -> Set<String> {
        Set(scenario.parties.filter { names.contains($0.name) }.map(\.country))
    }

    private var judged: [Ledger.JudgedRow] { books.rows.filter { $0.level != nil } }
    private func ends(_ row: Ledger.JudgedRow) -> [String] { [row.consignment.seller, row.consignment.buyer] }
    private var transparent: [Ledger.JudgedRow] { books.rows.filter { $0.level == .transparent } }

    private func value(of id: String) -> Double {
        let totals = books.totals
        return switch id {
        case "supply-chain-actors": Double(actors.count)
        case "software-platforms": Double(platforms.count)
        case "value-chains": Double(scenario.chains.count(where: isEvidenced))
        case "countries":
            Double(countries(of: Set(transparent.flatMap(ends))).count)
        case "transparent-consignments": Double(transparent.count)
        case "transparent-share": Self.ratio(transparent.count, judged.count)
        case "trace-completeness": Self.ratio(totals.tracedProducts, totals.productsInTruth)
        case "trace-depth": Self.ratio(totals.tiersReached, judged.count)
        case "verification-success": Self.ratio(totals.verified - totals.failed, totals.verified)
        case "claim-coverage": Self.ratio(totals.matchedClaims, totals.claims)
        case "platform-pairs":
            Self.ratio(totals.tradingPairs.intersection(totals.acceptedPairs).count, totals.tradingPairs.count)
        case "credentials-per-consignment": Self.ratio(issued, judged.count)
        default: 0
        }
    }

    private static func ratio(_ part: Int, _ whole: Int) -> Double {
        whole == 0 ? 0 : (Double(part) / Double(whole) * 1_000_000).rounded() / 1_000_000
    }

    /// Parties of judged consignments of which somebody else accepted a credential.
    private var actors: Set<String> {
        let trading = Set(judged.flatMap(ends))
        return Set(
            scenario.parties.filter { party in
                trading.contains(party.name)
                    && books.totals.acceptedIssuers.contains(Ledger.Issuer(platform: party.platform, slug: party.slug))
            }.map(\.name))
    }

    /// Platforms of counted actors that exchanged an accepted credential with another one.
    private var platforms: Set<String> {
        let pairs = books.totals.acceptedPairs.filter { $0.issuer != $0.verifier }
        let used = Set(scenario.parties.filter { actors.contains($0.name) }.map(\.platform))
        let software = Set(scenario.platforms.map(\.name))
        let foreign = pairs.filter { software.contains($0.issuer) && software.contains($0.verifier) }
        return used.filter { name in foreign.contains { $0.issuer == name || $0.verifier == name } }
    }

    /// Whether transparent consignments moved between at least three consecutive stages of a chain.
    private func isEvidenced(_ chain: ValueChain) -> Bool {
        let stage = Dictionary(
            scenario.parties.map { ($0.name, $0.stage) }, uniquingKeysWith: { first, _ in first })
        let flows = Set(
            transparent.map { Flow(from: $0.consignment.stage, to: stage[$0.consignment.buyer] ?? "") })
        return chain.stages.contains { first in
            flows.contains { one in
                one.from == first.id && flows.contains { $0.from == one.to }
            }
        }
    }

    private struct Flow: Hashable {
        let from: String
        let to: String
    }
}
