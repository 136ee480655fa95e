import UNTP

/// The evidence of a product and of what it was made from, as far as it tells how certified each of them is.
struct CustodyPath {
    private let evidence: [String: SharedDossier]
    private let knowledge: PublicKnowledge

    /// - Parameter evidence: What was seen of each product on the way, the first of a product where it is there twice.
    init(_ evidence: [SharedDossier], _ knowledge: PublicKnowledge) {
        self.evidence = Dictionary(
            evidence.map { ($0.dossier.identifier, $0) }, uniquingKeysWith: { first, _ in first })
        self.knowledge = knowledge
    }

    /// What was seen of a product, by canonical identifier.
    subscript(product: String) -> SharedDossier? { evidence[product] }

    /// What is known of the process that made a product; nil for nothing.
    func rule(on shared: SharedDossier) -> CustodyRule? {
        shared.dossier.process.flatMap {
            knowledge.custody[PublicKnowledge.Process(process: $0, product: shared.dossier.productName ?? "")]
        }
    }

    /// The part of an input that counts as certified for goods of a scheme, made under a model: as its own passport has it,
    /// whose maker had to answer for it and not who bought it. Nil where that can't be told.
    func share(of input: String, for scheme: String?, under model: CustodyModel) -> Double? {
        guard let shared = self[input], !shared.dossier.isOfModel else { return nil }
        return shared.dossier.custody.share(for: scheme, under: model, madeUnder: apparentModel(of: shared))
    }

    /// The model under which a product is certified by its own passport and process; nil where neither is known.
    private func apparentModel(of shared: SharedDossier) -> CustodyModel? {
        [shared.dossier.custody.part?.model, rule(on: shared)?.model].compactMap(\.self).min()
    }

    /// The best model under which a product can be certified, by its process and by what its certified inputs say of
    /// themselves, with the input that allows no better; nil where nothing is known.
    func bestModel(of shared: SharedDossier) -> (model: CustodyModel, input: String?)? {
        let own = rule(on: shared)?.model
        let inputs = certifiedInputs(of: shared, madeUnder: own).compactMap { input in
            self[input].flatMap(apparentModel).map { (model: $0, input: Optional(input)) }
        }
        let candidates = own.map { [(model: $0, input: nil)] + inputs } ?? inputs
        return candidates.min { $0.model < $1.model }
    }

    /// The inputs that are certified in a way that counts for a product; none where credits make it certified.
    private func certifiedInputs(of shared: SharedDossier, madeUnder model: CustodyModel?) -> [String] {
        let scheme = shared.dossier.custody.part?.scheme
        return shared.dossier.sources.keys.sorted().filter { input in
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
        for product in evidence.keys.sorted() { _ = grounds(against: product, refuted, &known) }
        return known.filter { !$0.value.isEmpty }
    }

    private func grounds(
        against product: String, _ refuted: Set<String>, _ known: inout [String: Set<String>]
    ) -> Set<String> {
        if let grounds = known[product] { return grounds }
        // Goods may go in a circle.
        known[product] = []
        guard let shared = self[product], !shared.dossier.isOfModel, shared.dossier.custody.isCertified else {
            return []
        }
        var grounds: Set<String> = refuted.contains(product) ? [product] : []
        if grounds.isEmpty {
            let lost = certifiedInputs(of: shared, madeUnder: apparentModel(of: shared)).filter { input in
                let own = self.grounds(against: input, refuted, &known)
                grounds.formUnion(own)
                return !own.isEmpty
            }
            let isSupported = lost.isEmpty || CustodyEntry(shared, on: self, without: Set(lost))?.isSupported ?? true
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
        guard let shared = evidence[product], !shared.dossier.isOfModel, let part = shared.dossier.custody.part,
            part.share > 0, part.isEvidenced, !hasFallen
        else { return nil }
        let grounds = grounds(of: shared)
        guard grounds.allSatisfy({ !objected.contains($0.dossier.identifier) }),
            let model = grounds.compactMap(apparentModel).min()
        else { return nil }
        return ProvenPart(part: CertifiedShare(part.share, model), scheme: part.scheme)
    }

    /// A product and what its certified part rests on: its certified inputs, theirs, and so on.
    func grounds(of product: SharedDossier) -> [SharedDossier] {
        var grounds = [product]
        var seen: Set<String> = [product.dossier.identifier]
        var index = 0
        while index < grounds.count {
            let ground = grounds[index]
            let inputs = certifiedInputs(of: ground, madeUnder: apparentModel(of: ground))
            grounds += inputs.filter { seen.insert($0).inserted }.compactMap { evidence[$0] }
            index += 1
        }
        return grounds
    }
}

extension Dossier {
    /// Whether its passport is that of a model, which stands for batches of many origins.
    var isOfModel: Bool { findings.contains { $0.code == "granularity-mismatch" } }
}
