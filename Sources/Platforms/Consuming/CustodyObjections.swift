import UNTP

/// What a path of evidence says against one product on it, each code once.
struct CustodyObjections {
    private(set) var findings: [Finding] = []
    /// Those because of which nothing of it counts as certified.
    private(set) var toClaim: [Finding]
    private let shared: SharedDossier

    /// What its own certificate comes to; what the path says comes besides.
    init(to shared: SharedDossier) {
        self.shared = shared
        toClaim = shared.gist.certificateFlaws
    }

    /// Adds what says nothing of how certified it is.
    mutating func add(_ code: String, sent: String, expected: String, _ type: CredentialType = .dte) {
        _ = finding(code, sent, expected, type)
    }

    /// Adds what is against its claim to be certified.
    mutating func addToClaim(_ code: String, sent: String, expected: String, _ type: CredentialType = .dte) {
        let finding = finding(code, sent, expected, type) ?? findings.first { $0.code == code }
        if let finding { toClaim.append(finding) }
    }

    /// Adds what somebody says who knows more than the credentials do.
    mutating func add(_ testimony: Testimony) {
        if testimony.isAgainstClaim {
            addToClaim(testimony.code, sent: testimony.sent, expected: testimony.expected, testimony.type)
        } else {
            add(testimony.code, sent: testimony.sent, expected: testimony.expected, testimony.type)
        }
    }

    private mutating func finding(
        _ code: String, _ sent: String, _ expected: String, _ type: CredentialType
    ) -> Finding? {
        guard !(shared.dossier.findings + findings).contains(where: { $0.code == code }) else { return nil }
        let url = shared.dossier.passport?.url ?? shared.dossier.identifier
        let finding = Finding(code, sent: sent, expected: expected, subject: .init(url: url, type: type))
        findings.append(finding)
        return finding
    }
}

extension Dossier {
    /// What is known to be wrong with the certificate by which the product is said to be certified: it was withdrawn or had
    /// run out, nobody stands behind it, or there is none. That it could not be read says nothing.
    var certificateFlaws: [Finding] {
        guard let part = custody.part, custody.isCertified else { return [] }
        guard let certificate = part.certificate else {
            return findings.filter { $0.code == "claim-without-certificate" }
        }
        return findings.filter { finding in
            finding.blocks && Self.flaws.contains(finding.code)
                && [certificate.url, certificate.issuer].contains(finding.subject.url)
        }
    }

    private static let flaws: Set<String> = [
        "certificate-revoked", "certificate-suspended", "certificate-expired", "issuer-impersonated",
        "anchor-not-discoverable",
    ]
}
