import Credentials
import JSON
import Platforms
import UNTP

// How documents are served: under which type, when, and whether at all.
extension CaseRules {
    private static let mediaTypes = "VC-JOSE-COSE, Media Types"
    private static let instants = "VCDM 2.0, Validity Period; RFC 3339"

    static let discovery: [CaseRule] =
        [
            ("served-as-json", "application/json", "a credential that is served as application/json"),
            ("served-as-ld-json", "application/ld+json", "a credential that is served as application/ld+json"),
            ("served-as-former-type", "application/vc+ld+json", "a credential that is served under a draft's type"),
            ("served-without-type", nil, "a credential that is served without a Content-Type"),
        ].map { name, contentType, what in
            CaseRule(
                name, .discovery, of: [.dpp], in: .everyForm, "The bytes decide how they are read: \(what) is read.",
                mode: contentType == "application/json" ? "content-type-picks-parser" : "token-media-type-refused",
                clause: mediaTypes, allowed: .valid
            ) { exhibit in
                exhibit.contentType = contentType
            }
        } + [
            CaseRule(
                "found-elsewhere", .discovery, "A credential that a redirect led to, away from its id, is read.",
                mode: nil, clause: "UNTP Identity Resolver, Links", allowed: .valid
            ) { exhibit in
                exhibit.foundAt = exhibit.world.url(of: exhibit.type, by: .stranger) + "/redirected"
            },
            CaseRule(
                "page-instead", .discovery, "A web page is not taken for a credential.", mode: "envelope-malformed",
                clause: mediaTypes, allowed: .notValid
            ) { exhibit in
                exhibit.contentType = "text/html"
                exhibit.bytes = Array("<!doctype html><html><title>Passport</title><p>Valid.</p></html>".utf8)
            },
            CaseRule(
                "linkset-instead", .discovery, "A linkset is not taken for a credential.", mode: "envelope-malformed",
                clause: "UNTP Identity Resolver, Links", allowed: .notValid
            ) { exhibit in
                exhibit.contentType = Linkset.mediaType
                let link = Linkset.Link(
                    relation: LinkType.dpp.text(.current), href: exhibit.url, mediaType: "application/vc",
                    title: "Passport", languages: ["en"])
                exhibit.bytes = Linkset(contexts: [.init(anchor: IssuerWorld.productID, links: [link])]).json
                    .serialised()
            },
            CaseRule(
                "nothing-instead", .discovery, "An empty answer is not taken for a credential.",
                mode: "envelope-malformed", clause: mediaTypes, allowed: .notValid
            ) { exhibit in
                exhibit.bytes = []
            },
        ]

    static let clocks: [CaseRule] = [
        CaseRule(
            "just-begun", .clocks, "A credential is valid from the second on that it names.",
            mode: "not-yet-valid-by-clock", clause: instants, allowed: .valid
        ) { exhibit in
            exhibit.credential["validFrom"] = exhibit.time(exhibit.now)
        },
        CaseRule(
            "about-to-end", .clocks, "A credential is valid up to the second that it names.",
            mode: "credential-expired", clause: instants, allowed: .valid
        ) { exhibit in
            exhibit.credential["validUntil"] = exhibit.time(exhibit.now + 1)
        },
        CaseRule(
            "ended-an-hour-ago", .clocks, "A credential that ended an hour ago is refused.",
            mode: "credential-expired", clause: instants, allowed: .invalid
        ) { exhibit in
            exhibit.credential["validUntil"] = exhibit.time(exhibit.now - 3_600)
        },
        CaseRule(
            "begins-in-an-hour", .clocks, "A credential that begins in an hour is refused.",
            mode: "not-yet-valid-by-clock", clause: instants, allowed: .notValid
        ) { exhibit in
            exhibit.credential["validFrom"] = exhibit.time(exhibit.now + 3_600)
        },
        CaseRule(
            "ends-soon-in-the-west", .clocks,
            "An end that is still to come is not taken for past because its zone is behind.",
            mode: "credential-expired", clause: instants, allowed: .valid
        ) { exhibit in
            exhibit.credential["validUntil"] = exhibit.local(exhibit.now + 3_600, hoursAhead: -10)
        },
        CaseRule(
            "ended-in-the-east", .clocks, "An end that is past is not taken for to come because its zone is ahead.",
            mode: "credential-expired", clause: instants, allowed: .invalid
        ) { exhibit in
            exhibit.credential["validUntil"] = exhibit.local(exhibit.now - 3_600, hoursAhead: 14)
        },
        CaseRule(
            "fractions-of-a-second", .clocks, "A time with fractions of a second is read.", mode: "datetime-shape",
            clause: instants, allowed: .valid
        ) { exhibit in
            let text = DateTimeStamp.text(unixSeconds: exhibit.now - 3_600)
            exhibit.credential["validFrom"] = .string(text.replacing("Z", with: ".123456Z"))
        },
    ]

    static let outages: [CaseRule] =
        [503, 404, 504].flatMap { status in
            [
                CaseRule(
                    "did-host-\(status)", .outages, of: [.dpp], in: .lead,
                    "Without the issuer's DID document (\(status)) nothing is known of the signature.",
                    mode: status == 404 ? "did-unresolvable" : "host-unreachable",
                    clause: "did:web Method Specification, Read", allowed: .unknown
                ) { exhibit in
                    exhibit.shelf.fail(exhibit.issuer.documentURL, status: status)
                },
                CaseRule(
                    "status-host-\(status)", .outages, of: [.dcc], in: .lead,
                    "Without the status list (\(status)) the status is unknown: neither clean nor revoked.",
                    mode: "unreachable-shown-as-revoked", clause: "Bitstring Status List 1.0, Validate Algorithm",
                    allowed: .unknown
                ) { exhibit in
                    exhibit.shelf.fail(exhibit.world.listURL(of: exhibit.role), status: status)
                },
            ]
        } + [
            CaseRule(
                "context-host-503", .outages, "A context that can't be had makes nothing wrong.",
                mode: "context-host-throttled", clause: "VCDM 2.0, Contexts", allowed: [.valid, .indeterminate]
            ) { exhibit in
                for url in Shelf.contexts(of: exhibit.world.variant.release) { exhibit.shelf.fail(url, status: 503) }
            },
            CaseRule(
                "anchor-host-503", .outages, tier: 3,
                "Without the issuer's anchor nothing is known of who it is.", mode: "host-unreachable",
                clause: "UNTP Trust Graphs", allowed: .unknown
            ) { exhibit in
                exhibit.shelf.fail(exhibit.world.anchorURL(of: .maker), status: 503)
            },
        ]
}

extension Exhibit {
    /// An instant in the local time of a zone.
    fileprivate func local(_ seconds: Int64, hoursAhead: Int) -> JSONValue {
        let text = DateTimeStamp.text(unixSeconds: seconds + Int64(hoursAhead) * 3_600)
        let hours = abs(hoursAhead)
        return .string(text.replacing("Z", with: "\(hoursAhead < 0 ? "-" : "+")\(hours < 10 ? "0" : "")\(hours):00"))
    }
}
