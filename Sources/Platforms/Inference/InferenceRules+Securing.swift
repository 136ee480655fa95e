import Credentials
import JSON

// How credentials are secured.
extension InferenceRules {
    private typealias Securing = BehaviourProfile.Securing

    static let securing: [InferenceRule] = [
        .each("securing.carrier", of: \.secured) { credential -> Securing.Carrier? in
            switch credential.opened.envelope {
            case .jwt(_, .bareToken): return .token
            case .jwt(_, .enveloped): return .enveloped
            case .unsecured: return nil
            case .dataIntegrity:
                switch credential.opened.proof {
                case .success: return .embedded
                case .failure(.unsupportedSuite(Cryptosuite.eddsa2022.rawValue)),
                    .failure(.unsupportedSuite(Cryptosuite.jcsEdDSA2022.rawValue)),
                    .failure(.unsupportedSuite(Cryptosuite.jsonEdDSA2022.rawValue)):
                    return .embeddedFormerSuite
                default: return nil
                }
            }
        },
        .each("securing.envelopeType", of: \.secured) { credential -> Securing.EnvelopeType? in
            guard case .jwt(_, .enveloped(let isArray, _)) = credential.opened.envelope else { return nil }
            return isArray ? .array : .string
        },
        .each("securing.dataMediaType", of: \.secured) { credential -> Securing.DataMediaType? in
            guard case .jwt(_, .enveloped(_, let mediaType)) = credential.opened.envelope else { return nil }
            return Securing.DataMediaType(rawValue: mediaType)
        },
        .each("securing.typ", of: \.secured) { credential -> Securing.Typ? in
            guard let token = credential.opened.token else { return nil }
            return token.header.typ.map { Securing.Typ(rawValue: $0) } ?? .absent
        },
        .each("securing.algorithm", of: \.secured) { credential -> Securing.Algorithm? in
            credential.opened.token?.header.alg.flatMap(Securing.Algorithm.init(rawValue:))
        },
        .each("securing.kid", of: \.secured) { credential -> Securing.KeyIdentifier? in
            guard let kid = credential.opened.token?.header.kid else { return nil }
            // A DID that is written with slashes is none, and the form of the identifier is absolute all the same.
            if kid.hasPrefix("did:"), kid.contains("#") { return .absolute }
            return switch KeyReference(kid) {
            case .absolute: .absolute
            case .fragment: .fragment
            case .bareDID: .bareDID
            case .none: nil
            }
        },
        .each("securing.payload", of: \.secured) { credential -> Securing.Payload? in
            guard credential.opened.token != nil else { return nil }
            return credential.opened.isInClaim ? .vcClaim : .credential
        },
        .each("securing.timeClaims") { credential -> Securing.TimeClaims? in
            guard let payload = credential.opened.token?.payloadDocument.root else { return nil }
            guard payload["nbf"] != nil || payload["exp"] != nil else { return Securing.TimeClaims.none }
            let disagree = TokenClaims.contradictions(of: payload, with: credential.root)
            return disagree.contains { $0.claim == .nbf || $0.claim == .exp } ? .contradicting : .agreeing
        },
    ]
}
