extension Scenario {
    /// The most consignments that a pilot's files may ask for.
    static let mostConsignments = 50_000_000

    /// From how many consignments on a run is worth a warning.
    private static let manyConsignments = 500_000.0

    /// How many consignments a core judges in a second, about, as measured with the flagship pilot.
    private static let consignmentsASecond = 300.0

    /// How many consignments there can be, about: if every buyer can have all that is made, and wants for nothing else.
    var consignments: Double {
        var made: [String: Double] = [:]
        var count = 0.0
        for stage in chains.flatMap(\.stages).sorted(by: { ($0.order, $0.id) < ($1.order, $1.id) }) {
            let amount = stage.isOrigin ? mined(at: stage) : manufactured(at: stage, from: made)
            for output in stage.outputs {
                let share = stage.coproducts.first { $0.id == output }?.perUnit.typical ?? 1
                made[output, default: 0] += amount * share
            }
            count += amount / min(stage.shipment, stage.batch)
        }
        return count
    }

    /// What a run with so many costs, in words; nil where that is not worth a word.
    package var volumeInWords: String? {
        let count = consignments
        guard count > Self.manyConsignments else { return nil }
        let hours = (count / Self.consignmentsASecond / 360).rounded() / 10
        return
            "there can be \(Lines.number((count / 1000).rounded() * 1000)) consignments, which take some \(Lines.number(hours)) hours of a core"
    }

    private func mined(at stage: Stage) -> Double {
        parties.filter { $0.stage == stage.id }.reduce(0) { sum, party in
            let began = party.invitedDay.map { $0 + party.setUpDays } ?? 0
            return sum + max(0, Double(days) - began) * 24 / party.everyHours * stage.batch
        }
    }

    /// What a stage makes of what there is, as far as its lines can.
    private func manufactured(at stage: Stage, from made: [String: Double]) -> Double {
        let possible =
            stage.needs.map { need in
                need.sources.reduce(0) { $0 + (made[$1] ?? 0) } * stage.yield(of: need).typical
            }.min() ?? 0
        guard !stage.handsOn, stage.lineHours > 0 else { return possible }
        let lines = Double(parties.count { $0.stage == stage.id })
        return min(possible, lines * Double(days) * 24 / stage.lineHours * stage.batch)
    }
}
