import Credentials
import JSON
import UNTP

/// What decides whether a credential still stands while its bytes stay the same: its dates and its status entries.
package struct StandingTerms: Sendable {
    /// An instant with the text that it was written as.
    struct Moment: Sendable {
        let text: String
        let unixSeconds: Int64

        init?(_ text: String?) {
            guard let text, let stamp = DateTimeStamp(lenient: text) else { return nil }
            self.text = text
            unixSeconds = stamp.unixSeconds
        }
    }

    let type: CredentialType?
    /// The issuer's identifier; empty where none can be read.
    let issuer: String
    let start: Moment?
    let end: Moment?
    /// The status entries, of whatever family, where all can be read; nil where one can't.
    let entries: [StatusListEntry]?
    /// Each entry, or why it can't be read, where one can't.
    private let mixed: [Result<StatusListEntry, StatusEntryError>]
    /// Each status entry, of whatever family, or why it can't be read.
    var status: [Result<StatusListEntry, StatusEntryError>] { entries?.map(Result.success) ?? mixed }

    init(reading credential: JSONView, type: CredentialType?, issuer: String?) {
        self.type = type
        self.issuer = issuer ?? ""
        start = Moment(credential["validFrom"]?.string ?? credential["issuanceDate"]?.string)
        end = Moment(credential["validUntil"]?.string ?? credential["expirationDate"]?.string)
        let status =
            credential["credentialStatus"].map {
                StatusListEntry.read($0, families: Set(StatusFamily.allCases))
            } ?? []
        entries = try? status.map { try $0.get() }
        mixed = entries == nil ? status : []
    }
}

/// A credential that was verified before, with what its standing was then.
package final class CredentialOnFile: Sendable {
    // A class, because it never changes and many products' evidence rests on the same certificates and anchors.
    let terms: StandingTerms
    /// The codes of what was found wrong with its dates and status.
    let standing: [String]
    /// When what rests on it was issued, in Unix seconds; nil where it has to be in force by itself.
    let reliedOn: Int64?
    /// When it is in date, in Unix seconds: never, for who looks no further, where something was wrong or can't be read.
    fileprivate let start: Int64
    fileprivate let end: Int64
    /// The statuses that must not be set.
    fileprivate let statuses: [StandingStatus]

    init(terms: StandingTerms, standing: [String], reliedOn: Int64? = nil) {
        self.terms = terms
        self.standing = standing
        self.reliedOn = reliedOn
        let isReadable = standing.isEmpty && terms.entries != nil
        start = isReadable ? terms.start?.unixSeconds ?? .min : .max
        end = terms.end?.unixSeconds ?? .max
        statuses = (terms.entries ?? []).map { StandingStatus($0, at: [$0.index]) }
    }

    fileprivate func isInDate(at now: Int64, leeway: Int64) -> Bool {
        start <= now + leeway && end >= min(now, reliedOn ?? now)
    }
}

/// Statuses that must not be set, and differ in no more than their positions in a list.
private final class StandingStatus: Sendable {
    // A class, as it is looked at for each judgement and an entry has many parts.
    /// The entry of one of them.
    let entry: StatusListEntry
    let positions: [Int]

    init(_ entry: StatusListEntry, at positions: [Int]) {
        self.entry = entry
        self.positions = positions
    }

    /// Whether none is set, by lists at hand of families that are read.
    func isClear(
        in lists: inout StatusListCache.Recent, reading families: BehaviourProfile.Verifying.StatusFamilies
    ) -> Bool {
        families.reads(entry.family) && lists.isClear(entry, at: positions)
    }
}

/// Credentials on file that something rests on, with what decides on the standing of all of them: nearly always nothing has
/// changed, and that is seen without a look at each.
struct JointStanding: Sendable {
    let credentials: [CredentialOnFile]
    /// When all of them are in date, in Unix seconds.
    private let start: Int64
    private let end: Int64
    private let statuses: [StandingStatus]

    init(of credentials: [CredentialOnFile]) {
        self.credentials = credentials
        start = credentials.map(\.start).max() ?? .min
        // What was in force when what rests on it was issued may have run out since.
        end = credentials.map { $0.end >= $0.reliedOn ?? .max ? .max : $0.end }.min() ?? .max
        var (kinds, positions): ([StandingStatus], [[Int]]) = ([], [])
        for status in credentials.lazy.flatMap(\.statuses) {
            if let known = kinds.firstIndex(where: { $0.entry.isAlike(status.entry) }) {
                positions[known] += status.positions
            } else {
                kinds.append(status)
                positions.append(status.positions)
            }
        }
        statuses = zip(kinds, positions).map { StandingStatus($0.entry, at: $1) }
    }

    fileprivate func isInDate(at now: Int64, leeway: Int64) -> Bool { start <= now + leeway && end >= now }

    /// Whether no status is set, by lists at hand of families that are read.
    fileprivate func isClear(
        in lists: inout StatusListCache.Recent, reading families: BehaviourProfile.Verifying.StatusFamilies
    ) -> Bool {
        statuses.allSatisfy { $0.isClear(in: &lists, reading: families) }
    }
}

extension Verifier {
    /// Whether credentials on file stand as they did: only dates and statuses are looked at, and a status list only if
    /// it is older than status lists may be.
    func stillStand(_ joint: JointStanding, now: Int64) async -> Bool {
        var rest = joint.credentials[...]
        while let doubtful = firstInDoubt(of: rest, now: now) {
            let credential = rest[doubtful]
            var reading = VerdictReading()
            let log = await standing(
                on: credential.terms, subject: .init(url: "", type: credential.terms.type), now: now,
                reliedOn: credential.reliedOn, reading: &reading)
            guard log.findings.map(\.code) == credential.standing else { return false }
            rest = rest[(doubtful + 1)...]
        }
        return true
    }

    /// Whether with no credential something was wrong, and all are in date and cleared by lists at hand that may still be
    /// used.
    ///
    /// Nearly all evidence that is looked at again is found to be without doubt; what isn't is looked at in full.
    func isWithoutDoubt(_ joint: JointStanding, now: Int64) -> Bool {
        guard joint.isInDate(at: now, leeway: Int64(behaviour.verifying.leewaySeconds)) else { return false }
        guard behaviour.verifying.status == .checked else { return true }
        let families = behaviour.verifying.statusFamilies
        return statusLists.reading(notBefore: now - Int64(behaviour.caching.statusSeconds), now: now) { lists in
            joint.isClear(in: &lists, reading: families)
        }
    }

    /// Where the first credential stands with which something was wrong, or that is not in date, or not cleared by lists
    /// at hand that may still be used.
    private func firstInDoubt(of credentials: ArraySlice<CredentialOnFile>, now: Int64) -> Int? {
        let leeway = Int64(behaviour.verifying.leewaySeconds)
        guard behaviour.verifying.status == .checked else {
            return credentials.firstIndex { !$0.isInDate(at: now, leeway: leeway) }
        }
        let families = behaviour.verifying.statusFamilies
        return statusLists.reading(notBefore: now - Int64(behaviour.caching.statusSeconds), now: now) { lists in
            credentials.firstIndex { credential in
                guard credential.isInDate(at: now, leeway: leeway) else { return true }
                return !credential.statuses.allSatisfy { $0.isClear(in: &lists, reading: families) }
            }
        }
    }

    /// What is wrong with a credential's dates and status at a time.
    ///
    /// - Parameter reliedOn: When what rests on it was issued: it has to have been in force then, and may have run out
    ///   since. What was withdrawn since counts all the same, as that says that it ought never to have been relied on.
    func standing(
        on terms: StandingTerms, subject: Finding.Subject, now: Int64, reliedOn: Int64? = nil,
        reading: inout VerdictReading
    ) async -> FindingLog {
        var log = FindingLog(subject: subject)
        checkValidity(terms, now: now, reliedOn: reliedOn, log: &log)
        await checkStatus(terms, now: now, reading: &reading, log: &log)
        return log
    }

    // MARK: Validity

    /// VCDM 2.0, Validity Period.
    func checkValidity(_ terms: StandingTerms, now: Int64, reliedOn: Int64? = nil, log: inout FindingLog) {
        if let start = terms.start, start.unixSeconds > now + Int64(behaviour.verifying.leewaySeconds) {
            let isClock = start.unixSeconds - now <= 3600
            log.add(
                isClock ? "not-yet-valid-by-clock" : "credential-not-yet-valid", at: "/validFrom", sent: start.text,
                expected: "a time up to \(DateTimeStamp.text(unixSeconds: now))")
        }
        let needed = min(now, reliedOn ?? now)
        if let end = terms.end, end.unixSeconds < needed {
            log.add(
                terms.type == .dcc ? "certificate-expired" : "credential-expired", at: "/validUntil", sent: end.text,
                expected: "a time after \(DateTimeStamp.text(unixSeconds: needed))")
        }
    }
}
