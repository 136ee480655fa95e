import Platforms
import Records
import UNTP

/// What a platform showed that it can do, in words: counted from the results, never from what it says of itself.
struct ShownCapabilities {
    private let record: TrialRecord
    private let description: AdapterDescription?

    init(_ record: TrialRecord, description: AdapterDescription?) {
        self.record = record
        self.description = description
    }

    var sentences: [String] { issuing + reading + refusing + peers }

    /// Of each kind of credential, how many peers read it.
    private var issuing: [String] {
        var kinds: [String] = []
        var counts: [String: (read: Int, all: Int)] = [:]
        for result in record.results where result.direction == .isRead && !result.peer.isEmpty {
            let kind = result.id.split(separator: "/").dropLast().joined(separator: "/")
            guard kind.hasPrefix("issued/") || kind.hasPrefix("offered/") else { continue }
            if counts[kind] == nil { kinds.append(kind) }
            let isRead = result.outcome == .passed || result.outcome == .passedWithLoss
            counts[kind, default: (0, 0)].read += isRead ? 1 : 0
            counts[kind, default: (0, 0)].all += 1
        }
        return kinds.compactMap { kind in
            counts[kind].map { "\(Self.name(of: kind)): \($0.read) of \($0.all) peers read it." }
        }
    }

    private static func name(of kind: String) -> String {
        let parts = kind.split(separator: "/").map(String.init)
        guard parts.count == 4, parts[0] == "issued", let type = CredentialType(rawValue: parts[1]) else {
            return "Has \(parts.dropFirst().joined(separator: "/"))"
        }
        return "Issues a \(type.label) of release \(parts[2]), \(form(parts[3]))"
    }

    private static func form(_ name: String) -> String {
        switch SecuringForm(rawValue: name) {
        case .enveloped: "as an enveloped token"
        case .token: "as a token"
        case .embedded: "with an embedded proof"
        case .unsecured, nil: "without a proof"
        }
    }

    /// The kinds of sound credentials that it reads.
    private var reading: [String] {
        let sound = record.results.filter { $0.id.hasPrefix("positive/sound/") && $0.isTried }
        guard !sound.isEmpty else { return [] }
        let passed = sound.filter { $0.outcome == .passed }
        let releases = passed.reduce(into: [String]()) { releases, result in
            let parts = result.id.split(separator: "/").map(String.init)
            if parts.count == 5, !releases.contains(parts[3]) { releases.append(parts[3]) }
        }
        let which = releases.isEmpty ? "" : " (releases \(releases.joined(separator: ", ")))"
        return ["Reads \(passed.count) of \(sound.count) kinds of sound credentials that it says it verifies\(which)."]
    }

    /// How many of the negative cases it sees through, the altered ones apart.
    private var refusing: [String] {
        let negative = record.results.filter { $0.group == "negative" && $0.direction == .reads && $0.isTried }
        guard !negative.isEmpty else { return [] }
        let altered = negative.filter { $0.id.hasPrefix("negative/altered") }
        func share(_ results: [TrialResult]) -> String {
            let refused = results.filter { !$0.isAcceptedWrongly }.count
            return refused == results.count ? "all \(results.count)" : "\(refused) of \(results.count)"
        }
        return [
            "Does not accept \(share(negative)) credentials that are wrong"
                + (altered.isEmpty ? "." : ", among them \(share(altered)) that were altered.")
        ]
    }

    private var peers: [String] {
        let tried = record.results.filter { $0.id.hasPrefix("peer/") && $0.isTried }
        guard !tried.isEmpty else { return [] }
        let names = Set(tried.map(\.peer))
        let whole = names.filter { name in
            tried.filter { $0.peer == name }.allSatisfy { $0.outcome == .passed }
        }
        return ["Reads everything of \(whole.count) of \(names.count) peers as they write it."]
    }
}

extension TrialResult {
    /// Whether the platform was really asked.
    fileprivate var isTried: Bool { outcome == .passed || outcome == .passedWithLoss || outcome == .failed }
}
