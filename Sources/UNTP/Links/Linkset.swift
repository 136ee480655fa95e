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

    /// A link to one target: RFC 9264, section 4.2.3, and what UNTP's identity resolvers add to it.
    package struct Link: Sendable, Hashable {
        /// What the target is to the anchor: a registered name, a name with a prefix such as `untp:dpp`, or a URI.
        package var relation: String
        /// The target's URL.
        package var href: String
        /// What the target is served as (`type`); a hint, which the answer itself may contradict.
        package var mediaType: String?
        /// The target's name for people.
        package var title: String?
        /// The languages of the target, as BCP 47 writes them (`hreflang`).
        package var languages: [String]
        /// How the target is encrypted: UNTP Decentralised Access Control.
        package var encryptionMethod: String?
        /// The roles whose holders may have the target, as URIs.
        package var accessRoles: [String]
        /// `POST` where the target takes new events rather than giving any.
        package var method: String?
        /// `predecessor-version` on what a newer link replaces.
        package var versionRelations: [String]

        package init(
            relation: String, href: String, mediaType: String? = nil, title: String? = nil, languages: [String] = [],
            encryptionMethod: String? = nil, accessRoles: [String] = [], method: String? = nil,
            versionRelations: [String] = []
        ) {
            self.relation = relation
            self.href = href
            self.mediaType = mediaType
            self.title = title
            self.languages = languages
            self.encryptionMethod = encryptionMethod
            self.accessRoles = accessRoles
            self.method = method
            self.versionRelations = versionRelations
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
}

extension Linkset.Link {
    fileprivate var json: JSONValue {
        var object = JSONObject([("href", .string(href))])
        object["type"] = mediaType.map(JSONValue.string)
        object["title"] = title.map(JSONValue.string)
        object["encryptionMethod"] = encryptionMethod.map(JSONValue.string)
        object["method"] = method.map(JSONValue.string)
        for (name, texts) in [("hreflang", languages), ("accessRole", accessRoles), ("rel", versionRelations)]
        where !texts.isEmpty {
            object[name] = .array(texts.map(JSONValue.string))
        }
        return .object(object)
    }
}
