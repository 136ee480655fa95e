import Records

extension Sample {
    static let platformNames = ["orebook", "terratrace", "gatehouse", "portico", "ledgerline"]
    static let countryCodes = ["CL", "CD", "ZM", "AU", "DE", "CN"]

    /// 2,400 consignments; which of them fail follows from who sells to whom.
    static let rows: [ConsignmentRow] = (0..<2_400).map { place in
        let seller = platformNames[place % 5]
        let buyer = platformNames[(place / 5) % 5]
        let causes = causes(place, seller: seller, buyer: buyer)
        let isUnderWay = place >= 2_370
        let outcome: ConsignmentOutcome =
            isUnderWay ? .inTransit : causes.isEmpty ? .transparent : causes.count > 1 ? .opaque : .partial
        let month = 4 + place / 400
        let day = 1 + place % 28
        func stamp(_ day: Int) -> String { "2026-0\(month)-\(day < 10 ? "0" : "")\(day)T08:00:00Z" }
        return ConsignmentRow(
            id: "C-\(place + 1)", chain: place % 3 == 0 ? "lithium" : "copper", stage: "mine",
            product: "Copper concentrate, 28 % Cu", quantity: 22.5, unit: "t", seller: "Party \(place % 58 + 1)",
            buyer: "Party \((place + 7) % 58 + 1)", fromCountry: countryCodes[place % 4],
            toCountry: countryCodes[4 + place % 2], sellerPlatform: seller, buyerPlatform: buyer,
            dispatched: stamp(day), arrived: isUnderWay ? nil : stamp(day + 1),
            judged: isUnderWay ? nil : stamp(day + 2),
            outcome: outcome, level: level(of: outcome), causes: isUnderWay ? [] : causes, tiersExpected: 3,
            tiersReached: causes.isEmpty ? 3 : 1, credentialsChecked: 9)
    }

    private static func causes(_ place: Int, seller: String, buyer: String) -> [String] {
        var causes: [String] = []
        let isOld = place < 1_600
        if seller == "terratrace" && ["gatehouse", "portico"].contains(buyer) {
            causes.append("multikey-codec-missing")
        }
        if buyer == "portico" && seller != "portico" && isOld { causes.append("link-type-unknown") }
        if seller == "orebook" && buyer == "gatehouse" && place % 2 == 0 { causes.append("status-list-unprefixed") }
        if place % 19 == 0 && seller != buyer { causes.append("identity-anchor-missing") }
        if place % 31 == 0 { causes.append("resolver-timeout") }
        return causes
    }

    private static func level(of outcome: ConsignmentOutcome) -> EvidenceLevel? {
        switch outcome {
        case .transparent: .e4
        case .partial: .e3
        case .opaque: .e0
        case .inTransit, .keptBack: nil
        }
    }

    static func outcomes(where isCounted: (ConsignmentRow) -> Bool) -> OutcomeCounts {
        let counted = rows.filter { $0.outcome != .inTransit && isCounted($0) }
        return OutcomeCounts(
            total: counted.count, transparent: counted.count { $0.outcome == .transparent },
            partial: counted.count { $0.outcome == .partial }, opaque: counted.count { $0.outcome == .opaque })
    }
}
