package import Platforms
import UNTP

/// How a vendor's service is spoken to, as far as the W3C VC API leaves it open.
///
/// A service that follows the VC API and serves everything below one base URL needs no configuration at all.
package struct HTTPConfiguration: Sendable {
    package var name = "the service"
    package var version = ""
    /// The DID with which the service issues; its `.well-known/did.json` is asked where nothing is said.
    package var issuer: String?
    /// The DIDs of parties in whose name it issues, with `{party}` in the place of a party's name, and `{host}` in that
    /// of the base URL's host and port if they are part of it.
    package var partyDID: String?
    /// What it issues and verifies; found out by a first request to each endpoint where nothing is said.
    package var issues = Claim.askTheService
    package var verifies = Claim.askTheService
    /// The services that it answers for, by the names of `PlatformHosts.Service`.
    package var serves: Set<String> = ["resolver", "storage", "status", "did"]
    /// The paths of the VC API's endpoints below the base URL.
    package var paths = Paths()
    /// Header fields that go with every request. Never shown, and never recorded.
    package var headers: [(name: String, value: String)] = []
    /// The header field in which the service is told the time, ISO 8601; nil where it takes none.
    package var timeHeader: String?
    /// The paths below the base URL at which what has an origin of its own elsewhere is to be found.
    package var origins: [(origin: String, path: String)] = []
    package var options = Options()
    /// How a bare token is handed over for verification, as JSON has no place for it.
    package var tokens = TokenForm.enveloped
    package var limits = Limits()

    package init() {}

    /// What a configuration says of what the service can do.
    package enum Claim: Sendable, Hashable {
        case askTheService
        case capability(AdapterDescription.Capability)
        case nothing
    }

    /// Where the service's endpoints are, each a path below the base URL that begins with a slash.
    package struct Paths: Sendable, Hashable {
        /// Where it issues: VC API, Issue Credential.
        package var issue = "/credentials/issue"
        /// Where it verifies: VC API, Verify Credential.
        package var verify = "/credentials/verify"
        /// Where it is told of a withdrawal: VC API, Update Status.
        package var status = "/credentials/status"
        /// Where it is told what to point to; nil where it takes nothing of the kind, as the VC API has no such endpoint.
        package var link: String?
        /// The path below which its identity resolver answers; empty for the base URL itself.
        package var resolver = ""
    }

    /// The `options` of requests, each a JSON object.
    package struct Options: Sendable {
        /// By the form in which a credential is to be secured.
        package var issue: [SecuringForm: JSONText] = [:]
        package var verify: JSONText = "{}"
        /// The names of options that tell the service what the VC API has no place for; none where it takes no such.
        package var names: [Told: String] = [:]

        /// A JSON object as text.
        package typealias JSONText = String
    }

    /// What a service can be told beside the credential.
    package enum Told: String, Sendable, CaseIterable {
        /// The time at which it is to judge, ISO 8601.
        case time
        /// The DIDs of the registers that are trusted, a list.
        case trusted
        /// The credential type that is expected, as `dpp`.
        case expected
    }

    /// How a bare token stands in a request for verification, which is JSON.
    package enum TokenForm: String, Sendable, CaseIterable {
        /// As an EnvelopedVerifiableCredential: VCDM 2.0, section 4.12.
        case enveloped
        /// As a string of JSON.
        case string
    }

    /// How much of an outside service's time and bytes is borne before it is cut off.
    package struct Limits: Sendable, Hashable {
        /// The longest that an answer may take, in seconds of real time.
        package var seconds = 10.0
        /// The most bytes that an answer's body may have.
        package var bytes = 16 << 20
        /// After how many questions in a row without an answer in time it is asked no more.
        package var timeoutsInARow = 3
    }

    /// What is tried of a service of which nothing is known.
    static let usual = AdapterDescription.Capability(
        types: Set(CredentialType.allCases), releases: [.v0_6_1], securing: [.enveloped, .token],
        algorithms: ["EdDSA", "ES256"])
}
