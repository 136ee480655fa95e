import Credentials
import Foundation
import JSON
import Platforms
import Testing
import UNTP

/// Credentials as people keep and send them: inside of something else, which changes nothing about them.
@Suite struct PackedFileTests {
    private static func credential() throws -> JSONValue {
        var credential = try SignedSamples().anchor()
        credential["credentialStatus"] = nil
        return credential
    }

    private static func text(_ value: JSONValue) -> String { String(decoding: value.serialised(), as: UTF8.self) }

    /// Something around a credential, and what is said of it.
    struct Packing: CustomTestStringConvertible, Sendable {
        let name: String
        let says: String
        let pack: @Sendable (String) -> [UInt8]

        init(_ name: String, says: String = "", _ pack: @escaping @Sendable (String) -> [UInt8]) {
            self.name = name
            self.says = says
            self.pack = pack
        }

        var testDescription: String { name }
    }

    static let packings: [Packing] = [
        Packing("base64", says: "in base64") { Array(Base64.text(Array($0.utf8)).utf8) },
        Packing("base64 in lines", says: "in base64") {
            Array(Data($0.utf8).base64EncodedData(options: [.lineLength76Characters]))
        },
        Packing("base64 in the answer of an API") { Array("{\"payload\":\"\(Base64.text(Array($0.utf8)))\"}".utf8) },
        Packing("a string of JSON", says: "string of JSON") { JSONValue.string($0).serialised() },
        Packing("a string in the answer of an API") {
            (["statusCode": 200, "body": .string($0)] as JSONValue).serialised()
        },
        Packing("a member of the answer of an API") {
            Array("{\"data\":{\"attributes\":{\"credential\":\($0)}}}".utf8)
        },
        Packing("a saved response", says: "an HTTP response") {
            Array("HTTP/1.1 200 OK\r\nContent-Type: application/vc\r\n\r\n\($0)".utf8)
        },
        Packing("Markdown", says: "inside of Markdown") { Array("# A sample\n\n```json\n\($0)\n```\n".utf8) },
        Packing("a module", says: "inside of a program") { Array("export default \($0);\n".utf8) },
        Packing("a page", says: "inside of a web page") {
            Array("<html><script type=\"application/ld+json\">\($0)</script></html>".utf8)
        },
        Packing("a note about it", says: "_meta") {
            Array("{\"_meta\":{\"expected\":\"valid\"},\($0.dropFirst())".utf8)
        },
        Packing("a fixture") { Array("{\"_meta\":{\"title\":\"A sample\"},\"credential\":\($0)}".utf8) },
        Packing("an array") { Array("[\($0)]".utf8) },
        Packing("two documents", says: "several documents") { Array("\($0)\n{\"a\":\n1}".utf8) },
    ]

    @Test("A credential is judged alike whatever it is packed into", arguments: packings)
    func judgesWhatIsPacked(_ packing: Packing) async throws {
        let bytes = packing.pack(Self.text(try Self.credential()))
        let results = await FileCheck([("f", bytes)], now: SignedSamples.now).results()
        let result = try #require(results.first { $0.type == .dia }, "\(results.map(\.summary))")
        #expect(result.verdict == .soundSoFar)
        #expect(result.findings.allSatisfy { $0.code == "file-form" && !$0.blocks })
        #expect(packing.says.isEmpty == result.findings.isEmpty)
        #expect(result.findings.allSatisfy { $0.sent.contains(packing.says) })
    }

    @Test("What strict readers refuse of a file is said, and the credential judged besides")
    func judgesWhatIsEncodedOtherwise() async throws {
        var credential = try Self.credential()
        credential["name"] = "H\u{FC}tte"
        let text = String(decoding: credential.prettyPrinted(), as: UTF8.self)
        let forms: [(bytes: [UInt8], says: String)] = [
            (text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "UTF-16"),
            (text.unicodeScalars.map { UInt8($0.value) }, "no UTF-8"), (Array("// a sample\n\(text)".utf8), "comment"),
        ]
        for form in forms {
            let result = await FileCheck([("f", form.bytes)], now: SignedSamples.now).results()[0]
            #expect(result.type == .dia)
            #expect(result.findings.first?.code == "file-form")
            #expect(result.findings.first?.sent.contains(form.says) ?? false, "\(result.findings)")
            #expect(result.fails)
        }
    }

    @Test("Tokens are judged one by one, in lines, in envelopes of either coding and inside of a page")
    func judgesTokens() async throws {
        let samples = try SignedSamples()
        let token = String(decoding: samples.token(samples.anchor()), as: UTF8.self)
        let encoded = Base64.text(Array(token.utf8))
        let envelope =
            "{\"type\":\"EnvelopedVerifiableCredential\",\"id\":\"data:application/vc+jwt;base64,\(encoded)\"}"
        let others = [("did", samples.didDocument), ("list", samples.statusList(revoking: nil))]
        for (text, count) in [("\(token)\n\(token)\n", 2), (envelope, 1), ("<p>\(token)</p>", 1)] {
            let results = await FileCheck([("f", Array(text.utf8))] + others, now: SignedSamples.now).results()
            #expect(results.count { $0.file == "f" && $0.verdict == .sound } == count, "\(results.map(\.verdict))")
        }
    }

    @Test("Compressed files are read, up to a bound")
    func readsCompressedFiles() throws {
        let list = try #require(Base64URL.decode(String(BitstringStatusList().encoded().dropFirst())))
        #expect(Gzip.expanded(list, limit: 16_384)?.count == 16_384)
        #expect(Gzip.expanded(list, limit: 16_383) == nil)
        #expect(FileContent(of: list).flaws == [.compressed])
    }
}
