import Platforms

extension Consignment {
    /// Whether evidence was looked for under a lot that was typed wrongly.
    func isMistyped(as dossier: Dossier) -> Bool {
        !batch.producer.carrier.hasLot && dossier.identifier != batch.identifier
    }
}

extension [Finding] {
    /// The same with what should have been asked for, where a batch's lot was typed wrongly.
    func expecting(_ batch: Batch) -> [Finding] {
        map { finding in
            guard finding.code == "identifier-unknown" else { return finding }
            var finding = finding
            finding.expected =
                "\(batch.identifier): the goods bear \(batch.producer.carrier.inWords) without the lot, which was typed wrongly"
            return finding
        }
    }
}
