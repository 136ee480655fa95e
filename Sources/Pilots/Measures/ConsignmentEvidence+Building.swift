import Records

extension ConsignmentEvidence {
    /// What the measures count of a consignment.
    init(_ row: Ledger.JudgedRow) {
        self.init()
        guard row.level != nil else { return }
        traced = Part(row.trace.traced, of: row.trace.inTruth)
        provenFar = Part(row.trace.provenFar, of: row.trace.farInTruth)
        let counts = row.evidence
        accepted = Part(Int(counts.accepted), of: Int(counts.verified))
        matchedClaims = Part(Int(counts.matchedClaims), of: Int(counts.claims))
        validCertificates = Part(Int(counts.validCertificates), of: Int(counts.certificates))
        anchored = Part(Int(counts.anchoredCredentials), of: Int(counts.credentials))
        accredited = Part(Int(counts.accreditedAttestations), of: Int(counts.attestations))
        secondsToTrace = row.secondsToTrace
        evidenceHours = row.evidenceHours
        isReleased = row.released
        originTestAgrees = row.originTestAgrees
        lostCertification = row.lostCertification
    }
}
