import Credentials
import JSON
import Platforms
import UNTP

/// Every kind of case.
enum CaseRules {
    static let all: [CaseRule] =
        sound + signatures + tokens + proofs + validity + status + trust + claims + content + discovery + clocks
        + outages + hostile
}

// What is right, and must be taken for it.
extension CaseRules {
    static let sound: [CaseRule] = [
        CaseRule(
            "sound", .positive, of: CredentialType.allCases, in: .everything,
            "A sound credential is taken for what it is.", clause: "VCDM 2.0, Verification", allowed: .valid),
        CaseRule(
            "key-as-multikey", .positive, of: [.dpp], in: .everyForm,
            "A key is read that the DID document has as a Multikey.",
            mode: "key-encoding-unsupported", clause: "Controlled Identifiers 1.0, Multikey", allowed: .valid
        ) { exhibit in
            exhibit.world.putDocument(of: exhibit.role, form: .multikey, on: &exhibit.shelf)
        },
        CaseRule(
            "retired-key-beside", .positive, "The key is found by its name where the DID document has several.",
            mode: "key-rotated-away", clause: "VC-JOSE-COSE, Key Discovery", allowed: .valid
        ) { exhibit in
            exhibit.putRetiredKeyBeside()
        },
        CaseRule(
            "neighbours-revoked", .positive, of: [.dpp, .dcc],
            "The credential's own status is read, not that of the entries around it.", mode: "bit-order",
            clause: "Bitstring Status List 1.0, Bitstring Generation", allowed: .valid
        ) { exhibit in
            let index = IssuerWorld.statusIndex(of: exhibit.type)
            let byte = index & ~7
            exhibit.world.putList(
                of: exhibit.role, setting: (byte - 8..<byte + 16).filter { $0 != index }, on: &exhibit.shelf)
        },
        CaseRule(
            "not-suspended", .positive, of: [.dcc], "Two status entries, neither of them set, stand in no one's way.",
            mode: "several-status-entries", clause: "Bitstring Status List 1.0, Validate Algorithm", allowed: .valid
        ) { exhibit in
            exhibit.addSuspension(isSet: false)
        },
        CaseRule(
            "to-be-refreshed", .positive, of: [.dcc], "An entry for the purpose of refreshing is no revocation.",
            mode: "several-status-entries", clause: "Bitstring Status List 1.0, statusPurpose", allowed: .valid
        ) { exhibit in
            exhibit.addRefreshing()
        },
        CaseRule(
            "list-of-another", .positive, of: [.dcc],
            "A status list that another party keeps in its own name is read, where that party is trusted.",
            mode: "status-issuer-differs", clause: "Bitstring Status List 1.0, BitstringStatusListCredential",
            allowed: .valid
        ) { exhibit in
            exhibit.world.putList(of: exhibit.role, issuer: .register, on: &exhibit.shelf)
        },
        CaseRule(
            "without-status", .positive, "A credential without a status entry is read.", mode: nil,
            clause: "VCDM 2.0, Status", allowed: .valid
        ) { exhibit in
            exhibit.credential["credentialStatus"] = nil
        },
        CaseRule(
            "without-end", .positive, "A credential without an end of its validity is read.", mode: nil,
            clause: "VCDM 2.0, Validity Period", allowed: .valid
        ) { exhibit in
            exhibit.credential["validUntil"] = nil
        },
    ]
}

extension Exhibit {
    /// Gives the issuer a second key, listed first and used no more.
    fileprivate mutating func putRetiredKeyBeside() {
        guard let key = issuer.key, let retired = IssuerWorld.key(of: issuer.did + " retired", key.algorithm) else {
            return
        }
        let place = world.anchorURL(of: role)
        let document = DIDDocument.json(
            id: issuer.did, keys: [("key-0", retired.publicKey), (IssuingParty.fragment, key.publicKey)], form: .jwk,
            listsAssertions: true,
            services: [
                DIDService(id: issuer.did + "#anchor", type: LinkType.dia.text(.current), endpoint: .string(place))
            ])
        shelf.put(document.serialised(), at: issuer.documentURL, as: "application/did+json")
    }

    /// Adds a second status entry, for the purpose of refreshing, that is set.
    fileprivate mutating func addRefreshing() {
        guard let entry = credential["credentialStatus"] else { return }
        var refresh = entry
        refresh["statusPurpose"] = "refresh"
        refresh["statusListCredential"] = .string(world.listURL(of: role, purpose: "refresh"))
        credential["credentialStatus"] = [entry, refresh]
        world.putList(of: role, purpose: "refresh", setting: [IssuerWorld.statusIndex(of: type)], on: &shelf)
    }
}
