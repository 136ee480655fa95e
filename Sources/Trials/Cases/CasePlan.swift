import Credentials
import Platforms
package import UNTP

/// The test plan: all cases for one way of issuing that stands for all, in a fixed order, each made when it is needed.
package struct CasePlan: Sendable {
    /// The cases, without what is asked.
    package let entries: [CaseEntry]
    private let origin: TrialOrigin
    private let now: Int64
    private let bench: CaseBench

    /// - Parameters:
    ///   - origin: Where the made-up issuers publish.
    ///   - now: When the cases are asked, in Unix seconds.
    ///   - lead: The way of issuing in which those cases are that don't differ by it.
    package init(origin: TrialOrigin = .ownHosts, now: Int64, lead: Variant = .common) {
        self.origin = origin
        self.now = now
        bench = CaseBench()
        entries = CaseRules.all.flatMap { CaseEntry.all(of: $0, lead: lead) }
    }

    /// Makes the case of an entry; nil where the release has no known shape for its type.
    package func make(_ entry: CaseEntry) -> TrialCase? {
        exhibit(of: entry, in: IssuerWorld(origin: origin, variant: entry.variant, now: now)).map {
            trial(of: entry, showing: $0)
        }
    }

    /// Makes the case of an entry so that it can stand beside all others: what it publishes otherwise than they do is
    /// published at places of its own.
    func makeApart(_ entry: CaseEntry) -> TrialCase? {
        let common = IssuerWorld(origin: origin, variant: entry.variant, now: now)
        guard let exhibit = exhibit(of: entry, in: common) else { return nil }
        let isShared = exhibit.shelf.isPart(of: bench.shelf(of: common))
        guard !isShared else { return trial(of: entry, showing: exhibit) }
        let own = IssuerWorld(
            origin: origin, variant: entry.variant, now: now, space: "\(entry.rule.name)-\(entry.type.rawValue)")
        return self.exhibit(of: entry, in: own).map { trial(of: entry, showing: $0) }
    }

    private func exhibit(of entry: CaseEntry, in world: IssuerWorld) -> Exhibit? {
        let shelf = world.space.isEmpty ? bench.shelf(of: world) : world.shelf()
        guard var exhibit = Exhibit(entry.type, named: entry.rule.name, in: world, shelf: shelf) else { return nil }
        entry.rule.arrange(&exhibit)
        return exhibit
    }

    private func trial(of entry: CaseEntry, showing exhibit: Exhibit) -> TrialCase {
        TrialCase(
            id: entry.id, group: entry.rule.group, tags: entry.tags, proves: entry.rule.proves,
            failureMode: entry.rule.mode, clause: entry.rule.clause, type: entry.type,
            release: entry.variant.release, securing: entry.variant.securing,
            algorithm: entry.variant.algorithm.rawValue, allowed: entry.rule.allowed, question: exhibit.question)
    }
}

/// A case of the plan, before it is made.
package struct CaseEntry: Sendable {
    let rule: CaseRule
    package let type: CredentialType
    package let variant: Variant
    /// Unique and in words, such as `negative/altered/dpp/token-es256`.
    package let id: String
    package let tags: Set<String>

    private init(_ rule: CaseRule, _ type: CredentialType, _ variant: Variant) {
        self.rule = rule
        self.type = type
        self.variant = variant
        var parts = [rule.group.rawValue, rule.name, type.rawValue]
        switch rule.reach {
        case .lead: break
        case .everyForm, .everyToken, .embedded: parts.append(variant.label)
        case .everything: parts += [variant.release.version, variant.label]
        }
        id = parts.joined(separator: "/")
        tags = [
            rule.group.rawValue, rule.name, type.rawValue, variant.release.version, variant.securing.rawValue,
            variant.algorithm.rawValue, "tier-\(rule.tier)",
        ]
    }

    package var group: TrialCase.Group { rule.group }
    package var proves: String { rule.proves }
    package var failureMode: String? { rule.mode }
    package var clause: String { rule.clause }

    static func all(of rule: CaseRule, lead: Variant) -> [CaseEntry] {
        let variants: [Variant] =
            switch rule.reach {
            case .lead: [lead]
            case .everyForm, .everyToken, .embedded: Variant.all(in: lead.release).filter(rule.reach.covers)
            case .everything: Variant.releases.flatMap(Variant.all)
            }
        return variants.flatMap { variant in
            rule.types.filter { UNTPSchema.isKnown($0, in: variant.release) }.map { CaseEntry(rule, $0, variant) }
        }
    }
}
