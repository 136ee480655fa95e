/// A DID URL that names a part of a DID document: DID Core, section 3.2.
package struct DIDURL: Sendable, Hashable {
    package let did: DID
    package let fragment: String

    package init?(_ text: String) {
        let bytes = text.utf8
        guard let hash = bytes.firstIndex(of: UInt8(ascii: "#")), let did = DID(String(text[..<hash])) else {
            return nil
        }
        self.did = did
        fragment = String(text[bytes.index(after: hash)...])
        guard !fragment.isEmpty else { return nil }
    }
}
