/// A place in a schema document.
struct SchemaPlace: Hashable {
    let document: Int
    let pointer: JSONPointer

    func appending(_ tokens: String...) -> SchemaPlace {
        SchemaPlace(document: document, pointer: JSONPointer(pointer.tokens + tokens))
    }
}

/// The schema documents of one compilation, and what in them can be referred to.
struct SchemaResources {
    private(set) var documents: [JSONValue] = []
    private(set) var documentURIs: [String] = []
    private(set) var dynamicAnchors: [(resource: String, anchor: String, place: SchemaPlace)] = []
    /// Documents whose meta-schema leaves out the validation vocabulary.
    private(set) var withoutValidation: Set<Int> = []
    private var unloaded: [String: JSONValue]
    /// Schema resources and anchors by absolute URI.
    private var places: [String: SchemaPlace] = [:]
    private var bases: [SchemaPlace: String] = [:]

    init(_ resources: [String: JSONValue]) {
        unloaded = resources.merging(MetaSchema.documents) { own, _ in own }
    }

    subscript(_ place: SchemaPlace) -> JSONValue? { documents[place.document][pointer: place.pointer] }

    mutating func load(_ schema: JSONValue, at uri: String) -> Int {
        let document = documents.count
        documents.append(schema)
        documentURIs.append(uri)
        places[uri] = SchemaPlace(document: document, pointer: JSONPointer())
        if let meta = schema["$schema"]?.string, let vocabularies = unloaded[meta]?["$vocabulary"]?.object,
            vocabularies["https://json-schema.org/draft/2020-12/vocab/validation"] == nil
        {
            withoutValidation.insert(document)
        }
        index(schema, at: SchemaPlace(document: document, pointer: JSONPointer()), base: uri)
        return document
    }

    private mutating func index(_ schema: JSONValue, at place: SchemaPlace, base: String) {
        guard let object = schema.object else { return }
        var base = base
        if let id = object["$id"]?.string {
            base = SchemaURI.resolve(SchemaURI.split(id).uri, against: base)
            places[base] = place
        }
        bases[place] = base
        if let anchor = object["$anchor"]?.string { places[base + "#" + anchor] = place }
        if let anchor = object["$dynamicAnchor"]?.string {
            places[base + "#" + anchor] = place
            dynamicAnchors.append((base, anchor, place))
        }
        for (name, value) in object {
            let child = SchemaPlace(document: place.document, pointer: place.pointer.appending(name))
            switch SchemaKeyword.shape[name] {
            case .schema: index(value, at: child, base: base)
            case .list:
                for (position, element) in (value.array ?? []).enumerated() {
                    let place = SchemaPlace(document: child.document, pointer: child.pointer.appending(position))
                    index(element, at: place, base: base)
                }
            case .map:
                for (key, element) in value.object ?? JSONObject() {
                    let place = SchemaPlace(document: child.document, pointer: child.pointer.appending(key))
                    index(element, at: place, base: base)
                }
            case nil: break
            }
        }
    }

    /// The base URI of a place, also of one that no keyword leads to.
    func base(of place: SchemaPlace) -> String {
        if let base = bases[place] { return base }
        var value: JSONValue? = documents[place.document]
        var base = documentURIs[place.document]
        for depth in 0...place.pointer.tokens.count {
            if let id = value?["$id"]?.string { base = SchemaURI.resolve(SchemaURI.split(id).uri, against: base) }
            if depth < place.pointer.tokens.count {
                value = value?[pointer: JSONPointer([place.pointer.tokens[depth]])]
            }
        }
        return base
    }

    mutating func resolve(
        _ reference: String, from base: String, location: String
    ) throws(JSONSchemaError) -> SchemaPlace {
        let (uri, fragment) = SchemaURI.split(reference)
        let target = SchemaURI.resolve(uri, against: base)
        if places[target] == nil, let document = unloaded[target] {
            _ = load(document, at: target)
        }
        guard let resource = places[target] else {
            throw JSONSchemaError(location: location, problem: "the reference '\(reference)' leads to no schema")
        }
        guard let fragment, !fragment.isEmpty else { return resource }
        if !fragment.hasPrefix("/") {
            guard let place = places[target + "#" + fragment] else {
                throw JSONSchemaError(location: location, problem: "there is no anchor '\(fragment)' in \(target)")
            }
            return place
        }
        guard let text = PercentEncoding.decoded(fragment), let pointer = JSONPointer(parsing: text) else {
            throw JSONSchemaError(location: location, problem: "'\(fragment)' is no JSON pointer")
        }
        let place = SchemaPlace(
            document: resource.document, pointer: JSONPointer(resource.pointer.tokens + pointer.tokens))
        guard self[place] != nil else {
            throw JSONSchemaError(location: location, problem: "nothing stands at '\(reference)'")
        }
        return place
    }
}
