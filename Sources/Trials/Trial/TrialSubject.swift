package import Platforms
package import Records

/// A platform outside as it comes to a trial.
package struct TrialSubject: Sendable {
    package let adapter: any Adapter
    /// `folder`, `command` or `http`.
    package let kind: String
    /// The folder, the command or the base URL.
    package let location: String
    /// Credentials that are there already, beside those that the platform issues when it is asked to.
    package let offered: [OfferedCredential]
    /// Host names for which the platform answers, beside those of its services.
    package let hosts: Set<String>
    /// What is not there to be tried, a sentence each.
    package let missing: [String]
    /// What else a reader has to know, a sentence each.
    package let notes: [String]
    /// What a folder holds.
    package let documents: [TrialDocument]
    /// Where the made-up issuers' documents have to be for the platform to fetch them; nil where it is given them.
    package let origin: TrialOrigin?

    /// Whether it is a folder, which has what it has.
    var isFolder: Bool { kind == "folder" }

    package init(
        adapter: any Adapter, kind: String, location: String, offered: [OfferedCredential] = [],
        hosts: Set<String> = [], missing: [String] = [], notes: [String] = [], documents: [TrialDocument] = [],
        origin: TrialOrigin? = nil
    ) {
        self.documents = documents
        self.origin = origin
        self.adapter = adapter
        self.kind = kind
        self.location = location
        self.offered = offered
        self.hosts = hosts
        self.missing = missing
        self.notes = notes
    }
}

/// A credential that a platform outside has already, with the name under which people know it, such as a file's.
package struct OfferedCredential: Sendable {
    package let name: String
    package let document: OutsideDocument

    package init(name: String, document: OutsideDocument) {
        self.name = name
        self.document = document
    }
}

/// A virtual platform that a platform outside is held against.
package struct PeerProfile: Sendable {
    /// In kebab-case; part of host names and of the ids of cases.
    package let name: String
    package let title: String
    package let behaviour: BehaviourProfile

    package init(name: String, title: String, behaviour: BehaviourProfile) {
        self.name = name
        self.title = title
        self.behaviour = behaviour
    }
}
