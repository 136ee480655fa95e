package import JSON

/// What a token's own claims say beside the credential: RFC 7519, section 4.1.
///
/// They are optional, and where they stand they must not contradict the credential (VC-JOSE-COSE, section on JWT
/// claims). A credential that stands in a `vc` claim is the form of data model 1.1.
package enum TokenClaims {
    /// A claim and the member of the credential that it repeats.
    package enum Claim: String, Sendable, CaseIterable {
        case iss, sub, jti, nbf, exp

        /// Where the credential says the same.
        package var member: JSONPointer {
            switch self {
            case .iss: JSONPointer(["issuer"])
            case .sub: JSONPointer(["credentialSubject", "id"])
            case .jti: JSONPointer(["id"])
            case .nbf: JSONPointer(["validFrom"])
            case .exp: JSONPointer(["validUntil"])
            }
        }
    }

    /// A claim that says something else than the credential.
    package struct Contradiction: Sendable, Hashable {
        package let claim: Claim
        /// What the token says.
        package let claimed: String
        /// What the credential says.
        package let stated: String
    }

    /// The claims of a payload that contradict its credential, in the order of `Claim`.
    ///
    /// A claim without counterpart, or a counterpart of unreadable form, contradicts nothing.
    package static func contradictions(of payload: JSONView, with credential: JSONView) -> [Contradiction] {
        Claim.allCases.compactMap { claim in
            guard let value = payload[claim.rawValue], let member = credential[pointer: claim.member] else {
                return nil
            }
            switch claim {
            case .iss, .sub, .jti:
                guard let claimed = value.string, let stated = member.string ?? member["id"]?.string, claimed != stated
                else { return nil }
                return Contradiction(claim: claim, claimed: claimed, stated: stated)
            case .nbf, .exp:
                guard let seconds = value.double, let text = member.string, let stamp = DateTimeStamp(lenient: text),
                    seconds.rounded(.down) != Double(stamp.unixSeconds)
                else { return nil }
                let claimed = Int64(exactly: seconds.rounded(.down)).map(DateTimeStamp.text(unixSeconds:))
                return Contradiction(claim: claim, claimed: claimed ?? "\(seconds)", stated: text)
            }
        }
    }

    /// The credential of a payload: the payload itself, or its `vc` claim where the payload is none.
    package static func credential(in payload: JSONView) -> (credential: JSONView, isInClaim: Bool) {
        guard let claim = payload["vc"], claim.kind == .object, payload["@context"] == nil else {
            return (payload, false)
        }
        return (claim, true)
    }
}
