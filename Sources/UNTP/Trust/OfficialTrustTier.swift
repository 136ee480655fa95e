/// What the third tier of the official UNTP test suite says about a set of credentials: less than a verifier asks for.
///
/// A criterion of a claim is verified when an assessment in the set has the same product, topic and criterion by id and
/// finds conformance; a claim when all of its criteria are. An issuer is attested when an anchor's subject equals it,
/// and trusted when anchors lead from it to a DID that the tester lists. Neither dates, facilities, scopes nor
/// register types count.
package struct OfficialTrustTier: Sendable {
    package struct ClaimResult: Sendable, Hashable {
        package let passport: String?
        package let claim: String?
        package let verifiedCriteria: [String]
        package let unverifiedCriteria: [String]

        /// A claim without criteria is not verified: there is nothing to match.
        package var isVerified: Bool { unverifiedCriteria.isEmpty && !verifiedCriteria.isEmpty }
    }

    package struct IssuerResult: Sendable, Hashable {
        package let did: String
        package let isAttested: Bool
        /// The DIDs from the issuer up to the one that the tester trusts; empty where no anchors lead there.
        package let path: [String]

        package var isTrusted: Bool { !path.isEmpty }
    }

    package let claims: [ClaimResult]
    /// The issuers of passports and certificates, each once, in the order in which they came.
    package let issuers: [IssuerResult]

    /// - Parameters:
    ///   - passports: The passports of the set, with the DIDs of their issuers.
    ///   - certificates: The conformity credentials, likewise.
    ///   - anchors: The identity anchors.
    ///   - trusted: The DIDs that the tester lists.
    package init(
        passports: [(credential: DigitalProductPassport, issuer: String)],
        certificates: [(credential: ConformityCredential, issuer: String)], anchors: [AnchorGraph.Anchor],
        trusted: [String]
    ) {
        let assessments = certificates.flatMap(\.credential.assessments)
        claims = passports.flatMap { passport, _ in
            passport.claims.map { Self.result(of: $0, of: passport, by: assessments) }
        }
        let graph = AnchorGraph(anchors: anchors, roots: trusted, maximumDepth: max(anchors.count, 1))
        var seen: Set<String> = []
        issuers = (passports.map(\.issuer) + certificates.map(\.issuer)).filter { seen.insert($0).inserted }.map {
            did in
            let path = if case .anchored(let path) = graph.anchoring(of: did) { path } else { [String]() }
            return IssuerResult(did: did, isAttested: anchors.contains { $0.anchor.did == did }, path: path)
        }
    }

    private static func result(
        of claim: DigitalProductPassport.Claim, of passport: DigitalProductPassport,
        by assessments: [ConformityCredential.Assessment]
    ) -> ClaimResult {
        let matching = assessments.filter { assessment in
            guard let product = passport.productID, let topic = claim.topic else { return false }
            return assessment.conformance == true && assessment.topic == topic && assessment.products.contains(product)
        }
        let isVerified = { (criterion: String) in matching.contains { $0.criteria.contains(criterion) } }
        return ClaimResult(
            passport: passport.productID, claim: claim.id, verifiedCriteria: claim.criteria.filter(isVerified),
            unverifiedCriteria: claim.criteria.filter { !isVerified($0) })
    }
}
