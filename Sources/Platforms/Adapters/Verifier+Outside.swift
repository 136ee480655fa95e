import Credentials
import UNTP

// What a platform outside makes of a credential, in the place of what the pipeline here finds.
extension Verifier {
    /// The findings that hold where a platform outside decides: those of the pipeline where both refuse or both accept,
    /// none that blocks where it accepts, and its own reasons where it alone refuses.
    func decidedOutside(
        _ findings: [Finding], on document: FetchedDocument, _ analysis: CredentialAnalysis,
        expecting expected: CredentialType?, now: Int64
    ) async -> [Finding] {
        guard let outside, outside.description.verifies != nil else { return findings }
        let subject = Finding.Subject(url: document.url, type: expected)
        let question = VerifyQuestion(
            credential: OutsideDocument(
                url: document.url, contentType: document.contentType, body: document.bytes),
            expected: expected, documents: await documents(behind: analysis), trusted: roots, now: now)
        let answer = outside.ask("verify") { adapter throws(AdapterFailure) in try adapter.verify(question) }
        guard let answer else {
            let last = outside.account.failures.last?.description ?? "no answer"
            return findings + [
                Finding("host-unreachable", sent: last, expected: "a verdict", subject: subject)
            ]
        }
        guard answer.verdict != .valid else { return findings.map(\.withoutBlocking) }
        guard !findings.contains(where: \.blocks) else { return findings }
        return findings + Self.refusals(answer, subject: subject)
    }

    /// What a platform outside says against a credential; that it doesn't say what, where its words are its own.
    private static func refusals(_ answer: OutsideVerdict, subject: Finding.Subject) -> [Finding] {
        let known = answer.reasons.filter { FailureCatalogue[$0.code] != nil }
        guard known.isEmpty else {
            return known.map { reason in
                Finding(
                    reason.code, at: reason.pointer, sent: reason.message, expected: "what the platform accepts",
                    subject: subject)
            }
        }
        let words = answer.reasons.map { $0.message.isEmpty ? $0.code : $0.message }
        let said = ([answer.verdict.rawValue] + words).joined(separator: "; ")
        return [
            Finding("error-text-hides-cause", sent: said, expected: "what is wrong, by a known code", subject: subject)
        ]
    }

    /// The documents that a verifier has to have beside a credential: DID documents and status lists, with the DID
    /// documents of those who signed these.
    private func documents(behind analysis: CredentialAnalysis) async -> [OutsideDocument] {
        guard case .success(let opened) = analysis.opening else { return [] }
        var documents: [OutsideDocument] = []
        var issuers = [opened.issuer].compactMap(\.self)
        for entry in (try? opened.terms.status.get()) ?? [] {
            guard let list = await fetched(entry.listURL, for: .statusList, into: &documents) else { continue }
            if case .success(let opened) = table.analysis(of: list).opening, let issuer = opened.issuer {
                issuers.append(issuer)
            }
        }
        for issuer in issuers {
            guard let url = DID(issuer)?.documentURL else { continue }
            _ = await fetched(url, for: .didDocument, into: &documents)
        }
        return documents
    }

    private func fetched(
        _ url: String, for purpose: DocumentPurpose, into documents: inout [OutsideDocument]
    ) async -> [UInt8]? {
        guard !documents.contains(where: { $0.url == url }) else { return nil }
        switch await source.document(at: url, for: purpose) {
        case .success(let document):
            documents.append(
                OutsideDocument(url: url, contentType: document.contentType, body: document.bytes))
            return document.bytes
        case .failure(.status(let status)):
            documents.append(OutsideDocument(url: url, status: status, contentType: nil, body: []))
            return nil
        case .failure: return nil
        }
    }
}

extension Finding {
    /// The finding as a note: the verifier goes on in spite of it.
    fileprivate var withoutBlocking: Finding {
        Finding(code, at: pointer, sent: sent, expected: expected, blocks: false, subject: subject, behind: behind)
    }
}
