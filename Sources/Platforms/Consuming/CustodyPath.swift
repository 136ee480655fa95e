import UNTP

/// The evidence of a product and of what it was made from, as far as it tells how certified each of them is.
struct CustodyPath {
    /// In the order in which the evidence was given.
    let stops: [Stop]
    private let positions: [String: Int]

    /// A product on the way.
    struct Stop {
        let shared: SharedDossier
        /// What is known of the process that made it; nil for nothing.
        let rule: CustodyRule?
        /// The model under which it is certified by its own passport and process; nil where neither is known.
        let model: CustodyModel?

        init(_ shared: SharedDossier, _ knowledge: PublicKnowledge) {
            self.shared = shared
            rule = shared.dossier.process.flatMap {
                knowledge.custody[PublicKnowledge.Process(process: $0, product: shared.dossier.productName ?? "")]
            }
            model = [shared.dossier.custody.part?.model, rule?.model].compactMap(\.self).min()
        }
    }

    /// - Parameter evidence: What was seen of each product on the way, the first of a product where it is there twice.
    init(_ evidence: [SharedDossier], _ knowledge: PublicKnowledge) {
        stops = evidence.map { Stop($0, knowledge) }
        positions = Dictionary(
            evidence.indices.map { (evidence[$0].dossier.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A product by its canonical identifier; nil where nothing was seen of it.
    subscript(product: String) -> Stop? { positions[product].map { stops[$0] } }

    /// The part of an input that counts as certified for goods of a scheme, made under a model: as its own passport has it,
    /// whose maker had to answer for it and not who bought it. Nil where that can't be told.
    func share(of input: String, for scheme: String?, under model: CustodyModel) -> Double? {
        guard let stop = self[input], !stop.shared.gist.isOfModel else { return nil }
        return stop.shared.dossier.custody.share(for: scheme, under: model, madeUnder: stop.model)
    }

    /// The best model under which a product can be certified, by its process and by what its certified inputs say of
    /// themselves, with the input that allows no better; nil where nothing is known.
    func bestModel(of stop: Stop) -> (model: CustodyModel, input: String?)? {
        var best = stop.rule.map { (model: $0.model, input: String?.none) }
        for input in certifiedInputs(of: stop, madeUnder: stop.rule?.model) {
            guard let model = self[input]?.model, best.map({ model < $0.model }) ?? true else { continue }
            best = (model, input)
        }
        return best
    }

    /// The inputs that are certified in a way that counts for a product; none where credits make it certified.
    private func certifiedInputs(of stop: Stop, madeUnder model: CustodyModel?) -> [String] {
        let scheme = stop.shared.dossier.custody.part?.scheme
        return stop.shared.gist.sources.lazy.map(\.input).filter { input in
            share(of: input, for: scheme, under: model ?? .massBalance).map { $0 > 0 } ?? false
        }
    }

    /// The products of which nothing is certified, whatever they say, each with those because of which that is so: itself,
    /// where something is known against its own claim, else those further upstream without whose claims its own doesn't
    /// stand.
    ///
    /// Who claims in good faith what others claimed wrongly is not accused: what is held against those counts.
    ///
    /// - Parameter refuted: The products against whose own claims something is known.
    func fallen(_ refuted: Set<String>) -> [String: Set<String>] {
        guard !refuted.isEmpty else { return [:] }
        var known: [String: Set<String>] = [:]
        for product in positions.keys.sorted() { _ = grounds(against: product, refuted, &known) }
        return known.filter { !$0.value.isEmpty }
    }

    private func grounds(
        against product: String, _ refuted: Set<String>, _ known: inout [String: Set<String>]
    ) -> Set<String> {
        if let grounds = known[product] { return grounds }
        // Goods may go in a circle.
        known[product] = []
        guard let stop = self[product], !stop.shared.gist.isOfModel, stop.shared.dossier.custody.isCertified else {
            return []
        }
        var grounds: Set<String> = refuted.contains(product) ? [product] : []
        if grounds.isEmpty {
            let lost = certifiedInputs(of: stop, madeUnder: stop.model).filter { input in
                let own = self.grounds(against: input, refuted, &known)
                grounds.formUnion(own)
                return !own.isEmpty
            }
            let isSupported = lost.isEmpty || CustodyEntry(stop, on: self, without: Set(lost))?.isSupported ?? true
            if isSupported { grounds = [] }
        }
        known[product] = grounds
        return grounds
    }

    /// What of a product is proven to be certified: its claim is evidenced, and neither against it nor against what it rests
    /// on is there an objection. Nil for nothing.
    ///
    /// - Parameters:
    ///   - objected: The products whose own evidence on quantities, origins or custody is contradicted.
    ///   - hasFallen: Whether nothing of it is certified because of what is known against its claim or those upstream.
    func provenPart(of product: String, without objected: Set<String>, hasFallen: Bool = false) -> ProvenPart? {
        guard let stop = self[product], !stop.shared.gist.isOfModel, let part = stop.shared.dossier.custody.part,
            part.share > 0, part.isEvidenced, !hasFallen
        else { return nil }
        let grounds = grounds(of: stop)
        guard grounds.allSatisfy({ !objected.contains($0.shared.dossier.identifier) }),
            let model = grounds.compactMap(\.model).min()
        else { return nil }
        return ProvenPart(part: CertifiedShare(part.share, model), scheme: part.scheme)
    }

    /// A product and what its certified part rests on: its certified inputs, theirs, and so on.
    func grounds(of product: Stop) -> [Stop] {
        var grounds = [product]
        var seen: Set<String> = [product.shared.dossier.identifier]
        var index = 0
        while index < grounds.count {
            let ground = grounds[index]
            let inputs = certifiedInputs(of: ground, madeUnder: ground.model)
            grounds += inputs.filter { seen.insert($0).inserted }.compactMap { self[$0] }
            index += 1
        }
        return grounds
    }
}
