import Testing

@testable import Platforms

/// What is kept of many things.
@Suite struct LatestTests {
    @Test("The latest half is always there, and never more than the capacity", arguments: [1, 7, 40, 1000])
    func isBounded(count: Int) {
        var latest = Latest<String, Int>(8)
        for number in 0..<count { latest.keep(number, as: "\(number)") }
        let there = (0..<count).filter { latest["\($0)"] != nil }
        #expect(there.count <= 8 && there == Array(count - there.count..<count))
        #expect(there.count >= min(count, 4))
    }

    @Test("What is known is changed in its place, and what isn't begins with the first value")
    func changes() {
        var latest = Latest<String, Int>(4)
        for round in 1...3 {
            for name in ["a", "b", "c", "d"] { latest.change(name, from: 0) { $0 += 1 } }
            #expect(["a", "b", "c", "d"].map { latest[$0] } == Array(repeating: round, count: 4))
        }
    }

    @Test("What was forgotten and kept anew stays as long as anything new")
    func forgets() {
        var latest = Latest<String, Int>(4)
        for name in ["a", "b"] { latest.keep(1, as: name) }
        latest.forget("a")
        #expect(latest["a"] == nil && latest["b"] == 1)
        for name in ["c", "d", "a"] { latest.keep(2, as: name) }
        latest.keep(3, as: "e")
        #expect(latest["a"] == 2 && latest["e"] == 3)
    }

    @Test("What is kept anew is the latest")
    func keepsAnew() {
        var latest = Latest<String, Int>(4)
        for name in ["a", "b", "c", "a", "d"] { latest.keep(1, as: name) }
        #expect(latest["a"] == 1 && latest["b"] == nil)
    }

    @Test("What was not kept since the last time is forgotten")
    func forgetsOlder() {
        var latest = Latest<String, Int>(100)
        for name in ["a", "b"] { latest.keep(1, as: name) }
        latest.forgetOlder()
        latest.keep(2, as: "b")
        #expect(latest["a"] == 1)
        latest.forgetOlder()
        #expect(latest["a"] == nil && latest["b"] == 2)
    }
}
