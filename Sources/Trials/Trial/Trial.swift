import Platforms
package import Records
import UNTP

/// Holds a platform outside against the test plan and against virtual peers, in both directions.
///
/// It reads: each case of the plan and what each peer issues is given to its verifier. It is read: what it issues, or has
/// issued, is found, fetched and verified by each peer. What it does not claim to do is not counted against it, and what
/// it fails to answer is a result like any other: the trial goes on.
package struct Trial: Sendable {
    package struct Options: Sendable {
        package var peers: [PeerProfile]
        package var selection = CaseSelection.all
        /// The time at which everything happens, in Unix seconds.
        package var now: Int64
        /// Where the made-up issuers publish.
        package var origin = TrialOrigin.ownHosts
        /// A command that runs one case alone, by its id.
        package var command: @Sendable (_ id: String) -> String = { "--only \($0)" }

        package init(peers: [PeerProfile], now: Int64) {
            self.peers = peers
            self.now = now
        }
    }

    /// How far a trial is.
    package struct Progress: Sendable {
        package let done: Int
        package let id: String
    }

    private let subject: TrialSubject
    private let options: Options

    package init(_ subject: TrialSubject, options: Options) {
        self.subject = subject
        self.options = options
    }

    /// The names that `--only` and `--skip` may use before a platform was asked anything, beside those of credentials
    /// that only it knows: all cases of the plan, and those with each peer.
    package static func known(peers: [PeerProfile], now: Int64) -> [(id: String, tags: Set<String>)] {
        CasePlan(now: now).entries.map { (id: $0.id, tags: $0.tags) }
            + peers.flatMap { peer in
                CredentialType.allCases.map { (id: PeerCase.id(peer, $0), tags: PeerCase.tags(peer, $0)) }
            }
    }

    /// Runs the trial.
    package func run(progress: @escaping (Progress) -> Void = { _ in }) -> TrialRecord {
        let adapter = subject.adapter
        defer { adapter.close() }
        var book = TrialBook(subject: subject, options: options, progress: progress)
        let setting = AdapterSetting(origins: SubjectHosts.origins, now: options.now)
        do throws(AdapterFailure) {
            let description = try adapter.describe(setting)
            book.describe(description)
            ReadingTrial(adapter: adapter, description: description, options: options).run(into: &book)
            BeingReadTrial(subject: subject, description: description, options: options).run(into: &book)
        } catch {
            book.fail("describe", group: .positive, direction: .isRead, proves: "The platform says what it is.", error)
        }
        return book.record
    }
}

/// The hosts of a platform outside in the small world of a trial.
enum SubjectHosts {
    static let hosts = PlatformHosts(slug: "subject")

    static let origins: [String: String] = Dictionary(
        uniqueKeysWithValues: PlatformHosts.Service.allCases.map { ($0.rawValue, "https://" + hosts.name($0)) })
}

/// The tags of cases that are no cases of the plan.
enum CaseTags {
    static func of(_ peer: String, _ type: CredentialType?) -> Set<String> {
        Set([peer, type?.rawValue].compactMap(\.self))
    }
}
