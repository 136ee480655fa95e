/// A file with the exact bytes of something exchanged.
package struct Artefact: Sendable, Hashable, Codable {
    /// Relative to `artefacts/`, with `/` between parts.
    package var path: String
    /// The bytes.
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
