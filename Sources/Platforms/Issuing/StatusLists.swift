import Credentials
import SimulationKernel

/// Where the status of a credential stands in its issuer's lists.
package struct StatusPosition: Hashable, Sendable {
    /// The number of the list, from 1; lists for different purposes share it.
    package let list: Int
    package let index: Int

    package init(list: Int, index: Int) {
        self.list = list
        self.index = index
    }
}

/// The status lists in which a tenant's credentials stand: as many of the same length as it takes, for each purpose.
struct StatusLists: Sendable {
    /// How many credentials stand in one list.
    private let length: Int
    private var taken = 0
    private var lists: [Name: List] = [:]

    init(length: Int) {
        self.length = length
    }

    /// One of the lists.
    struct Name: Hashable {
        let number: Int
        let purpose: Purpose
    }

    /// What a status list is for.
    enum Purpose: String, CaseIterable {
        case revocation, suspension, refresh

        /// What the URL of the list has behind that of the list for revocation.
        var suffix: String { self == .revocation ? "" : "/" + rawValue }
    }

    /// The bits of a list, and what was made of them.
    struct List: Sendable {
        var bits: BitstringStatusList { didSet { encoded = nil } }
        /// When a status changed last, in Unix seconds by the platform's clock.
        var changed = Int64.min
        /// The bits as they stand in the list's credential.
        var encoded: Deferred<String>?
        /// The list as it is served; nil before somebody asks, and once a status changed.
        var current: Signed?
        /// What will take its place at the moments that it was signed for, if nothing changes until then.
        var ahead: [Signed] = []

        /// A list in which no status is set yet.
        init(_ purpose: Purpose, length: Int) {
            bits = BitstringStatusList(length: length)
            guard purpose == .refresh else { return }
            // Everything is to be refreshed, for those who announce a newer form.
            for index in 0..<bits.length { bits[index] = true }
        }

        /// Whether somebody asked for the list before.
        var isInUse: Bool { current != nil || !ahead.isEmpty }
    }

    /// A list that was signed.
    struct Signed: Sendable {
        /// The instant that it was signed for, in Unix seconds by the platform's clock.
        let moment: Int64
        /// The key that signed it, by its fragment.
        let key: String
        let bytes: Deferred<[UInt8]>
    }

    /// A list as it is served until a moment, unless a status changes before.
    struct Served: Sendable {
        let bytes: [UInt8]
        /// In Unix seconds by the platform's clock.
        let lastSecond: Int64
    }

    /// The place of the next credential; each has its own, and a full list is followed by another.
    mutating func takePosition() -> StatusPosition {
        defer { taken += 1 }
        return StatusPosition(list: 1 + taken / length, index: taken % length)
    }

    /// Whether there is a list of a name: the first ones are there from the beginning.
    func has(_ name: Name) -> Bool { (1...1 + max(0, taken - 1) / length).contains(name.number) }

    subscript(name: Name) -> List { lists[name] ?? List(name.purpose, length: length) }

    /// Changes a list where it is.
    mutating func change(_ name: Name, _ change: (inout List) -> Void) {
        change(&lists[name, default: List(name.purpose, length: length)])
    }
}
