import Credentials
import Platforms

/// On which certificates and anchors the evidence of transparent consignments rests, for finding those whose evidence was
/// withdrawn after they were judged.
struct WithdrawalBook {
    /// What is known of each status, by its number: consignments share theirs, so each keeps numbers only.
    private var statuses: [Truth.Status] = []
    private var numbers: [Truth.Status: Int32] = [:]
    private var grounds: [String: [Int32]] = [:]

    /// Enters a transparent consignment with the evidence that was required of it.
    mutating func enter(_ consignment: String, _ dossiers: [Judgement.TieredDossier]) {
        var grounds: Set<Int32> = []
        for entry in dossiers.flatMap(\.shared.dossier.attestationStatuses) {
            let status = Truth.Status(list: entry.listURL, index: entry.index)
            let number = numbers[status] ?? Int32(clamping: statuses.count)
            if number == statuses.count {
                statuses.append(status)
                numbers[status] = number
            }
            grounds.insert(number)
        }
        self.grounds[consignment] = grounds.sorted()
    }

    /// The failure mode of the first withdrawal of an attestation behind a consignment in a span of time, in Unix
    /// seconds; nil where all stood.
    func withdrawal(behind consignment: String, during span: Range<Int64>, _ truth: Truth) -> String? {
        (grounds[consignment] ?? []).map { statuses[Int($0)] }.compactMap { status in
            truth.withdrawal(of: status).flatMap { span.contains($0) ? ($0, status.isSuspension) : nil }
        }.min { $0.0 < $1.0 }.map { $0.1 ? "certificate-suspended" : "certificate-revoked" }
    }
}
