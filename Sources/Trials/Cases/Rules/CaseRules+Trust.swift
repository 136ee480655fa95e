import Credentials
import JSON
import Platforms
import UNTP

// Whom to believe, and for what.
extension CaseRules {
    private static let graphs = "UNTP Trust Graphs"

    static let trust: [CaseRule] = [
        CaseRule(
            "issuer-unanchored", .negative, tier: 3, of: [.dpp, .dcc],
            "An issuer whom no register that is trusted has anchored is not believed.",
            mode: "anchor-not-discoverable", clause: graphs, allowed: .notValid
        ) { exhibit in
            exhibit.issueByStranger()
        },
        CaseRule(
            "anchor-by-stranger", .negative, tier: 3, of: [.dpp],
            "An anchor that was issued by no register that is trusted is worth nothing.",
            mode: "trust-anchor-unknown", clause: graphs, allowed: .notValid
        ) { exhibit in
            exhibit.world.putAnchor(of: .maker, by: .stranger, on: &exhibit.shelf)
        },
        CaseRule(
            "anchor-of-another", .negative, tier: 3, of: [.dpp], "An anchor of another DID is worth nothing.",
            mode: "issuer-impersonated", clause: graphs, allowed: .notValid
        ) { exhibit in
            let world = exhibit.world
            world.putAnchor(
                of: .maker, facts: world.anchor(of: .maker, did: world.party(.certifier).did), on: &exhibit.shelf)
        },
        CaseRule(
            "anchor-expired", .negative, tier: 3, of: [.dpp], "An anchor that has run out is worth nothing.",
            mode: "credential-expired", clause: graphs, allowed: .notValid
        ) { exhibit in
            let yesterday = exhibit.time(exhibit.now - 86_400)
            exhibit.changeAnchor { $0["validUntil"] = yesterday }
        },
        CaseRule(
            "anchor-revoked", .negative, tier: 3, of: [.dpp], "An anchor that was revoked is worth nothing.",
            mode: "certificate-revoked", clause: graphs, allowed: .notValid
        ) { exhibit in
            exhibit.world.putList(of: .register, setting: [IssuerWorld.statusIndex(of: .dia)], on: &exhibit.shelf)
        },
        CaseRule(
            "anchor-altered", .negative, tier: 3, of: [.dpp],
            "An anchor that was changed after signing is worth nothing.",
            mode: "credential-altered", clause: graphs, allowed: .notValid
        ) { exhibit in
            exhibit.forgeAnchor()
        },
        CaseRule(
            "linkset-for-anchor", .discovery, tier: 3, of: [.dpp],
            "A linkset about somebody else's goods, found where the anchor should be, anchors no one.",
            mode: "envelope-malformed", clause: graphs, allowed: .notValid
        ) { exhibit in
            exhibit.putForeignLinkset()
        },
        CaseRule(
            "anchor-under-foreign-type", .discovery, tier: 3, of: [.dpp],
            "A service of another type than a link to an identity anchor anchors no one.",
            mode: "anchor-not-discoverable", clause: "UNTP Digital Identity Anchor, DID service", allowed: .notValid
        ) { exhibit in
            exhibit.nameAnchor(as: "LinkedDomains")
        },
        CaseRule(
            "maker-is-another", .negative, tier: 3, of: [.dpp],
            "A passport for goods of another company than its issuer's anchor names is not believed.",
            mode: "issuer-impersonated", clause: graphs, allowed: .notValid
        ) { exhibit in
            exhibit.changeParty { $0["registeredId"] = "999999999" }
        },
        CaseRule(
            "certifier-not-accredited", .negative, tier: 3, of: [.dcc],
            "A certifier that is registered as a business, and accredited by no one, is not believed.",
            mode: "accreditation-missing", clause: graphs, allowed: .notValid
        ) { exhibit in
            var facts = exhibit.world.anchor(of: .certifier)
            facts.registerType = "Business"
            exhibit.world.putAnchor(of: .certifier, facts: facts, by: .register, on: &exhibit.shelf)
        },
        CaseRule(
            "accredited-for-something-else", .negative, tier: 3, of: [.dcc],
            "A certifier is believed only in what it is accredited for.", mode: "accreditation-missing",
            clause: graphs, allowed: .notValid
        ) { exhibit in
            var facts = exhibit.world.anchor(of: .certifier)
            facts.scope = [HarmonisedCriteria.base + "H14"]
            exhibit.world.putAnchor(of: .certifier, facts: facts, on: &exhibit.shelf)
        },
    ]

    /// What a passport claims, and what its evidence says.
    static let claims: [CaseRule] = [
        CaseRule(
            "evidence-replaced", .negative, tier: 3, "Another certificate than the one that was pinned is noticed.",
            mode: "hash-over-other-bytes", clause: "UNTP, Secure links", allowed: .notValid
        ) { exhibit in
            guard var certificate = exhibit.world.credential(.dcc) else { return }
            certificate["credentialSubject"]?["name"] = "A better certificate"
            exhibit.world.put(certificate, .dcc, by: .certifier, on: &exhibit.shelf)
        },
        CaseRule(
            "evidence-for-other-goods", .negative, tier: 3, "A certificate for other goods proves nothing of these.",
            mode: "certificate-scope-mismatch", clause: graphs, allowed: .notValid
        ) { exhibit in
            exhibit.changeCertificate { certificate in
                certificate.assess(
                    product: "https://id.gs1.org/01/09520000000042", facility: "https://id.gs1.org/414/9520000000059")
            }
        },
        CaseRule(
            "evidence-under-another-scheme", .negative, tier: 3,
            "Goods and facility that a certificate names under another scheme are not taken for the passport's.",
            mode: "certificate-scope-mismatch", clause: "UNTP Identity Resolver, Identifier schemes",
            allowed: .notValid
        ) { exhibit in
            exhibit.changeCertificate { certificate in
                certificate.assess(product: "urn:oid:2.51.1.1.09520000000011", facility: "urn:lei:9520000000028")
            }
        },
        CaseRule(
            "evidence-contradicts", .negative, tier: 3,
            "A certificate that finds no conformance proves no conformance.",
            mode: "claim-contradicted", clause: graphs, allowed: .notValid
        ) { exhibit in
            exhibit.changeCertificate { $0.assess { $0["conformance"] = false } }
        },
        CaseRule(
            "evidence-revoked", .negative, tier: 3, "A certificate that was revoked proves nothing.",
            mode: "certificate-revoked", clause: graphs, allowed: .notValid
        ) { exhibit in
            exhibit.world.putList(of: .certifier, setting: [IssuerWorld.statusIndex(of: .dcc)], on: &exhibit.shelf)
        },
    ]
}

extension Exhibit {
    fileprivate mutating func changeAnchor(_ change: (inout JSONValue) -> Void) {
        let place = world.anchorURL(of: .maker)
        guard var anchor = world.written(.anchor(world.anchor(of: .maker)), by: .register, at: place) else { return }
        change(&anchor)
        world.put(anchor, .dia, by: .register, on: &shelf)
    }

    /// Puts a linkset about other goods in the place of the maker's anchor.
    fileprivate mutating func putForeignLinkset() {
        let link = Linkset.Link(
            relation: LinkType.dia.text(.current), href: world.anchorURL(of: .certifier), mediaType: "application/vc",
            title: "Identity anchor", languages: ["en"])
        let linkset = Linkset(contexts: [.init(anchor: "https://id.gs1.org/01/09520000000042", links: [link])])
        shelf.put(linkset.json.serialised(), at: world.anchorURL(of: .maker), as: Linkset.mediaType)
    }

    /// Names the issuer's anchor in its DID document in a service of another type.
    fileprivate mutating func nameAnchor(as type: String) {
        guard let key = issuer.key else { return }
        let anchor = DIDService(id: issuer.did + "#anchor", type: type, endpoint: .string(world.anchorURL(of: role)))
        let document = DIDDocument.json(
            id: issuer.did, keys: [(fragment: IssuingParty.fragment, key: key.publicKey)], form: .jwk,
            listsAssertions: true, services: [anchor])
        shelf.put(document.serialised(), at: issuer.documentURL, as: "application/did+json")
    }

    /// Puts another number under the register's signature.
    fileprivate mutating func forgeAnchor() {
        guard var forgery = Exhibit(.dia, in: world, shelf: shelf) else { return }
        forgery.alterAfterSigning { $0["credentialSubject"]?["name"] = "Somebody Better" }
        shelf.put(forgery.shown, at: forgery.url, as: forgery.contentType ?? "application/vc")
    }

    /// Changes who made the product, wherever the release has that.
    fileprivate mutating func changeParty(_ change: (inout JSONValue) -> Void) {
        for path in [["credentialSubject", "product", "producedByParty"], ["credentialSubject", "producedByParty"]] {
            let pointer = JSONPointer(path)
            guard var party = credential[pointer: pointer] else { continue }
            change(&party)
            credential[pointer: pointer] = party
        }
    }
}

extension JSONValue {
    /// Changes each assessment of a certificate, under the names of any release.
    fileprivate mutating func assess(_ change: (inout JSONValue) -> Void) {
        for name in ["assessment", "conformityAssessment"] {
            guard let assessments = self["credentialSubject"]?[name]?.array else { continue }
            self["credentialSubject"]?[name] = .array(
                assessments.map { assessment in
                    var assessment = assessment
                    change(&assessment)
                    return assessment
                })
        }
    }

    /// Says that something else was assessed.
    fileprivate mutating func assess(product: String, facility: String) {
        assess { assessment in
            for (list, name, id) in [
                ("assessedProduct", "product", product), ("assessedFacility", "facility", facility),
            ] {
                if assessment[list]?[0]?[name] != nil {
                    assessment[list]?[0]?[name]?["id"] = .string(id)
                } else if assessment[list]?[0] != nil {
                    assessment[list]?[0]?["id"] = .string(id)
                }
            }
        }
    }
}
