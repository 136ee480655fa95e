import Credentials
import JSON

extension FileContent {
    /// Reads a text that is a token, or has one in each line; false where it is none.
    mutating func readTokens(_ text: [UInt8]) -> Bool {
        let lines = text.split { $0 == 0x0A || $0 == 0x0D }.filter { line in line.contains { $0 > 0x20 } }
        guard lines.count > 1, lines.count <= Self.maximumParts,
            lines.allSatisfy({ (try? CompactJWS(parsing: Self.trimmed($0))) != nil })
        else { return readToken(text, at: JSONPointer()) }
        note(.severalDocuments)
        for (position, line) in lines.enumerated() {
            _ = readToken(Array(line), at: JSONPointer([String(position)]))
        }
        return true
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = line.drop { $0 <= 0x20 }
        return start[..<((start.lastIndex { $0 > 0x20 } ?? start.startIndex - 1) + 1)]
    }

    /// Reads a token, whatever was put around it or broke it; false where it is none.
    mutating func readToken(_ text: [UInt8], at place: JSONPointer) -> Bool {
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
            guard joined.starts(with: Array("eyJ".utf8)),
                joined.contains(UInt8(ascii: ".")) || place.tokens.isEmpty && !isBroken
            else { return false }
            let kind: DocumentKind =
                Self.isAbbreviated(String(decoding: joined, as: UTF8.self)) ? .abbreviated : .damaged("\(error)")
            append(Part(place: place, kind: kind, bytes: joined, root: nil, token: nil))
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
            kind = DocumentKind(recognising: content) ?? .token(Self.claims(in: payload))
        }
        append(Part(place: place, kind: kind, bytes: bytes, root: content, token: token))
        if kind == .presentation { readPresented(content, at: place) }
    }

    /// What a payload without a credential holds.
    private static func claims(in payload: JSONView) -> String {
        if payload["status_list"] != nil {
            return "a Token Status List, which is not the family of lists that UNTP has"
        }
        let names = payload.members.prefix(6).map(\.name).joined(separator: ", ")
        return names.isEmpty ? "no claims" : "claims that are no credential (\(names))"
    }
}
