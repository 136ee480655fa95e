import Credentials
import JSON
import Testing
import UNTP

@Suite("Chains of custody")
struct CustodyTests {
    @Test("Of periods the latest stay open for what comes late, and what the one before left carries over")
    func keepsPeriodsOpen() throws {
        let (march, april, may) = (Self.seconds(2026, 3, 9), Self.seconds(2026, 4, 9), Self.seconds(2026, 5, 9))
        var accounts = PeriodicAccounts<CustodyAccount>()
        func enter(_ certified: Double, _ sold: Double, at time: Int64) -> Double? {
            accounts.enter(
                [.init(used: 10, certified: certified, bestYield: 1)], made: 10, certifiedOut: sold,
                in: AccountingPeriod(containing: time, months: 1), carriesOver: true)?.account.sold
        }
        func limit(at time: Int64) -> Double? { accounts[AccountingPeriod(containing: time, months: 1)]?.limit.most }
        #expect(enter(10, 4, at: march) == nil && limit(at: march) == 10)
        #expect(enter(10, 10, at: april) == nil && limit(at: april) == 16, "with what March left")
        #expect(enter(10, 10, at: march) == nil && limit(at: march) == 20)
        #expect(enter(0, 0, at: may) == 14 && limit(at: march) == nil && accounts.open.count == 2)
        #expect(enter(10, 9, at: march) == 9, "what comes later than that is closed at once")
        #expect(limit(at: april) == 16 && limit(at: may) == 6)
    }

    private static func seconds(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        (CivilDate(year: year, month: month, day: day)?.daysSince1970 ?? 0) * 86_400
    }

    @Test(
        "A period has the calendar months that its length cuts a year into",
        arguments: [
            (2026, 1, 1, 3, "2026-01 to 2026-03"), (2026, 3, 31, 3, "2026-01 to 2026-03"),
            (2026, 4, 1, 3, "2026-04 to 2026-06"), (2026, 12, 31, 12, "2026-01 to 2026-12"),
            (2026, 2, 28, 1, "2026-02"), (2026, 2, 28, 5, "2026-01 to 2026-05"), (2026, 11, 1, 5, "2026-11 to 2026-12"),
            (2027, 1, 1, 5, "2027-01 to 2027-05"),
        ])
    func cutsPeriods(year: Int, month: Int, day: Int, months: Int, label: String) {
        #expect(AccountingPeriod(containing: Self.seconds(year, month, day), months: months).label == label)
    }

    @Test("Periods follow each other, and one ends with the second before the next begins")
    func ordersPeriods() {
        let next = AccountingPeriod(containing: Self.seconds(2026, 4, 1), months: 3)
        let last = AccountingPeriod(containing: Self.seconds(2026, 4, 1) - 1, months: 3)
        #expect(last < next && last == AccountingPeriod(containing: Self.seconds(2026, 1, 1), months: 3))
    }

    private static func intake(_ used: Double, _ certified: Double, best: Double = 1) -> CustodyAccount.Intake {
        .init(used: used, certified: certified, bestYield: best)
    }

    @Test("Of several inputs the one that allows least decides, by what their certified parts gave")
    func findsTheLimit() {
        var account = CustodyAccount(needs: 2)
        account.enter([Self.intake(100, 100), Self.intake(20, 10, best: 3)], made: 40, certifiedOut: 20)
        account.enter([Self.intake(50, 50), Self.intake(20, 0, best: 3)], made: 20, certifiedOut: 5)
        let limit = account.limit
        #expect(limit.input == 10 && limit.earned == 20 && limit.yield == 2 && limit.most == 20 && account.sold == 25)
        #expect(CustodyAccount(needs: 0).limit.most == 0)
    }

    @Test("More than its inputs can give earns nothing")
    func earnsNoMoreThanPossible() {
        var account = CustodyAccount(needs: 1)
        account.enter([Self.intake(100, 50, best: 0.4)], made: 60, certifiedOut: 30)
        #expect(account.limit.earned == 20)
    }

    @Test(
        "What a period earned and did not sell is left; what came over from the one before was sold first, and lapses")
    func leavesWhatItEarned() {
        func left(sold: Double) -> Double {
            var account = CustodyAccount(needs: 1, carriedOver: 30)
            account.enter([Self.intake(100, 100)], made: 50, certifiedOut: sold)
            return account.left
        }
        #expect([0, 20, 30, 60, 80, 100].map(left) == [50, 50, 50, 20, 0, 0])
        let (first, next) = (
            AccountingPeriod(containing: Self.seconds(2026, 12, 31), months: 3),
            AccountingPeriod(containing: Self.seconds(2027, 1, 1), months: 3)
        )
        let later = AccountingPeriod(containing: Self.seconds(2027, 4, 1), months: 3)
        let (rest, new) = (
            AccountingPeriod(containing: Self.seconds(2026, 12, 31), months: 5),
            AccountingPeriod(containing: Self.seconds(2027, 1, 1), months: 5)
        )
        #expect(rest.isFollowed(by: new) && rest < new)
        #expect(first.isFollowed(by: next) && !first.isFollowed(by: later) && !next.isFollowed(by: first))
    }

    @Test("A claim is that of the weakest model on its way, and credits count for nothing further down")
    func downgrades() {
        for (position, model) in CustodyModel.allCases.enumerated() {
            #expect(CustodyModel.allCases[..<position].allSatisfy { $0 > model }, "the strongest come first")
            #expect(model.carrying(.bookAndClaim) == nil && CustodyModel.bookAndClaim.carrying(model) == nil)
            guard model != .bookAndClaim else { continue }
            #expect(model.carrying(.massBalance) == .massBalance)
            #expect(model.carrying(model) == model && model.carrying(.identityPreserved) == model)
        }
        #expect(CustodyModel.identityPreserved.carrying(.segregated) == .segregated)
    }

    @Test("A share exceeds another by its size beyond rounding, or by its model")
    func comparesShares() {
        let half = CertifiedShare(0.5, .massBalance)
        #expect(!half.exceeds(half) && !CertifiedShare(0.500_01, .massBalance).exceeds(half))
        #expect(CertifiedShare(0.501, .massBalance).exceeds(half) && CertifiedShare(0.4, .segregated).exceeds(half))
        #expect(!half.exceeds(CertifiedShare(0.6, .segregated)) && half.exceeds(CertifiedShare(0, .segregated)))
        #expect(!CertifiedShare(0, .segregated).exceeds(half))
    }

    @Test("A share is never stated as more than it is", arguments: [0, 0.333_333_333, 0.5, 0.999_999_9, 1, 1.2])
    func statesNoMore(share: Double) {
        let stated = CustodyClaim.stated(share)
        #expect(stated <= min(1, share) + 1e-10 && stated >= min(1, share) - 0.000_01)
        #expect(CustodyClaim.isWhole(stated) == (share >= 1))
    }

    @Test(
        "A passport's certified share is read as it was written, and is none where there is no such claim or no sense in it"
    )
    func readsShares() throws {
        func read(_ claim: ClaimFacts) throws -> DigitalProductPassport.Claim {
            var facts = FactsGenerator(random: SeededRandom(seed: 7))
            var passport = facts.passport()
            passport.claims = [claim]
            let credential = try CredentialWriter.passport(passport, facts.credential("dpp")).document.root
            #expect(UNTPSchema.violations(in: credential, type: .dpp) == [])
            return try #require(DigitalProductPassport(reading: credential).claims.first)
        }
        func share(_ claim: ClaimFacts) throws -> Double? { try read(claim).certifiedShare }
        var claim = try #require(CustodyClaim.facts(.init(0.375, .segregated), date: 0, evidence: nil))
        #expect(try share(claim) == 0.375 && read(claim).drawnShare == 0 && read(claim).certifiedModel == .segregated)
        let nothing = try #require(CustodyClaim.facts(.init(0, .segregated), date: 0, evidence: nil))
        #expect(try share(nothing) == 0 && read(nothing).certifiedModel == nil)
        claim.score = "kept in a separate shed"
        #expect(try share(claim) == 0.375 && read(claim).certifiedModel == nil)
        let drawn = try #require(CustodyClaim.facts(.init(1, .massBalance), drawn: 0.625, date: 0, evidence: nil))
        #expect(try share(drawn) == 1 && read(drawn).drawnShare == 0.625)
        claim.value = 250
        #expect(try share(claim) == nil)
        claim.metric = "Certified output over input"
        #expect(try share(claim) == nil)
    }

    @Test("Two processes of one name are told apart no further than what holds for both")
    func mergesRules() {
        let one = CustodyRule(model: .massBalance, periodMonths: 3, needs: [.init(names: ["ore"], bestYield: 0.5)])
        let other = CustodyRule(model: .massBalance, periodMonths: 3, needs: [.init(names: ["scrap"], bestYield: 0.9)])
        #expect(one.merged(with: other)?.needs == [.init(names: ["ore", "scrap"], bestYield: 0.9)])
        let apart = CustodyRule(model: .segregated, periodMonths: 3, needs: one.needs)
        #expect(one.merged(with: apart) == nil && one.merged(with: one) == one)
    }
}
