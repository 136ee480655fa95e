package import UNTP

/// What the evidence says of a product's standing in a chain of custody.
package enum CustodyStanding: Sendable, Hashable {
    /// Nothing was read that could be relied on: not verified is not false.
    case unknown
    /// The passport says nothing of it, or what it says is refuted by its own certificate.
    case none
    case certified(CertifiedPart)

    /// Which part is certified, and on what grounds.
    package struct CertifiedPart: Sendable, Hashable {
        /// 0 to 1.
        package let share: Double
        /// The model under which it is said to be certified; nil where that could not be read.
        package let model: CustodyModel?
        /// What of it is said to rest on other batches of the facility, 0 to 1.
        package let drawn: Double
        /// The scheme by whose certificate, by id; nil where that could not be read.
        package let scheme: String?
        /// Whether a certificate was accepted that matches the claim.
        package let isEvidenced: Bool
        /// The credits that the certificate stands for, where it is one of credits.
        package let credit: Credit?
    }

    /// Certified goods whose certificate is traded apart from them.
    package struct Credit: Sendable, Hashable {
        /// The certificate's URL.
        package let id: String
        /// In units of the product that was certified.
        package let quantity: Double
    }

    /// The part that a passport says to be certified.
    ///
    /// - Parameters:
    ///   - judged: The passport's claims with what became of each, in its order.
    ///   - certificate: The accepted certificate at a URL, if there is one.
    init(
        of passport: DigitalProductPassport, judged: [JudgedClaim], certificate: (String) -> ConformityCredential?
    ) {
        guard let position = passport.claims.firstIndex(where: \.isOnCustody), judged.indices.contains(position) else {
            // Behind a criterion that nobody else knows there may be one on custody.
            let areKnown = passport.claims.allSatisfy { $0.criteria.allSatisfy(HarmonisedCriteria.isShared) }
            self = areKnown ? .none : .unknown
            return
        }
        let claim = passport.claims[position]
        guard let share = claim.certifiedShare else {
            self = .unknown
            return
        }
        switch judged[position].verdict {
        case .contradicted(.subjectDiffers), .contradicted(.notConformant):
            self = .none
            return
        case .evidenced, .unevidenced, .uncheckable, .contradicted: break
        }
        let evidence = claim.evidence.flatMap { certificate($0.url) }
        let credit = evidence?.credits.flatMap { quantity in
            claim.evidence.map { Credit(id: $0.url, quantity: quantity) }
        }
        self = .certified(
            CertifiedPart(
                share: share, model: claim.certifiedModel, drawn: min(share, claim.drawnShare),
                scheme: evidence?.scheme,
                isEvidenced: judged[position].basis != nil, credit: credit))
    }

    /// The share that counts as certified for goods of a scheme made under a model; nil where that can't be told.
    ///
    /// - Parameters:
    ///   - origin: The model under which it is certified; nil where that isn't known.
    func share(for scheme: String?, under model: CustodyModel, madeUnder origin: CustodyModel?) -> Double? {
        switch self {
        case .unknown: return nil
        case .none: return 0
        case .certified(let part):
            if part.share == 0 { return 0 }
            if let own = part.scheme, let scheme, own != scheme { return 0 }
            guard let origin else { return nil }
            return model.carrying(origin) == nil ? 0 : part.share
        }
    }

    /// The certified part, if there is one.
    var part: CertifiedPart? {
        if case .certified(let part) = self { part } else { nil }
    }
}
