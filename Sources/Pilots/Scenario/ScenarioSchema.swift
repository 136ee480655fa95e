package import JSON
package import Platforms

/// The JSON Schema of scenario files, for editors.
package enum ScenarioSchema {
    /// One document with a definition for each kind of file; a pilot is the root.
    package static var document: JSONValue {
        var definitions = JSONObject()
        for kind in FileKind.all { definitions[kind.name] = kind.form.schema }
        definitions["knobs"] = knobs
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Scenario files of untp-sim",
            "$ref": "#/$defs/pilot", "$defs": .object(definitions),
        ]
    }

    /// The knobs of a platform's `set`, with what each value can cause.
    private static var knobs: JSONValue {
        var properties = JSONObject()
        for knob in Knobs.all {
            var schema = JSONObject([
                ("description", .string("\(knob.summary) \(knob.clause).")), ("default", .string(knob.defaultValue)),
            ])
            switch knob.domain {
            case .choice(let choices):
                schema["oneOf"] = .array(
                    choices.map { choice in
                        ["const": .string(choice.name), "description": .string(description(of: choice))]
                    })
            case .integer(let range, let unit, let examples):
                schema["type"] = ["integer", "string"]
                schema["examples"] = .array(examples.map { .string($0.name) })
                schema["$comment"] = .string("\(range.lowerBound) to \(range.upperBound) \(unit)")
            }
            properties[knob.path] = .object(schema)
        }
        return ["type": "object", "properties": .object(properties), "additionalProperties": false]
    }

    private static func description(of choice: Knob.Choice) -> String {
        let causes = choice.causes.map { "can cause \($0.mode)\(condition($0))" }
        return ([choice.summary] + causes).joined(separator: "; ")
    }

    /// What else it takes for a cause to show, in words.
    package static func condition(_ cause: Knob.Cause) -> String {
        let meets = cause.meets.map { " where \($0.path) is \($0.value)" }.joined()
        return meets + (cause.when == .always ? "" : " when \(cause.when.rawValue)")
    }

    /// The knobs as text: each with its values, what they do and what they can cause.
    package static var knobText: String {
        Knobs.all.map { knob in
            var lines = ["\(knob.path)", "  \(knob.summary) \(knob.clause)."]
            for choice in knob.choices {
                let mark = choice.name == knob.defaultValue ? " (default)" : ""
                lines.append("    \(choice.name)\(mark): \(choice.summary)")
                lines += choice.causes.map { "      can cause \($0.mode)\(condition($0))" }
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}

extension Form {
    /// The form as JSON Schema.
    var schema: JSONValue {
        switch self {
        case .text: ["type": ["string", "number", "boolean"]]
        case .number(let range):
            .object(
                JSONObject(
                    [("type", "number")]
                        + (range.map { range in
                            [("minimum", Self.bound(range.lowerBound)), ("maximum", Self.bound(range.upperBound))]
                        } ?? [])))
        case .integer(let range):
            [
                "type": "integer", "minimum": .number(JSONNumber(range.lowerBound)),
                "maximum": .number(JSONNumber(range.upperBound)),
            ]
        case .date: ["type": "string", "format": "date"]
        // What is true or false may stand without quotes, which other readers of YAML take for more than text.
        case .choice(["true", "false"]): ["enum": ["true", "false", true, false]]
        case .choice(let names): ["enum": .array(names.map(JSONValue.string))]
        case .list(let element): ["type": "array", "items": element.schema]
        case .map(let value): ["type": "object", "additionalProperties": value.schema]
        case .object(let fields): Self.schema(of: fields)
        }
    }

    private static func bound(_ value: Double) -> JSONValue { JSONNumber(value).map(JSONValue.number) ?? .null }

    private static func schema(of fields: [FormField]) -> JSONValue {
        var properties = JSONObject()
        for field in fields {
            var schema: JSONValue = field.name == "set" ? ["$ref": "#/$defs/knobs"] : field.form.schema
            schema["description"] = .string(field.summary)
            properties[field.name] = schema
        }
        return [
            "type": "object", "properties": .object(properties),
            "required": .array(fields.filter(\.isRequired).map { .string($0.name) }), "additionalProperties": false,
        ]
    }
}
