import Credentials
import Networking
import UNTP

// From an identifier to the links about it, as far as a platform understands what a resolver answers.
extension Consumer {
    /// Asks the resolver for all links of an identifier: UNTP Identity Resolver, Query.
    ///
    /// - Returns: The links, and the URL that answered at the end of all redirects.
    func linkset(for identifier: String, into dossier: inout Dossier) async -> (
        links: [Linkset.Link], resolver: String
    )? {
        let link = GS1.parse(identifier)?.canonical ?? identifier
        if behaviour.discovery.entry == .defaultLink { await followDefault(of: link, into: &dossier) }
        let url = linksetURL(of: link)
        let isHeader = behaviour.discovery.source == .header
        let document: FetchedDocument
        switch await source.document(at: url, for: isHeader ? .linkHeader : .linkset) {
        case .success(let fetched): document = fetched
        case .failure(let problem):
            let (code, sent) = problem.diagnosis(of: url, for: .linkset)
            dossier.report(code, sent: sent, expected: "the links of \(link)", url: url, type: nil)
            return nil
        }
        let links: [Linkset.Link]
        if isHeader {
            links = LinkHeader.links(in: String(decoding: document.bytes, as: UTF8.self))
            dossier.readings.linksInHeader = Set(links.map(\.href))
        } else {
            guard let set = parsed(document, asked: url, into: &dossier),
                let accepted = acceptedContexts(of: set, about: link, resolver: document.finalURL, into: &dossier)
            else { return nil }
            links = accepted
        }
        return (links, document.finalURL)
    }

    func linksetURL(of link: String) -> String {
        WebURL(link)?.withQuery("linkType=" + behaviour.discovery.linksetWord.rawValue).description ?? link
    }

    /// What a phone's camera does: opens the identifier and expects a page.
    private func followDefault(of link: String, into dossier: inout Dossier) async {
        guard case .success(let document) = await source.document(at: link, for: .page) else { return }
        guard document.contentType != "text/html" else { return }
        dossier.report(
            "default-link-not-followed", sent: document.contentType ?? "something without a type",
            expected: "a page for people", blocks: false, url: document.finalURL, type: nil)
    }

    private func parsed(_ document: FetchedDocument, asked url: String, into dossier: inout Dossier) -> Linkset? {
        switch verifier.table.linkset(in: document.bytes) {
        case .success(let set): return set
        case .failure(.notJSON):
            dossier.report(
                "linkset-query-word", sent: "\(document.contentType ?? "something") for \(url)",
                expected: "the whole linkset as \(Linkset.mediaType)", url: document.finalURL, type: nil)
        case .failure(.otherShape(let error)):
            dossier.report(
                "linkset-shape-invalid", sent: error.description, expected: "a linkset as RFC 9264 has it",
                url: document.finalURL, type: nil)
        }
        return nil
    }

    /// The links of those contexts whose anchor is what was asked for, where that is looked at; nil where none is.
    private func acceptedContexts(
        of set: Linkset, about link: String, resolver: String, into dossier: inout Dossier
    ) -> [Linkset.Link]? {
        guard behaviour.discovery.anchors == .checked else { return set.links }
        let accepted = set.contexts.filter { isAbout($0.anchor, link) }
        if accepted.isEmpty, let other = set.contexts.first {
            dossier.report(
                "stale-linkset-after-upgrade", sent: "links about \(other.anchor)", expected: "links about \(link)",
                url: resolver, type: nil)
            return nil
        }
        return accepted.flatMap(\.links)
    }

    /// Whether an anchor is what was asked for, or the model that it belongs to.
    private func isAbout(_ anchor: String, _ link: String) -> Bool {
        let published = addressing.published(link)
        return published == anchor || published.hasPrefix(anchor + "/")
    }

    // MARK: Targets

    /// The URLs that links have for a link type, as far as this platform understands them.
    func targets(
        of type: LinkType, in links: [Linkset.Link], resolver: String, into dossier: inout Dossier
    ) -> [String] {
        // Places among the links rather than links, which have many parts.
        let meant = links.indices.filter { Self.type(of: links[$0].relation) == type }
        if meant.isEmpty, type == .dpp {
            dossier.report(
                "link-missing", sent: "no link of the type \(type.text(.current))", expected: "a link to a passport",
                url: resolver, type: nil)
        }
        var understood = meant.filter { understands(links[$0].relation, as: type) }
        if understood.isEmpty, let other = meant.first {
            let (code, expected) = misunderstanding(of: links[other].relation, as: type)
            dossier.report(code, sent: links[other].relation, expected: expected, url: resolver, type: nil)
        }
        if behaviour.discovery.language == .matched {
            let matching = understood.filter { links[$0].languages.contains(Self.language) }
            if matching.isEmpty, let other = understood.first {
                dossier.report(
                    "language-attribute-skew", sent: "a link without the language \(Self.language) under hreflang",
                    expected: "hreflang with \(Self.language) for \(links[other].href)", url: resolver, type: nil)
            }
            understood = matching
        }
        // Pages are there for passports; events and facilities are for machines.
        guard behaviour.discovery.variants == .htmlOnly, type == .dpp else {
            return understood.filter { links[$0].mediaType != "text/html" }.map { links[$0].href }
        }
        let pages = understood.filter { links[$0].mediaType == "text/html" }
        if pages.isEmpty, let other = understood.first {
            dossier.report(
                "only-html-variant-read", sent: links[other].mediaType ?? "a link without type",
                expected: "text/html", url: resolver, type: nil)
        }
        // A page for people leads those who can read one to what it shows.
        return pages.isEmpty ? [] : understood.filter { links[$0].mediaType != "text/html" }.map { links[$0].href }
    }

    private static let language = "en"

    /// What a relation leads to, whichever way it is written.
    private static func type(of relation: String) -> LinkType? {
        if let type = LinkType(anySpelling: relation) { return type }
        let relation = relation.replacing("%3A", with: ":")
        if let type = LinkType(anySpelling: relation) { return type }
        return relation.contains("/linkTypes/")
            ? LinkType(rawValue: String(relation.split(separator: "/").last ?? "")) : nil
    }

    private func understands(_ relation: String, as type: LinkType) -> Bool {
        let discovery = behaviour.discovery
        let isEncoded = relation.utf8.contains(UInt8(ascii: "%"))
        if discovery.relations == .asWritten, isEncoded, relation.contains("%3A") { return false }
        if discovery.linkKeys == .queriedHost, let host = WebURL.host(of: relation), host != RootResolver.host {
            return false
        }
        return discovery.linkTypes == .everySpelling
            || (isEncoded ? relation.replacing("%3A", with: ":") : relation) == type.text(.current)
    }

    /// Why a link to what is looked for was passed over, by its relation.
    private func misunderstanding(of relation: String, as type: LinkType) -> (code: String, expected: String) {
        if behaviour.discovery.relations == .asWritten, relation.contains("%3A") {
            return ("linktype-encoding", relation.replacing("%3A", with: ":"))
        }
        if behaviour.discovery.linkKeys == .queriedHost, WebURL.host(of: relation) != nil {
            return ("link-key-tied-to-domain", "a relation under the domain that was asked, \(RootResolver.host)")
        }
        return ("link-type-name-drift", type.text(.current))
    }
}
