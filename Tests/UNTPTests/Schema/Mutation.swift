import JSON

/// Damages documents in the ways in which platforms get them wrong, one place at a time.
struct Mutator {
    var random: SeededRandom
    /// Names that the schemas know, to put where they don't belong or to bring in what a sample lacks.
    let names: [String]

    /// A document with one to three changes, and what they were.
    mutating func damaged(_ document: JSONValue) -> (document: JSONValue, changes: String) {
        var document = random.below(3) == 0 ? document : document.withShortLists
        var changes: [String] = []
        for _ in 0..<random.pick([1, 1, 1, 1, 2, 3]) {
            changes.append(change(&document))
        }
        return (document, changes.joined(separator: ", "))
    }

    private mutating func change(_ document: inout JSONValue) -> String {
        let places = document.places
        let place = random.pick(places)
        guard let value = document[pointer: place] else { return "nothing at \(place)" }
        switch random.below(10) {
        case 0, 1:
            document[pointer: place] = anyValue()
            return "replaced \(place)"
        case 2 where !place.tokens.isEmpty:
            document[pointer: place] = nil
            return "removed \(place)"
        case 3:
            return addMember(to: place, value, in: &document)
        case 4:
            return renameMember(of: place, value, in: &document)
        case 5:
            document[pointer: place] = value.array.flatMap(\.first) ?? .array([value])
            return "swapped one and list at \(place)"
        case 6:
            // A part of the document where another should be.
            document[pointer: place] = document[pointer: random.pick(places)] ?? .null
            return "transplanted to \(place)"
        case 7:
            guard case .array(var elements) = value else { fallthrough }
            if random.below(2) == 0 { elements += elements } else { elements.reverse() }
            document[pointer: place] = .array(elements)
            return "repeated or reversed \(place)"
        default:
            let texts = places.filter { document[pointer: $0]?.string != nil }
            guard let place = texts.isEmpty ? nil : random.pick(texts), let text = document[pointer: place]?.string
            else { return "nothing" }
            document[pointer: place] = .string(damaged(text))
            return "damaged the text at \(place)"
        }
    }

    private mutating func anyValue() -> JSONValue {
        random.pick([
            .null, true, false, 0, -1, 3.5, "", "text", "2026-04-17", "2026-04-17T09:30:00Z", [], ["a"], [1, 2],
            .object(JSONObject()), ["id": "https://example.com/1"], ["type": ["Entity"]],
            ["id": "https://example.com/1", "name": "One"], [["id": "https://example.com/1", "name": "One"]],
        ])
    }

    private mutating func addMember(to place: JSONPointer, _ value: JSONValue, in document: inout JSONValue) -> String {
        guard case .object(var object) = value else { return "nothing" }
        let name = random.below(3) == 0 ? "somethingElse" : random.pick(names)
        object[name] = anyValue()
        document[pointer: place] = .object(object)
        return "added \(name) to \(place)"
    }

    private mutating func renameMember(
        of place: JSONPointer, _ value: JSONValue, in document: inout JSONValue
    ) -> String {
        guard case .object(var object) = value, !object.isEmpty else { return "nothing" }
        let name = random.pick(object.names)
        let member = object[name]
        object[name] = nil
        object[random.pick([name.uppercased(), name + "s", "@" + name, random.pick(names)])] = member
        document[pointer: place] = .object(object)
        return "renamed \(name) in \(place)"
    }

    private mutating func damaged(_ text: String) -> String {
        switch random.below(8) {
        case 0: text.uppercased()
        case 1: text + " "
        case 2: String(text.dropLast())
        case 3: text.replacing("T", with: " ")
        case 4: text.replacing("Z", with: random.pick(["", "+02:00", "-14:01", "z", "+0200"]))
        case 5: text.replacing("-", with: random.pick(["/", "", "-9"]))
        case 6:
            random.pick(["2026-02-30", "2024-02-29", "2026-04-17T24:00:00Z", "2026-04-17T09:30:00.25Z", "12026-01-01"])
        default: String(text.reversed())
        }
    }
}

extension JSONValue {
    /// Where all values stand, the document itself first.
    var places: [JSONPointer] {
        var places: [JSONPointer] = []
        collectPlaces(at: JSONPointer(), into: &places)
        return places
    }

    private func collectPlaces(at pointer: JSONPointer, into places: inout [JSONPointer]) {
        places.append(pointer)
        if case .object(let object) = self {
            for (name, value) in object { value.collectPlaces(at: pointer.appending(name), into: &places) }
        } else if case .array(let elements) = self {
            for (position, value) in elements.enumerated() {
                value.collectPlaces(at: pointer.appending(position), into: &places)
            }
        }
    }

    /// The value with at most one object in each list, so that more of the changes reach rare places.
    var withShortLists: JSONValue {
        switch self {
        case .object(let object): .object(JSONObject(object.map { ($0.name, $0.value.withShortLists) }))
        case .array(let elements):
            .array((elements.first?.object == nil ? elements : [elements[0]]).map(\.withShortLists))
        default: self
        }
    }
}
