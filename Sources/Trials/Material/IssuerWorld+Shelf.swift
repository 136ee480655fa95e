import Credentials
import JSON
import Platforms
import UNTP

// What the issuers publish.
extension IssuerWorld {
    /// How a role secures what it issues.
    func sealing(by role: Role) -> Sealing {
        Sealing(variant.securing, by: party(role), created: issued)
    }

    /// Everything that a reader may have to fetch, right in everything.
    func shelf() -> Shelf {
        var shelf = Shelf()
        shelf.putContexts(of: variant.release)
        for role in Role.allCases {
            putDocument(of: role, on: &shelf)
            putList(of: role, on: &shelf)
        }
        for role in [Role.maker, .certifier] { putAnchor(of: role, on: &shelf) }
        for type in [CredentialType.dcc, .dte, .dfr] {
            guard let credential = credential(type) else { continue }
            put(credential, type, by: Self.issuer(of: type), on: &shelf)
        }
        return shelf
    }

    /// Publishes a credential in its issuer's name, at the place of its type.
    func put(_ credential: JSONValue, _ type: CredentialType, by role: Role, on shelf: inout Shelf) {
        shelf.put(
            sealing(by: role).sealed(credential), at: url(of: type, by: role),
            as: Sealing.mediaType(of: variant.securing))
    }

    func putDocument(
        of role: Role, form: DIDDocument.KeyForm = .jwk, listsAssertions: Bool = true, anchorURL: String? = nil,
        on shelf: inout Shelf
    ) {
        let party = party(role)
        let usual = role == .maker || role == .certifier ? self.anchorURL(of: role) : nil
        let document = party.document(
            anchorURL: anchorURL ?? usual, form: form, listsAssertions: listsAssertions)
        shelf.put(document.serialised(), at: party.documentURL, as: "application/did+json")
    }

    /// Publishes the anchor of a role, as its register issues it, or otherwise.
    func putAnchor(of role: Role, facts: AnchorFacts? = nil, by issuer: Role? = nil, on shelf: inout Shelf) {
        let register = issuer ?? (role == .certifier ? .accreditation : .register)
        let place = anchorURL(of: role)
        guard let credential = written(.anchor(facts ?? anchor(of: role)), by: register, at: place) else { return }
        shelf.put(
            sealing(by: register).sealed(credential), at: place, as: Sealing.mediaType(of: variant.securing))
    }

    /// Publishes an anchor that a register issues for a DID outside, as one of a role's.
    func putAnchor(of role: Role, for did: String, at place: String, on shelf: inout Shelf) {
        let register: Role = role == .certifier ? .accreditation : .register
        guard let credential = written(.anchor(anchor(of: role, did: did)), by: register, at: place) else { return }
        shelf.put(
            sealing(by: register).sealed(credential), at: place, as: Sealing.mediaType(of: variant.securing))
    }

    /// Publishes a status list, with what is set in it.
    func putList(
        of role: Role, purpose: String = "revocation", listed: String? = nil, setting indices: [Int] = [],
        length: Int = BitstringStatusList.minimumLength, issuer: Role? = nil, sealing: Sealing? = nil,
        encoded: String? = nil, on shelf: inout Shelf
    ) {
        let url = listURL(of: role, purpose: purpose)
        let text: String
        if let encoded {
            text = encoded
        } else if indices.isEmpty, length == BitstringStatusList.minimumLength {
            text = Self.emptyList
        } else {
            var list = BitstringStatusList(length: length)
            for index in indices { list[index] = true }
            text = list.encoded()
        }
        let credential = list(text, of: issuer ?? role, purpose: listed ?? purpose, at: url)
        let sealing = sealing ?? self.sealing(by: issuer ?? role)
        shelf.put(sealing.sealed(credential), at: url, as: Sealing.mediaType(of: sealing.securing))
    }

    private static let emptyList = BitstringStatusList().encoded()

    /// A status list credential before it is secured: Bitstring Status List 1.0, section 2.2.
    func list(_ encoded: String, of role: Role, purpose: String, at url: String) -> JSONValue {
        [
            "@context": [.string(CredentialModel.contextV2)], "id": .string(url),
            "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": .string(party(role).did), "validFrom": .string(DateTimeStamp.text(unixSeconds: issued)),
            "credentialSubject": [
                "id": .string(url + "#list"), "type": "BitstringStatusList", "statusPurpose": .string(purpose),
                "encodedList": .string(encoded),
            ],
        ]
    }

    /// The digest by which a passport pins the certificate on a shelf.
    func evidenceDigest(on shelf: Shelf) -> String {
        shelf[url(of: .dcc, by: .certifier)].map { ContentDigest(of: $0.body).hexadecimal } ?? ""
    }
}
