package import Credentials
import JSON
import Synchronization
import UNTP

/// A DID document as one verifier sees it, or the failure that kept it from being seen.
///
/// Indirect, as a document has many parts and is looked at for each signature.
package indirect enum ResolvedDID: Sendable {
    case document(DIDDocument)
    case failure(code: String, sent: String, expected: String)

    fileprivate var document: DIDDocument? { if case .document(let document) = self { document } else { nil } }
}

extension Verifier {
    /// Finds the issuer's key and checks the signature with it.
    func checkProof(
        _ opened: CredentialReading, of document: FetchedDocument, content: ContentDigest, now: Int64,
        log: inout FindingLog
    ) async {
        guard let issuer = opened.issuer else { return }
        if case .success(let proof) = opened.proof, behaviour.reading.proofs == .both {
            guard let key = await signingKey(of: issuer, kid: proof.verificationMethod, now: now, log: &log) else {
                return
            }
            if !table.isProven(proof, content: content, by: key) {
                log.add(
                    "credential-altered", at: "/proof", sent: "a proof that does not match the content",
                    expected: "a proof by \(proof.verificationMethod) over the credential")
            }
            checkOptions(of: proof, now: now, log: &log)
            return
        }
        guard let token = opened.token else { return }
        guard let algorithm = SignatureAlgorithm(joseName: token.header.alg ?? "none") else { return }
        guard let key = await signingKey(of: issuer, kid: token.header.kid ?? "", now: now, log: &log) else { return }
        guard key.algorithm == algorithm, table.isSigned(token, in: document.bytes, content: content, by: key) else {
            log.add(
                "credential-altered", sent: "a signature that does not match the content",
                expected: "a signature by \(token.header.kid ?? issuer) over the bytes served")
            return
        }
    }

    /// What a proof says of itself: Data Integrity 1.0, Verify Proof.
    private func checkOptions(of proof: DataIntegrityProof, now: Int64, log: inout FindingLog) {
        if proof.purpose != DataIntegrityProof.assertion {
            log.add(
                "key-not-for-assertion", at: "/proof/proofPurpose", sent: "a proof for \(proof.purpose)",
                expected: DataIntegrityProof.assertion)
        }
        if let expires = proof.expires, expires.unixSeconds < now {
            log.add(
                "credential-expired", at: "/proof/expires",
                sent: DateTimeStamp.text(unixSeconds: expires.unixSeconds),
                expected: "a time after \(DateTimeStamp.text(unixSeconds: now))")
        }
    }

    private func signingKey(
        of issuer: String, kid: String, now: Int64, log: inout FindingLog
    ) async -> VerificationKey? {
        var resolved = await resolve(issuer, now: now)
        var named = resolved.document?.method(kid: kid)
        if named == nil, resolved.document != nil, let renewed = await resolveAnew(issuer, now: now) {
            // It had been kept from before the key was published, or the key is gone.
            resolved = renewed
            named = renewed.document?.method(kid: kid)
        }
        let document: DIDDocument
        switch resolved {
        case .document(let found): document = found
        case .failure(let code, let sent, let expected):
            log.add(
                code, at: "/issuer", sent: sent, expected: expected, blocks: code != FetchProblem.notAtHandCode)
            return nil
        }
        guard let method = named else {
            let names = document.verificationMethods.map(\.id).joined(separator: ", ")
            if let did = DIDURL(kid)?.did.text, did != document.id {
                log.add("issuer-impersonated", sent: "the key \(kid)", expected: "a key of \(issuer)")
            } else {
                log.add("key-rotated-away", sent: "the key \(kid)", expected: "one of \(names)")
            }
            return nil
        }
        if method.controller != document.id {
            log.add("issuer-impersonated", sent: "a key of \(method.controller)", expected: "a key of \(issuer)")
        }
        if !document.assertionMethod.contains(method.id) {
            log.add(
                "key-not-for-assertion", sent: "\(method.id), listed as a verification method only",
                expected: "\(method.id) under assertionMethod")
        }
        return usableKey(of: method, log: &log)
    }

    private func usableKey(of method: VerificationMethod, log: inout FindingLog) -> VerificationKey? {
        let isUnderstood =
            switch behaviour.verifying.keyEncodings {
            case .all: true
            case .jwkOnly: method.encoding == .jwk
            case .multikeyOnly: method.encoding == .multikey
            }
        if !isUnderstood {
            let expected = behaviour.verifying.keyEncodings == .jwkOnly ? "publicKeyJwk" : "publicKeyMultibase"
            log.add("key-encoding-unsupported", sent: "\(method.type) (\(method.encoding))", expected: expected)
        }
        do {
            return try method.key.get()
        } catch KeyError.codecMissing {
            log.add(
                "multikey-codec-missing", sent: "bare key bytes in publicKeyMultibase",
                expected: "a multicodec prefix before the key bytes")
        } catch {
            log.add("key-encoding-unsupported", sent: method.type, expected: "a key as JWK or Multikey")
        }
        return nil
    }

    /// Resolves a DID to its document, or to what was read of it a while ago.
    package func resolve(_ text: String, now: Int64) async -> ResolvedDID {
        if let known = documents.known(text, notBefore: now - Int64(behaviour.caching.documentSeconds)) { return known }
        if let url = documents.url(of: text) { return await read(text, at: url) }
        guard let did = DID(text) else {
            // A path with slashes belongs to the DID URL: what is left to resolve is the bare domain.
            if text.hasPrefix("did:web:"), text.contains("/") {
                return .failure(
                    code: "did-web-slash-path", sent: text,
                    expected: text.replacingSlashesInPath())
            }
            return .failure(code: "did-unresolvable", sent: text, expected: "a DID")
        }
        if let document = did.keyDocument { return .document(document) }
        guard let url = did.documentURL else {
            let sent = did.logURL.map { "\(text), of which the log at \($0) is not read here" } ?? text
            return .failure(code: "did-unresolvable", sent: sent, expected: "did:web, did:key or did:jwk")
        }
        return await read(text, at: url)
    }

    /// Resolves a DID whose document was read before and lacks a key; nil where that was minutes ago, or is no matter of
    /// documents.
    private func resolveAnew(_ text: String, now: Int64) async -> ResolvedDID? {
        guard documents.known(text, notBefore: now - 300) == nil, let url = documents.url(of: text) else { return nil }
        await source.forget(url)
        return await read(text, at: url)
    }

    /// Fetches and reads the document of a DID.
    private func read(_ text: String, at url: String) async -> ResolvedDID {
        switch await source.document(at: url, for: .didDocument) {
        case .success(let document):
            if let known = documents.renewed(document, for: text) { return known }
            guard let json = try? JSONDocument(parsing: document.bytes) else {
                return .failure(code: "did-document-invalid", sent: url, expected: "a DID document as JSON")
            }
            let resolved = Self.parse(json.root, as: text)
            documents.keep(resolved, from: document, for: text)
            return resolved
        case .failure(let problem):
            if DID(text)?.hasPortAsPathSegment ?? false {
                return .failure(
                    code: "did-web-port-encoding", sent: text, expected: "the port written as %3A and its number")
            }
            let (code, sent) = problem.diagnosis(of: url, for: .didDocument)
            return .failure(code: code, sent: sent, expected: "the DID document of \(text)")
        }
    }

    private static func parse(_ json: JSONView, as did: String) -> ResolvedDID {
        do {
            let document = try DIDDocument(parsing: json)
            guard document.id == did else {
                return .failure(code: "did-document-invalid", sent: "the document of \(document.id)", expected: did)
            }
            return .document(document)
        } catch {
            return .failure(
                code: "did-document-invalid", sent: "\(error)", expected: "a DID document with verification methods")
        }
    }
}

/// DID documents as they were last read, for as long as documents are kept.
final class DIDDocumentCache: Sendable {
    // A class, because the copies of one platform's verifier share what was read.
    private let documents = Mutex<[String: Entry]>([:])

    private struct Entry {
        let resolved: ResolvedDID
        let url: String
        let bytes: [UInt8]
        var fetchedAt: Int64
    }

    func known(_ did: String, notBefore oldest: Int64) -> ResolvedDID? {
        documents.withLock { documents in
            guard let entry = documents[did], entry.fetchedAt > oldest else { return nil }
            return entry.resolved
        }
    }

    /// Where a document was read before.
    func url(of did: String) -> String? { documents.withLock { $0[did]?.url } }

    /// What was read of a document before, if its bytes are still the same.
    func renewed(_ document: FetchedDocument, for did: String) -> ResolvedDID? {
        documents.withLock { documents in
            guard let place = documents.index(forKey: did), documents.values[place].bytes == document.bytes else {
                return nil
            }
            documents.values[place].fetchedAt = document.fetchedAt
            return documents.values[place].resolved
        }
    }

    func keep(_ resolved: ResolvedDID, from document: FetchedDocument, for did: String) {
        documents.withLock {
            $0[did] = Entry(
                resolved: resolved, url: document.url, bytes: document.bytes, fetchedAt: document.fetchedAt)
        }
    }
}

extension DID {
    /// Whether a did:web has a number where its path begins, as when the colon before a port was left unencoded.
    fileprivate var hasPortAsPathSegment: Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count > 3 && parts[1] == "web" && UInt16(parts[3]) != nil
    }
}

extension String {
    fileprivate func replacingSlashesInPath() -> String {
        String(map { $0 == "/" ? ":" : $0 })
    }
}
