package import Credentials
package import JSON
import UNTP

/// The documents that a file holds, each named for what it is, whatever they are wrapped in.
///
/// The one reading of files that checking, folders and inference share. Credentials are found in presentations, in
/// arrays, in the answers of an API and in lines of JSON; tokens in quotes and broken lines. Nothing is judged here.
package struct FileContent: Sendable {
    /// A document of a file.
    package struct Part: Sendable {
        /// Where it stands in the file; empty where it is all of it.
        package let place: JSONPointer
        package let kind: DocumentKind
        /// The document by itself, a token without what was around it.
        package let bytes: [UInt8]
        /// Its JSON; a token's payload. Nil where it has none.
        package let root: JSONView?
        /// The token that it is, bare or enveloped.
        package let token: CompactJWS?
    }

    package private(set) var parts: [Part] = []
    package private(set) var flaws: [FileFlaw] = []

    /// How many documents of one file are looked at.
    package static let maximumParts = 200
    /// How deep a document may be wrapped.
    private static let maximumDepth = 8
    /// How many values of a file are searched for documents.
    private static let maximumSearch = 20_000
    private var searched = 0

    /// Takes a file apart.
    package init(of bytes: [UInt8]) {
        let text = withoutMark(bytes)
        guard let first = text.first(where: { $0 > 0x20 }) else {
            parts = [Part(place: JSONPointer(), kind: .empty, bytes: [], root: nil, token: nil)]
            return
        }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"") {
            readJSON(text)
        } else if !readToken(text, at: JSONPointer()) {
            add(DocumentKind(ofBytes: text), text, nil)
        }
    }

    /// The bytes as UTF-8 without a byte-order mark.
    private mutating func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            flaws.append(.byteOrderMark)
            return Array(bytes.dropFirst(3))
        }
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count.isMultiple(of: 2) else { return bytes }
        let units = stride(from: 2, to: bytes.count, by: 2).map { place in
            let (one, other) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isLittle ? one | other << 8 : one << 8 | other
        }
        flaws.append(.utf16)
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    // MARK: JSON

    private mutating func readJSON(_ text: [UInt8]) {
        do throws(JSONParseError) {
            read(try JSONDocument(parsing: text).root, at: JSONPointer())
        } catch {
            if let repaired = JSONRepair.document(in: text) {
                flaws += repaired.flaws
                read(repaired.document.root, at: JSONPointer())
            } else if !readLines(text) {
                let isTemplate = text.first { $0 > 0x20 } == UInt8(ascii: "{") && Self.isTemplate(text)
                add(isTemplate ? .text(.template) : .damaged("JSON with an error: \(error)"), text, nil)
            }
        }
    }

    private static func isTemplate(_ text: [UInt8]) -> Bool { text.drop { $0 <= 0x20 }.starts(with: Array("{{".utf8)) }

    /// Reads a file that has one JSON document in each line, as logs have.
    private mutating func readLines(_ text: [UInt8]) -> Bool {
        let lines = text.split(separator: UInt8(ascii: "\n")).filter { line in line.contains { $0 > 0x20 } }
        guard lines.count > 1, lines.count <= 100_000 else { return false }
        var documents: [JSONDocument] = []
        for line in lines {
            guard let document = try? JSONDocument(parsing: Array(line)) else { return false }
            documents.append(document)
        }
        if documents.allSatisfy({ $0.root["versionId"] != nil && $0.root["state"] != nil }) {
            add(.didLog, text, documents.last?.root["state"])
        } else {
            for (position, document) in documents.enumerated() {
                read(document.root, at: JSONPointer([String(position)]))
            }
        }
        return true
    }

    /// Reads a value: a document that is known, or what documents are in it.
    private mutating func read(_ value: JSONView, at place: JSONPointer) {
        if let kind = DocumentKind(recognising: value) {
            add(kind, value, at: place)
            if kind == .presentation { readPresented(value, at: place) }
            return
        }
        if value.kind == .string, readToken(Array((value.string ?? "").utf8), at: place) {
            if place.tokens.isEmpty { note(.wrappedToken) }
            return
        }
        let found = parts.count
        search(value, at: place, depth: 0)
        if parts.count == found { add(DocumentKind(describing: value), value, at: place) }
    }

    /// Looks for documents in a value that is none itself.
    private mutating func search(_ value: JSONView, at place: JSONPointer, depth: Int) {
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
                // A token is long and begins with a header in base64url.
                guard member.rawBytes.count > 60 else { continue }
                let text = Array((member.string ?? "").utf8)
                if text.starts(with: Array("eyJ".utf8)) || text.starts(with: Array("data:application/".utf8)) {
                    _ = readToken(text, at: place)
                }
            case .array, .object:
                let kind = DocumentKind(recognising: member)
                if let kind, kind.isExchanged {
                    add(kind, member, at: place)
                    if kind == .presentation { readPresented(member, at: place) }
                } else {
                    search(member, at: place, depth: depth + 1)
                }
            default: continue
            }
        }
    }

    private func members(of value: JSONView) -> [(String, JSONView)] {
        value.kind == .array
            ? value.elements.enumerated().map { (String($0.offset), $0.element) }
            : value.members.map { ($0.name, $0.value) }
    }

    /// Reads the credentials of a presentation: VCDM 2.0, Verifiable Presentations.
    private mutating func readPresented(_ presentation: JSONView, at place: JSONPointer) {
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

    // MARK: Tokens and others

    /// Reads a token, whatever was put around it or broke it; false where it is none.
    private mutating func readToken(_ text: [UInt8], at place: JSONPointer) -> Bool {
        var token = text[...]
        let strays = Set("\"' \t\r\n`,;".utf8)
        token = token.drop { strays.contains($0) }
        while let last = token.last, strays.contains(last) { token.removeLast() }
        let lowered = String(decoding: token.prefix(80), as: UTF8.self).lowercased()
        var isWrapped =
            token.count < text.drop { $0 <= 0x20 }.count
            && text.contains { strays.subtracting(Set(" \t\r\n".utf8)).contains($0) }
        if lowered.hasPrefix("bearer ") {
            (token, isWrapped) = (token.dropFirst(7).drop { $0 == 0x20 }, true)
        } else if lowered.hasPrefix("data:application/"), let comma = token.firstIndex(of: UInt8(ascii: ",")) {
            (token, isWrapped) = (token[(comma + 1)...], true)
        }
        let isBroken = token.contains { $0 <= 0x20 }
        let joined = isBroken ? token.filter { $0 > 0x20 } : Array(token)
        do throws(EnvelopeError) {
            let jws = try CompactJWS(parsing: joined[...])
            if isBroken { note(.brokenToken) } else if isWrapped, place.tokens.isEmpty { note(.wrappedToken) }
            addToken(jws, joined, at: place)
            return true
        } catch {
            if let format = ForeignFormat(of: joined[...]), format == .sdJWT || format == .jwe {
                append(Part(place: place, kind: .foreign(format), bytes: joined, root: nil, token: nil))
                return true
            }
            // What begins as tokens do was meant as one.
            guard joined.starts(with: Array("eyJ".utf8)), !isBroken || joined.contains(UInt8(ascii: ".")) else {
                return false
            }
            append(Part(place: place, kind: .damaged("\(error)"), bytes: joined, root: nil, token: nil))
            return true
        }
    }

    private mutating func addToken(_ token: CompactJWS, _ bytes: [UInt8], at place: JSONPointer) {
        let payload = token.payloadDocument.root
        let content = TokenClaims.credential(in: payload).credential
        let kind: DocumentKind
        if payload["vct"] != nil {
            kind = .foreign(.sdJWT)
        } else if let presentation = payload["vp"] {
            append(Part(place: place, kind: .presentation, bytes: bytes, root: presentation, token: token))
            return readPresented(presentation, at: place.appending("vp"))
        } else if content["vc"]?.kind == .object || payload["vc"]?.kind == .object {
            kind = .credential
        } else {
            kind = DocumentKind(recognising: content) ?? .token("claims that are no credential")
        }
        append(Part(place: place, kind: kind, bytes: bytes, root: content, token: token))
        if kind == .presentation { readPresented(content, at: place) }
    }

    // MARK: Adding

    private mutating func add(_ kind: DocumentKind, _ bytes: [UInt8], _ root: JSONView?) {
        append(Part(place: JSONPointer(), kind: kind, bytes: bytes, root: root, token: nil))
    }

    /// Adds a document that is a JSON value, with the token in it where it is an envelope.
    private mutating func add(_ kind: DocumentKind, _ value: JSONView, at place: JSONPointer) {
        let bytes = value.kind == .string ? Array((value.string ?? "").utf8) : Array(value.rawBytes)
        guard kind.isCredential else {
            return append(Part(place: place, kind: kind, bytes: bytes, root: value, token: nil))
        }
        do throws(EnvelopeError) {
            switch try CredentialEnvelope.open(bytes) {
            case .jwt(let token, _):
                let content = TokenClaims.credential(in: token.payloadDocument.root).credential
                let inner = DocumentKind(recognising: content)
                append(
                    Part(
                        place: place, kind: inner == .statusList ? .statusList : kind, bytes: bytes, root: content,
                        token: token))
                if inner == .presentation { readPresented(content, at: place) }
            default: append(Part(place: place, kind: kind, bytes: bytes, root: value, token: nil))
            }
        } catch {
            let foreign: DocumentKind? =
                switch error {
                case .sdJWT: .foreign(.sdJWT)
                case .cose: .foreign(.cose)
                case .foreign(let format): .foreign(format)
                default: nil
                }
            append(Part(place: place, kind: foreign ?? kind, bytes: bytes, root: value, token: nil))
        }
    }

    private mutating func append(_ part: Part) { parts.append(part) }

    private mutating func note(_ flaw: FileFlaw) {
        if !flaws.contains(flaw) { flaws.append(flaw) }
    }
}
