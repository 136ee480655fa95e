import UNTP

extension Consumer {
    /// What quantities, origins and certified parts along the path say against the evidence of each product on it.
    ///
    /// - Parameters:
    ///   - path: A consignment and what it was made from.
    ///   - testimony: What others say against each product, by identifier.
    /// - Returns: Those to each product on the path, in its order.
    func custodyObjections(to path: CustodyPath, _ testimony: [String: [Testimony]]) -> [CustodyObjections] {
        let entries = path.stops.map { CustodyEntry($0, on: path) }
        for entry in entries.compactMap(\.self) { custody.enter(entry) }
        return zip(path.stops, entries).map { stop, entry in
            var objections = custodyObjections(to: stop, entry, path)
            for said in testimony[stop.shared.dossier.identifier] ?? [] { objections.add(said) }
            return objections
        }
    }

    private func custodyObjections(
        to stop: CustodyPath.Stop, _ entry: CustodyEntry?, _ path: CustodyPath
    ) -> CustodyObjections {
        let shared = stop.shared
        var objections = CustodyObjections(to: shared)
        guard shared.dossier.passport != nil, shared.dossier.isRecorded else { return objections }
        objectToUse(of: shared, into: &objections)
        if let rule = stop.rule {
            objectToYield(of: shared, by: rule, into: &objections)
            objectToMixing(in: shared, by: rule, path, into: &objections)
        }
        if let entry { objectToCertification(entry, into: &objections) }
        objectToModel(of: stop, path, into: &objections)
        objectToOrigins(of: shared, path, into: &objections)
        return objections
    }

    /// Whether more of an input was used in all than there was.
    private func objectToUse(of shared: SharedDossier, into objections: inout CustodyObjections) {
        // One finding names one input, always the same.
        for (input, _) in shared.gist.sources {
            guard let (used, there) = custody.use(of: input), used > there * CustodyAccount.slack else { continue }
            return objections.add("double-use", sent: "\(text(used)) used in all", expected: "at most \(text(there))")
        }
    }

    /// Whether there is more of the product than its inputs can give.
    private func objectToYield(of shared: SharedDossier, by rule: CustodyRule, into objections: inout CustodyObjections)
    {
        guard let made = shared.dossier.readings.quantity, !shared.dossier.used.isEmpty else { return }
        var used = Array(repeating: ExactSum(), count: rule.needs.count)
        for (input, quantity) in shared.dossier.used {
            guard let need = rule.need(named: shared.dossier.sources[input] ?? "") else { return }
            used[need] += quantity + Self.rounding
        }
        let most = zip(used, rule.needs).map { $0.value * $1.bestYield }.min() ?? 0
        guard made > most * CustodyAccount.slack else { return }
        objections.add(
            "mass-balance-exceeded", sent: "\(text(made)) made", expected: "at most \(text(most)) from these inputs")
    }

    /// Whether a process that keeps material apart mixed that of several makers.
    private func objectToMixing(
        in shared: SharedDossier, by rule: CustodyRule, _ path: CustodyPath, into objections: inout CustodyObjections
    ) {
        guard rule.model == .identityPreserved else { return }
        let kinds = Dictionary(grouping: shared.dossier.sources.keys) { shared.dossier.sources[$0] ?? "" }
        for (kind, inputs) in kinds.sorted(by: { $0.key < $1.key }) {
            let parties = Set(inputs.compactMap { path[$0]?.shared.dossier.producer })
            guard parties.count > 1 else { continue }
            objections.addToClaim(
                "custody-mixed", sent: "\(kind) of \(parties.count) makers", expected: "that of one maker")
        }
    }

    /// Whether what is said to be certified rests on certified inputs, or on credits that nobody else claims.
    private func objectToCertification(_ entry: CustodyEntry, into objections: inout CustodyObjections) {
        guard entry.part.share > 0 else { return }
        switch entry.rule.model {
        case .identityPreserved, .segregated:
            guard !entry.lesser.isEmpty else { return }
            objections.addToClaim(
                "custody-mixed",
                sent:
                    "a batch certified to \(text(entry.part.share * 100)) % with \(entry.lesser.joined(separator: ", ")) in it",
                expected: "inputs that are certified as far by the same scheme")
        case .massBalance:
            guard let account = custody.account(of: entry), account.isExceeded, !entry.isCoveredByItself else { return }
            let limit = account.limit
            let left = limit.carriedOver > 0 ? " and \(text(limit.carriedOver)) left of the period before" : ""
            objections.addToClaim(
                "mass-balance-exceeded",
                sent: "\(text(account.sold)) sold as certified in \(entry.period.label)",
                expected: "at most \(text(limit.input)) of certified input times \(text(limit.yield))\(left), "
                    + text(limit.most))
        case .bookAndClaim:
            // Without a certificate that counts nothing can be added up, and that was found with the claim.
            guard entry.part.isEvidenced else { return }
            guard let credit = entry.part.credit else {
                // Nothing to add up is no proof of anything.
                return objections.addToClaim(
                    "credit-quantity-missing", sent: "a certificate without a quantity",
                    expected: "a certificate that says how many credits were used up", .dcc)
            }
            let most = credit.quantity * (entry.rule.needs.first?.bestYield ?? 1)
            let claimed = custody.claimed(by: credit.id)
            guard claimed > (most + Self.rounding) * CustodyAccount.slack else { return }
            objections.addToClaim(
                "double-use", sent: "\(text(claimed)) claimed by credits for \(text(most))",
                expected: "at most \(text(most)), by all who claim them")
        }
    }

    /// Whether a product is said to be certified under a model that its process and its inputs don't allow: what was
    /// certified by the books on its way is so for good.
    private func objectToModel(
        of stop: CustodyPath.Stop, _ path: CustodyPath, into objections: inout CustodyObjections
    ) {
        guard let part = stop.shared.dossier.custody.part, part.share > 0, let stated = part.model,
            let best = path.bestModel(of: stop), stated > best.model
        else { return }
        let reason = best.input.map { "as \($0) is" } ?? "as its process has it"
        objections.addToClaim(
            "custody-mixed", sent: "a claim of \(stated.rawValue)",
            expected: "no better than \(best.model.rawValue), \(reason)", .dpp)
    }

    /// Whether the passport names the origins that those of its inputs name.
    private func objectToOrigins(
        of shared: SharedDossier, _ path: CustodyPath, into objections: inout CustodyObjections
    ) {
        let (sources, named) = (shared.gist.sources, shared.gist.materialCountries)
        guard !shared.gist.isOfModel, !sources.isEmpty, !named.isEmpty else { return }
        var origins: Set<String> = []
        for (input, _) in sources {
            guard let country = path[input]?.shared.dossier.country else { return }
            origins.insert(country)
        }
        guard origins != named else { return }
        objections.add(
            "origin-changed", sent: "materials of \(named.sorted().joined(separator: ", "))",
            expected: "materials of \(origins.sorted().joined(separator: ", "))", .dpp)
    }

    /// Events state quantities to a thousandth.
    private static let rounding = 0.000_5

    private func text(_ quantity: Double) -> String { String((quantity * 1000).rounded() / 1000) }
}
