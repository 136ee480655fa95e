import Records

/// The issuer-by-verifier matrix: how each platform's credentials fared on each other.
struct PairMatrix {
    /// One direction of one pair, over all credential types.
    struct Pair {
        let issuer: String
        let verifier: String
        /// By credential type, in the record's order.
        let cells: [MatrixCell]

        var attempts: Int { cells.reduce(0) { $0 + $1.attempts } }

        func count(of state: PairState) -> Int { cells.reduce(0) { $0 + $1.count(of: state) } }

        /// Of those not reached, the passports that are sealed for others.
        var sealed: Int { cells.reduce(0) { $0 + $1.sealed } }

        /// Failure modes over all types, the most frequent first.
        var failures: [Tally] {
            var counts: [String: Int] = [:]
            for failure in cells.flatMap(\.failures) { counts[failure.of, default: 0] += failure.count }
            return counts.map { Tally(of: $0.key, count: $0.value) }
                .sorted { $0.count == $1.count ? $0.of < $1.of : $0.count > $1.count }
        }
    }

    /// Those who issued and those who verified, in the record's order.
    let issuers: [String]
    let verifiers: [String]
    private let pairs: [[Pair]]
    private let platforms: Set<String>

    init(_ record: RunRecord) {
        var names = record.platforms.map(\.name)
        platforms = Set(names)
        var seen = Set(names)
        for cell in record.matrix {
            for name in [cell.issuer, cell.verifier] where seen.insert(name).inserted { names.append(name) }
        }
        let issuers = names.filter(Set(record.matrix.map(\.issuer)).contains)
        let verifiers = names.filter(Set(record.matrix.map(\.verifier)).contains)
        var cells: [String: [String: [MatrixCell]]] = [:]
        for cell in record.matrix { cells[cell.issuer, default: [:]][cell.verifier, default: []].append(cell) }
        self.issuers = issuers
        self.verifiers = verifiers
        pairs = issuers.map { issuer in
            verifiers.map { verifier in
                Pair(issuer: issuer, verifier: verifier, cells: cells[issuer]?[verifier] ?? [])
            }
        }
    }

    /// Rows by issuer, columns by verifier.
    var rows: [[Pair]] { pairs }

    /// The pair with most that did not pass though it should have, where a reader looks first.
    var worst: Pair? {
        func failed(_ pair: Pair) -> Int { pair.attempts - pair.count(of: .passed) - pair.sealed }
        return pairs.joined().filter { $0.attempts > 0 }.max { failed($0) < failed($1) }
    }

    /// The passports that were not reached, in all pairs, as they are sealed for others.
    var sealed: Int { pairs.joined().reduce(0) { $0 + $1.sealed } }

    /// Why passports that are sealed were not reached; nil where there are none.
    static func sentence(onSealed count: Int) -> String? {
        guard count > 0 else { return nil }
        return
            "\(Figures.count(count)) of the passports that were not reached \(count == 1 ? "is" : "are") sealed: only the customer who has the goods has the key, and whoever looked for it stood further down the chain. Nothing failed there."
    }

    /// How many ordered pairs of different platforms exchanged a credential, and how many of them always passed.
    var summary: (pairs: Int, clean: Int) {
        // Registers issue too, but are no platforms.
        let others = pairs.joined().filter {
            $0.issuer != $0.verifier && $0.attempts > 0 && platforms.isSuperset(of: [$0.issuer, $0.verifier])
        }
        return (others.count, others.count { $0.count(of: .passed) == $0.attempts })
    }
}
