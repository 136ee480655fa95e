/// Turns schema documents into a flat table of nodes.
struct SchemaCompiler {
    private(set) var nodes: [SchemaNode] = []
    private(set) var tracksEvaluation = false
    private let formats: Set<SchemaFormat>

    /// A place in a document.
    private struct Place: Hashable {
        let document: Int
        let pointer: JSONPointer
    }

    private var documents: [JSONValue] = []
    private var documentURIs: [String] = []
    private var unloaded: [String: JSONValue]
    /// Schema resources and anchors by absolute URI.
    private var places: [String: Place] = [:]
    private var bases: [Place: String] = [:]
    private var compiled: [Place: Int] = [:]
    private var resourceIndices: [String: Int] = [:]
    private var dynamicAnchorPlaces: [(resource: String, anchor: String, place: Place)] = []
    private var withoutValidation: Set<Int> = []
    private(set) var dynamicAnchorNodes: [[String: Int]] = []

    init(resources: [String: JSONValue], formats: Set<SchemaFormat>) {
        self.formats = formats
        unloaded = resources.merging(MetaSchema.documents) { own, _ in own }
    }

    mutating func compileDocument(_ schema: JSONValue, at uri: String) throws(JSONSchemaError) -> Int {
        let document = load(schema, at: uri)
        let root = try compile(Place(document: document, pointer: JSONPointer()))
        var next = 0
        // Compiling a dynamic anchor may load documents with further ones.
        while next < dynamicAnchorPlaces.count {
            let (resource, anchor, place) = dynamicAnchorPlaces[next]
            let node = try compile(place)
            let index = resourceIndex(resource)
            dynamicAnchorNodes[index][anchor] = node
            next += 1
        }
        return root
    }

    private mutating func resourceIndex(_ uri: String) -> Int {
        if let index = resourceIndices[uri] { return index }
        resourceIndices[uri] = dynamicAnchorNodes.count
        dynamicAnchorNodes.append([:])
        return dynamicAnchorNodes.count - 1
    }

    // MARK: Finding resources and anchors

    private mutating func load(_ schema: JSONValue, at uri: String) -> Int {
        let document = documents.count
        documents.append(schema)
        documentURIs.append(uri)
        places[uri] = Place(document: document, pointer: JSONPointer())
        if let meta = schema["$schema"]?.string, let vocabularies = unloaded[meta]?["$vocabulary"]?.object,
            vocabularies["https://json-schema.org/draft/2020-12/vocab/validation"] == nil
        {
            withoutValidation.insert(document)
        }
        index(schema, at: Place(document: document, pointer: JSONPointer()), base: uri)
        return document
    }

    private mutating func index(_ schema: JSONValue, at place: Place, base: String) {
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
            dynamicAnchorPlaces.append((base, anchor, place))
        }
        for (name, value) in object {
            let child = Place(document: place.document, pointer: place.pointer.appending(name))
            switch SchemaKeyword.shape[name] {
            case .schema: index(value, at: child, base: base)
            case .list:
                for (position, element) in (value.array ?? []).enumerated() {
                    let place = Place(document: child.document, pointer: child.pointer.appending(position))
                    index(element, at: place, base: base)
                }
            case .map:
                for (key, element) in value.object ?? JSONObject() {
                    let place = Place(document: child.document, pointer: child.pointer.appending(key))
                    index(element, at: place, base: base)
                }
            case nil: break
            }
        }
    }

    /// The base URI of a place, also of one that no keyword leads to.
    private func base(of place: Place) -> String {
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

    private mutating func resolve(
        _ reference: String, from base: String, location: String
    ) throws(JSONSchemaError) -> Place {
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
        guard let text = SchemaURI.percentDecoded(fragment), let pointer = JSONPointer(parsing: text) else {
            throw JSONSchemaError(location: location, problem: "'\(fragment)' is no JSON pointer")
        }
        let place = Place(
            document: resource.document, pointer: JSONPointer(resource.pointer.tokens + pointer.tokens))
        guard documents[place.document][pointer: place.pointer] != nil else {
            throw JSONSchemaError(location: location, problem: "nothing stands at '\(reference)'")
        }
        return place
    }

    // MARK: Compiling

    private mutating func compile(_ place: Place) throws(JSONSchemaError) -> Int {
        if let index = compiled[place] { return index }
        let index = nodes.count
        compiled[place] = index
        nodes.append(SchemaNode())
        let schema = documents[place.document][pointer: place.pointer] ?? .null
        let node = SchemaNode()
        let base = base(of: place)
        node.location = documentURIs[place.document] + "#" + place.pointer.description
        node.resource = resourceIndex(base)
        switch schema {
        case .bool(let constant): node.constant = constant
        case .object(let object):
            try compileReferences(object, place: place, base: base, into: node)
            try compileApplicators(object, place: place, into: node)
            if !withoutValidation.contains(place.document) { try compileAssertions(object, into: node) }
            node.hasArrayKeywords = SchemaKeyword.forArrays.contains { object[$0] != nil }
            node.hasObjectKeywords = SchemaKeyword.forObjects.contains { object[$0] != nil }
        default: throw JSONSchemaError(location: node.location, problem: "a schema is an object, true or false")
        }
        nodes[index] = node
        return index
    }

    private mutating func compileReferences(
        _ object: JSONObject, place: Place, base: String, into node: SchemaNode
    ) throws(JSONSchemaError) {
        if let reference = object["$ref"]?.string {
            node.reference = try compile(try resolve(reference, from: base, location: node.location))
        }
        if let reference = object["$dynamicRef"]?.string {
            let target = try resolve(reference, from: base, location: node.location)
            let anchor = documents[target.document][pointer: target.pointer]?["$dynamicAnchor"]?.string
            let isDynamic = anchor != nil && SchemaURI.split(reference).fragment == anchor
            node.dynamicReference = (try compile(target), isDynamic ? anchor : nil)
        }
    }

    private mutating func compileApplicators(
        _ object: JSONObject, place: Place, into node: SchemaNode
    ) throws(JSONSchemaError) {
        func child(_ name: String, _ rest: String...) -> Place {
            Place(document: place.document, pointer: JSONPointer(place.pointer.tokens + [name] + rest))
        }
        var list: [String: [Int]] = [:]
        for name in ["allOf", "anyOf", "oneOf", "prefixItems"] {
            var children: [Int] = []
            for position in (object[name]?.array ?? []).indices {
                children.append(try compile(child(name, String(position))))
            }
            list[name] = children
        }
        node.allOf = list["allOf"] ?? []
        node.anyOf = list["anyOf"] ?? []
        node.oneOf = list["oneOf"] ?? []
        node.prefixItems = list["prefixItems"] ?? []

        var single: [String: Int] = [:]
        for name in SchemaKeyword.singleSchemas where object[name] != nil { single[name] = try compile(child(name)) }
        node.not = single["not"]
        node.ifSchema = single["if"]
        node.thenSchema = single["then"]
        node.elseSchema = single["else"]
        node.items = single["items"]
        node.contains = single["contains"]
        node.additionalProperties = single["additionalProperties"]
        node.propertyNames = single["propertyNames"]
        node.unevaluatedItems = single["unevaluatedItems"]
        node.unevaluatedProperties = single["unevaluatedProperties"]
        if node.unevaluatedItems != nil || node.unevaluatedProperties != nil { tracksEvaluation = true }

        for name in object["properties"]?.object?.names ?? [] {
            node.names.add(name, schema: try compile(child("properties", name)))
        }
        for name in object["patternProperties"]?.object?.names ?? [] {
            let pattern = try pattern(name, in: node)
            node.patternProperties.append((pattern, try compile(child("patternProperties", name))))
        }
        for name in object["dependentSchemas"]?.object?.names ?? [] {
            node.dependentSchemas.append((name, try compile(child("dependentSchemas", name))))
        }
    }

    private func pattern(_ source: String, in node: SchemaNode) throws(JSONSchemaError) -> SchemaPattern {
        guard let pattern = SchemaPattern(source) else {
            throw JSONSchemaError(location: node.location, problem: "'\(source)' is no supported pattern")
        }
        return pattern
    }

    private func compileAssertions(_ object: JSONObject, into node: SchemaNode) throws(JSONSchemaError) {
        if let type = object["type"] {
            var types: SchemaNode.TypeSet = []
            for name in type.array ?? [type] {
                guard let known = SchemaNode.TypeSet.byName.first(where: { $0.0 == name.string }) else {
                    throw JSONSchemaError(location: node.location, problem: "there is no type \(name)")
                }
                types.insert(known.1)
            }
            node.types = types
        }
        node.enumeration = object["enum"]?.array
        node.constValue = object["const"]
        node.minimum = object["minimum"]?.number
        node.maximum = object["maximum"]?.number
        node.exclusiveMinimum = object["exclusiveMinimum"]?.number
        node.exclusiveMaximum = object["exclusiveMaximum"]?.number
        node.multipleOf = object["multipleOf"]?.number
        node.minLength = object["minLength"]?.number?.int
        node.maxLength = object["maxLength"]?.number?.int
        node.minItems = object["minItems"]?.number?.int
        node.maxItems = object["maxItems"]?.number?.int
        node.uniqueItems = object["uniqueItems"]?.bool ?? false
        node.minContains = object["minContains"]?.number?.int ?? 1
        node.maxContains = object["maxContains"]?.number?.int
        node.minProperties = object["minProperties"]?.number?.int
        node.maxProperties = object["maxProperties"]?.number?.int
        if let source = object["pattern"]?.string { node.pattern = (source, try pattern(source, in: node)) }
        if let format = object["format"]?.string.flatMap(SchemaFormat.init), formats.contains(format) {
            node.format = format
        }
        for name in object["required"]?.array?.compactMap(\.string) ?? [] where !node.requiredNames.contains(name) {
            node.requiredNames.append(name)
        }
        for (position, name) in node.requiredNames.enumerated() { node.names.add(name, required: position) }
        for (name, others) in object["dependentRequired"]?.object ?? JSONObject() {
            node.dependentRequired.append((name, others.array?.compactMap(\.string) ?? []))
        }
    }
}

/// How the keywords that hold schemas hold them.
enum SchemaKeyword {
    enum Shape { case schema, list, map }

    static let singleSchemas = [
        "not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames", "unevaluatedItems",
        "unevaluatedProperties",
    ]

    static let shape: [String: Shape] = {
        var shape: [String: Shape] = [
            "allOf": .list, "anyOf": .list, "oneOf": .list, "prefixItems": .list, "$defs": .map, "definitions": .map,
            "properties": .map, "patternProperties": .map, "dependentSchemas": .map, "contentSchema": .schema,
        ]
        for name in singleSchemas { shape[name] = .schema }
        return shape
    }()

    static let forArrays = [
        "minItems", "maxItems", "uniqueItems", "prefixItems", "items", "contains", "unevaluatedItems",
    ]
    static let forObjects = [
        "minProperties", "maxProperties", "properties", "required", "patternProperties", "additionalProperties",
        "propertyNames", "dependentRequired", "dependentSchemas", "unevaluatedProperties",
    ]
}
