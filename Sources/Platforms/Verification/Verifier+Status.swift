import Credentials
import JSON
import Synchronization

/// Status lists that a verifier has read, with when it read them.
package final class StatusListCache: Sendable {
    // A class, because the verifiers of one platform share what was read.
    private let lists = Mutex<[String: Entry]>([:])

    struct Entry: Sendable {
        let list: Result<BitstringStatusList, StatusProblem>
        var fetchedAt: Int64
        var verifiedAt: Int64 = 0
        /// The content that the list was read from; nil where it could not be had.
        var content: ContentDigest?
        /// The list as its credential has it; nil where that can't be read.
        var published: StatusList?
    }

    /// Why a status list is of no use, as a failure mode.
    struct StatusProblem: Error, Sendable {
        let code: String
        let sent: String
        let expected: String
        /// Whether the verifier refuses credentials for it, whatever it takes an unknown status for.
        let blocks: Bool
    }

    package init() {}

    func entry(_ url: String, notBefore oldest: Int64) -> Entry? {
        lists.withLock { lists in
            guard let entry = lists[url], entry.fetchedAt >= oldest else { return nil }
            return entry
        }
    }

    /// What was last read at a URL, if it had some content and was verified not too long ago.
    func entry(_ url: String, of content: ContentDigest, verifiedSince oldest: Int64) -> Entry? {
        lists.withLock { lists in
            guard let entry = lists[url], entry.content == content, entry.verifiedAt >= oldest else { return nil }
            return entry
        }
    }

    /// The list that an encoded text stands for, if it is what was last read at a URL.
    func list(encodedAs text: String, at url: String) -> BitstringStatusList? {
        lists.withLock { lists in
            guard let entry = lists[url], entry.published?.encodedList == text else { return nil }
            return try? entry.list.get()
        }
    }

    func keep(_ entry: Entry, for url: String) {
        lists.withLock { $0[url] = entry }
    }
}

extension Verifier {
    /// Checks every status entry of a credential: Bitstring Status List 1.0, Validate algorithm.
    func checkStatus(
        _ terms: StandingTerms, now: Int64, reading: inout VerdictReading, log: inout FindingLog
    ) async {
        let entries: [StatusListEntry]
        switch terms.status {
        case .success(let read): entries = read
        case .failure(.unknownType(let type)):
            log.add(
                "status-family-differs", at: "/credentialStatus/type", sent: type,
                expected: StatusListEntry.typeName)
            return
        case .failure(let error):
            log.add(
                "data-model-violation", at: "/credentialStatus", sent: "\(error)",
                expected: "BitstringStatusListEntry with purpose, index and list")
            return
        }
        for entry in entries {
            guard behaviour.verifying.status == .checked else {
                reading.status.append(.init(listURL: entry.listURL, index: entry.index, decision: .notChecked))
                continue
            }
            let decision = await check(entry, issuer: terms.issuer, now: now, log: &log)
            reading.status.append(.init(listURL: entry.listURL, index: entry.index, decision: decision))
        }
    }

    private func check(
        _ entry: StatusListEntry, issuer: String, now: Int64, log: inout FindingLog
    ) async -> StatusReading.Decision {
        let held = await statusList(entry, issuer: issuer, now: now)
        let pointer = "/credentialStatus"
        switch held.list {
        case .success(let list):
            if let published = held.published, !published.purposes.contains(entry.purpose) {
                let error = StatusListError.purposeDiffers(entry: entry.purpose, list: published.purposes)
                log.add("data-model-violation", at: pointer, sent: "\(error)", expected: "a list for \(entry.purpose)")
                return .unavailable(takenAsRevoked: false)
            }
            guard entry.index < list.length else {
                log.add(
                    "index-out-of-range", at: pointer, sent: "index \(entry.index)",
                    expected: "an index below \(list.length)")
                return .unavailable(takenAsRevoked: false)
            }
            let isSet = list[entry.index]
            let stopsUse = entry.purpose == "suspension" || entry.purpose == "revocation"
            if isSet, !stopsUse {
                guard behaviour.verifying.statusPurposes == .anyBit else {
                    return .bit(isSet: false, listAgeSeconds: now - held.fetchedAt)
                }
                log.add(
                    "several-status-entries", at: pointer, sent: "an entry for \(entry.purpose) that is set",
                    expected: "no entry that is set")
            } else if isSet {
                log.add(
                    entry.purpose == "suspension" ? "certificate-suspended" : "certificate-revoked", at: pointer,
                    sent: "index \(entry.index) of \(entry.listURL) is set", expected: "a status that is not set")
            }
            return .bit(isSet: isSet, listAgeSeconds: now - held.fetchedAt)
        case .failure(let problem):
            let isRevocation = behaviour.verifying.statusFailure == .revoked
            if isRevocation, !problem.blocks {
                log.add(
                    "unreachable-shown-as-revoked", at: pointer, sent: problem.sent,
                    expected: "an unknown status, kept apart from a revocation")
            } else {
                log.add(
                    problem.code, at: pointer, sent: problem.sent, expected: problem.expected, blocks: problem.blocks)
            }
            return .unavailable(takenAsRevoked: isRevocation)
        }
    }

    private func statusList(
        _ entry: StatusListEntry, issuer: String, now: Int64
    ) async -> StatusListCache.Entry {
        let oldest = now - Int64(behaviour.caching.statusSeconds)
        if let held = statusLists.entry(entry.listURL, notBefore: oldest) { return held }
        switch await source.document(at: entry.listURL, for: .statusList) {
        case .failure(let problem):
            let (code, sent) = problem.diagnosis(of: entry.listURL, for: .statusList)
            // Not kept: an unreachable host is asked again the next time.
            return .init(
                list: .failure(
                    .init(code: code, sent: sent, expected: "the status list at \(entry.listURL)", blocks: false)),
                fetchedAt: now)
        case .success(let document):
            let content = ContentDigest(of: document.bytes)
            let trusted = now - Int64(behaviour.caching.documentSeconds)
            if var held = statusLists.entry(entry.listURL, of: content, verifiedSince: trusted) {
                held.fetchedAt = document.fetchedAt
                statusLists.keep(held, for: entry.listURL)
                return held
            }
            let list = await read(document, entry: entry, issuer: issuer, now: max(now, document.fetchedAt))
            let held = StatusListCache.Entry(
                list: list, fetchedAt: document.fetchedAt, verifiedAt: document.fetchedAt, content: content,
                published: (try? table.analysis(of: document.bytes).opening.get()).flatMap {
                    try? StatusList(reading: $0.credential)
                })
            statusLists.keep(held, for: entry.listURL)
            return held
        }
    }

    /// Verifies a status list credential and unpacks its bits.
    private func read(
        _ document: FetchedDocument, entry: StatusListEntry, issuer: String, now: Int64
    ) async -> Result<BitstringStatusList, StatusListCache.StatusProblem> {
        let analysis = table.analysis(of: document.bytes)
        guard case .success(let opened) = analysis.opening else {
            return .failure(
                .init(
                    code: "envelope-malformed", sent: document.url, expected: "a status list credential", blocks: true))
        }
        var log = FindingLog(subject: .init(url: document.url, type: nil))
        checkMediaType(document, analysis: analysis, log: &log)
        checkEnvelope(opened, log: &log)
        await checkProof(opened, content: analysis.digest, now: now, log: &log)
        checkValidity(opened.terms, now: now, log: &log)
        if let first = log.findings.first(where: \.blocks) {
            return .failure(.init(code: first.code, sent: first.sent, expected: first.expected, blocks: true))
        }
        if behaviour.verifying.statusIssuer == .sameOnly, let signer = opened.issuer, signer != issuer {
            return .failure(
                .init(code: "status-issuer-differs", sent: "a list signed by \(signer)", expected: issuer, blocks: true)
            )
        }
        let encoded = opened.encodedList
        if let known = statusLists.list(encodedAs: encoded, at: entry.listURL) { return .success(known) }
        let tolerates = behaviour.verifying.statusEncoding == .tolerant
        do {
            return .success(try BitstringStatusList.decode(encoded, isTolerant: tolerates))
        } catch {
            return .failure(Self.problem(error))
        }
    }

    static func problem(_ error: StatusListError) -> StatusListCache.StatusProblem {
        let (code, sent, expected): (String, String, String) =
            switch error {
            case .missingMultibasePrefix: ("encodedlist-prefix", "base64url without a prefix", "u before base64url")
            case .notGzip: ("compression-differs", "a list that gzip can't expand", "a list compressed with gzip")
            case .tooShort(let length): ("list-too-short", "\(length) entries", "131072 entries or more")
            default: ("data-model-violation", "\(error)", "an encoded status list")
            }
        return .init(code: code, sent: sent, expected: expected, blocks: true)
    }
}
