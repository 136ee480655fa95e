import JSON

/// Damages credentials in the ways in which JSON-LD processors come to differ from what their authors meant.
struct ContextMutator {
    var random: SeededRandom

    mutating func damaged(_ document: JSONValue) -> JSONValue {
        var document = document
        for _ in 0..<random.pick([1, 1, 1, 2, 3]) { change(&document) }
        return document
    }

    private mutating func change(_ document: inout JSONValue) {
        let places = document.places.filter { $0.tokens.first != "@context" }
        let objects = places.filter { document[pointer: $0]?.object != nil }
        guard !objects.isEmpty, places.count > 1 else { return }
        let place = random.pick(objects)
        switch random.below(12) {
        case 0, 1: rename(in: place, &document)
        case 2: document[pointer: place.appending("type")] = anyTypes()
        case 3:
            document[pointer: place.appending("id")] = random.pick([
                "rel/1", "../x", "", "#part", "urn:x:1", "a b", 7, nil,
            ])
        case 4: add(random.pick(inlineContexts), to: &document)
        case 5: document[pointer: place.appending("@context")] = random.pick(inlineContexts)
        case 6: document[pointer: place.appending(anyName())] = random.pick(values)
        // Not the document itself: a text in its place would be an address to some.
        case 7: document[pointer: random.pick(Array(places.dropFirst()))] = random.pick(values)
        case 8:
            document[pointer: place.appending(random.pick(["name", "description", "idScheme", "value", "unit"]))] =
                random.pick(values)
        case 9: transplant(to: place, from: objects, &document)
        case 10: document["@context"] = random.pick(wholeContexts)
        default: add(random.pick(UNTPContextNames.all), to: &document)
        }
    }

    private enum UNTPContextNames {
        static let all: [JSONValue] =
            ["dpp", "dcc", "dfr", "dte", "dia", "core", "nothing"].map {
                .string("https://test.uncefact.org/vocabulary/untp/\($0)/0.6.1/")
            } + [
                "https://vocabulary.uncefact.org/untp/0.7.0/context/",
                "https://test.uncefact.org/vocabulary/untp/dcc/0.6.0/",
            ]
    }

    private mutating func anyName() -> String {
        random.pick([
            "typo", "Name", "@foo", "@index", "@language", "schemaorg:name", "untp-core:x", "https://example.com/p",
            "registeredId", "proof", "evidence", "termsOfUse", "renderMethod", "ext", "other", "a:b", "_:b", "",
        ])
    }

    private mutating func anyTypes() -> JSONValue {
        random.pick([
            ["Product"], ["Unknown"], "Party", ["Party", "Product"], ["Facility", "Claim", "Criterion"], [],
            ["schemaorg:Thing"], ["https://example.com/T"], ["untp-core:X", "Nothing"], 7, nil, ["type"], "@id",
            ["VerifiableCredential"], ["BitstringStatusListEntry"], ["DataIntegrityProof"], ["JsonSchema"],
        ])
    }

    private let inlineContexts: [JSONValue] = [
        ["ext": "https://example.com/ext#"],
        ["@vocab": "https://example.com/all#"],
        ["name": "https://example.com/name"],
        ["name": "https://schema.org/name"],
        ["id": "@id", "type": "@type"],
        ["id": "https://example.com/id"],
        ["Product": "https://example.com/Product"],
        ["typo": ["@id": "https://example.com/typo", "@type": "@id"]],
        ["typo": ["@id": "https://example.com/typo", "@container": "@language"]],
        ["ext": ["@id": "https://example.com/ext", "@context": ["@vocab": "https://example.com/v#"]]],
        ["Unknown": ["@id": "https://example.com/U", "@context": ["registeredId": "https://example.com/r"]]],
        ["Unknown": ["@id": "https://example.com/U", "@context": ["name": "https://example.com/n"]]],
        [
            "Unknown": [
                "@id": "https://example.com/U", "@context": ["@propagate": true, "other": "https://example.com/o"],
            ]
        ],
        ["other": ["@id": "https://example.com/o", "@type": "@json"]],
        ["other": nil], nil, 7, "https://example.com/unknown", ["a": ["@id": "b"]],
        ["@base": "https://example.com/base/"],
        ["@language": "de"], [], [nil], [["other": "https://example.com/o"], ["@vocab": "https://example.com/w#"]],
        ["@protected": true, "other": "https://example.com/o"],
    ]

    private let wholeContexts: [JSONValue] = [
        "https://www.w3.org/ns/credentials/v2", [], nil, ["https://www.w3.org/ns/credentials/v2"],
        ["https://test.uncefact.org/vocabulary/untp/dpp/0.6.1/", "https://www.w3.org/ns/credentials/v2"],
        ["https://www.w3.org/ns/credentials/v2", "https://vocabulary.uncefact.org/untp/0.7.0/context/"],
        [
            "https://www.w3.org/ns/credentials/v2", "https://test.uncefact.org/vocabulary/untp/dpp/0.6.1/",
            ["x": "https://example.com/x"],
        ],
        ["https://www.w3.org/ns/credentials/v2", "https://test.uncefact.org/vocabulary/untp/dte/0.6.0/"],
    ]

    private let values: [JSONValue] = [
        nil, true, 0, 2.5, "", "text", "rel/1", "https://example.com/1", [], ["a"], [1, nil, "b"], [["a"], [[]]],
        .object(JSONObject()), ["id": "https://example.com/1"], ["id": "rel"], ["name": "x"], ["@value": "x"],
        ["@value": "x", "@language": "en"], ["@value": nil], ["@list": [1, "a"]], ["@set": ["x"]], ["en": "x"],
        ["type": ["Party"], "name": "x", "registeredId": "7"],
        ["@id": "https://example.com/1", "id": "https://example.com/2"],
        ["@type": "https://example.com/T", "@value": "x"], ["typo": 1, "name": "x"], ["@graph": [["name": "x"]]],
    ]

    private mutating func add(_ context: JSONValue, to document: inout JSONValue) {
        var contexts = document["@context"]?.array ?? []
        contexts.insert(context, at: random.below(contexts.count + 1))
        document["@context"] = .array(contexts)
    }

    private mutating func rename(in place: JSONPointer, _ document: inout JSONValue) {
        guard case .object(var object)? = document[pointer: place], !object.isEmpty else { return }
        let name = random.pick(object.names)
        let member = object[name]
        object[name] = nil
        object[random.pick([name + "s", name.uppercased(), String(name.dropLast()), anyName()])] = member
        document[pointer: place] = .object(object)
    }

    private mutating func transplant(to place: JSONPointer, from places: [JSONPointer], _ document: inout JSONValue) {
        let part = document[pointer: random.pick(places)]
        document[
            pointer: place.appending(random.pick(["issuer", "product", "facility", "ext", "idScheme", "evidence"]))] =
            part
    }
}
