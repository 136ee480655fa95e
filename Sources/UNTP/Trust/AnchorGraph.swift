/// The identity anchors at hand, and how they tie DIDs to the registers that a verifier trusts: UNTP Trust Graphs.
///
/// It serves for business registers and for accreditation bodies alike: what the first anchor has to say is asked by an
/// `AnchorRequirement`, and each anchor's issuer is a trusted root or anchored in turn.
package struct AnchorGraph: Sendable {
    /// An anchor with the DID of the register that issued it.
    package struct Anchor: Sendable, Hashable {
        package let anchor: IdentityAnchor
        package let issuer: String

        package init(_ anchor: IdentityAnchor, issuer: String) {
            self.anchor = anchor
            self.issuer = issuer
        }
    }

    private let anchors: [Anchor]
    private let roots: Set<String>
    private let maximumDepth: Int
    private let covers: @Sendable (_ scope: String, _ criterion: String) -> Bool

    /// - Parameters:
    ///   - anchors: Verified anchors, in an order that decides between equals.
    ///   - roots: The DIDs that are trusted without an anchor.
    ///   - maximumDepth: How many anchors a chain may have.
    ///   - covers: Whether an entry of a scope list covers a criterion; equality unless said otherwise.
    package init(
        anchors: [Anchor], roots: some Sequence<String>, maximumDepth: Int,
        covers: @escaping @Sendable (_ scope: String, _ criterion: String) -> Bool = { $0 == $1 }
    ) {
        self.anchors = anchors
        self.roots = Set(roots)
        self.maximumDepth = maximumDepth
        self.covers = covers
    }

    /// Whether a DID is anchored, by the shortest chain to a root.
    ///
    /// - Complexity: O(anchors x depth).
    package func anchoring(of did: String, requiring requirement: AnchorRequirement = .none) -> AnchorVerdict {
        if roots.contains(did) { return .anchored(path: [did]) }
        let own = anchors.filter { $0.anchor.did == did }
        guard !own.isEmpty else { return .notAnchored(.noAnchor) }
        let judged = own.map { ($0, problem: requirement.problem(with: $0.anchor, covers)) }
        let fitting = judged.filter { $0.problem == nil }.map(\.0)
        guard !fitting.isEmpty else {
            return .notAnchored(judged.lazy.compactMap(\.problem).max { $0.closeness < $1.closeness } ?? .noAnchor)
        }
        return chain(from: did, by: fitting)
    }

    /// Whether each anchor of a DID meets a requirement, so that its anchoring is the same as without.
    package func isMet(_ requirement: AnchorRequirement, byAllAnchorsOf did: String) -> Bool {
        anchors.allSatisfy { $0.anchor.did != did || requirement.problem(with: $0.anchor, covers) == nil }
    }

    /// Goes from register to register, all chains a step at a time, until one ends at a root.
    private func chain(from did: String, by first: [Anchor]) -> AnchorVerdict {
        guard maximumDepth > 0 else { return .notAnchored(.tooDeep(limit: maximumDepth)) }
        var seen: Set<String> = [did]
        var ends = first.map { [did, $0.issuer] }
        var last = did
        for depth in 1... {
            var next: [[String]] = []
            for path in ends {
                guard let register = path.last, seen.insert(register).inserted else { continue }
                if roots.contains(register) { return .anchored(path: path) }
                last = register
                next += anchors.lazy.filter { $0.anchor.did == register }.map { path + [$0.issuer] }
            }
            // What leads back to where it came from is no way on.
            next.removeAll { seen.contains($0[$0.count - 1]) }
            if next.isEmpty { break }
            if depth == maximumDepth { return .notAnchored(.tooDeep(limit: maximumDepth)) }
            ends = next
        }
        return .notAnchored(.rootUnknown(lastIssuer: last))
    }
}

/// Whether a DID is tied to a trusted register.
package enum AnchorVerdict: Sendable, Hashable {
    /// The DIDs from the one in question up to the root.
    case anchored(path: [String])
    case notAnchored(Reason)

    package var isAnchored: Bool { if case .anchored = self { true } else { false } }

    package enum Reason: Sendable, Hashable {
        case noAnchor
        /// The chain ends at a register that is neither trusted nor anchored.
        case rootUnknown(lastIssuer: String)
        case tooDeep(limit: Int)
        case wrongRegisterType(found: String?)
        /// The criteria that no entry of the scope list covers.
        case scopeDoesNotCover([String])
        case differentRegisteredID(found: String?)

        /// How far an anchor that fails for this reason came: of several, the closest one tells most.
        fileprivate var closeness: Int {
            switch self {
            case .noAnchor, .rootUnknown, .tooDeep: 0
            case .wrongRegisterType: 1
            case .differentRegisteredID: 2
            case .scopeDoesNotCover: 3
            }
        }
    }
}
