import Credentials
import JSON
import Platforms
import UNTP

// Dates and statuses.
extension CaseRules {
    private static let period = "VCDM 2.0, Validity Period"
    private static let list = "Bitstring Status List 1.0, Validate Algorithm"
    /// The types that have an end of validity and a status in every release.
    private static let ending: [CredentialType] = [.dpp, .dcc, .dfr, .dia]

    static let validity: [CaseRule] = [
        CaseRule(
            "expired", .negative, of: ending, "A credential that has run out is refused.", mode: "credential-expired",
            clause: period, allowed: .invalid
        ) { exhibit in
            exhibit.credential["validUntil"] = exhibit.time(exhibit.now - 86_400)
        },
        CaseRule(
            "not-yet-valid", .negative, of: CredentialType.allCases, "A credential of the future is refused.",
            mode: "credential-not-yet-valid", clause: period, allowed: .invalid
        ) { exhibit in
            exhibit.credential["validFrom"] = exhibit.time(exhibit.now + 7 * 86_400)
        },
    ]

    static let status: [CaseRule] = [
        CaseRule(
            "revoked", .negative, of: [.dpp, .dcc, .dte, .dfr], in: .everyForm,
            "A credential that was revoked is refused.",
            mode: "certificate-revoked", clause: list, allowed: .invalid
        ) { exhibit in
            exhibit.world.putList(
                of: exhibit.role, setting: [IssuerWorld.statusIndex(of: exhibit.type)], on: &exhibit.shelf)
        },
        CaseRule(
            "suspended", .negative, of: [.dpp, .dcc], in: .everyForm,
            "A credential that is suspended is refused meanwhile.",
            mode: "certificate-suspended", clause: list, allowed: .invalid
        ) { exhibit in
            exhibit.addSuspension(isSet: true)
        },
        CaseRule(
            "list-altered", .negative, of: [.dcc], in: .everyForm,
            "A status list from which a revocation was wiped without a new signature is not believed.",
            mode: "credential-altered", clause: list, allowed: .notValid
        ) { exhibit in
            exhibit.forgeList()
        },
        CaseRule(
            "list-unsigned", .negative, of: [.dcc], "A status list without a proof is not believed.",
            mode: "proof-missing", clause: list, allowed: .notValid
        ) { exhibit in
            var plain = exhibit.world.sealing(by: exhibit.role)
            plain = Sealing(.unsecured, by: exhibit.issuer, created: plain.created)
            exhibit.world.putList(of: exhibit.role, sealing: plain, on: &exhibit.shelf)
        },
        CaseRule(
            "list-signed-by-another", .negative, of: [.dcc], in: .everyForm,
            "A status list in the issuer's name that another party signed is not believed.",
            mode: "issuer-impersonated", clause: list, allowed: .notValid
        ) { exhibit in
            exhibit.world.putList(
                of: exhibit.role, sealing: exhibit.world.sealing(by: .stranger), on: &exhibit.shelf)
        },
        CaseRule(
            "list-of-stranger", .negative, tier: 3, of: [.dcc], in: .everyForm,
            "A status list that somebody whom no register knows signed in its own name is not believed.",
            mode: "anchor-not-discoverable", clause: "Bitstring Status List 1.0, Validate Algorithm, whom to trust",
            allowed: .notValid
        ) { exhibit in
            exhibit.world.putList(of: exhibit.role, issuer: .stranger, on: &exhibit.shelf)
        },
        CaseRule(
            "list-for-another-purpose", .negative, of: [.dcc],
            "A list for another purpose, put in the place of the list of revocations, is not believed.",
            mode: "data-model-violation", clause: list, allowed: .notValid
        ) { exhibit in
            exhibit.world.putList(of: exhibit.role, listed: "suspension", on: &exhibit.shelf)
        },
        CaseRule(
            "list-too-short-for-index", .negative, of: [.dcc], "An index beyond the end of the list is no clean bill.",
            mode: "index-out-of-range", clause: list, allowed: .notValid
        ) { exhibit in
            exhibit.credential["credentialStatus"]?["statusListIndex"] = "9000000"
        },
        CaseRule(
            "list-unreadable", .negative, of: [.dcc], "A list that can't be unpacked is no clean bill.",
            mode: "compression-differs", clause: "Bitstring Status List 1.0, Bitstring Expansion", allowed: .notValid
        ) { exhibit in
            exhibit.world.putList(of: exhibit.role, encoded: "uAAECAwQFBgc", on: &exhibit.shelf)
        },
        CaseRule(
            "status-type-unknown", .negative, of: [.dcc],
            "A status entry of a family that is not known is no clean bill.", mode: "status-family-differs",
            clause: "VCDM 2.0, Status", allowed: .notValid
        ) { exhibit in
            exhibit.credential["credentialStatus"]?["type"] = "UnknownStatusEntry2031"
        },
    ]
}

extension Exhibit {
    /// Puts an empty list under the signature of one in which the credential is revoked.
    fileprivate mutating func forgeList() {
        let url = world.listURL(of: role)
        world.putList(of: role, setting: [IssuerWorld.statusIndex(of: type)], on: &shelf)
        guard let revoked = shelf[url] else { return }
        let signed = world.sealing(by: role)
        let empty = world.list(BitstringStatusList().encoded(), of: role, purpose: "revocation", at: url)
        let forged: [UInt8]
        if isToken {
            let signedList = world.list(
                Self.revoking(IssuerWorld.statusIndex(of: type)), of: role, purpose: "revocation", at: url)
            forged = signed.wrapped(
                CompactJWS.replacingPayload(of: signed.token(signedList.serialised()), with: empty.serialised()))
        } else {
            var document = empty
            document["proof"] = (try? JSONDocument(parsing: revoked.body))?.root["proof"]?.materialised
            forged = document.serialised()
        }
        shelf.put(forged, at: url, as: revoked.contentType ?? "application/vc")
    }

    private static func revoking(_ index: Int) -> String {
        var list = BitstringStatusList()
        list[index] = true
        return list.encoded()
    }
}
