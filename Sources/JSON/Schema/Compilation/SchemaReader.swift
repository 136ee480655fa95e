/// Reads the keywords of one schema object, refusing values that a keyword can't have.
struct SchemaReader {
    let object: JSONObject
    let location: String

    func has(_ names: [String]) -> Bool { names.contains { object[$0] != nil } }

    /// The same object with nothing but keywords that apply schemas: what is left of it without the validation
    /// vocabulary.
    var withoutAssertions: SchemaReader {
        let kept = object.members.filter { SchemaKeyword.shape[$0.name] != nil }
        return SchemaReader(object: JSONObject(distinct: kept), location: location)
    }

    private func bad(_ name: String, _ expected: String) -> JSONSchemaError {
        JSONSchemaError(location: location + "/" + name, problem: "expected \(expected)")
    }

    func text(_ name: String) throws(JSONSchemaError) -> String? {
        guard let value = object[name] else { return nil }
        guard let text = value.string else { throw bad(name, "a string") }
        return text
    }

    func flag(_ name: String) throws(JSONSchemaError) -> Bool? {
        guard let value = object[name] else { return nil }
        guard let flag = value.bool else { throw bad(name, "true or false") }
        return flag
    }

    func natural(_ name: String) throws(JSONSchemaError) -> Int? {
        guard let value = object[name] else { return nil }
        guard let number = value.number?.int, number >= 0 else { throw bad(name, "a whole number of 0 or more") }
        return number
    }

    func bound(_ name: String) throws(JSONSchemaError) -> NumberBound? {
        guard let value = object[name] else { return nil }
        guard let number = value.number else { throw bad(name, "a number") }
        return NumberBound(number)
    }

    func divisor(_ name: String) throws(JSONSchemaError) -> NumberBound? {
        let bound = try bound(name)
        guard bound.map({ JSONNumber(0) < $0.number }) ?? true else { throw bad(name, "a number above 0") }
        return bound
    }

    func array(_ name: String) throws(JSONSchemaError) -> [JSONValue]? {
        guard let value = object[name] else { return nil }
        guard let array = value.array else { throw bad(name, "an array") }
        return array
    }

    func map(_ name: String) throws(JSONSchemaError) -> JSONObject {
        guard let value = object[name] else { return JSONObject() }
        guard let object = value.object else { throw bad(name, "an object") }
        return object
    }

    func texts(_ name: String) throws(JSONSchemaError) -> [String] {
        guard let value = object[name] else { return [] }
        return try texts(value, name)
    }

    func texts(_ value: JSONValue, _ name: String) throws(JSONSchemaError) -> [String] {
        guard let array = value.array, case let texts = array.compactMap(\.string), texts.count == array.count else {
            throw bad(name, "an array of strings")
        }
        return texts
    }

    func types() throws(JSONSchemaError) -> SchemaTypes? {
        guard let value = object["type"] else { return nil }
        var types: SchemaTypes = []
        for name in value.array ?? [value] {
            guard let known = SchemaTypes.byName.first(where: { $0.0 == name.string }) else {
                throw bad("type", "one or more of " + SchemaTypes.all.names)
            }
            types.insert(known.1)
        }
        return types
    }

    func pattern(_ source: String, _ name: String) throws(JSONSchemaError) -> SchemaPattern {
        guard let pattern = SchemaPattern(source) else {
            throw JSONSchemaError(
                location: location + "/" + name, problem: "'\(source)' is malformed or no supported pattern")
        }
        return pattern
    }
}
