import Platforms
import UNTP

/// Who could read whose credentials, in six states.
struct MatrixBook: Sendable {
    struct Key: Hashable, Sendable, Comparable {
        let issuer: String
        let verifier: String
        let type: String

        static func < (one: Key, other: Key) -> Bool {
            (one.issuer, one.verifier, one.type) < (other.issuer, other.verifier, other.type)
        }
    }

    struct Cell: Sendable {
        var attempts = 0
        var passed = 0
        var passedWithLoss = 0
        var failed = 0
        var notSupported = 0
        var notReached = 0
        var environment = 0
        /// Of those that were not reached, passports that are sealed for somebody else.
        var sealed = 0
        var failures: [String: Int] = [:]
    }

    private(set) var cells: [Key: Cell] = [:]

    /// Enters a credential that was verified.
    ///
    /// - Parameters:
    ///   - refusals: What stood in the way of taking it for what it is, on its own or together with other credentials.
    ///   - isMisread: Whether something of it was dropped or misunderstood without notice.
    ///   - failures: The codes of all that went wrong with it.
    mutating func enter(
        _ verdict: CredentialVerdict, issuer: String, verifier: String, refusals: [Finding], isMisread: Bool,
        failures: [String]
    ) {
        let key = Key(issuer: issuer, verifier: verifier, type: verdict.type?.rawValue ?? "unknown")
        var cell = cells[key] ?? Cell()
        cell.attempts += 1
        if refusals.isEmpty {
            if isMisread { cell.passedWithLoss += 1 } else { cell.passed += 1 }
        } else {
            switch refusals.first(where: { $0.behind == nil }).map({ State(of: $0.code) }) ?? .failed {
            case .failed: cell.failed += 1
            case .notSupported: cell.notSupported += 1
            case .environment: cell.environment += 1
            }
        }
        for code in failures { cell.failures[code, default: 0] += 1 }
        cells[key] = cell
    }

    /// A passport that was looked for and not come by.
    mutating func enterMissing(_ findings: [Finding], issuer: String, verifier: String) {
        let key = Key(issuer: issuer, verifier: verifier, type: CredentialType.dpp.rawValue)
        var cell = cells[key] ?? Cell()
        cell.attempts += 1
        let first = findings.first(where: \.blocks)
        if first.map({ State(of: $0.code) }) == .environment { cell.environment += 1 } else { cell.notReached += 1 }
        // Nothing went wrong where a passport is for the customer who has the goods.
        if let first { cell.failures[first.code, default: 0] += 1 } else { cell.sealed += 1 }
        cells[key] = cell
    }

    private enum State: Equatable {
        case failed, notSupported, environment

        init(of code: String) {
            if code == "release-not-supported" {
                self = .notSupported
            } else {
                self = FailureCatalogue[code]?.responsible == .network ? .environment : .failed
            }
        }
    }
}

/// All findings, by kind and sides.
struct FindingBook: Sendable {
    struct Key: Hashable, Sendable, Comparable {
        let code: String
        let issuer: String
        let verifier: String
        let type: String
        let behind: String

        static func < (one: Key, other: Key) -> Bool {
            (one.code, one.issuer, one.verifier, one.type, one.behind)
                < (other.code, other.issuer, other.verifier, other.type, other.behind)
        }
    }

    struct Entry: Sendable {
        var count = 0
        var consignments = 0
        /// Those that nothing else keeps from being transparent.
        var consignmentsSolely = StandingCount()
        let firstSeen: Int64
        let example: Finding
        let consignment: String
        /// Whose products were concerned.
        var parties: Set<String> = []
    }

    private(set) var entries: [Key: Entry] = [:]

    /// Counts a finding; true if it is the first of its kind.
    mutating func enter(_ seen: SeenFinding, consignment: String, at now: Int64) -> Bool {
        func note(in entry: inout Entry) -> Bool {
            entry.count += 1
            if let party = seen.party { entry.parties.insert(party) }
            return entry.count == 1
        }
        return note(
            in: &entries[
                seen.key, default: Entry(firstSeen: now, example: seen.finding, consignment: consignment)])
    }

    /// Charges a consignment that is not transparent to what stood in its way; returns the codes.
    ///
    /// - Parameter withdrawals: What comes to stand in its way later, the first of them first.
    mutating func attribute(_ blocking: [SeenFinding], _ withdrawals: [Truth.Withdrawal]) -> [String] {
        let codes = Set(blocking.map(\.finding.code))
        var charged: Set<Key> = []
        for seen in blocking where charged.insert(seen.key).inserted {
            entries[seen.key]?.consignments += 1
            guard codes.count == 1 else { continue }
            let other = withdrawals.first { $0.code != seen.finding.code }
            entries[seen.key]?.consignmentsSolely.add(until: other?.at)
        }
        return codes.sorted()
    }
}

/// The exact bytes behind the first example of each finding.
struct ArtefactBook: Sendable {
    private(set) var files: [String: [UInt8]] = [:]
    private(set) var paths: [FindingBook.Key: [String]] = [:]

    mutating func keep(_ bytes: [UInt8], of seen: SeenFinding, url: String) {
        let isToken = bytes.first != UInt8(ascii: "{")
        let isLinkset = url.contains("linkType=")
        keep(bytes, of: seen, as: isLinkset ? "linkset.json" : isToken ? "credential.jwt" : "credential.json")
    }

    mutating func keep(_ bytes: [UInt8], of seen: SeenFinding, as name: String) {
        let key = seen.key
        let type = key.type.isEmpty ? "" : "-" + key.type
        let behind = key.behind.isEmpty ? "" : "-behind-" + key.behind
        let path = "\(key.code)/\(key.issuer)-to-\(key.verifier)\(type)\(behind)/\(name)"
        files[path] = bytes
        paths[key, default: []].append(path)
    }
}
