import Credentials
import Platforms
import SimulationKernel
import UNTP

extension Party {
    /// Takes in a consignment: judges its evidence, lets rules decide, puts the goods into store and makes what can be
    /// made.
    func receive(_ consignment: Consignment) async {
        let arrived = simulation.nowUnixSeconds
        let year = Int(DateTimeStamp.day(unixSeconds: arrived).prefix(4)) ?? 0
        let rules = world.rules.rules(on: consignment, arrived: arrived).filter { rule in
            guard let threshold = rule.perImporterTonnes else { return true }
            imported[Import(rule: rule.id, year: year), default: 0] += consignment.tonnes
            return imported[Import(rule: rule.id, year: year), default: 0] > threshold
        }
        // The goods are scanned as they arrive, and the question waits for a connection.
        if let wait = timeToConnect() { await simulation.sleep(for: wait) }
        await simulation.sleep(for: roundTrip)
        let isTested = world.scenario.testedShare > 0 && inspection.chance(world.scenario.testedShare)
        let judgement = await platform.judge(
            JudgementRequest(
                consignment: consignment.id, identifier: label(of: consignment.batch),
                demands: world.rules.demands(of: consignment, under: rules),
                requiredTiers: world.scenario.evidenceTiers,
                key: consignment.batch.credentials.first { $0.type == .dpp }?.keyOnLabel,
                knowledge: world.rules.knowledge(in: spec.country),
                witness: market.witness(of: consignment, isTested: isTested)))
        let outcomes = world.rules.outcomes(of: rules, on: consignment, judgement, draws: &inspection)
        let certified = custody?.counted(judgement)
        let checks = ArrivalChecks(
            rules: outcomes, isTested: isTested,
            lostCertification: custody?.lostPart(
                of: consignment.batch, counted: certified, at: simulation.nowUnixSeconds,
                start: world.scenario.startUnixSeconds))
        await market.judged(consignment, judgement, arrived: arrived, checks)
        if checks.daysHeld > 0 { await simulation.sleep(for: .days(checks.daysHeld)) }
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
            guard inspection.chance(Self.typingErrors) else { return batch.identifier }
            return GS1Identifier(key: identifier.key, value: identifier.value, batch: (identifier.batch ?? "") + "0")
                .canonical
        }
    }

    /// The share of lots that are typed wrongly: an assumption.
    private static let typingErrors = 0.01

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
