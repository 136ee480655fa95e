import Testing
import UNTP

@testable import Platforms

/// What a platform adds up of what it has seen of a facility.
@Suite struct CustodyLedgerTests {
    private static let january: Int64 = 1_767_571_200
    private static let quarter: Int64 = 90 * 86_400

    private static let knowledge = PublicKnowledge(
        recognition: .none,
        custody: [
            .init(process: "mining", product: "ore"): CustodyRule(model: .segregated, periodMonths: 3, needs: []),
            .init(process: "smelting", product: "metal"): CustodyRule(
                model: .massBalance, periodMonths: 3, needs: [.init(names: ["ore"], bestYield: 0.5)]),
            .init(process: "melting", product: "metal"): CustodyRule(
                model: .massBalance, periodMonths: 3, carriesOver: true,
                needs: [.init(names: ["ore"], bestYield: 0.5)]),
            .init(process: "refining", product: "metal"): CustodyRule(
                model: .bookAndClaim, periodMonths: 3, needs: [.init(names: ["ore"], bestYield: 0.5)]),
        ])

    private static func certified(
        _ share: Double, as model: CustodyModel? = nil, drawn: Double = 0, scheme: String? = "seal",
        credit: Double? = nil
    ) -> CustodyStanding {
        .certified(
            .init(
                share: share, model: model, drawn: drawn, scheme: scheme, isEvidenced: true,
                credit: credit.map { .init(id: "https://register.example/credits/1", quantity: $0) }))
    }

    /// Forty of metal from a hundred of ore.
    private static func entry(
        _ batch: String, at time: Int64 = january, of ore: CustodyStanding, as standing: CustodyStanding,
        process: String = "smelting"
    ) throws -> CustodyEntry {
        var input = Dossier(identifier: "ore of \(batch)")
        (input.custody, input.process, input.productName) = (ore, "mining", "ore")
        var dossier = Dossier(identifier: batch)
        (dossier.custody, dossier.process, dossier.productName) = (standing, process, "metal")
        (dossier.facility, dossier.readings.quantity, dossier.readings.eventTime) = ("smelter", 40, time)
        (dossier.sources, dossier.used) = ([input.identifier: "ore"], [input.identifier: 100])
        return try #require(
            CustodyEntry(.init(SharedDossier(dossier), knowledge), on: CustodyPath([SharedDossier(input)], knowledge)))
    }

    private static func isExceeded(_ ledger: CustodyLedger, _ entry: CustodyEntry) throws -> Bool {
        let account = try #require(ledger.account(of: entry))
        return account.sold > account.limit.most
    }

    @Test("Within a period one batch may stand for another; from one period to the next it may not")
    func balancesWithinAPeriod() throws {
        var ledger = CustodyLedger()
        let saved = try Self.entry("first", of: Self.certified(1), as: Self.certified(0))
        let spent = try Self.entry("second", of: .none, as: Self.certified(1))
        for entry in [saved, spent] { ledger.enter(entry) }
        #expect(try !Self.isExceeded(ledger, spent) && !spent.isCoveredByItself)
        let late = try Self.entry("third", at: Self.january + Self.quarter, of: .none, as: Self.certified(1))
        ledger.enter(late)
        #expect(try Self.isExceeded(ledger, late))
    }

    @Test("What a period left may be sold in the next where the scheme says so, and lapses after that")
    func carriesOver() throws {
        for process in ["smelting", "melting"] {
            var ledger = CustodyLedger()
            let entries = try [0, 1, 2].map { quarter in
                try Self.entry(
                    "batch \(quarter)", at: Self.january + quarter * Self.quarter,
                    of: quarter == 0 ? Self.certified(1) : .none, as: Self.certified(quarter == 0 ? 0 : 1),
                    process: process)
            }
            let exceeded = try entries.map { entry in
                ledger.enter(entry)
                return try Self.isExceeded(ledger, entry)
            }
            #expect(exceeded == [false, process == "smelting", true], "\(process)")
        }
    }

    @Test("What a batch draws from its facility's account others may have earned, whom nobody here has seen")
    func leavesDrawnToOthers() throws {
        let drawn = try Self.entry("first", of: Self.certified(0.5), as: Self.certified(1, drawn: 0.5))
        #expect(drawn.isCoveredByItself)
        #expect(try !Self.entry("second", of: Self.certified(0.5), as: Self.certified(1)).isCoveredByItself)
        #expect(try !Self.entry("third", of: Self.certified(0.3), as: Self.certified(1, drawn: 0.5)).isCoveredByItself)
    }

    @Test(
        "What was certified counts by the yield of the batch itself: a better one that the process may have is no excuse"
    )
    func goesByOwnYield() throws {
        // Forty of metal from a hundred of ore, of which fifty could be made.
        #expect(try Self.entry("first", of: Self.certified(0.9), as: Self.certified(0.9)).isCoveredByItself)
        #expect(try !Self.entry("second", of: Self.certified(0.9), as: Self.certified(0.91)).isCoveredByItself)
    }

    @Test("A batch counts once, however often it is seen")
    func countsOnce() throws {
        var ledger = CustodyLedger()
        let entry = try Self.entry("first", of: Self.certified(1), as: Self.certified(1))
        for _ in 0..<3 { ledger.enter(entry) }
        #expect(try #require(ledger.account(of: entry)).sold < 40.001)
    }

    @Test("Accounts of periods long closed are dropped")
    func dropsClosedPeriods() throws {
        var ledger = CustodyLedger()
        let entries = try (0..<4).map {
            try Self.entry(
                "batch \($0)", at: Self.january + Int64($0) * 92 * 86_400, of: Self.certified(1), as: Self.certified(1))
        }
        for entry in entries { ledger.enter(entry) }
        #expect(entries.map { ledger.account(of: $0) != nil } == [false, false, true, true])
    }

    @Test("Nothing is added up where the standing of an input isn't known")
    func knowsWhatItDoesNotKnow() throws {
        var ledger = CustodyLedger()
        let entry = try Self.entry("first", of: .unknown, as: Self.certified(1))
        ledger.enter(entry)
        #expect(entry.intakes == nil && entry.isCoveredByItself && ledger.account(of: entry) == nil)
    }

    @Test(
        "Certified by nobody, by another scheme or to a smaller part, an input stands out among those that are kept apart",
        arguments: [
            (certified(1), 0), (certified(1, scheme: nil), 0), (certified(1, scheme: "other"), 1), (.none, 1),
            (certified(0.5), 0), (certified(0.4), 1), (certified(1, as: .bookAndClaim), 1),
        ])
    func tellsStandings(ore: CustodyStanding, lesser: Int) throws {
        #expect(try Self.entry("first", of: ore, as: Self.certified(0.5)).lesser.count == lesser)
    }

    @Test("Claims by one certificate of credits add up over batches, each counted once")
    func addsUpCredits() throws {
        var ledger = CustodyLedger()
        for batch in ["first", "second", "second"] {
            ledger.enter(
                try Self.entry(batch, of: .none, as: Self.certified(1, credit: 80), process: "refining"))
        }
        #expect((79.9...80).contains(ledger.claimed(by: "https://register.example/credits/1")))
        #expect(ledger.claimed(by: "another") == 0)
    }
}
