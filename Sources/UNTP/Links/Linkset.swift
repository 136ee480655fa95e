package import JSON

/// A set of links about one or several things: RFC 9264.
package struct Linkset: Sendable, Hashable {
    package var contexts: [Context]

    package init(contexts: [Context]) {
        self.contexts = contexts
    }

    /// The links of one anchor.
    package struct Context: Sendable, Hashable {
        /// The thing that the links are about.
        package var anchor: String
        package var links: [Link]

        package init(anchor: String, links: [Link]) {
            self.anchor = anchor
            self.links = links
        }
    }

    package struct Link: Sendable, Hashable {
        package var relation: String
        package var href: String
        package var mediaType: String?
        package var title: String?
        package var languages: [String]

        package init(
            relation: String, href: String, mediaType: String? = nil, title: String? = nil, languages: [String] = []
        ) {
            self.relation = relation
            self.href = href
            self.mediaType = mediaType
            self.title = title
            self.languages = languages
        }
    }

    /// All links of all anchors.
    package var links: [Link] { contexts.flatMap(\.links) }

    package static let mediaType = "application/linkset+json"

    /// The linkset as JSON: RFC 9264, section 4.2.
    package var json: JSONValue {
        let contexts = contexts.map { context in
            var object = JSONObject([("anchor", .string(context.anchor))])
            for link in context.links {
                object[link.relation] = .array((object[link.relation]?.array ?? []) + [link.json])
            }
            return JSONValue.object(object)
        }
        return ["linkset": .array(contexts)]
    }

    /// The links in a flat list without anchors, as some resolvers answer.
    package var flatJSON: JSONValue {
        .array(
            links.map { link in
                var json = link.json
                json["rel"] = .string(link.relation)
                return json
            })
    }

    /// Reads a linkset strictly.
    package init(parsing json: JSONView) throws(LinksetError) {
        guard let list = json["linkset"] else { throw .missingLinkset }
        guard list.kind == .array else { throw .notAnArray("/linkset") }
        contexts = []
        for (position, entry) in list.elements.enumerated() {
            guard entry.kind == .object else { throw .notAnObject("/linkset/\(position)") }
            guard let anchor = entry["anchor"]?.string else { throw .missingAnchor("/linkset/\(position)") }
            var context = Context(anchor: anchor, links: [])
            for (relation, targets) in entry.members where relation != "anchor" {
                let place = "/linkset/\(position)/\(relation)"
                guard targets.kind == .array else { throw .notAnArray(place) }
                for target in targets.elements {
                    guard let href = target["href"]?.string else { throw .missingHref(place) }
                    context.links.append(
                        Link(
                            relation: relation, href: href, mediaType: target["type"]?.string,
                            title: target["title"]?.string,
                            languages: target["hreflang"]?.elements.compactMap(\.string) ?? []))
                }
            }
            contexts.append(context)
        }
    }
}

extension Linkset.Link {
    fileprivate var json: JSONValue {
        var object = JSONObject([("href", .string(href))])
        object["type"] = mediaType.map(JSONValue.string)
        object["title"] = title.map(JSONValue.string)
        if !languages.isEmpty { object["hreflang"] = .array(languages.map(JSONValue.string)) }
        return .object(object)
    }
}

/// How a document departs from the form of a linkset.
package enum LinksetError: Error, Sendable, Hashable, CustomStringConvertible {
    case missingLinkset
    case notAnArray(String)
    case notAnObject(String)
    case missingAnchor(String)
    case missingHref(String)

    package var description: String {
        switch self {
        case .missingLinkset: "a document without 'linkset'"
        case .notAnArray(let place): "no array at \(place)"
        case .notAnObject(let place): "no object at \(place)"
        case .missingAnchor(let place): "no anchor at \(place)"
        case .missingHref(let place): "a target without href at \(place)"
        }
    }
}
