extension DID {
    /// Where the log of a did:webvh is: beside where did:web's document would be, once the self-certifying id is taken
    /// out (did:webvh 1.0, The DID to HTTPS Transformation); nil for other methods.
    ///
    /// The log holds signed versions, the last of which is the document. Reading it takes its hashes and proofs, none
    /// of which is checked here.
    package var logURL: String? {
        let parts = specificParts
        guard method == "webvh", let id = parts.first, (32...64).contains(id.utf8.count), Base58.decode(id) != nil
        else { return nil }
        return Self.url(of: Array(parts.dropFirst()), file: "did.jsonl")
    }
}
