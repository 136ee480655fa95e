import Credentials
import Platforms
import UNTP

/// What really is so, for comparison with what platforms made of it. No platform ever asks it.
struct Truth: Sendable {
    private let start: Int64
    private let facilities: [String: Enrolment.Facility]
    /// Whether a party's certificate is ever withdrawn.
    private let hasWithdrawals: Bool
    /// When a status entry was really set, by list and index.
    private var revocations: [Status: Int64]

    private struct Status: Hashable {
        let list: String
        let index: Int
    }

    /// When evidence is withdrawn that was good before.
    struct Withdrawal: Sendable, Hashable {
        /// In Unix seconds.
        let at: Int64
        /// The failure mode that it is from then on.
        let code: String
        /// The most that a consignment reaches which was judged on it.
        let level: Platforms.EvidenceLevel
    }

    init(world: World, enrolment: Enrolment) {
        start = world.scenario.startUnixSeconds
        facilities = enrolment.facilities
        hasWithdrawals = world.scenario.parties.contains { $0.certificate.isWithdrawn(at: .max, start: 0) }
        revocations = [:]
        let certificates =
            enrolment.certificates.values.flatMap(\.self) + enrolment.forgeries.values.flatMap(\.values).flatMap(\.self)
        for certificate in certificates { note(certificate, world: world) }
    }

    /// Takes note of a certificate as it is issued: when it is withdrawn was settled before the run.
    mutating func note(_ certificate: Enrolment.Certificate, world: World) {
        guard let position = certificate.credential.status,
            let platform = world.platforms[certificate.certifier.platform]
        else { return }
        let list = platform.statusURL(of: certificate.certifier.slug, list: position.list)
        if let at = certificate.revokedAt { revocations[Status(list: list, index: position.index)] = at }
        if let at = certificate.suspendedAt {
            revocations[Status(list: list + Platform.suspensionSuffix, index: position.index)] = at
        }
    }

    /// Takes note of a revocation that was not settled before the run.
    mutating func note(revocationOf index: Int, in list: String, at time: Int64) {
        revocations[Status(list: list, index: index)] = time
    }

    /// The withdrawals of what evidence rests on, after a time, the first of them first; what becomes of certificates is
    /// settled before the run.
    func withdrawals(of supports: [Support], after time: Int64) -> [Withdrawal] {
        guard !revocations.isEmpty else { return [] }
        let withdrawals = supports.compactMap { support -> Withdrawal? in
            let entry = support.status
            guard let at = revocations[Status(list: entry.listURL, index: entry.index)], at > time else { return nil }
            let isSuspension = entry.listURL.hasSuffix(Platform.suspensionSuffix)
            return Withdrawal(
                at: at, code: isSuspension ? "certificate-suspended" : "certificate-revoked",
                level: support.levelWithout)
        }
        return Set(withdrawals).sorted { ($0.at, $0.level, $0.code) < ($1.at, $1.level, $1.code) }
    }

    /// Whether any of the status entries was set by a time.
    func isWithdrawn(anyOf entries: [StatusListEntry], at now: Int64) -> Bool {
        entries.contains { entry in
            revocations[Status(list: entry.listURL, index: entry.index)].map { $0 <= now } ?? false
        }
    }

    // MARK: Silent failures

    /// What a platform misread or overlooked without noticing.
    func misreadings(of dossier: Dossier, batch: Batch?, by verifier: String, at now: Int64) -> [Finding] {
        var findings: [Finding] = []
        func add(_ code: String, sent: String, expected: String, url: String, type: CredentialType) {
            guard !findings.contains(where: { $0.code == code && $0.subject.url == url }) else { return }
            findings.append(
                Finding(
                    code, sent: sent, expected: expected, blocks: false, subject: .init(url: url, type: type)))
        }
        for verdict in dossier.verdicts {
            for status in verdict.reading.status {
                guard let (code, sent) = misjudgement(of: status, at: now) else { continue }
                add(
                    code, sent: sent, expected: truth(of: status, at: now), url: verdict.url, type: verdict.type ?? .dcc
                )
            }
            if let term = verdict.reading.caughtTerms.first {
                add(
                    "scoped-vocab-hides-typos", sent: "the property \(term), taken for a new term",
                    expected: "a property that the release defines", url: verdict.url, type: verdict.type ?? .dcc)
            }
            if let term = verdict.reading.droppedTerms.first {
                add(
                    "undefined-term-dropped", sent: "the property at \(term)", expected: "a property that is kept",
                    url: verdict.url, type: verdict.type ?? .dpp)
            }
        }
        guard let batch else { return findings }
        if let seen = dossier.readings.linksInHeader,
            let missed = batch.linked.first(where: { !seen.contains($0) })
        {
            add(
                "link-header-truncated", sent: "\(seen.count) links in the header", expected: "a link to \(missed)",
                url: missed, type: .dpp)
        }
        if let time = dossier.readings.eventTime, abs(time - batch.made) > 60,
            let event = dossier.verdicts.first(where: { $0.type == .dte })?.url
        {
            add(
                "event-zone-lost", sent: DateTimeStamp.text(unixSeconds: time),
                expected: DateTimeStamp.text(unixSeconds: batch.made), url: event, type: .dte)
        }
        let passport = dossier.passport?.url
        if let footprint = dossier.readings.footprint, let real = batch.footprint, let passport,
            abs(footprint / real - 1) > 0.02
        {
            add(
                "basis-of-value-differs", sent: "\(footprint) for one \(batch.product.unit)",
                expected: "\(Self.rounded(real)) for one \(batch.product.unit)", url: passport, type: .dpp)
        }
        let event = dossier.verdicts.first { $0.type == .dte }?.url
        if let quantity = dossier.readings.quantity, let event {
            let unit = dossier.readings.quantityUnit ?? "none"
            if !Rec20.isKnown(unit) {
                add("unit-code-free-text", sent: unit, expected: batch.product.unit, url: event, type: .dte)
            }
            if quantity > batch.quantity * 1.01 {
                add(
                    "duplicate-event", sent: "\(quantity) in all", expected: "\(batch.quantity)", url: event, type: .dte
                )
            }
        }
        if let latitude = dossier.readings.latitude, let real = facilities[batch.producer.name],
            let record = dossier.verdicts.first(where: { $0.type == .dfr })?.url,
            abs(latitude - real.latitude) > 0.5
        {
            add(
                "coordinate-order", sent: "latitude \(latitude)", expected: "latitude \(Self.rounded(real.latitude))",
                url: record, type: .dfr)
        }
        return findings
    }

    private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

    /// The credentials that a platform took for withdrawn and that are not, by URL, among those that it looked at.
    func wronglyRevoked(in dossier: Dossier, at now: Int64) -> [String] {
        dossier.verdicts.filter { verdict in
            verdict.reading.status.contains { status in
                guard case .bit(isSet: true, listAgeSeconds: _) = status.decision,
                    !status.listURL.hasSuffix(Self.refreshSuffix)
                else { return false }
                return revocations[Status(list: status.listURL, index: status.index)].map { $0 > now } ?? true
            }
        }.map(\.url)
    }

    private static let refreshSuffix = "/refresh"

    /// A withdrawal that was overlooked, and why.
    private func misjudgement(of status: StatusReading, at now: Int64) -> (code: String, sent: String)? {
        let revokedAt = revocations[Status(list: status.listURL, index: status.index)].flatMap { $0 <= now ? $0 : nil }
        switch status.decision {
        case .notChecked: return revokedAt == nil ? nil : ("status-never-checked", "taken as valid, unchecked")
        case .bit(let isSet, let age):
            guard let revokedAt, !isSet, !status.listURL.hasSuffix(Self.refreshSuffix) else { return nil }
            return now - age < revokedAt
                ? ("stale-status-cache", "valid by a list \(age / 3600) hours old") : ("bit-order", "taken as valid")
        case .unavailable: return nil
        }
    }

    private func truth(of status: StatusReading, at now: Int64) -> String {
        let revokedAt = revocations[Status(list: status.listURL, index: status.index)]
        return revokedAt.map { $0 <= now } ?? false
            ? "revoked on \(DateTimeStamp.day(unixSeconds: revokedAt ?? now))" : "not revoked"
    }

    // MARK: Soundness

    /// Whether a batch's evidence is what it should be, in truth: honest passports, and certificates that were in date when
    /// it was made, are not revoked and about the right facility, in the tiers that are required. What is certified on paper
    /// is so in truth, and what nobody assessed may be so.
    func isSound(_ batch: Batch, tiers: Int, at now: Int64) -> Bool {
        var tier = [batch]
        for depth in 0...tiers where !tier.isEmpty {
            guard tier.allSatisfy({ isSound($0, at: now) }) else { return false }
            tier = depth < tiers ? tier.flatMap { $0.inputs.map(\.batch) } : []
        }
        return true
    }

    /// Whether what it claims to be certified rests on a certificate that was withdrawn since.
    func restsOnWithdrawn(_ batch: Batch, at now: Int64) -> Bool {
        hasWithdrawals && batch.restsOnWithdrawn(at: now, start: start)
    }

    private func isSound(_ batch: Batch, at now: Int64) -> Bool {
        if batch.isMixed || batch.isFalselyCertified || restsOnWithdrawn(batch, at: now) { return false }
        let producer = batch.producer
        guard !batch.isAltered, batch.deeds.isEmpty, producer.unevidencedClaims.isEmpty else { return false }
        return !batch.restsOnCertificate || producer.certificate.isInOrder(for: batch.made, at: now, start: start)
    }
}
