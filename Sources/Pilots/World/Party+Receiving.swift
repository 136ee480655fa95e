import Credentials
import Platforms
import SimulationKernel
import UNTP

extension Party {
    /// Takes in a consignment: judges its evidence, lets rules decide, puts the goods into store and makes what can be
    /// made. Of goods that were not let out of their country the evidence is judged all the same.
    func receive(_ consignment: Consignment) async {
        let arrived = simulation.nowUnixSeconds
        let year = Int(DateTimeStamp.day(unixSeconds: arrived).prefix(4)) ?? 0
        let concerned = consignment.isKeptBack ? [] : world.rules.rules(on: consignment, arrived: arrived)
        let rules = concerned.filter { rule in
            guard let threshold = rule.perImporterTonnes else { return true }
            imported[Import(rule: rule.id, year: year), default: 0] += consignment.tonnes
            return imported[Import(rule: rule.id, year: year), default: 0] > threshold
        }
        // The goods are scanned as they arrive, and the question waits for a connection.
        if let wait = timeToConnect() { await simulation.sleep(for: wait) }
        await simulation.sleep(for: roundTrip)
        let isTested =
            world.scenario.testedShare > 0 && !consignment.isKeptBack && sampling.chance(world.scenario.testedShare)
        let judgement = await platform.judge(
            JudgementRequest(
                consignment: consignment.id, identifier: label(of: consignment.batch),
                demands: world.rules.demands(of: consignment, under: rules),
                requiredTiers: world.scenario.evidenceTiers,
                key: keyOnLabel(of: consignment.batch),
                knowledge: world.rules.knowledge(in: spec.country),
                witness: market.witness(of: consignment, isTested: isTested)))
        let outcomes = world.rules.outcomes(of: rules, judgement, draws: &inspection)
        let certified = custody?.counted(judgement)
        let checks = ArrivalChecks(
            rules: world.rules.outcomes(for: consignment, onArrival: outcomes), isTested: isTested,
            lostCertification: custody?.lostPart(
                of: consignment.batch, counted: certified, at: simulation.nowUnixSeconds,
                start: world.scenario.startUnixSeconds))
        await market.judged(consignment, judgement, arrived: arrived, checks)
        await hold(outcomes)
        if checks.wasRefused {
            // What may not come in is no import.
            for rule in rules where rule.perImporterTonnes != nil {
                imported[Import(rule: rule.id, year: year)]? -= consignment.tonnes
            }
            await market.release(consignment.batch)
        } else {
            await takeIn(consignment, certified)
        }
    }

    /// Has a consignment judged that leaves the country: by what its seller's platform reads of its evidence, and by what the
    /// country itself recognises. It waits for the decision.
    func clear(_ consignment: Consignment, under rules: [Regulation]) async -> [RuleOutcome] {
        if let wait = timeToConnect() { await simulation.sleep(for: wait) }
        await simulation.sleep(for: roundTrip)
        let judgement = await platform.clear(
            JudgementRequest(
                consignment: consignment.id, identifier: consignment.batch.identifier,
                demands: world.rules.demands(of: rules), requiredTiers: world.scenario.evidenceTiers,
                key: keyOnLabel(of: consignment.batch),
                knowledge: world.rules.knowledge(in: spec.country),
                witness: market.witness(of: consignment, isTested: false)))
        let outcomes = world.rules.outcomes(of: rules, judgement, draws: &clearance)
        await market.cleared(judgement)
        await hold(outcomes)
        return outcomes
    }

    /// Waits for as long as rules hold goods.
    private func hold(_ outcomes: [RuleOutcome]) async {
        let days = outcomes.map(\.daysHeld).max() ?? 0
        if days > 0 { await simulation.sleep(for: .days(days)) }
    }

    /// What is read off the goods.
    private func label(of batch: Batch) -> String {
        guard batch.producer.carrier != .qrCode, let identifier = GS1.parse(batch.identifier) else {
            return batch.identifier
        }
        switch batch.producer.carrier {
        case .qrCode: return batch.identifier
        case .dataMatrix: return identifier.elementString
        case .rfid: return identifier.epcURN(companyPrefixLength: RootResolver.companyPrefixLength) ?? batch.identifier
        case .barcode:
            // Somebody types the lot from the papers, and sometimes wrongly.
            guard typing.chance(world.scenario.mistypedShare) else { return batch.identifier }
            return GS1Identifier(key: identifier.key, value: identifier.value, batch: (identifier.batch ?? "") + "0")
                .canonical
        }
    }

    /// What its label has of the key to a batch's passport.
    private func keyOnLabel(of batch: Batch) -> LabelKey {
        let carrier = batch.producer.carrier
        guard carrier.hasRoomForKey else { return .withoutRoom(carrier.inWords) }
        return batch.credentials.first { $0.type == .dpp }?.keyOnLabel.map(LabelKey.printed) ?? .missing
    }

    /// - Parameter certified: What of the goods counts as certified, by their evidence.
    private func takeIn(_ consignment: Consignment, _ certified: CertifiedShare?) async {
        if stage.handsOn {
            await handOn(consignment)
        } else if let store = stores.firstIndex(where: { $0.sources.contains(consignment.batch.output) }) {
            stores[store].put(consignment.batch, consignment.quantity, certified: certified)
            await makeWhatCanBeMade()
        } else {
            await market.keep(consignment.quantity, of: consignment.batch.output, at: spec.name)
            await market.release(consignment.batch)
        }
    }
}
