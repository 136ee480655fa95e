import JSON
import Platforms
import Records

/// The exact bytes of a question, as files for whoever wants to look at a case.
enum QuestionFiles {
    /// The folder of a case, by its id.
    static func folder(of id: String) -> String {
        id.split(separator: "/").map { name(String($0)) }.joined(separator: "/")
    }

    /// The credential, what belongs to it, and a list of all that.
    static func artefacts(of question: VerifyQuestion, id: String) -> [Artefact] {
        let folder = folder(of: id)
        // The contexts are the published ones, and the same each time.
        let documents = question.documents.filter { $0.contentType != "application/ld+json" || $0.status != 200 }
        let named = documents.map { ($0, "documents/" + name($0.url)) }
        let list: JSONValue = [
            "now": .number(JSONNumber(Int(question.now))), "trusted": .array(question.trusted.map(JSONValue.string)),
            "credential": entry(question.credential, credentialName(question.credential)),
            "documents": .array(named.map(entry)),
        ]
        return [
            Artefact(path: "\(folder)/\(credentialName(question.credential))", bytes: question.credential.body),
            Artefact(path: "\(folder)/question.json", bytes: list.prettyPrinted()),
        ] + named.map { Artefact(path: "\(folder)/\($1)", bytes: $0.body) }
    }

    static func credentialName(_ document: OutsideDocument) -> String {
        document.body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") ? "credential.json" : "credential.jwt"
    }

    private static func entry(_ document: OutsideDocument, _ file: String) -> JSONValue {
        [
            "url": .string(document.url), "status": .number(JSONNumber(document.status)),
            "contentType": document.contentType.map(JSONValue.string) ?? .null, "file": .string(file),
        ]
    }

    /// A name for a file: letters, digits, dots and hyphens, nothing that means something to a path.
    private static func name(_ text: String) -> String {
        let body = text.hasPrefix("https://") ? text.dropFirst(8) : text[...]
        let letters = body.unicodeScalars.prefix(120).map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || scalar == "." || scalar == "-" ? Character(scalar) : "_"
        }
        let name = String(letters)
        return name.allSatisfy { $0 == "." } ? "_" : name
    }
}
