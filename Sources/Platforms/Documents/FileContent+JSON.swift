import JSON

extension FileContent {
    /// Reads a text that begins as JSON does.
    mutating func readJSON(_ text: [UInt8]) {
        do throws(JSONParseError) {
            read(try JSONDocument(parsing: text).root, at: JSONPointer())
        } catch {
            if let repaired = JSONRepair.document(in: text) {
                for flaw in repaired.flaws { note(flaw) }
                read(repaired.document.root, at: JSONPointer())
            } else if !readSequence(text) {
                readDamaged(text, error)
            }
        }
    }

    private mutating func readDamaged(_ text: [UInt8], _ error: JSONParseError) {
        if text.drop(while: { $0 <= 0x20 }).starts(with: Array("{{".utf8)) {
            add(.text(.template), text, nil)
        } else if text.first(where: { $0 > 0x20 }) == UInt8(ascii: "\"") {
            if !readTokens(text), !readEmbedded(text) { add(DocumentKind(ofBytes: text), text, nil) }
        } else if error.problem == .invalidUTF8, let document = Self.readAsLatin1(text) {
            note(.otherEncoding(line: error.line))
            read(document.root, at: JSONPointer())
        } else {
            let other = Self.otherNotation(text, error).map { " (\($0))" } ?? ""
            add(.damaged("JSON with an error: \(error)\(other)"), text, nil)
        }
    }

    /// The document of a text in the encoding of old tools, in which each byte is a letter.
    private static func readAsLatin1(_ text: [UInt8]) -> JSONDocument? {
        try? JSONDocument(parsing: text.flatMap { Array(String(UnicodeScalar($0)).utf8) })
    }

    /// The notation that a text is probably in instead of JSON.
    private static func otherNotation(_ text: [UInt8], _ error: JSONParseError) -> String? {
        guard text.indices.contains(error.offset) else { return nil }
        let rest = text[error.offset...]
        if rest.first == UInt8(ascii: "'") { return "single quotes are Python's or JavaScript's; JSON has double ones" }
        if ["NaN", "Infinity", "-Infinity", "undefined", "None", "True", "False"].contains(where: {
            rest.starts(with: $0.utf8)
        }) {
            return "a value of another language; JSON has null, true, false and finite numbers"
        }
        guard case .unexpected(let expected) = error.problem, expected.contains("name"),
            rest.first.map({ ($0 | 0x20) &- 0x61 < 26 }) ?? false
        else { return nil }
        return "names stand in quotes in JSON"
    }

    // MARK: Several documents

    /// Reads a file that has several JSON documents one after the other, as logs have in lines.
    private mutating func readSequence(_ text: [UInt8]) -> Bool {
        guard let documents = Self.lines(of: text) ?? Self.sequence(in: text) else { return false }
        if documents.allSatisfy({ Self.isLogEntry($0.root) }) {
            add(.didLog, text, documents.last?.root["state"])
            return true
        }
        note(.severalDocuments)
        for (position, document) in documents.enumerated() {
            guard parts.count < Self.maximumParts else {
                note(.truncated(limit: Self.maximumParts))
                break
            }
            read(document.root, at: JSONPointer([String(position)]))
        }
        return true
    }

    /// The documents of a text that has one in each line; nil for another one.
    private static func lines(of text: [UInt8]) -> [JSONDocument]? {
        let lines = text.split(separator: UInt8(ascii: "\n")).filter { line in line.contains { $0 > 0x20 } }
        guard lines.count > 1, lines.count <= 100_000 else { return nil }
        var documents: [JSONDocument] = []
        for line in lines {
            guard let document = try? JSONDocument(parsing: Array(line)) else { return nil }
            documents.append(document)
        }
        return documents
    }

    /// The documents that stand one after the other in a text, with commas between them or without; nil for another one.
    private static func sequence(in text: [UInt8]) -> [JSONDocument]? {
        var rest = text.drop { $0 <= 0x20 }
        var documents: [JSONDocument] = []
        // One more than are looked at, so that it shows that there are more.
        while !rest.isEmpty, documents.count <= maximumParts {
            guard let (document, end) = firstDocument(in: Array(rest)) else { return nil }
            documents.append(document)
            rest = rest.dropFirst(end).drop { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
        }
        return documents.count > 1 ? documents : nil
    }

    /// The JSON document at the beginning of a text, and where it ends; nil where there is none.
    private static func firstDocument(in text: [UInt8]) -> (JSONDocument, end: Int)? {
        do throws(JSONParseError) {
            return (try JSONDocument(parsing: text), text.count)
        } catch {
            guard error.problem == .trailingContent, error.offset > 0,
                let document = try? JSONDocument(parsing: Array(text[..<error.offset]))
            else { return nil }
            return (document, error.offset)
        }
    }

    /// Whether a JSON value is an entry of the log of a did:webvh.
    private static func isLogEntry(_ value: JSONView) -> Bool { value["versionId"] != nil && value["state"] != nil }

    // MARK: Values

    /// Reads a value: a document that is known, or what documents are in it.
    mutating func read(_ value: JSONView, at place: JSONPointer) {
        let kind = DocumentKind(recognising: value)
        if let kind, kind != .linkedData {
            add(kind, value, at: place)
            if kind == .presentation { readPresented(value, at: place) }
            return
        }
        if value.kind == .string, readString(value.string ?? "", at: place) { return }
        if place.tokens.isEmpty, Self.isLogEntry(value) {
            return add(.didLog, Array(value.rawBytes), value["state"])
        }
        let found = parts.count
        search(value, at: place, depth: 0)
        if parts.count == found { add(kind ?? DocumentKind(describing: value), value, at: place) }
    }

    /// Reads a token or a document that stands in a string; false where neither does.
    private mutating func readString(_ text: String, at place: JSONPointer, depth: Int = 0) -> Bool {
        let bytes = Array(text.utf8)
        if let document = try? JSONDocument(parsing: Self.decoded(bytes) ?? bytes),
            document.root.kind == .object || document.root.kind == .array
        {
            let found = parts.count
            searchMember(document.root, at: place, depth: depth)
            if parts.count > found {
                if place.tokens.isEmpty { note(.textInString) }
                return true
            }
        }
        guard readToken(bytes, at: place) else { return false }
        if place.tokens.isEmpty { note(.wrappedToken) }
        return true
    }

    /// Looks for documents in a value that is none itself.
    mutating func search(_ value: JSONView, at place: JSONPointer, depth: Int) {
        guard depth < Self.maximumDepth, searched < Self.maximumSearch else { return }
        for (name, member) in members(of: value) {
            searched += 1
            guard parts.count < Self.maximumParts else {
                note(.truncated(limit: Self.maximumParts))
                return
            }
            let place = place.appending(name)
            switch member.kind {
            case .string:
                guard Self.mayHoldDocument(member) else { continue }
                _ = readString(member.string ?? "", at: place, depth: depth + 1)
            case .array, .object: searchMember(member, at: place, depth: depth)
            default: continue
            }
        }
    }

    /// Adds a value that is a document that platforms exchange, and looks for such in any other.
    private mutating func searchMember(_ member: JSONView, at place: JSONPointer, depth: Int) {
        if let kind = DocumentKind(recognising: member), kind.isExchanged {
            add(kind, member, at: place)
            if kind == .presentation { readPresented(member, at: place) }
        } else {
            search(member, at: place, depth: depth + 1)
        }
    }

    /// Whether a string is long and begins as a token does, as JSON, or as JSON in base64.
    private static func mayHoldDocument(_ text: JSONView) -> Bool {
        let bytes = text.rawBytes
        guard bytes.count > 60 else { return false }
        return ["eyJ", "eyA", "ewo", "ew0", "W3s", "Wwo", "Ww0", "{", "[", "data:application/"].contains { start in
            bytes.starts(with: start.utf8)
        }
    }

    private func members(of value: JSONView) -> [(String, JSONView)] {
        value.kind == .array
            ? value.elements.enumerated().map { (String($0.offset), $0.element) }
            : value.members.map { ($0.name, $0.value) }
    }

    /// Reads the credentials of a presentation: VCDM 2.0, Verifiable Presentations.
    mutating func readPresented(_ presentation: JSONView, at place: JSONPointer) {
        if let id = presentation["id"]?.string, presentation["verifiableCredential"] == nil, id.hasPrefix("data:") {
            _ = readToken(Array(id.utf8), at: place.appending("id"))
        }
        guard let held = presentation["verifiableCredential"] else { return }
        let place = place.appending("verifiableCredential")
        guard held.kind == .array else { return read(held, at: place) }
        for (position, credential) in held.elements.enumerated() {
            guard parts.count < Self.maximumParts else { return note(.truncated(limit: Self.maximumParts)) }
            read(credential, at: place.appending(position))
        }
    }
}
