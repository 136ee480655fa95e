import Records

extension Breakdowns {
    /// By what a run is broken down.
    enum Scope: String, CaseIterable {
        case chain
        case countryPair = "country-pair"
        case month

        /// The heading of its table.
        var title: String {
            switch self {
            case .chain: "Value chains"
            case .countryPair: "Country pairs"
            case .month: "Months"
            }
        }
    }

    var scopes: [(scope: Scope, parts: [BreakdownPart])] {
        [(.chain, chains), (.countryPair, countryPairs), (.month, months)]
    }

    /// What the rows for months count.
    static let standing =
        "A month has the consignments that were judged in it as they stand at the end of the run: a certificate that was "
        + "revoked later tells there too."

    var isEmpty: Bool { scopes.allSatisfy(\.parts.isEmpty) }

    /// The most pairs of countries in a table; a pilot of many countries has hundreds.
    static let pairLimit = 20

    /// The parts that a table shows, with a remark where that is not all.
    func shown(_ scope: Scope) -> (parts: [BreakdownPart], remark: String?) {
        let all = scopes.first { $0.scope == scope }?.parts ?? []
        guard scope == .countryPair, all.count > Self.pairLimit else { return (all, nil) }
        let busiest = all.sorted { ($1.judged, $0.key) < ($0.judged, $1.key) }.prefix(Self.pairLimit)
        return (Array(busiest), "the \(Self.pairLimit) busiest of \(all.count); all are in measures.csv")
    }

    /// Measures that are counts, with the headings of their columns.
    static let counts: [(id: String, title: String)] = [
        ("supply-chain-actors", "Actors"), ("software-platforms", "Platforms"), ("value-chains", "Chains"),
        ("countries", "Countries"), ("transparent-consignments", "Transparent"),
    ]

    /// Measures that are shares of the consignments judged.
    static let shares: [(id: String, title: String)] = [
        ("e2-share", "E2 or above"), ("e3-share", "E3 or above"), ("transparent-share", "E4"),
    ]
}

extension BreakdownPart {
    /// How many of the consignments judged a share stands for.
    func count(ofShare id: String) -> Int { Int(((value(of: id) ?? 0) * Double(judged)).rounded()) }
}

extension RunRecord {
    /// The name of a stage, with that of its chain where there are several, unless the text is about that chain.
    func stageName(_ id: String, in own: ChainRecord? = nil) -> String {
        for chain in (own.map { [$0] } ?? []) + chains {
            guard let stage = chain.stages.first(where: { $0.id == id || "\(chain.id)/\($0.id)" == id }) else {
                continue
            }
            return chain.id == own?.id || chains.count == 1 ? stage.name : "\(chain.name): \(stage.name)"
        }
        return id
    }

    /// The first and the last day of the simulated time.
    var period: String { "\(Phrases.day(simulated.from)) to \(Phrases.day(simulated.to))" }

    /// The title of a failure mode, or its code where nothing was recorded of it.
    func title(ofFailure code: String) -> String { findings.first { $0.code == code }?.title ?? code }
}

extension MaterialInput {
    var meanYieldText: String { meanYield.map { Figures.decimal($0, places: 3) } ?? "\u{2013}" }

    /// The range of yields that the value chain declares.
    var declaredText: String {
        let (low, high) = (Figures.decimal(lowestYield, places: 3), Figures.decimal(highestYield, places: 3))
        return low == high ? low : "\(low)\u{2013}\(high)"
    }
}
