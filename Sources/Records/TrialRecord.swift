/// What came of holding a platform outside against the virtual peers.
package struct TrialRecord: Sendable, Hashable, Codable {
    package var subject: Subject
    /// The time that the peers took it to be, ISO 8601.
    package var at: String
    package var peers: [TrialPeer]
    package var results: [TrialResult]
    /// What the platform showed that it can do, a sentence each.
    package var shown: [String]
    /// What was not there to be tried, a sentence each; no failure of the platform.
    package var missing: [String]
    /// What else a reader has to know, such as that samples are not signed.
    package var notes: [String]
    /// What the folder that was tried holds; empty for other platforms.
    package var documents: [TrialDocument]
    package var artefacts: [Artefact]

    /// The platform that was held against the peers.
    package struct Subject: Sendable, Hashable, Codable {
        package var name: String
        package var version: String
        /// `folder`, `command` or `http`.
        package var kind: String
        /// The folder, the command or the base URL.
        package var location: String

        package init(name: String, version: String, kind: String, location: String) {
            self.name = name
            self.version = version
            self.kind = kind
            self.location = location
        }
    }

    package init(
        subject: Subject, at: String, peers: [TrialPeer] = [], results: [TrialResult] = [], shown: [String] = [],
        missing: [String] = [], notes: [String] = [], documents: [TrialDocument] = [], artefacts: [Artefact] = []
    ) {
        self.subject = subject
        self.at = at
        self.peers = peers
        self.results = results
        self.shown = shown
        self.missing = missing
        self.notes = notes
        self.documents = documents
        self.artefacts = artefacts
    }
}

/// A virtual platform that took part.
package struct TrialPeer: Sendable, Hashable, Codable {
    package var name: String
    package var title: String
    /// What it does otherwise than the specifications, a setting each.
    package var deviations: [String]

    package init(name: String, title: String, deviations: [String]) {
        self.name = name
        self.title = title
        self.deviations = deviations
    }
}

/// What came of one case.
package struct TrialResult: Sendable, Hashable, Codable {
    /// The case, such as `negative/altered/dpp`; with `--only` it can be run alone.
    package var id: String
    package var group: String
    package var direction: Direction
    /// The peer on the other side; empty where the case has none.
    package var peer: String
    /// The credential type, such as `dpp`; empty where the case is about none.
    package var credentialType: String
    package var proves: String
    package var outcome: Outcome
    /// Whether the platform took for valid what is not: the loudest finding there is.
    package var isAcceptedWrongly: Bool
    /// What a right answer is, and what was answered.
    package var expected: String
    package var found: String
    /// The failure mode, its name and who departs from the specification; empty where there is none.
    package var code: String
    package var title: String
    package var responsible: String
    package var pointer: String
    package var clause: String
    package var strength: String
    /// What the vendor can do.
    package var remedy: String
    /// A command that runs this case alone.
    package var reproduce: String
    /// Paths of the files with the exact bytes, relative to `artefacts/`.
    package var artefacts: [String]

    /// Which side reads.
    package enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
        /// The platform reads what a peer or the test plan issued.
        case reads
        /// A peer reads what the platform issued.
        case isRead
    }

    /// Whether the platform that was tried has something to mend: it failed, the peer doesn't depart, and the
    /// specification doesn't leave it open.
    package var isOwnFailure: Bool {
        guard outcome == .failed else { return false }
        return direction == .reads ? responsible != "issuer" : responsible != "verifier" && responsible != "ambiguous"
    }

    /// The six states of a pair, and what was not tried.
    package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        case passed, passedWithLoss, failed, notSupported, notReached, environment, skipped
    }

    package init(
        id: String, group: String, direction: Direction, peer: String = "", credentialType: String = "",
        proves: String, outcome: Outcome, isAcceptedWrongly: Bool = false, expected: String = "", found: String = "",
        code: String = "", title: String = "", responsible: String = "", pointer: String = "", clause: String = "",
        strength: String = "", remedy: String = "", reproduce: String = "", artefacts: [String] = []
    ) {
        self.id = id
        self.group = group
        self.direction = direction
        self.peer = peer
        self.credentialType = credentialType
        self.proves = proves
        self.outcome = outcome
        self.isAcceptedWrongly = isAcceptedWrongly
        self.expected = expected
        self.found = found
        self.code = code
        self.title = title
        self.responsible = responsible
        self.pointer = pointer
        self.clause = clause
        self.strength = strength
        self.remedy = remedy
        self.reproduce = reproduce
        self.artefacts = artefacts
    }
}
