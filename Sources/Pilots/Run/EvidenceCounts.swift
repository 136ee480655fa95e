/// What was counted of the evidence that was gathered to judge one consignment, as its reader saw it.
struct EvidenceCounts: Sendable {
    /// Credentials that were fetched and verified, and those that were accepted.
    var verified: Int32 = 0
    var accepted: Int32 = 0
    /// Claims of passports, and those with a certificate that matches.
    var claims: Int32 = 0
    var matchedClaims: Int32 = 0
    /// Certificates that passports link, and those that were in date, not revoked and in scope.
    var certificates: Int32 = 0
    var validCertificates: Int32 = 0
    /// Credentials that could be opened, and those whose issuer is anchored for what it issued.
    var credentials: Int32 = 0
    var anchoredCredentials: Int32 = 0
    /// Certificates that could be opened, and those for whose criteria their issuer is accredited.
    var attestations: Int32 = 0
    var accreditedAttestations: Int32 = 0
}

extension MeasureBuilder {
    /// The share of what was counted over all consignments, with its spread over those of which anything was counted.
    func share(_ part: KeyPath<EvidenceCounts, Int32>, of whole: KeyPath<EvidenceCounts, Int32>) -> Figure? {
        let counts = judged.map(\.evidence).filter { $0[keyPath: whole] > 0 }
        return Figure.ratio(
            counts.reduce(0) { $0 + Int($1[keyPath: part]) }, counts.reduce(0) { $0 + Int($1[keyPath: whole]) })?
            .spread(over: counts.map { Double($0[keyPath: part]) / Double($0[keyPath: whole]) })
    }
}
