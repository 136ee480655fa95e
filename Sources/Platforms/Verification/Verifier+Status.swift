import Credentials
import JSON
import Synchronization

/// Status lists that a verifier has read, with when it read them.
package final class StatusListCache: Sendable {
    // A class, because the verifiers of one platform share what was read.
    private let lists = Mutex<[String: Entry]>([:])

    /// A list as it was read; a class, because it never changes and is looked at far more often than read.
    final class Entry: Sendable {
        /// The list, if it could be read.
        let unpacked: UnpackedStatusList?
        /// Why it could not.
        let problem: StatusProblem?
        let fetchedAt: Int64
        let verifiedAt: Int64
        /// The content that the list was read from; nil where it could not be had.
        let content: ContentDigest?
        /// Whose list it is; nil where it could not be read.
        let signer: String?
        /// Until when the list itself allows it to be used.
        private let usableUntil: Int64

        init(
            _ list: Result<UnpackedStatusList, StatusProblem>, fetchedAt: Int64, verifiedAt: Int64 = 0,
            content: ContentDigest? = nil, signer: String? = nil
        ) {
            self.signer = signer
            switch list {
            case .success(let list): (unpacked, problem) = (list, nil)
            case .failure(let found): (unpacked, problem) = (nil, found)
            }
            self.fetchedAt = fetchedAt
            self.verifiedAt = verifiedAt
            self.content = content
            usableUntil = unpacked?.list.usableUntil(readAt: fetchedAt) ?? .max
        }

        /// The same content, fetched again.
        init(_ entry: Entry, fetchedAt: Int64) {
            unpacked = entry.unpacked
            problem = entry.problem
            verifiedAt = entry.verifiedAt
            content = entry.content
            signer = entry.signer
            self.fetchedAt = fetchedAt
            usableUntil = unpacked?.list.usableUntil(readAt: fetchedAt) ?? .max
        }

        /// Whether it was read not too long ago for the reader or for the list itself.
        func isUsable(notBefore oldest: Int64, now: Int64) -> Bool { fetchedAt >= oldest && now <= usableUntil }
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

    /// What was read at a URL, if that is not too long ago for the reader or for the list itself.
    func entry(_ url: String, notBefore oldest: Int64, now: Int64) -> Entry? {
        lists.withLock { lists in
            guard let entry = lists[url], entry.isUsable(notBefore: oldest, now: now) else { return nil }
            return entry
        }
    }

    /// The lists that were read not too long ago, for a look at many statuses.
    struct Recent {
        fileprivate let lists: [String: Entry]
        fileprivate let oldest: Int64
        fileprivate let now: Int64
        /// What was looked at last: the statuses of one issuer are mostly in one list.
        private var lastURL = ""
        private var lastList: UnpackedStatusList?

        fileprivate init(_ lists: [String: Entry], oldest: Int64, now: Int64) {
            (self.lists, self.oldest, self.now) = (lists, oldest, now)
        }

        /// Whether a list says that nothing is set for credentials with entries like one, but for their positions.
        mutating func isClear(_ status: StatusListEntry, at positions: [Int]) -> Bool {
            list(at: status.listURL).map { status.isClear(at: positions, in: $0) } ?? false
        }

        private mutating func list(at url: String) -> UnpackedStatusList? {
            if lastURL != url {
                let held = lists[url]
                lastList = held?.isUsable(notBefore: oldest, now: now) ?? false ? held?.unpacked : nil
                lastURL = url
            }
            return lastList
        }
    }

    /// Looks at the lists that were read not too long ago.
    func reading<Answer>(
        notBefore oldest: Int64, now: Int64, _ look: (inout Recent) -> Answer
    ) -> Answer {
        var recent = Recent(lists.withLock(\.self), oldest: oldest, now: now)
        return look(&recent)
    }

    /// What was last read at a URL, if it had some content and was verified not too long ago.
    func entry(_ url: String, of content: ContentDigest, verifiedSince oldest: Int64) -> Entry? {
        lists.withLock { lists in
            guard let entry = lists[url], entry.content == content, entry.verifiedAt >= oldest else { return nil }
            return entry
        }
    }

    /// The list that was last read at a URL, however long ago.
    func list(at url: String) -> UnpackedStatusList? {
        lists.withLock { $0[url]?.unpacked }
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
        guard behaviour.verifying.status == .checked else {
            reading.status += terms.status.compactMap { try? $0.get() }.map {
                StatusReading(listURL: $0.listURL, index: $0.index, decision: .notChecked)
            }
            return
        }
        for entry in terms.status {
            switch entry {
            case .success(let entry) where behaviour.verifying.statusFamilies.reads(entry.family):
                reading.status.append(await check(entry, issuer: terms.issuer, now: now, log: &log))
            case .success(let entry): refuse(entryType: entry.family.entryType, log: &log)
            case .failure(.unknownType(let type)): refuse(entryType: type, log: &log)
            case .failure(let error):
                log.add(
                    "data-model-violation", at: "/credentialStatus", sent: "\(error)",
                    expected: "a status entry with purpose, index and list")
            }
        }
    }

    private func refuse(entryType: String, log: inout FindingLog) {
        let families = StatusFamily.allCases.filter(behaviour.verifying.statusFamilies.reads)
        log.add(
            "status-family-differs", at: "/credentialStatus/type", sent: entryType,
            expected: families.map(\.entryType).joined(separator: " or "))
    }

    private func check(
        _ entry: StatusListEntry, issuer: String, now: Int64, log: inout FindingLog
    ) async -> StatusReading {
        let held = await statusList(entry, issuer: issuer, now: now)
        var reading = StatusReading(listURL: entry.listURL, index: entry.index, decision: .unavailable)
        reading.otherSigner = held.signer.flatMap { $0 == issuer ? nil : $0 }
        var found = held.problem
        if let list = held.unpacked {
            do throws(StatusListError) {
                let isSet = isSet(try entry.status(in: list), of: entry, log: &log)
                reading.decision = .bit(isSet: isSet, listAgeSeconds: now - held.fetchedAt)
                return reading
            } catch {
                found = Self.problem(error)
            }
        }
        guard let problem = found else { return reading }
        let isRevocation = behaviour.verifying.statusFailure == .revoked
        if isRevocation, !problem.blocks {
            log.add(
                "unreachable-shown-as-revoked", at: "/credentialStatus", sent: problem.sent,
                expected: "an unknown status, kept apart from a revocation")
        } else {
            log.add(
                problem.code, at: "/credentialStatus", sent: problem.sent, expected: problem.expected,
                blocks: problem.blocks)
        }
        return reading
    }

    /// Whether a status stops the use of the credential, as the verifier has it.
    private func isSet(_ status: EntryStatus, of entry: StatusListEntry, log: inout FindingLog) -> Bool {
        guard status.isSet else { return false }
        let sent = "index \(entry.index) of \(entry.listURL) is set"
        switch entry.purpose {
        case "revocation":
            log.add("certificate-revoked", at: "/credentialStatus", sent: sent, expected: "a status that is not set")
        case "suspension":
            log.add("certificate-suspended", at: "/credentialStatus", sent: sent, expected: "a status that is not set")
        default:
            guard behaviour.verifying.statusPurposes == .anyBit else { return false }
            let meaning = status.message.map { ": \($0)" } ?? ""
            log.add(
                "several-status-entries", at: "/credentialStatus",
                sent: "an entry for \(entry.purpose) that is set\(meaning)", expected: "no entry that is set")
        }
        return true
    }

    private func statusList(
        _ entry: StatusListEntry, issuer: String, now: Int64
    ) async -> StatusListCache.Entry {
        let oldest = now - Int64(behaviour.caching.statusSeconds)
        if let held = statusLists.entry(entry.listURL, notBefore: oldest, now: now) { return held }
        switch await source.document(at: entry.listURL, for: .statusList) {
        case .failure(let problem):
            let (code, sent) = problem.diagnosis(of: entry.listURL, for: .statusList)
            // Not kept: an unreachable host is asked again the next time.
            return .init(
                .failure(
                    .init(code: code, sent: sent, expected: "the status list at \(entry.listURL)", blocks: false)),
                fetchedAt: now)
        case .success(let document):
            let content = table.digest(of: document.bytes)
            let trusted = now - Int64(behaviour.caching.documentSeconds)
            if let known = statusLists.entry(entry.listURL, of: content, verifiedSince: trusted) {
                let held = StatusListCache.Entry(known, fetchedAt: document.fetchedAt)
                statusLists.keep(held, for: entry.listURL)
                return held
            }
            let (list, signer) = await read(document, entry: entry, issuer: issuer, now: max(now, document.fetchedAt))
            let held = StatusListCache.Entry(
                list, fetchedAt: document.fetchedAt, verifiedAt: document.fetchedAt, content: content, signer: signer)
            statusLists.keep(held, for: entry.listURL)
            return held
        }
    }

    /// Verifies a status list credential and unpacks its bits; with them, whose list it is.
    private func read(
        _ document: FetchedDocument, entry: StatusListEntry, issuer: String, now: Int64
    ) async -> (list: Result<UnpackedStatusList, StatusListCache.StatusProblem>, signer: String?) {
        let analysis = table.analysis(of: document.bytes)
        guard case .success(let opened) = analysis.opening else {
            return (
                .failure(
                    .init(
                        code: "envelope-malformed", sent: document.url, expected: "a status list credential",
                        blocks: true)), nil
            )
        }
        return (await unpack(opened, in: document, analysis, entry: entry, issuer: issuer, now: now), opened.issuer)
    }

    private func unpack(
        _ opened: CredentialReading, in document: FetchedDocument, _ analysis: CredentialAnalysis,
        entry: StatusListEntry, issuer: String, now: Int64
    ) async -> Result<UnpackedStatusList, StatusListCache.StatusProblem> {
        var log = FindingLog(subject: .init(url: document.url, type: nil))
        checkMediaType(document, analysis: analysis, log: &log)
        checkEnvelope(opened, log: &log)
        await checkProof(opened, of: document, content: analysis.digest, now: now, log: &log)
        checkValidity(opened.terms, now: now, log: &log)
        if let first = log.findings.first(where: \.blocks) {
            return .failure(.init(code: first.code, sent: first.sent, expected: first.expected, blocks: true))
        }
        if behaviour.verifying.statusIssuer == .sameOnly, let signer = opened.issuer, signer != issuer {
            return .failure(
                .init(code: "status-issuer-differs", sent: "a list signed by \(signer)", expected: issuer, blocks: true)
            )
        }
        do throws(StatusListError) {
            let list = try opened.statusList.get()
            return .success(
                try list.unpacked(options: decodingOptions, reusing: statusLists.list(at: entry.listURL)))
        } catch {
            return .failure(Self.problem(error))
        }
    }

    /// What the platform accepts of a list.
    private var decodingOptions: BitstringStatusList.DecodingOptions {
        var options: BitstringStatusList.DecodingOptions =
            behaviour.verifying.statusEncoding == .tolerant ? .tolerant : .init()
        // Who takes any bit for a revocation asks for no purpose.
        options.allowsOtherPurposes = behaviour.verifying.statusPurposes == .anyBit
        return options
    }

    static func problem(_ error: StatusListError) -> StatusListCache.StatusProblem {
        let (code, sent, expected): (String, String, String) =
            switch error {
            case .missingMultibasePrefix: ("encodedlist-prefix", "base64url without a prefix", "u before base64url")
            case .notGzip: ("compression-differs", "a list that gzip can't expand", "a list compressed with gzip")
            case .tooShort(let length):
                ("list-too-short", "\(length) entries", "\(BitstringStatusList.minimumLength) entries or more")
            case .purposeDiffers(let purpose, _): ("status-purpose-differs", "\(error)", "a list for \(purpose)")
            case .familyDiffers(let family, _): ("status-family-differs", "\(error)", "a \(family.listType)")
            case .unknownListType: ("status-family-differs", "\(error)", "a list of the entry's family")
            case .indexOutOfRange(let index, let length):
                ("index-out-of-range", "index \(index)", "an index below \(length)")
            case .badBase64, .tooLarge, .missingEncodedList:
                ("data-model-violation", "\(error)", "an encoded status list")
            }
        return .init(code: code, sent: sent, expected: expected, blocks: true)
    }
}

extension BehaviourProfile.Verifying.StatusFamilies {
    /// Whether lists of a family are read.
    func reads(_ family: StatusFamily) -> Bool {
        switch (family, self) {
        case (.bitstring, _), (.statusList2021, .since2021), (.statusList2021, .since2020),
            (.revocationList2020, .since2020):
            true
        case (.statusList2021, .current), (.revocationList2020, .current), (.revocationList2020, .since2021): false
        }
    }
}
