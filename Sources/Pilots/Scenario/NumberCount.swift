/// How many numbers there are of each kind, by where they come from: read in a source, recalled, assumed, or judged.
struct NumberCount: Sendable, Equatable {
    struct Key: Hashable, Sendable {
        let kind: NumberKind
        /// As files mark it: `read`, `recalled`, `assumption` or `judgement`.
        let status: String
    }

    private(set) var counts: [Key: Int] = [:]

    /// How many have a status.
    subscript(_ status: String) -> Int { counts.filter { $0.key.status == status }.values.reduce(0, +) }
    subscript(_ kind: NumberKind, _ status: String) -> Int { counts[Key(kind: kind, status: status)] ?? 0 }

    mutating func add(_ number: Int = 1, _ kind: NumberKind, _ status: String) {
        counts[Key(kind: kind, status: status), default: 0] += number
    }

    /// Adds the numbers and days of a part of a file that has passed its check.
    ///
    /// - Parameters:
    ///   - kind: What they are, as long as no key on the way says it.
    ///   - status: Where they come from, as long as nothing on the way says it.
    mutating func add(_ node: ScenarioNode, _ form: Form, _ kind: NumberKind, status: String = Self.usual) {
        switch form {
        case .number, .integer, .date: add(1, kind, status)
        case .text, .choice: break
        case .list(let element): for item in node.elements { add(item, element, kind, status: status) }
        case .map(let value): for member in node.members { add(member.value, value, kind, status: status) }
        case .object(let fields):
            let status = node["status"]?.text ?? status
            for (key, value) in node.members {
                guard let field = fields.first(where: { $0.name == key.text }), !Self.left.contains(field.name) else {
                    continue
                }
                let group = field.group.flatMap { node["provenance"]?[$0]?.text }
                add(value, field.form, Self.kinds[field.name] ?? kind, status: group ?? status)
            }
        }
    }

    /// Where numbers come from that say nothing of it.
    static let usual = "assumption"

    /// Keys under which no number stands on which a verdict rests: what is chosen (the seed, the targets), what else a rule
    /// might have begun on, and facts for the reader.
    private static let left: Set<String> = ["seed", "targets", "dates", "onlinePercent", "onlineYear"]

    /// What the numbers under a key are, in whichever file it stands.
    private static let kinds: [String: NumberKind] = [
        "yield": .yields, "needs": .yields, "coproducts": .yields,
        "batch": .batches, "shipment": .batches, "lineHours": .batches, "every": .batches, "custodyPeriod": .batches,
        "claims": .claims,
        "urbanMilliseconds": .connectivity, "remoteMilliseconds": .connectivity, "offlineShare": .connectivity,
        "outageHoursPerMonth": .connectivity, "lossPerMillion": .connectivity, "outages": .connectivity,
        "partitions": .connectivity, "contextSeconds": .connectivity, "contextRequestsPerHour": .connectivity,
        "syncHours": .connectivity,
        "latitude": .places, "longitude": .places, "identifierForm": .places,
        "domestic": .transit, "abroad": .transit, "routes": .transit, "onLack": .transit,
        "share": .rates, "alteredShare": .rates, "releasedShare": .rates,
        "perImporterTonnes": .limits, "quota": .limits,
        "start": .dates, "days": .dates, "appliesFrom": .dates, "appliesUntil": .dates, "certificateDay": .dates,
        "invited": .dates, "setUp": .dates, "fromDay": .dates, "correctsAfterHours": .dates,
        "digitisedAfterDays": .dates, "renewsEvery": .dates, "validityMonths": .dates, "surveillanceMonths": .dates,
    ]
}

/// What a number of a scenario is.
enum NumberKind: String, Sendable, CaseIterable {
    case yields = "yields and recipes"
    case batches = "batch sizes, shipments and lines"
    case claims = "values of claims"
    case connectivity = "connectivity"
    case places = "places and registers"
    case transit = "days under way and at borders"
    case rates = "rates and shares"
    case limits = "thresholds and quotas of rules"
    case dates = "dates and periods"
    case relations = "relations between criteria"
    case costs = "costs"
    case others = "other settings"
}

extension Form {
    /// The form of the members of a list under a key; nil where there is none.
    func element(of key: String) -> Form? {
        guard case .object(let fields) = self, case .list(let element)? = fields.first(where: { $0.name == key })?.form
        else { return nil }
        return element
    }
}
