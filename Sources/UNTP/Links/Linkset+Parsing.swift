package import JSON

extension Linkset {
    /// Reads a linkset strictly: RFC 9264, section 4.2, with an anchor in every context, as UNTP's resolvers give it.
    ///
    /// - Throws: `LinksetError`, which names the place of the first departure.
    package init(parsing json: JSONView) throws(LinksetError) {
        guard let list = json["linkset"] else { throw .missingLinkset }
        let others = json.members.map(\.name).filter { $0 != "linkset" }
        guard others.isEmpty else { throw .otherMembers(others) }
        guard list.kind == .array else { throw .notAnArray("/linkset") }
        contexts = []
        for (position, entry) in list.elements.enumerated() {
            contexts.append(try Self.context(entry) { JSONPointer(["linkset", String(position)]) })
        }
    }

    /// - Parameter place: Where the entry stands; asked for only where something is wrong.
    private static func context(_ entry: JSONView, at place: () -> JSONPointer) throws(LinksetError) -> Context {
        guard entry.kind == .object else { throw .notAnObject(place().description) }
        guard let anchor = entry["anchor"]?.string else { throw .missingAnchor(place().description) }
        var context = Context(anchor: anchor, links: [])
        for (relation, targets) in entry.members where relation != "anchor" {
            guard targets.kind == .array else { throw .notAnArray(place().appending(relation).description) }
            guard targets.count > 0 else { throw .noTargets(place().appending(relation).description) }
            for (position, target) in targets.elements.enumerated() {
                context.links.append(
                    try link(relation, to: target) { place().appending(relation).appending(position) })
            }
        }
        return context
    }

    private static func link(
        _ relation: String, to target: JSONView, at place: () -> JSONPointer
    ) throws(LinksetError) -> Link {
        guard target.kind == .object else { throw .notAnObject(place().description) }
        guard let href = target["href"]?.string else { throw .missingHref(place().description) }
        return Link(
            relation: relation, href: href, mediaType: try text("type", of: target, at: place),
            title: try text("title", of: target, at: place), languages: try texts("hreflang", of: target, at: place),
            encryptionMethod: try text("encryptionMethod", of: target, at: place),
            accessRoles: try texts("accessRole", of: target, at: place),
            method: try text("method", of: target, at: place),
            versionRelations: try texts("rel", of: target, at: place))
    }

    private static func text(
        _ name: String, of target: JSONView, at place: () -> JSONPointer
    ) throws(LinksetError) -> String? {
        guard let value = target[name] else { return nil }
        guard let text = value.string else {
            throw .wrongType(place().appending(name).description, expected: "a string")
        }
        return text
    }

    private static func texts(
        _ name: String, of target: JSONView, at place: () -> JSONPointer
    ) throws(LinksetError) -> [String] {
        guard let value = target[name] else { return [] }
        let texts = value.elements.compactMap(\.string)
        guard value.kind == .array, texts.count == value.count else {
            throw .wrongType(place().appending(name).description, expected: "an array of strings")
        }
        return texts
    }
}
