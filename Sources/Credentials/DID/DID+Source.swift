extension DID {
    /// Where the document of a DID comes from.
    package enum Source: Sendable {
        /// The DID is a key, and the document follows from it.
        case itself(DIDDocument)
        /// A document at a URL.
        case document(url: String)
        /// A log of signed versions at a URL, the last of which is the document: did:webvh.
        ///
        /// Reading it takes its hashes and proofs, none of which is checked here.
        case log(url: String, selfCertifyingID: String)
    }

    /// Where the document is to be had.
    ///
    /// - Throws: Why there is none.
    package var source: Source {
        get throws(DIDError) {
            switch method {
            case "web":
                guard let documentURL else { throw .malformed(text) }
                return .document(url: documentURL)
            case "key", "jwk":
                guard let keyDocument else { throw .malformed(text) }
                return .itself(keyDocument)
            case "webvh":
                guard let logURL, let id = specificParts.first else { throw .malformed(text) }
                return .log(url: logURL, selfCertifyingID: String(id))
            default: throw .unsupportedMethod(method)
            }
        }
    }

    /// Where the log of a did:webvh is: beside where did:web's document would be, once the self-certifying id is taken
    /// out (did:webvh 1.0, The DID to HTTPS Transformation); nil for other methods.
    package var logURL: String? {
        let parts = specificParts
        guard method == "webvh", let id = parts.first, (32...64).contains(id.utf8.count), Base58.decode(id) != nil
        else { return nil }
        return Self.url(of: Array(parts.dropFirst()), file: "did.jsonl")
    }
}

/// Why a DID has no document that could be had.
package enum DIDError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A method that is not known here, by its name.
    case unsupportedMethod(String)
    /// A DID of a known method that is none of its: no host, no key.
    case malformed(String)

    package var description: String {
        switch self {
        case .unsupportedMethod(let method): "a DID of the method \(method), which is not known here"
        case .malformed(let text): "a DID that names no key and no place: \(text)"
        }
    }
}
