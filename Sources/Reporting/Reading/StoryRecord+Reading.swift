import Records

extension StoryRecord {
    /// What answers it, in words: measures and claims, each with its figure.
    func answers(in record: RunRecord) -> [(label: String, value: String)] {
        let measured = record.measures.filter { measures.contains($0.id) }.map { ($0.label, $0.reached) }
        return (claims.map { [($0.label, $0.value)] } ?? []) + measured
    }
}

extension ClaimTally {
    fileprivate var label: String {
        "\(name) (\(criterion)), claims of products with a certificate that matches"
            + (stage.map { ", at \($0)" } ?? "")
    }

    fileprivate var value: String {
        "\(Figures.count(matched)) of \(Figures.count(claims)), \(Figures.share(matched, of: claims))"
            + (partial > 0 ? ", and \(Figures.count(partial)) with one that covers a part" : "")
    }
}
