import Records

extension Sample {
    static let platforms = [
        PlatformRecord(
            name: "orebook", title: "OreBook", kind: "virtual, last year\u{2019}s release", parties: 14, issued: 1_902,
            deviations: [Deviation(knob: "status list encoding", value: "no multibase prefix")], conforming: false),
        PlatformRecord(
            name: "terratrace", title: "TerraTrace", kind: "virtual", parties: 12, issued: 1_544,
            deviations: [
                Deviation(knob: "key encoding", value: "no codec"), Deviation(knob: "clock", value: "40 s slow"),
            ], conforming: false),
        PlatformRecord(
            name: "gatehouse", title: "Gatehouse Customs", kind: "virtual", parties: 11, issued: 1_320, conforming: true
        ),
        PlatformRecord(
            name: "portico", title: "Portico", kind: "virtual, last year\u{2019}s release", parties: 10, issued: 1_411,
            deviations: [Deviation(knob: "link types", value: "2024 names only")], conforming: false),
        PlatformRecord(
            name: "ledgerline", title: "Ledgerline", kind: "virtual", parties: 11, issued: 1_472, conforming: true),
    ]

    static let countries = zip(countryCodes, ["Chile", "DR Congo", "Zambia", "Australia", "Germany", "China"])
        .map { code, name in
            CountryRecord(
                code: code, name: name, parties: parties(in: code),
                asSeller: outcomes { $0.fromCountry == code }, asBuyer: outcomes { $0.toCountry == code })
        }

    private static func parties(in code: String) -> Int { code == "CL" || code == "CD" ? 12 : code == "CN" ? 7 : 9 }

    static let corridors = countryCodes.flatMap { from in
        countryCodes.compactMap { to -> Corridor? in
            let counted = outcomes { $0.fromCountry == from && $0.toCountry == to }
            guard counted.total > 0 else { return nil }
            return Corridor(
                from: from, to: to, total: counted.total, transparent: counted.transparent,
                medianTransitDays: to == "CN" ? nil : 31.5)
        }
    }

    static let timeline = (4...9).map { month in
        let months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep"]
        return TimelinePeriod(
            periodStart: "2026-0\(month)-01", label: "\(months[month - 4]) 2026",
            outcomes: outcomes { $0.dispatched.hasPrefix("2026-0\(month)") },
            findings: [Tally(of: "link-type-unknown", count: 90), Tally(of: "multikey-codec-missing", count: 32)])
    }

    static let chains = [
        ChainRecord(
            id: "copper", name: "Copper",
            stages: [
                stage("mine", "Mine", "extraction", "ore", 9, ["CL", "CD", "ZM"], 0),
                stage("concentrator", "Concentrator", "milling and flotation", "concentrate", 7, ["CL", "CD"], 1),
                stage("leach", "Leach plant", "leaching and electrowinning", "cathode", 3, ["CD", "ZM"], 1),
                stage("smelter", "Smelter and refinery", "smelting", "cathode", 4, ["CN", "DE"], 2),
                stage("rod", "Rod mill", "casting", "wire rod", 4, ["DE"], 3),
                stage("cable", "Cable maker", "drawing and insulating", "cable", 6, ["DE"], 4),
                stage("recycler", "Recycler", "shredding", "scrap", 2, ["DE"], 5),
            ],
            flows: [
                flow("mine", "concentrator", 420, 380, 30), flow("mine", "leach", 140, 96, 24),
                flow("concentrator", "smelter", 410, 214, 120), flow("leach", "rod", 130, 118, 6),
                flow("smelter", "rod", 300, 122, 90), flow("rod", "cable", 120, 92, 20),
                flow("cable", "recycler", 42, 12, 10), flow("recycler", "smelter", 38, 9, 10),
            ]),
        ChainRecord(
            id: "lithium", name: "Lithium",
            stages: [
                stage("brine", "Brine pond", "evaporation", "brine", 3, ["CL"], 0),
                stage("hydroxide", "Hydroxide plant", "conversion", "lithium hydroxide", 2, ["CL", "AU"], 1),
                stage("cathode", "Cathode active material plant", "precursor mixing", "cathode material", 3, ["CN"], 2),
                stage("cell", "Cell plant", "assembly", "cells", 2, ["CN", "DE"], 3),
            ],
            flows: [
                flow("brine", "hydroxide", 310, 302, 8), flow("hydroxide", "cathode", 280, 171, 62),
                flow("cathode", "cell", 180, 101, 40),
            ]),
    ]

    static let breakdowns = Breakdowns(
        chains: ["copper", "lithium"].map { chain in
            part(chain, chain == "copper" ? "Copper" : "Lithium") { $0.chain == chain }
        },
        countryPairs: corridors.map { corridor in
            part("\(corridor.from)-\(corridor.to)", "\(corridor.from) to \(corridor.to)") {
                $0.fromCountry == corridor.from && $0.toCountry == corridor.to
            }
        },
        months: (4...9).map { month in
            part("2026-0\(month)", "2026-0\(month)") { $0.dispatched.hasPrefix("2026-0\(month)") }
        })

    private static func part(_ key: String, _ label: String, _ isIn: (ConsignmentRow) -> Bool) -> BreakdownPart {
        let counted = outcomes(where: isIn)
        let share = counted.total > 0 ? Double(counted.transparent) / Double(counted.total) : 0
        return BreakdownPart(
            key: key, label: label, judged: counted.total,
            measures: [
                PartMeasure(id: "supply-chain-actors", value: 12, unit: "actors"),
                PartMeasure(id: "transparent-consignments", value: Double(counted.transparent), unit: "consignments"),
                PartMeasure(id: "transparent-share", value: share, unit: "ratio"),
                PartMeasure(id: "evidence-latency", value: 24, median: 24, p95: 48.5, unit: "hours"),
            ],
            causes: [Tally(of: "link-type-unknown", count: 90), Tally(of: "multikey-codec-missing", count: 32)])
    }

    static let materials = [
        MaterialRecord(chain: "copper", stage: "mine", product: "ore", unit: "t", made: 9000),
        MaterialRecord(
            chain: "copper", stage: "concentrator", product: "concentrate", unit: "t", made: 1800,
            input: MaterialInput(
                product: "ore", unit: "t", consumed: 6800, meanYield: 0.265, lowestYield: 0.25, highestYield: 0.3)),
    ]

    private static func stage(
        _ id: String, _ name: String, _ process: String, _ output: String, _ facilities: Int, _ countries: [String],
        _ order: Int
    ) -> ChainStage {
        ChainStage(
            id: id, name: name, process: process, output: output, facilities: facilities, countries: countries,
            order: order)
    }

    private static func flow(_ from: String, _ to: String, _ total: Int, _ transparent: Int, _ partial: Int)
        -> ChainFlow
    {
        ChainFlow(
            from: from, to: to,
            outcomes: OutcomeCounts(
                total: total, transparent: transparent, partial: partial, opaque: total - transparent - partial),
            quantity: Double(total) * 22.5, unit: "t")
    }
}
