import Networking

extension FetchProblem {
    /// The failure mode that a failure to get a document amounts to, and what was seen, in words.
    func diagnosis(of url: String, for purpose: DocumentPurpose) -> (code: String, sent: String) {
        switch self {
        case .network(let failure): failure.diagnosis(of: url, for: purpose)
        case .status(404):
            (purpose == .linkset ? "identifier-unknown" : Self.missingCode(for: purpose), "\(url): not found")
        case .status(410):
            ("service-path-version-skew", "\(url): gone since an upgrade")
        case .crossOriginDenied(let host):
            ("cors-missing-on-host", "\(host): an answer without Access-Control-Allow-Origin")
        case .hostNotPublic(let host): ("host-guard-blocks-partner", "a link to \(host)")
        case .status(429): (Self.throttledCode(for: purpose), "\(url): too many requests")
        case .status(let status): ("host-unreachable", "\(url): HTTP status \(status)")
        case .notAtHand: (Self.notAtHandCode, "\(url) is not among the files")
        }
    }

    /// What stands in for a failure mode where a document is not among the files that are checked: nobody's failure.
    static let notAtHandCode = "not-at-hand"

    fileprivate static func missingCode(for purpose: DocumentPurpose) -> String {
        purpose == .didDocument ? "did-unresolvable" : "credential-missing"
    }

    fileprivate static func throttledCode(for purpose: DocumentPurpose) -> String {
        purpose == .context ? "context-host-throttled" : "host-unreachable"
    }
}

extension NetworkFailure {
    fileprivate func diagnosis(of url: String, for purpose: DocumentPurpose) -> (code: String, sent: String) {
        let host = WebURL(url)?.host ?? url
        return switch self {
        case .unknownHost where Self.isInternal(host), .connectionRefused where Self.isInternal(host):
            ("internal-url-leaked", "a link to \(host)")
        case .unknownHost: (FetchProblem.missingCode(for: purpose), "\(host): no such host")
        case .redirectRefused: ("redirect-refused", "a redirect from \(host)")
        case .rateLimited: (FetchProblem.throttledCode(for: purpose), "\(host): too many requests")
        case .timedOut where purpose == .context: ("slow-context-timeout", "\(host): no answer in time")
        case .connectionRefused: ("partner-offline", "\(host): refuses connections")
        case .bodyTooLarge: ("payload-over-limit", "\(host): the answer is too large")
        case .invalidURL: ("credential-missing", "\(url) is no URL")
        default: ("host-unreachable", "\(host): no answer")
        }
    }

    /// Whether a host name means something only inside one network.
    private static func isInternal(_ host: String) -> Bool {
        !host.contains(".") || host.hasSuffix(".internal") || host.hasSuffix(".local")
            || host.hasPrefix("10.") || host.hasPrefix("192.168.")
    }
}
