import UNTP

// What becomes of demands.
extension Consumer {
    /// What becomes of a demand: the best ground on which a claim meets it, of the passports that may.
    static func answer(
        to demand: JudgementRequest.Demand, from dossiers: [Judgement.TieredDossier], _ knowledge: PublicKnowledge
    ) -> Judgement.DemandAnswer {
        let asked = asked(demand, dossiers)
        let claims = asked.flatMap(\.dossier.claims)
        let own = claims.filter { $0.criteria.contains(demand.criterion) }
        // A claim on the same topic that cites a criterion outside the shared vocabulary explains the gap already.
        let isAnswered = !own.isEmpty || claims.contains { $0.topic == demand.topic && $0.isForeign }
        let product = asked.first?.dossier.identifier
        var grounds = DemandGrounds(demand, in: asked)
        let basis = grounds.best(for: product)
        var unrecognised: Set<String> = []
        if (basis ?? .partial) == .partial {
            for iri in own.flatMap(\.assessed)
            where knowledge.recognition.mapping.relation(of: iri, to: demand.criterion) == .equivalent {
                guard let scheme = CriteriaMapping.source(of: iri).map(String.init) else { continue }
                if !knowledge.recognition.recognises(scheme) { unrecognised.insert(scheme) }
            }
        }
        // One that others need beside it would gain nothing.
        let remedies = unrecognised.filter { scheme in
            DemandGrounds.areProven(demand, by: asked, recognising: knowledge.recognition.recognising([scheme]))
        }
        return Judgement.DemandAnswer(
            demand: demand, basis: basis, isAnswered: isAnswered,
            // What is proven is never more than what is claimed.
            isProven: (basis ?? .partial) > .partial && DemandGrounds.areProven(demand, by: asked),
            unrecognised: unrecognised.sorted(), remedies: remedies.sorted())
    }

    /// The evidence of the products whose passports may meet a demand.
    private static func asked(
        _ demand: JudgementRequest.Demand, _ dossiers: [Judgement.TieredDossier]
    ) -> [SharedDossier] {
        (demand.isMetUpstream ? dossiers[...] : dossiers.prefix(1)).map(\.shared)
    }

    /// The demands that no claim answers, or none that is proven, nor would be if what was found against the evidence that
    /// is required were mended; nothing where a passport could not be had.
    ///
    /// - Parameters:
    ///   - dossiers: All evidence that was looked at, the product's own first.
    ///   - tiers: How many tiers upstream are required.
    static func unanswered(
        _ answers: [Judgement.DemandAnswer], by dossiers: [Judgement.TieredDossier], tiers: Int
    ) -> [Finding] {
        guard let passport = dossiers.first?.shared.dossier.passport, passport.isReadable else { return [] }
        func finding(_ code: String, sent: String, expected: String) -> Finding {
            Finding(
                code, at: "/credentialSubject/conformityClaim", sent: sent, expected: expected,
                subject: .init(url: passport.url, type: .dpp))
        }
        let open = answers.filter { !$0.isProven }
        let mended = open.isEmpty ? [] : Self.mended(in: dossiers, tiers: tiers)
        return open.compactMap { answer in
            let criterion = answer.demand.criterion
            var basis = answer.basis
            if !mended.isEmpty {
                var grounds = DemandGrounds(answer.demand, in: asked(answer.demand, dossiers), .mended(mended))
                let prospect = grounds.best(for: dossiers.first?.shared.dossier.identifier)
                guard (prospect ?? .partial) == .partial else { return nil }
                basis = basis ?? prospect
            }
            guard answer.isAnswered else {
                return finding(
                    "demanded-claim-missing", sent: "no claim on \(criterion)", expected: "a claim on \(criterion)")
            }
            switch basis {
            case nil where !answer.unrecognised.isEmpty, .partial where !answer.unrecognised.isEmpty:
                return finding(
                    "scheme-not-recognised",
                    sent: "a certificate of \(answer.unrecognised.joined(separator: ", ")) upstream for \(criterion)",
                    expected: "a certificate of a scheme that is recognised at the destination")
            case nil, .partial:
                return finding(
                    "demand-not-proven",
                    sent: basis == nil
                        ? "no certificate that counts for \(criterion)"
                        : "a certificate that covers a part of \(criterion)",
                    expected: "a certificate that covers it wholly")
            case .direct, .mapped:
                return finding(
                    "demand-not-proven",
                    sent: "a certificate upstream for \(criterion), in a passport that does not verify or by an issuer "
                        + "whom nobody vouches for",
                    expected: "a certificate whose issuer is anchored, in a passport that verifies")
            }
        }
    }

    /// The products against whose evidence nothing would stand any more if all failures were mended that were found with what
    /// is required, or with what that rests on; none where there are no such failures.
    private static func mended(in dossiers: [Judgement.TieredDossier], tiers: Int) -> Set<String> {
        var codes = Set(dossiers.flatMap(\.deciding).map(\.code))
        for tiered in dossiers where tiered.tier <= tiers { codes.formUnion(tiered.shared.dossier.blockingCodes) }
        guard !codes.isEmpty else { return [] }
        let mended = dossiers.filter { tiered in
            let own = tiered.shared.dossier.blockingCodes
            return tiered.tier <= tiers || !own.isEmpty && codes.isSuperset(of: own)
        }
        return Set(mended.map(\.shared.dossier.identifier))
    }
}

extension Dossier {
    fileprivate var blockingCodes: Set<String> { Set(findings.lazy.filter(\.blocks).map(\.code)) }
}

extension JudgedClaim {
    /// Whether it is on the chain of custody.
    package var isOnCustody: Bool { criteria.contains(CustodyClaim.iri) }

    /// Whether it cites a criterion outside the shared vocabulary.
    var isForeign: Bool { !criteria.allSatisfy(HarmonisedCriteria.isShared) }

    /// Whether a certificate matches the claim.
    package var isMatched: Bool { (basis ?? .partial) > .partial }

    /// Whether the evidence that the claim offers covers at least a part of it.
    var keepsItsPromise: Bool { basis != nil }
}
