import Mustache
package import Records

/// The page on which a server lists the virtual platforms that it serves, with links to follow and lines to try.
package enum PeersPage {
    /// The bytes of the page, which needs nothing else; equal for equal records.
    package static func bytes(of record: PeersRecord) -> [UInt8] {
        guard let page = templates.render(view(of: record).forMustache, withTemplate: "page") else {
            preconditionFailure("the page of peers has no template")
        }
        return Array(page.utf8)
    }

    private static let templates: MustacheLibrary = {
        do {
            return MustacheLibrary(
                templates: try ["page": Templates.peers, "style": Templates.style + Templates.peersStyle].mapValues {
                    try MustacheTemplate(string: $0)
                })
        } catch {
            preconditionFailure("the template of the page of peers can't be read: \(error)")
        }
    }()

    private static func view(of record: PeersRecord) -> View {
        [
            "title": .text(record.title),
            "description": .optional(record.description),
            "imprint": .text(
                "\(record.days) days of trade up to \(record.asOf.prefix(10)), published under \(record.base)/; "
                    + "time goes on, and nothing new is made."),
            "contents": .list(
                record.peers.map { ["anchor": .text($0.name), "title": .text($0.title)] }
                    + [["anchor": "registers", "title": "Registers"]]),
            "lacking": .optional(lacking(record)),
            "index": .text(record.base + "/index.json"),
            "lines": .list(lines(record)),
            "peers": .list(record.peers.map(peer)),
            "registers": .list(record.registers.map(register)),
        ]
    }

    private static func lacking(_ record: PeersRecord) -> String? {
        guard !record.chainsWithoutGoods.isEmpty else { return nil }
        return "No goods have a passport yet in \(record.chainsWithoutGoods.joined(separator: ", ")); "
            + "more days of trade would bring some."
    }

    /// Commands that lead from a product to its passport, its issuer's keys and a verdict.
    private static func lines(_ record: PeersRecord) -> [View] {
        let peers = record.peers.filter { !$0.examples.isEmpty }
        guard let peer = peers.min(by: { $0.departures.count < $1.departures.count }),
            let product = peer.examples.first,
            let passport = product.documents.first, let issuer = product.documents.first(where: { $0.isDIDDocument })
        else { return [] }
        let verifier = record.peers.first { $0.name != peer.name } ?? peer
        let quoted = peer.servesTokens ? "\"%s\"" : "%s"
        let asked = "printf '{\"verifiableCredential\":\(quoted)}' \"$(curl -s '\(passport.url)')\""
        return [
            ("The links of a product", "curl -s '\(product.linksetURL)'"),
            ("Its passport", "curl -s '\(passport.url)'"),
            ("The keys of who issued it", "curl -s '\(issuer.url)'"),
            (
                "What another platform makes of it",
                asked + " | curl -s -H 'Content-Type: application/json' --data-binary @- '\(verifier.verifyURL)'"
            ),
        ].map { what, line in ["what": .text(what), "line": .text(line)] }
    }

    private static func peer(_ peer: PeerRecord) -> View {
        [
            "name": .text(peer.name), "title": .text(peer.title),
            "place": .text("\(peer.kind). It is run in \(peer.country) and served as \(peer.name)."),
            "departs": .flag(!peer.departures.isEmpty),
            "departures": .list(
                peer.departures.map {
                    [
                        "knob": .text($0.knob), "value": .text($0.value), "decides": .text($0.decides),
                        "meaning": .text($0.meaning),
                    ]
                }),
            "issueURL": .text(peer.issueURL), "verifyURL": .text(peer.verifyURL),
            "examples": .list(peer.examples.map(product)),
            "idle": .flag(peer.examples.isEmpty),
            "count": .text(
                "\(peer.parties.count) \(peer.parties.count == 1 ? "company" : "companies") and their DIDs"),
            "parties": .list(
                peer.parties.map {
                    [
                        "name": .text($0.name), "role": .text($0.role), "did": .text($0.did),
                        "url": .text($0.documentURL),
                    ]
                }),
        ]
    }

    private static func product(_ product: ServedProduct) -> View {
        [
            "name": .text(product.name), "chain": .text(product.chain), "producer": .text(product.producer),
            "identifier": .text(product.identifier), "linksetURL": .text(product.linksetURL),
            "documents": .list(product.documents.map { ["label": .text($0.label), "url": .text($0.url)] }),
        ]
    }

    private static func register(_ register: RegisterRecord) -> View {
        [
            "name": .text(register.name), "role": .text(register.role),
            "country": .text(register.country ?? "all"), "did": .text(register.did),
            "url": .text(register.documentURL),
        ]
    }
}

extension ServedDocument {
    fileprivate var isDIDDocument: Bool { url.hasSuffix("/did.json") }
}
