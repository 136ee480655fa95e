import HTTPTypes
import JSON
import Networking
import SimulationKernel
package import UNTP

// The platform's identity resolver: what is registered with it, and how it answers.
extension Platform {
    // MARK: Registering

    /// Registers a credential about an identifier, and a page about it where the platform has pages for people.
    ///
    /// - Parameter isLast: Whether nothing else is going to be registered about it soon, so that what will be served of it
    ///   can be written.
    package func link(_ identifier: String, to credential: IssuedCredential, isLast: Bool = false) {
        let isModel = behaviour.identifiers.granularity == .model && credential.type == .dpp
        let place = Consumer.canonical(isModel ? Self.model(identifier) : identifier)
        if isModel { links[place] = nil }
        let link = Linkset.Link(
            relation: relation(of: LinkType(credential.type)), href: credential.url,
            mediaType: credential.contentType ?? securer.contentType,
            title: credential.type.label, languages: ["en"],
            encryptionMethod: credential.type == .dpp ? seal.announced : nil)
        register(link, at: place)
        linkOutside(
            OutsideLink(
                subject: place, relation: link.relation, target: link.href, mediaType: link.mediaType,
                title: link.title ?? ""))
        if links[place]?.contains(link) ?? false {
            listings[Consumer.canonical(identifier), default: [:]][credential.type] = simulation.nowUnixSeconds
        }
        if isLast { writeAhead(place) }
        guard credential.type == .dpp, behaviour.resolver.variants != .machine else { return }
        var page = link
        page.href = pageURL(WebURL(place)?.path ?? "/")
        page.mediaType = "text/html"
        register(page, at: place)
    }

    private func relation(of type: LinkType) -> String {
        switch behaviour.resolver.linkTypes {
        case .current: type.text(.current)
        case .gs1: type.text(.gs1)
        case .longName: type.text(.longName)
        case .vocabularyURL: type.text(.vocabularyURL)
        case .ownDomain: hosts.url(.resolver, "/linkTypes/\(type.rawValue)")
        }
    }

    /// Takes a link in, if the resolver's policies let it.
    private func register(_ link: Linkset.Link, at identifier: String) {
        let resolver = behaviour.resolver
        if resolver.vocabulary == .closed, !Self.registeredRelations.contains(link.relation) {
            hindrances[identifier] = "unregistered-link-type-rejected"
        } else if resolver.mediaTypes == .curated, !Self.curatedMediaTypes.contains(link.mediaType ?? "") {
            hindrances[identifier] = "media-type-list-closed"
        } else if resolver.variants == .collapsed,
            links[identifier]?.contains(where: { $0.relation == link.relation && $0.mediaType != link.mediaType })
                ?? false
        {
            hindrances[identifier] = "duplicate-variant-collapsed"
        } else {
            links[identifier] = (links[identifier] ?? []) + [link]
        }
    }

    /// The relations that a resolver with closed vocabularies knows.
    private static let registeredRelations = Set(LinkType.allCases.flatMap { [$0.text(.current), $0.text(.gs1)] })

    /// The media types that a resolver with a list of its own knows.
    private static let curatedMediaTypes: Set<String> = [
        "application/vc", "application/json", "application/ld+json", "application/pdf", "text/html",
    ]

    /// Puts a corrected credential in the place of an earlier one, which is revoked where the platform does that.
    package func replaceLink(
        to former: IssuedCredential, by credential: IssuedCredential, of identifier: String, tenant slug: String
    ) {
        let place = Consumer.canonical(identifier)
        for index in links[place]?.indices ?? 0..<0 where links[place]?[index].href == former.url {
            links[place]?[index].href = credential.url
        }
        if behaviour.credential.corrections == .revoked { revoke(former, of: slug) }
    }

    /// When the last of some types of credentials was listed for an identifier, in Unix seconds; nil while one is not.
    package func listed(_ types: Set<CredentialType>, at identifier: String) -> Int64? {
        let listed = listings[Consumer.canonical(identifier)] ?? [:]
        let times = types.compactMap { listed[$0] }
        return times.count == types.count ? times.max() : nil
    }

    /// What keeps a reader from what was published about an identifier, as the platform itself could tell.
    package func hindrance(at identifier: String) -> String? {
        if let known = hindrances[identifier] { return known }
        return behaviour.identifiers.granularity == .model ? "granularity-mismatch" : nil
    }

    /// Takes the documents of a product out of circulation, when nobody will ask for them any more.
    package func withdraw(_ identifier: String, _ credentials: [IssuedCredential]) {
        let identifier = Consumer.canonical(identifier)
        for link in links.remove(identifier) {
            guard let path = storagePath(of: link.href) else { continue }
            // What others may still speak of goes with the credentials below.
            if documents[path]?.type == .dpp { remove(path) }
        }
        hindrances[identifier] = nil
        listings[identifier] = nil
        for credential in credentials {
            // A model's passport stands for all of its batches.
            if credential.type == .dpp, behaviour.identifiers.granularity == .model { continue }
            if let path = storagePath(of: credential.url) { remove(path) }
        }
    }

    private func remove(_ path: String) {
        if let document = documents.removeValue(forKey: path) { forget(document) }
    }

    func storagePath(of url: String) -> String? {
        WebURL(url).flatMap(hosts.addressing.located).map { String(Self.originalPath($0.path)) }
    }

    // MARK: Answering

    /// UNTP Identity Resolver: the whole linkset for the words that ask for it, else a redirect.
    func resolve(_ request: WebRequest) -> WebResponse {
        let url = request.url
        if url.path.hasPrefix("/page/") {
            return WebResponse(Array("<!doctype html><title>Product</title>".utf8), as: "text/html")
        }
        guard let identifier = GS1.parse(url.description) else {
            return .problem(.badRequest, "\(url.path) is no GS1 Digital Link path")
        }
        let word = url.queryValue("linkType")
        let wantsSet =
            switch (word, behaviour.resolver.linksetWord) {
            case (nil, _): behaviour.resolver.defaultLink == .linkset
            case ("linkset", .both), ("linkset", .linksetOnly), ("all", .both), ("all", .allOnly): true
            default: false
            }
        let isHeader = wantsSet && request.method == .head
        if wantsSet, !isHeader,
            let written = self.links.linkset(about: identifier.canonical, hasMovedPaths: hasMovedPaths)
        {
            return served(written.value, as: Linkset.mediaType)
        }
        let links = links(of: identifier)
        guard !links.isEmpty else { return .problem(.notFound, "nothing is known of \(identifier.canonical)") }
        if isHeader { return header(of: links) }
        if wantsSet {
            return served(write(links, about: identifier).value, as: Linkset.mediaType)
        }
        let match = links.first { $0.relation == word }
        return .redirect(to: match?.href ?? pageURL(url.path))
    }

    private func pageURL(_ path: String) -> String { hosts.url(.resolver, "/page\(path)") }

    /// The links of a product, and of its model where the resolver walks up.
    private func links(of identifier: GS1Identifier) -> [Linkset.Link] {
        let canonical = identifier.canonical
        var found = links[canonical] ?? []
        let model = Self.model(canonical)
        if model != canonical, behaviour.resolver.walksUp == .toParents { found += links[model] ?? [] }
        guard hasMovedPaths else { return found }
        // The resolver's own table went along with the upgrade; what was printed or signed did not.
        let storage = hosts.url(.storage)
        return found.map { link in
            guard link.href.hasPrefix(storage + "/"), !link.href.hasPrefix(storage + Self.upgradedPrefix) else {
                return link
            }
            var link = link
            link.href = storage + Self.upgradedPrefix + link.href.dropFirst(storage.count)
            return link
        }
    }

    /// Begins to write the linkset of what was made before somebody asks for it.
    private func writeAhead(_ place: String) {
        guard outside == nil, let identifier = GS1.parse(place) else { return }
        let links = links(of: identifier)
        if !links.isEmpty { _ = write(links, about: identifier) }
    }

    /// Begins to write a linkset on another core, and to read it for those who will be served with it.
    private func write(_ links: [Linkset.Link], about identifier: GS1Identifier) -> Deferred<[UInt8]> {
        let (resolver, addressing, table) = (behaviour.resolver, hosts.addressing, table)
        let written = simulation.begin {
            let bytes = Self.linkset(of: links, about: identifier, by: resolver, addressing)
            table.prepare(linkset: bytes)
            return bytes
        }
        self.links.keep(written, about: identifier.canonical, hasMovedPaths: hasMovedPaths)
        return written
    }

    /// A linkset as a resolver writes it.
    private static func linkset(
        of links: [Linkset.Link], about identifier: GS1Identifier, by resolver: BehaviourProfile.Resolver,
        _ addressing: Addressing
    ) -> [UInt8] {
        let anchor =
            resolver.anchors == .current
            ? addressing.published(identifier.canonical)
            : identifier.digitalLink(domain: "id.former-name.example", value: identifier.value)
        let written =
            resolver.relationEncoding == .plain
            ? links
            : links.map { link in
                var link = link
                link.relation = link.relation.replacing(":", with: "%3A")
                return link
            }
        let set = Linkset(contexts: [.init(anchor: anchor, links: written)])
        var json = resolver.linksetShape == .rfc9264 ? set.json : set.flatJSON
        if resolver.languageAttribute == .lang { json = json.renamingMembers("hreflang", to: "lang") }
        return json.serialised()
    }

    /// The links in a header, as RFC 8288 has them; as many as a narrow header bears where the resolver has one.
    private func header(of links: [Linkset.Link]) -> WebResponse {
        var field = ""
        for link in links {
            let next = "<\(link.href)>; rel=\"\(link.relation)\"; type=\"\(link.mediaType ?? "")\""
            if behaviour.resolver.linkHeader == .limited, field.utf8.count + next.utf8.count > Self.narrowHeaderBytes {
                break
            }
            field += (field.isEmpty ? "" : ", ") + next
        }
        var response = WebResponse(status: .ok)
        response.linkField = field
        return response
    }

    private static let narrowHeaderBytes = 250
}

extension JSONValue {
    /// The value with members of a name under another name, at every depth.
    fileprivate func renamingMembers(_ old: String, to new: String) -> JSONValue {
        switch self {
        case .array(let elements): .array(elements.map { $0.renamingMembers(old, to: new) })
        case .object(let object):
            .object(
                JSONObject(object.map { ($0.name == old ? new : $0.name, $0.value.renamingMembers(old, to: new)) }))
        default: self
        }
    }
}
