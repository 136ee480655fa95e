import Credentials
import Platforms
import Records
import UNTP

/// The results of a trial as they come in.
struct TrialBook {
    private let subject: TrialSubject
    private let options: Trial.Options
    private let progress: (Trial.Progress) -> Void
    private var description: AdapterDescription?
    private(set) var results: [TrialResult] = []
    private var artefacts: [Artefact] = []
    private var missing: [String]
    private var notes: [String]
    /// How often in a row there was no usable answer.
    private var silence = 0

    /// After so many failures in a row nothing more is asked: each may have taken as long as the time limit.
    private static let patience = 5

    init(subject: TrialSubject, options: Trial.Options, progress: @escaping (Trial.Progress) -> Void) {
        self.subject = subject
        self.options = options
        self.progress = progress
        missing = subject.missing
        notes = subject.notes
    }

    mutating func describe(_ description: AdapterDescription) { self.description = description }

    /// Whether a case is to be run at all.
    func includes(_ id: String, tags: Set<String>) -> Bool { options.selection.includes(id, tags: tags) }

    /// Whether the platform has answered nothing for so long that it is asked no more.
    var hasGivenUp: Bool { silence >= Self.patience }

    /// Adds a sentence on what was not there, once.
    mutating func miss(_ sentence: String) {
        if !missing.contains(sentence) { missing.append(sentence) }
    }

    mutating func note(_ sentence: String) {
        if !notes.contains(sentence) { notes.append(sentence) }
    }

    // MARK: Results

    /// Adds a result; what failed gets the command that runs it alone and the bytes that it is about.
    mutating func add(_ result: TrialResult, bytes: @autoclosure () -> [Artefact] = []) {
        silence = 0
        enter(result, bytes: bytes())
    }

    private mutating func enter(_ result: TrialResult, bytes: @autoclosure () -> [Artefact]) {
        var result = result
        if result.outcome == .failed {
            result.reproduce = options.command(result.reproduce.isEmpty ? result.id : result.reproduce)
            let files = bytes()
            result.artefacts = files.map(\.path)
            artefacts += files
        }
        results.append(result)
        progress(Trial.Progress(done: results.count, id: result.id))
    }

    /// Adds a result for a case that got no usable answer.
    ///
    /// - Parameter again: What selects it, where it is no case by itself.
    mutating func fail(
        _ id: String, group: TrialCase.Group, direction: TrialResult.Direction, peer: String = "", type: String = "",
        proves: String, _ failure: AdapterFailure, again: String = "", bytes: @autoclosure () -> [Artefact] = []
    ) {
        var result = TrialResult(
            id: id, group: group.rawValue, direction: direction, peer: peer, credentialType: type, proves: proves,
            outcome: .failed, expected: "an answer", found: failure.description, title: "No usable answer",
            responsible: direction == .reads ? "verifier" : "issuer", clause: "Adapter contract, \(failure.method)",
            strength: "MUST", remedy: failure.remedy, reproduce: again)
        if case .notSupported = failure.reason {
            result.outcome = .notSupported
            result.responsible = ""
            result.remedy = ""
            result.reproduce = ""
            return add(result)
        }
        if case .refused = failure.reason { silence = 0 } else { silence += 1 }
        enter(result, bytes: bytes() + failure.artefacts(of: id))
    }

    /// Adds a result for a case that could not be tried because of what happened before.
    mutating func skip(
        _ id: String, group: TrialCase.Group, direction: TrialResult.Direction, peer: String = "", type: String = "",
        proves: String, _ outcome: TrialResult.Outcome, because reason: String
    ) {
        enter(
            TrialResult(
                id: id, group: group.rawValue, direction: direction, peer: peer, credentialType: type, proves: proves,
                outcome: outcome, found: reason), bytes: [])
    }

    static let givenUp = "nothing more was asked after \(patience) failures in a row"

    // MARK: The record

    var record: TrialRecord {
        var record = TrialRecord(
            subject: .init(
                name: description?.name ?? subject.location, version: description?.version ?? "", kind: subject.kind,
                location: subject.location),
            at: DateTimeStamp.text(unixSeconds: options.now),
            peers: options.peers.map { peer in
                TrialPeer(
                    name: peer.name, title: peer.title,
                    deviations: peer.behaviour.deviations.map { "\($0.path): \($0.value)" })
            }, results: results, missing: missing, notes: notes,
            documents: subject.documents, artefacts: artefacts)
        record.shown = ShownCapabilities(record, description: description).sentences
        return record
    }
}

extension AdapterFailure {
    /// What the vendor can do about it.
    fileprivate var remedy: String {
        switch reason {
        case .notReachable: "Let the platform start and answer at the place that was named."
        case .ended: "Keep the process running for as long as its input is open, whatever it is asked."
        case .timedOut: "Answer within the time limit; say `indeterminate` where something can't be found out in time."
        case .flooded: "Answer with one message of no more than the limit, and log elsewhere."
        case .malformed: "Answer with a message as the contract has it, one for each that is asked."
        case .refused: "Answer with a verdict also where the credential can't be read: `invalid` or `unsupported`."
        case .notSupported: ""
        }
    }

    /// What was said to it, and what came back.
    fileprivate func artefacts(of id: String) -> [Artefact] {
        [("sent.txt", sent), ("received.txt", received)].filter { !$0.1.isEmpty }.map { name, text in
            Artefact(path: QuestionFiles.folder(of: id) + "/" + name, bytes: Array(text.utf8))
        }
    }
}
