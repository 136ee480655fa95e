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
        /// Whether a certificate was accepted that matches the claim, and its issuer is anchored.
        package let isEvidenced: Bool
        /// The certificate that the claim links; nil where it links none.
        var certificate: Certificate?
        /// The credits that the certificate stands for, where it is one of credits.
        package let credit: Credit?
    }

    /// The certificate by which something is said to be certified.
    struct Certificate: Sendable, Hashable {
        let url: String
        /// The DID in whose name it was issued; nil where it could not be read.
        let issuer: String?
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
    ///   - evidence: What was read of the certificate that the claim links; nil where it links none.
    init(of passport: DigitalProductPassport, judged: [JudgedClaim], evidence: Evidence?) {
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
        self = .certified(
            CertifiedPart(
                share: share, model: claim.certifiedModel, drawn: min(share, claim.drawnShare),
                scheme: evidence?.accepted?.scheme,
                isEvidenced: judged[position].keepsItsPromise && judged[position].isVouchedFor,
                certificate: evidence.map { Certificate(url: $0.url, issuer: $0.issuer) },
                credit: evidence.flatMap { evidence in
                    evidence.accepted?.credits.map { Credit(id: evidence.url, quantity: $0) }
                }))
    }

    /// What was read of a certificate.
    struct Evidence {
        let url: String
        /// The DID in whose name it was issued; nil where that could not be read.
        var issuer: String?
        /// Its content, where it was accepted.
        var accepted: ConformityCredential?
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

    /// Whether some of it is said to be certified.
    var isCertified: Bool { part.map { $0.share > 0 } ?? false }

    /// The certified part, if there is one.
    var part: CertifiedPart? {
        if case .certified(let part) = self { part } else { nil }
    }
}
