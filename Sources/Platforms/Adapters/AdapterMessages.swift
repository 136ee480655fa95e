package import JSON
package import UNTP

// What is said to a platform outside, and what it answers. Times are Unix seconds.

/// Where a platform outside finds itself.
package struct AdapterSetting: Sendable, Hashable {
    /// Where others look for the platform: the origin (scheme, host, and a path if need be) of each of its services, by
    /// the names of `PlatformHosts.Service`.
    package var origins: [String: String]
    package var now: Int64

    package init(origins: [String: String], now: Int64) {
        self.origins = origins
        self.now = now
    }
}

/// How a credential is secured, as a whole.
package enum SecuringForm: String, Sendable, Hashable, CaseIterable {
    /// An EnvelopedVerifiableCredential with a token in it: VCDM 2.0, section 4.12.
    case enveloped
    /// A compact JWS by itself: VC-JOSE-COSE, section 3.1.
    case token
    /// A JSON document with a Data Integrity proof in it.
    case embedded
    /// A JSON document without a proof; samples are like this.
    case unsecured
}

/// What a platform outside says of itself.
package struct AdapterDescription: Sendable, Hashable {
    package var name: String
    package var version: String
    /// The DID with which it issues where it takes on no parties.
    package var issuer: String?
    package var issues: Capability?
    package var verifies: Capability?
    /// The services for which it answers requests, by the names of `PlatformHosts.Service`.
    package var serves: Set<String>
    package var enrolsParties: Bool
    package var setsStatus: Bool
    /// Whether it takes what its DID documents and linksets should point to.
    package var takesLinks: Bool
    /// Where it answers beside the origins that it was told of: scheme, host and port, as its URLs and DIDs have them.
    package var origins: [String]

    /// The credentials that it can issue, or verify.
    package struct Capability: Sendable, Hashable {
        package var types: Set<CredentialType>
        package var releases: [Release]
        package var securing: Set<SecuringForm>
        /// Signature algorithms, by their JOSE names.
        package var algorithms: Set<String>

        package init(
            types: Set<CredentialType>, releases: [Release], securing: Set<SecuringForm>, algorithms: Set<String>
        ) {
            self.types = types
            self.releases = releases
            self.securing = securing
            self.algorithms = algorithms
        }
    }

    package init(
        name: String, version: String = "", issuer: String? = nil, issues: Capability? = nil,
        verifies: Capability? = nil, serves: Set<String> = [], enrolsParties: Bool = false, setsStatus: Bool = false,
        takesLinks: Bool = false, origins: [String] = []
    ) {
        self.name = name
        self.version = version
        self.issuer = issuer
        self.issues = issues
        self.verifies = verifies
        self.serves = serves
        self.enrolsParties = enrolsParties
        self.setsStatus = setsStatus
        self.takesLinks = takesLinks
        self.origins = origins
    }
}

/// A party in whose name a platform outside issues.
package struct OutsideParty: Sendable, Hashable {
    package var slug: String
    package var name: String

    package init(slug: String, name: String) {
        self.slug = slug
        self.name = name
    }
}

/// A credential to be secured.
package struct IssueOrder: Sendable {
    /// Complete but for its proof; `issuer.id` is the DID under which it is to be issued.
    package var credential: JSONValue
    package var type: CredentialType
    package var release: Release
    package var securing: SecuringForm
    package var now: Int64

    package init(
        credential: JSONValue, type: CredentialType, release: Release, securing: SecuringForm, now: Int64
    ) {
        self.credential = credential
        self.type = type
        self.release = release
        self.securing = securing
        self.now = now
    }
}

/// A document as it is served.
package struct OutsideDocument: Sendable, Hashable {
    package var url: String
    package var status: Int
    package var contentType: String?
    package var body: [UInt8]

    package init(url: String, status: Int = 200, contentType: String?, body: [UInt8]) {
        self.url = url
        self.status = status
        self.contentType = contentType
        self.body = body
    }
}

/// A credential to be verified, with all that a verifier may have to fetch for it.
package struct VerifyQuestion: Sendable {
    package var credential: OutsideDocument
    /// The type that whoever asks expects.
    package var expected: CredentialType?
    /// DID documents, status lists, contexts and schemas; also answers that are no success.
    package var documents: [OutsideDocument]
    /// The DIDs of the registers that are trusted without asking further.
    package var trusted: [String]
    package var now: Int64

    package init(
        credential: OutsideDocument, expected: CredentialType?, documents: [OutsideDocument], trusted: [String],
        now: Int64
    ) {
        self.credential = credential
        self.expected = expected
        self.documents = documents
        self.trusted = trusted
        self.now = now
    }
}

/// What a platform outside makes of a credential.
package struct OutsideVerdict: Sendable, Hashable {
    package var verdict: Verdict
    package var reasons: [Reason]

    package enum Verdict: String, Sendable, Hashable, CaseIterable {
        case valid, invalid
        /// It can't read such a credential, and says so.
        case unsupported
        /// It could not find out: a document can't be had, say.
        case indeterminate
    }

    package struct Reason: Sendable, Hashable {
        /// A code of the failure catalogue, or the platform's own.
        package var code: String
        package var message: String
        /// A JSON Pointer into the credential; empty for all of it.
        package var pointer: String

        package init(code: String, message: String = "", pointer: String = "") {
            self.code = code
            self.message = message
            self.pointer = pointer
        }
    }

    package init(_ verdict: Verdict, reasons: [Reason] = []) {
        self.verdict = verdict
        self.reasons = reasons
    }
}

/// A status that is to be set or cleared.
package struct StatusChange: Sendable, Hashable {
    /// The `id` of the credential.
    package var credential: String
    /// `revocation` or `suspension`.
    package var purpose: String
    package var isSet: Bool
    package var now: Int64

    package init(credential: String, purpose: String, isSet: Bool, now: Int64) {
        self.credential = credential
        self.purpose = purpose
        self.isSet = isSet
        self.now = now
    }
}

/// Something that a platform outside ought to point to.
package struct OutsideLink: Sendable, Hashable {
    /// A party's DID, whose document gets a service, or a product's identifier, whose linkset gets a link.
    package var subject: String
    /// The link type, as `untp:dpp`.
    package var relation: String
    package var target: String
    package var mediaType: String?
    package var title: String

    package init(subject: String, relation: String, target: String, mediaType: String?, title: String) {
        self.subject = subject
        self.relation = relation
        self.target = target
        self.mediaType = mediaType
        self.title = title
    }
}
