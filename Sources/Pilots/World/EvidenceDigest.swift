import Credentials
import JSON

/// What platforms hash that don't hash the bytes that were served.
enum EvidenceDigest {
    /// A document as it looks when it was parsed and written again, or a token's payload where it is a token.
    static func reserialised(_ bytes: [UInt8]) -> [UInt8] {
        if let document = try? JSONDocument(parsing: bytes) { return document.root.materialised.prettyPrinted() }
        guard let token = try? CompactJWS(parsing: bytes[...]) else { return bytes }
        return token.payloadDocument.root.materialised.prettyPrinted()
    }
}
