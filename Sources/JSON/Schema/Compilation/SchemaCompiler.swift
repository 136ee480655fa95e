/// Turns schema documents into tables.
struct SchemaCompiler {
    private var resources: SchemaResources
    private let formats: Set<SchemaFormat>
    private var nodes: [SchemaNode] = []
    private var locations: [String] = []
    private var rules = SchemaRules()
    private var tracksEvaluation = false
    private var compiled: [SchemaPlace: Int] = [:]
    private var resourceIndices: [String: Int] = [:]
    private var dynamicAnchors: [[String: Int]] = []

    init(resources: [String: JSONValue], formats: Set<SchemaFormat>) {
        self.formats = formats
        self.resources = SchemaResources(resources)
    }

    var tables: SchemaTables {
        SchemaTables(
            nodes: nodes, locations: locations, rules: rules, dynamicAnchors: dynamicAnchors,
            tracksEvaluation: tracksEvaluation)
    }

    /// Compiles a document and all that it refers to; returns its root.
    mutating func compileDocument(_ schema: JSONValue, at uri: String) throws(JSONSchemaError) -> Int {
        let document = resources.load(schema, at: uri)
        let root = try compile(SchemaPlace(document: document, pointer: JSONPointer()))
        var next = 0
        // Compiling a dynamic anchor may load documents with further ones.
        while next < resources.dynamicAnchors.count {
            let (resource, anchor, place) = resources.dynamicAnchors[next]
            let node = try compile(place)
            dynamicAnchors[resourceIndex(resource)][anchor] = node
            next += 1
        }
        return root
    }

    private mutating func resourceIndex(_ uri: String) -> Int {
        if let index = resourceIndices[uri] { return index }
        resourceIndices[uri] = dynamicAnchors.count
        dynamicAnchors.append([:])
        return dynamicAnchors.count - 1
    }

    private mutating func compile(_ place: SchemaPlace) throws(JSONSchemaError) -> Int {
        if let index = compiled[place] { return index }
        let index = nodes.count
        compiled[place] = index
        nodes.append(SchemaNode())
        let location = resources.documentURIs[place.document] + "#" + place.pointer.description
        locations.append(location)
        let base = resources.base(of: place)
        var node = SchemaNode()
        node.resource = Int32(resourceIndex(base))
        switch resources[place] {
        case .bool(let constant): node.constant = constant
        case .object(let object):
            let reader = SchemaReader(object: object, location: location)
            node.inPlace = try compileInPlace(reader, place, base: base)
            if resources.withoutValidation.contains(place.document) {
                let applicators = reader.withoutAssertions
                node.arrays = try compileArrays(applicators, place)
                node.objects = try compileObjects(applicators, place)
            } else {
                node.types = try reader.types() ?? .all
                node.values = try compileValues(reader)
                node.numbers = try compileNumbers(reader)
                node.strings = try compileStrings(reader)
                node.arrays = try compileArrays(reader, place)
                node.objects = try compileObjects(reader, place)
            }
        default: throw JSONSchemaError(location: location, problem: "a schema is an object, true or false")
        }
        nodes[index] = node
        return index
    }

    private mutating func compileOne(
        _ name: String, _ reader: SchemaReader, _ place: SchemaPlace
    ) throws(JSONSchemaError) -> Int? {
        reader.object[name] == nil ? nil : try compile(place.appending(name))
    }

    private mutating func compileList(
        _ name: String, _ reader: SchemaReader, _ place: SchemaPlace
    ) throws(JSONSchemaError) -> [Int] {
        var children: [Int] = []
        for position in try reader.array(name)?.indices ?? 0..<0 {
            children.append(try compile(place.appending(name, String(position))))
        }
        return children
    }

    // MARK: Kinds of rules

    private mutating func compileInPlace(
        _ reader: SchemaReader, _ place: SchemaPlace, base: String
    ) throws(JSONSchemaError) -> Int32 {
        guard reader.has(SchemaKeyword.inPlace) else { return -1 }
        var new = InPlaceRules()
        if let reference = try reader.text("$ref") {
            new.reference = try compile(try resources.resolve(reference, from: base, location: reader.location))
        }
        new.isReference = new.reference != nil && !reader.has(SchemaKeyword.inPlace.filter { $0 != "$ref" })
        if let reference = try reader.text("$dynamicRef") {
            let target = try resources.resolve(reference, from: base, location: reader.location)
            let anchor = resources[target]?["$dynamicAnchor"]?.string
            let isDynamic = anchor != nil && SchemaURI.split(reference).fragment == anchor
            new.dynamicReference = (try compile(target), isDynamic ? anchor : nil)
        }
        new.allOf = try compileList("allOf", reader, place)
        new.anyOf = try compileList("anyOf", reader, place)
        new.oneOf = try compileList("oneOf", reader, place)
        new.not = try compileOne("not", reader, place)
        new.ifSchema = try compileOne("if", reader, place)
        new.thenSchema = try compileOne("then", reader, place)
        new.elseSchema = try compileOne("else", reader, place)
        return Self.store(new, in: &rules.inPlace)
    }

    private mutating func compileValues(_ reader: SchemaReader) throws(JSONSchemaError) -> Int32 {
        guard reader.has(["const", "enum"]) else { return -1 }
        let new = ValueRules(constant: reader.object["const"], enumeration: try reader.array("enum"))
        return Self.store(new, in: &rules.values)
    }

    private mutating func compileNumbers(_ reader: SchemaReader) throws(JSONSchemaError) -> Int32 {
        guard reader.has(SchemaKeyword.forNumbers) else { return -1 }
        let new = NumberRules(
            minimum: try reader.bound("minimum"), maximum: try reader.bound("maximum"),
            exclusiveMinimum: try reader.bound("exclusiveMinimum"),
            exclusiveMaximum: try reader.bound("exclusiveMaximum"), multipleOf: try reader.divisor("multipleOf"))
        return Self.store(new, in: &rules.numbers)
    }

    private mutating func compileStrings(_ reader: SchemaReader) throws(JSONSchemaError) -> Int32 {
        let format = try reader.text("format").flatMap(SchemaFormat.init).flatMap { formats.contains($0) ? $0 : nil }
        guard format != nil || reader.has(["minLength", "maxLength", "pattern"]) else { return -1 }
        var new = StringRules(minLength: try reader.natural("minLength"), maxLength: try reader.natural("maxLength"))
        new.pattern = try reader.text("pattern").map { source throws(JSONSchemaError) in
            try reader.pattern(source, "pattern")
        }
        new.format = format
        return Self.store(new, in: &rules.strings)
    }

    private mutating func compileArrays(
        _ reader: SchemaReader, _ place: SchemaPlace
    ) throws(JSONSchemaError) -> Int32 {
        guard reader.has(SchemaKeyword.forArrays) else { return -1 }
        var new = ArrayRules()
        new.minItems = try reader.natural("minItems")
        new.maxItems = try reader.natural("maxItems")
        new.uniqueItems = try reader.flag("uniqueItems") ?? false
        new.prefixItems = try compileList("prefixItems", reader, place)
        new.items = try compileOne("items", reader, place)
        new.contains = try compileOne("contains", reader, place)
        new.minContains = try reader.natural("minContains") ?? 1
        new.maxContains = try reader.natural("maxContains")
        new.unevaluatedItems = try compileOne("unevaluatedItems", reader, place)
        if new.unevaluatedItems != nil { tracksEvaluation = true }
        return Self.store(new, in: &rules.arrays)
    }

    private mutating func compileObjects(
        _ reader: SchemaReader, _ place: SchemaPlace
    ) throws(JSONSchemaError) -> Int32 {
        guard reader.has(SchemaKeyword.forObjects) else { return -1 }
        var new = ObjectRules()
        new.minProperties = try reader.natural("minProperties")
        new.maxProperties = try reader.natural("maxProperties")
        for (name, _) in try reader.map("properties") {
            new.names.add(name, schema: try compile(place.appending("properties", name)))
        }
        for name in try reader.texts("required") where !new.requiredNames.contains(name) {
            new.requiredNames.append(name)
            new.names.add(name, isRequired: true)
        }
        for (source, _) in try reader.map("patternProperties") {
            let pattern = try reader.pattern(source, "patternProperties")
            new.patternProperties.append((pattern, try compile(place.appending("patternProperties", source))))
        }
        new.additionalProperties = try compileOne("additionalProperties", reader, place)
        new.propertyNames = try compileOne("propertyNames", reader, place)
        for (name, others) in try reader.map("dependentRequired") {
            new.dependentRequired.append((name, try reader.texts(others, "dependentRequired")))
        }
        for (name, _) in try reader.map("dependentSchemas") {
            new.dependentSchemas.append((name, try compile(place.appending("dependentSchemas", name))))
        }
        new.unevaluatedProperties = try compileOne("unevaluatedProperties", reader, place)
        if new.unevaluatedProperties != nil { tracksEvaluation = true }
        return Self.store(new, in: &rules.objects)
    }

    private static func store<Rules>(_ new: Rules, in list: inout [Rules]) -> Int32 {
        list.append(new)
        return Int32(list.count - 1)
    }
}
