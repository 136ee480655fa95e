package import UNTP

extension Consumer {
    /// Fetches and judges one credential by its URL: with the anchors of its issuer and, of a passport, the evidence for
    /// its claims.
    ///
    /// - Parameter identifier: The product that a passport is asked for, where one is.
    package func inspect(
        _ url: String, expecting type: CredentialType, about identifier: String? = nil
    ) async -> Dossier {
        var dossier = Dossier(identifier: identifier.map(Self.canonical) ?? url)
        if let verdict = await credential(at: url, expecting: type, into: &dossier) {
            await judgeClaims(of: verdict, .none, into: &dossier)
        }
        return dossier
    }

    /// Asks the resolver about a product, and says what of its links is understood: the URLs of its passports.
    package func discover(_ identifier: String) async -> (passports: [String], findings: [Finding]) {
        var dossier = Dossier(identifier: Self.canonical(identifier))
        guard let (links, resolver) = await linkset(for: identifier, into: &dossier) else {
            return ([], dossier.findings)
        }
        let passports = targets(of: .dpp, in: links, resolver: resolver, into: &dossier)
        return (passports, dossier.findings)
    }
}
