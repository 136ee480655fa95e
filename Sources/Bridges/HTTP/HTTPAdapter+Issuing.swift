import Credentials
import HTTPTypes
import JSON
import Networking
package import Platforms

extension HTTPAdapter {
    package func issue(_ order: IssueOrder) throws(AdapterFailure) -> OutsideDocument {
        let chosen = options(
            configuration.options.issue[order.securing] ?? "{}",
            telling: [.time: .string(DateTimeStamp.text(unixSeconds: order.now))])
        let body =
            Array("{\"credential\":".utf8) + order.credential.serialised() + Array(",\"options\":\(chosen)}".utf8)
        let message = request(configuration.paths.issue, body: body, for: "issue", now: order.now)
        let response = try post(message)
        guard response.status.kind == .successful else {
            throw channel.failure(refusal(response), message, received: response)
        }
        guard let credential = Self.credential(in: response, as: order.securing) else {
            throw channel.failure(
                .malformed("expected a credential, or an object with 'verifiableCredential', in the body"), message,
                received: response)
        }
        let location = response.headerFields[.location].flatMap { message.url.resolving($0)?.description }
        return OutsideDocument(
            url: location ?? Self.id(of: credential.body) ?? order.credential["id"]?.string ?? base.description,
            contentType: credential.contentType, body: credential.body)
    }

    package func setStatus(_ change: StatusChange) throws(AdapterFailure) {
        let body: JSONValue = [
            "credentialId": .string(change.credential),
            "credentialStatus": [
                "type": .string(StatusListEntry.typeName), "statusPurpose": .string(change.purpose),
            ],
            "status": .bool(change.isSet),
        ]
        let message = request(
            configuration.paths.status, body: body.serialised(), for: "setStatus", now: change.now)
        let response = try post(message)
        guard response.status.kind == .successful else {
            throw channel.failure(refusal(response), message, received: response)
        }
    }

    /// Tells the service what to point to, in the words of the adapter protocol: the VC API has none for it.
    package func link(_ link: OutsideLink) throws(AdapterFailure) {
        guard let path = configuration.paths.link else {
            throw AdapterFailure(.notSupported("links"), method: "link", sent: link.subject)
        }
        let message = request(path, body: link.parameters.serialised(), for: "link")
        let response = try post(message)
        guard response.status.kind == .successful else {
            throw channel.failure(refusal(response), message, received: response)
        }
    }

    private func refusal(_ response: WebResponse) -> AdapterFailure.Reason {
        switch response.status.code {
        case 300..<400:
            .malformed("it redirects to \(response.headerFields[.location] ?? "nowhere"), which is no answer to a POST")
        case 404, 405, 415, 501: .notSupported(ProblemDetails.summary(of: response))
        default: .refused(code: response.status.code, message: ProblemDetails.summary(of: response))
        }
    }

    /// The credential in an answer. The VC API has it as JSON only; tokens also come bare, or as a JSON string.
    private static func credential(
        in response: WebResponse, as securing: SecuringForm
    ) -> (contentType: String, body: [UInt8])? {
        guard let root = try? JSONDocument(parsing: response.body).root else {
            let text = String(decoding: response.body, as: UTF8.self)
            return isToken(text) ? carried(text, as: securing) : nil
        }
        let credential = root["verifiableCredential"] ?? root
        if let text = credential.string { return isToken(text) ? carried(text, as: securing) : nil }
        guard credential.kind == .object else { return nil }
        let bytes = Array(credential.rawBytes)
        switch try? CredentialEnvelope.open(bytes) {
        case .jwt(_, .enveloped):
            // An order for a token is met by the one in the envelope: JSON has no other place for it.
            guard securing == .token, let url = credential["id"]?.string, let comma = url.firstIndex(of: ",") else {
                return ("application/vc", bytes)
            }
            return ("application/vc+jwt", Array(url[url.index(after: comma)...].utf8))
        case .dataIntegrity, .unsecured:
            return credential["credentialSubject"] == nil ? nil : ("application/vc", bytes)
        default: return nil
        }
    }

    private static func carried(_ token: String, as securing: SecuringForm) -> (contentType: String, body: [UInt8]) {
        securing == .enveloped
            ? ("application/vc", envelope(token).serialised()) : ("application/vc+jwt", Array(token.utf8))
    }

    private static func isToken(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0].starts(with: "ey".utf8)
    }

    /// The `id` of a credential.
    private static func id(of bytes: [UInt8]) -> String? {
        switch try? CredentialEnvelope.open(bytes) {
        case .jwt(let token, _): TokenClaims.credential(in: token.payloadDocument.root).credential["id"]?.string
        case .dataIntegrity(let document), .unsecured(let document): document.root["id"]?.string
        case nil: nil
        }
    }
}
