import Testing
import UNTP

@Suite("Identifiers of companies in national registers") struct RegisterIdentifierTests {
    /// Real companies' numbers, and what registers publish as examples.
    private static let examples: [(country: String, number: String)] = [
        ("AU", "51824753556"), ("AU", "004085616"), ("BR", "16727230000197"), ("BR", "12ABC34501DE35"),
        ("CA", "123026635"), ("CA", "BC0827622"), ("CH", "CHE-100.155.212"), ("CL", "76086428-5"),
        ("CN", "91110000600037341L"), ("DE", "DE136695976"), ("EG", "100-531-385"), ("FI", "2077474-0"),
        ("FR", "404833048"), ("GB", "12370476"), ("ID", "01.312.166.0-091.000"), ("IN", "27AAPFU0939F1ZV"),
        ("IT", "00743110157"), ("JP", "5835678256246"), ("KR", "1168200276"), ("PE", "20512333797"),
        ("TR", "4540536920"), ("US", "91-1144442"), ("US", "213800KUD8LAJWSQ9D15"), ("ZA", "0001339050"),
    ]

    @Test("Real numbers are valid, with separators and without", arguments: examples)
    func knowsRealNumbers(country: String, number: String) {
        #expect(RegisterIdentifier.isValid(number, country: country))
        #expect(RegisterIdentifier.isValid(number.filter { $0.isLetter || $0.isNumber }, country: country))
    }

    /// The places that no check digit covers.
    private static let uncovered: [String: ClosedRange<Int>] = [
        "BC0827622": 0...8, "100-531-385": 0...10, "12370476": 0...7, "01.312.166.0-091.000": 13...19,
        "91-1144442": 0...9,
    ]

    /// How many slips in one digit a rule doesn't see.
    private static let unseen = [
        // Even weights and five share a factor with ten: four digits have one other of the same effect, one has four.
        "004085616": 8
    ]

    @Test("No other digit will do in any place that a check digit covers", arguments: examples)
    func findsSlips(country: String, number: String) throws {
        var slips: [String] = []
        for (place, position) in number.indices.enumerated() where number[position].isNumber {
            guard Self.uncovered[number]?.contains(place) != true else { continue }
            for digit in "0123456789" where digit != number[position] {
                var other = number
                other.replaceSubrange(position...position, with: String(digit))
                if RegisterIdentifier.isValid(other, country: country) { slips.append(other) }
            }
        }
        #expect(slips.count == Self.unseen[number] ?? 0, "\(slips)")
    }

    @Test(
        "Some slips remain unseen by the rule itself: 0 for 9 in Japan, and in Peru where two sums have the same digit",
        arguments: [("JP", "7000012050002", "7900012050002"), ("PE", "20000000061", "20000000001")])
    func overlooksWhatTheRuleDoes(country: String, number: String, other: String) {
        #expect(RegisterIdentifier.isValid(number, country: country))
        #expect(RegisterIdentifier.isValid(other, country: country))
    }

    @Test("What has another form is no number", arguments: RegisterIdentifier.schemes.keys.sorted())
    func refusesOtherForms(country: String) {
        for text in ["", "none", "1", "٢٠٧٧٤٧٤٠", String(repeating: "1", count: 40), "DE", "CHE-", "CD//RCCM/--"] {
            #expect(!RegisterIdentifier.isValid(text, country: country), "\(text)")
        }
    }

    @Test("An EIN begins with the number of an office")
    func knowsOffices() {
        #expect(RegisterIdentifier.isValid("01-1144442", country: "US"))
        for prefix in ["00", "07", "19", "49", "89", "97"] {
            #expect(!RegisterIdentifier.isValid("\(prefix)-1144442", country: "US"))
        }
    }

    @Test("Of a country whose rule isn't known, any number is taken")
    func takesNumbersOfOtherCountries() {
        #expect(RegisterIdentifier.isValid("12345", country: "XX"))
        #expect(!RegisterIdentifier.isValid("", country: "XX"))
    }

    // MARK: Generated numbers

    /// Draws as those that the numbers below were made with.
    private static func numbers(_ count: Int, _ generate: ((Int) -> Int) -> String) -> [String] {
        var state: UInt64 = 7
        return (0..<count).map { _ in
            generate { bound in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(state >> 33) % bound
            }
        }
    }

    @Test("Generated numbers are valid in their country", arguments: RegisterIdentifier.schemes.keys.sorted())
    func generatesValidNumbers(country: String) throws {
        let scheme = try #require(RegisterIdentifier.schemes[country]?.first)
        for number in Self.numbers(1000, scheme.generate(draw:)) {
            #expect(RegisterIdentifier.isValid(number, country: country), "\(number)")
        }
        for scheme in try #require(RegisterIdentifier.schemes[country]) {
            for number in Self.numbers(1000, scheme.generate(draw:)) {
                #expect(scheme.isValid(number), "\(number)")
            }
            // However poor the chance.
            for value in 0..<10 { #expect(scheme.isValid(scheme.generate { value % $0 })) }
        }
    }

    @Test(
        "The same draws give the same numbers as ever: reports depend on them",
        arguments: [
            ("AU", "85813359449", 0x38A6_9ACE_2A9E_BA9D), ("CA", "813359445", 0x850D_CD93_CF6E_582D),
            ("CH", "CHE-813.359.443", 0x8EE4_D662_C6E8_9F77), ("CL", "81335944-8", 0x4902_4326_76DA_D3AD),
            ("CN", "91118133594496552P", 0x50B3_F484_29F7_FC16), ("DE", "DE813359444", 0x7262_006E_B5F2_4A9C),
            ("FI", "8133594-4", 0x126F_EDEC_02FC_9D78), ("KR", "8133594492", 0xC641_623B_721A_B462),
            ("PE", "81335944968", 0xC4F0_A11A_DF04_94B), ("ZM", "813359449", 0xF6D1_C20A_4FA9_C9C2),
        ] as [(String, String, UInt64)])
    func isStable(country: String, first: String, hash: UInt64) throws {
        let scheme = try #require(RegisterIdentifier.schemes[country]?.first)
        let numbers = Self.numbers(400, scheme.generate(draw:))
        #expect(numbers.first == first)
        // FNV-1a.
        let found = numbers.joined(separator: " ").utf8.reduce(14_695_981_039_346_656_037 as UInt64) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        #expect(found == hash)
    }

    @Test("A register's own weights make numbers whose last digit completes the sum: GS1's, as New Zealand has them")
    func weighsNumbers() {
        let scheme = RegisterScheme.weighedNumber(weights: [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3], modulus: 10)
        #expect(scheme.isValid("9429000000000") && !scheme.isValid("9429000000001"))
        for number in Self.numbers(1000, scheme.generate(draw:)) {
            #expect(GS1.appendingCheckDigit(String(number.dropLast())) == number)
        }
        // Sums that leave ten have no digit.
        let modulo11 = RegisterScheme.weighedNumber(weights: [3, 2], modulus: 11)
        #expect((0..<1000).count { modulo11.isValid(($0 < 100 ? $0 < 10 ? "00" : "0" : "") + String($0)) } == 91)
    }

    // MARK: A second opinion

    @Test(
        "The library stdnum takes and refuses the same numbers",
        .enabled(if: NumberPeer.isAvailable, "no Python with stdnum; 'make peers' sets it up"))
    func agreesWithPeer() throws {
        var random = SeededRandom(seed: 3)
        var questions: [(name: String, number: String)] = []
        var ours: [Bool] = []
        for kind in NumberPeer.kinds {
            for number in Self.numbers(1000, kind.scheme.generate(draw:)) {
                var other = number
                let places = number.indices.filter { number[$0].isNumber }
                let covered = places.indices.clamped(to: kind.places)
                let place = places[covered.lowerBound + random.below(covered.count)]
                other.replaceSubrange(place...place, with: String(random.below(10)))
                for candidate in [number, other] {
                    questions.append((kind.name, candidate))
                    ours.append(kind.scheme.isValid(candidate))
                }
            }
        }
        let theirs = try #require(try NumberPeer.verdicts(on: questions))
        try #require(theirs.count == ours.count)
        #expect(ours.contains(false))
        for (question, (our, their)) in zip(questions, zip(ours, theirs)) where our != their {
            Issue.record("\(question.name) \(question.number): \(our) here, \(their) there")
        }
    }
}
