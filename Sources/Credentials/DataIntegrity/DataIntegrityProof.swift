package import JSON

/// A proof that stands in the credential itself: W3C Data Integrity EdDSA Cryptosuites 1.0, eddsa-jcs-2022.
package struct DataIntegrityProof: Sendable {
    /// The DID URL of the key.
    package let verificationMethod: String
    /// What the key was used for; `assertionMethod` for credentials.
    package let purpose: String
    /// When the proof was made, where it says so.
    package let created: DateTimeStamp?
    /// Until when the proof holds, where it says so.
    package let expires: DateTimeStamp?
    /// What is signed: SHA-256 of the canonical proof options, then SHA-256 of the canonical document.
    package let signingInput: [UInt8]
    package let signature: [UInt8]

    package static let cryptosuite = Cryptosuite.eddsaJCS2022.rawValue

    /// What a proof of a key that asserts claims has as its purpose.
    package static let assertion = "assertionMethod"

    /// Reads the only proof of a document; says nothing about its signature.
    ///
    /// - Throws: What is missing or not understood.
    package init(reading document: JSONView) throws(ProofError) {
        guard let proof = document["proof"] else { throw .missing("proof") }
        guard proof.kind == .array else {
            self = try DataIntegrityProof(proof, of: document)
            return
        }
        guard proof.count == 1, let only = proof[0] else { throw .severalProofs(proof.count) }
        self = try DataIntegrityProof(only, of: document)
    }

    private init(_ proof: JSONView, of document: JSONView) throws(ProofError) {
        guard proof["type"]?.string == "DataIntegrityProof" else {
            throw .unsupportedSuite(proof["type"]?.string ?? "no type")
        }
        guard proof["cryptosuite"]?.string == Self.cryptosuite else {
            throw .unsupportedSuite(proof["cryptosuite"]?.string ?? "no cryptosuite")
        }
        guard proof["previousProof"] == nil else { throw .chained }
        guard let method = proof["verificationMethod"]?.string else { throw .missing("verificationMethod") }
        guard let purpose = proof["proofPurpose"]?.string else { throw .missing("proofPurpose") }
        guard let value = proof["proofValue"]?.string else { throw .missing("proofValue") }
        guard value.hasPrefix("z"), let signature = Multibase.decode(value), signature.count == 64 else {
            throw .badProofValue
        }
        verificationMethod = method
        self.purpose = purpose
        created = try Self.time("created", of: proof)
        expires = try Self.time("expires", of: proof)
        var options = proof.materialised
        options["proofValue"] = nil
        var unsecured = document.materialised
        unsecured["proof"] = nil
        if let context = options["@context"] {
            guard Self.begins(unsecured["@context"], with: context) else { throw .otherContext }
            unsecured["@context"] = context
        }
        signingInput = Self.signingInput(options: options, document: unsecured)
        self.signature = signature
    }

    static func signingInput(options: JSONValue, document: JSONValue) -> [UInt8] {
        ContentDigest(of: options.canonicalised()).bytes + ContentDigest(of: document.canonicalised()).bytes
    }

    private static func time(_ name: String, of proof: JSONView) throws(ProofError) -> DateTimeStamp? {
        guard let written = proof[name] else { return nil }
        guard let stamp = written.string.flatMap(DateTimeStamp.init(strict:)) else { throw .badTime }
        return stamp
    }

    /// Whether a document's contexts begin with those of its proof; what was appended later is not covered.
    private static func begins(_ contexts: JSONValue?, with first: JSONValue) -> Bool {
        guard let contexts else { return false }
        return (contexts.array ?? [contexts]).starts(with: first.array ?? [first])
    }
}
