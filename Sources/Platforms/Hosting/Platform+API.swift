import Credentials
import HTTPTypes
import JSON
import Networking
import SimulationKernel
import UNTP

// The W3C VC API's issuing and verifying, and the judging of a scanned identifier.
extension Platform {
    func answerAPI(_ request: WebRequest) async -> WebResponse {
        guard let call = APICall(rawValue: request.url.path) else { return .problem(.notFound, "no such path") }
        guard request.method == .post else { return .methodNotAllowed(allowing: [.post]) }
        if let type = request.mediaType, type != "application/json", !type.hasSuffix("+json") {
            return .problem(.unsupportedMediaType, "expected application/json, not \(type)")
        }
        let body: JSONView
        do {
            body = try JSONDocument(parsing: request.body).root
        } catch {
            return .problem(.badRequest, "the body is not JSON: \(error)")
        }
        guard body.kind == .object else { return .problem(.badRequest, "expected a JSON object") }
        return switch call {
        case .issue: issueOnRequest(body)
        case .verify: await verifyOnRequest(body)
        case .judge: await judgeOnRequest(body)
        }
    }

    private enum APICall: String {
        /// VC API, Issue Credential.
        case issue = "/credentials/issue"
        /// VC API, Verify Credential.
        case verify = "/credentials/verify"
        /// Not of the VC API: what a buyer makes of what was scanned.
        case judge = "/consignments/judge"
    }

    /// Signs a credential in the name of the tenant that its issuer names.
    private func issueOnRequest(_ body: JSONView) -> WebResponse {
        guard let credential = body["credential"], credential.kind == .object else {
            return .problem(.badRequest, "expected an object 'credential'")
        }
        guard let issuer = credential["issuer"]?["id"]?.string ?? credential["issuer"]?.string else {
            return .problem(.badRequest, "expected credential.issuer, the DID of a customer of this platform")
        }
        guard let slug = tenants.first(where: { $0.value.did == issuer })?.key, let key = tenant(slug)?.currentKey
        else {
            return .problem(.badRequest, "\(issuer) is no customer of this platform")
        }
        let type = Release.recognise(credential).type ?? .dpp
        let written = dialect.rewriting(credential.materialised, as: type)
        var secured = securer.secured(written, with: key)
        if behaviour.securing.carrier == .token {
            // A token by itself is no JSON; the API hands it over in an envelope.
            secured = CredentialEnvelope.envelop(secured, typeAsArray: false, mediaType: "application/vc+jwt")
        }
        return WebResponse(
            Array("{\"verifiableCredential\":".utf8) + secured + Array("}".utf8), as: "application/json",
            status: .created)
    }

    private func verifyOnRequest(_ body: JSONView) async -> WebResponse {
        guard let credential = body["verifiableCredential"], credential.kind == .object || credential.string != nil
        else { return .problem(.badRequest, "expected 'verifiableCredential', an object or a token") }
        let bytes = credential.string.map { Array($0.utf8) } ?? Array(credential.rawBytes)
        let document = FetchedDocument(
            url: "posted", finalURL: "posted", contentType: "application/vc", bytes: bytes,
            fetchedAt: simulation.nowUnixSeconds)
        let verdict = await verifier.verify(document, expecting: nil, now: now)
        return .json([
            "verified": .bool(verdict.isAccepted),
            "problemDetails": .array(verdict.findings.map(\.problem)),
            "results": verdict.results(on: try? OpenedCredential(bytes)),
        ])
    }

    private func judgeOnRequest(_ body: JSONView) async -> WebResponse {
        guard let identifier = body["identifier"]?.string else {
            return .problem(.badRequest, "expected 'identifier'")
        }
        let demands = body["demands"]?.elements.compactMap(\.string) ?? []
        let judgement = await judge(
            JudgementRequest(
                consignment: body["consignment"]?.string ?? identifier, identifier: identifier,
                demands: demands.map { .init(criterion: $0, topic: "") }, requiredTiers: 0))
        return .json([
            "level": .string(judgement.level.label),
            "tiersReached": .number(JSONNumber(judgement.tiersReached)),
            "problemDetails": .array(judgement.findings.map(\.problem)),
        ])
    }
}

extension WebResponse {
    fileprivate static func json(_ value: JSONValue) -> WebResponse {
        WebResponse(value.serialised(), as: "application/json")
    }
}

extension Finding {
    /// The finding as a problem detail: RFC 9457, section 3, with the types of VCDM 2.0, section 7.1, and of Bitstring
    /// Status List 1.0 where one says what is meant.
    fileprivate var problem: JSONValue {
        let mode = FailureCatalogue[code]
        return [
            "type": .string(problemType(mode?.layer)), "title": .string(mode?.title ?? code),
            "detail": .string("\(sent); expected: \(expected)"), "code": .string(code), "pointer": .string(pointer),
            "blocks": .bool(blocks), "url": .string(subject.url),
        ]
    }

    private func problemType(_ layer: FailureMode.Layer?) -> String {
        let dataModel = "https://www.w3.org/TR/vc-data-model#"
        let statusList = "https://www.w3.org/ns/credentials/status-list#"
        return switch (code, layer) {
        case ("envelope-malformed", _): dataModel + "PARSING_ERROR"
        case ("credential-altered", _): dataModel + "CRYPTOGRAPHIC_SECURITY_ERROR"
        case (_, .dataModel), (_, .schema): dataModel + "MALFORMED_VALUE_ERROR"
        case ("list-too-short", _): statusList + "STATUS_LIST_LENGTH_ERROR"
        case ("index-out-of-range", _): dataModel + "RANGE_ERROR"
        case ("encodedlist-prefix", _), ("compression-differs", _), ("status-issuer-differs", _):
            statusList + "STATUS_VERIFICATION_ERROR"
        default: "urn:untp-sim:failure:" + code
        }
    }
}

extension CredentialVerdict {
    /// What was made of the properties that are checked: VC API, Verify Credential, `results`.
    fileprivate func results(on opened: OpenedCredential?) -> JSONValue {
        let layers = Set(findings.filter(\.blocks).compactMap { FailureCatalogue[$0.code]?.layer })
        var results: JSONValue = ["proof": [["valid": .bool(layers.isDisjoint(with: [.securing, .identity]))]]]
        let codes = findings.filter(\.blocks).map(\.code)
        for (property, failures) in Self.failuresOfDates {
            guard let text = opened?.credential[property]?.string else { continue }
            results[property] = ["valid": .bool(failures.isDisjoint(with: codes)), "input": .string(text)]
        }
        if !reading.status.isEmpty {
            results["credentialStatus"] = .array(
                reading.status.map { $0.result(isRefused: layers.contains(.status)) })
        }
        return results
    }

    private static let failuresOfDates: [(String, Set<String>)] = [
        ("validFrom", ["credential-not-yet-valid", "not-yet-valid-by-clock"]), ("validUntil", ["credential-expired"]),
    ]
}

extension StatusReading {
    /// - Parameter isRefused: Whether the verifier refuses the credential for its status.
    fileprivate func result(isRefused: Bool) -> JSONValue {
        let isValid =
            switch decision {
            case .notChecked: true
            case .bit(let isSet, _): !isSet
            case .unavailable: !isRefused
            }
        return [
            "valid": .bool(isValid), "checked": .bool(decision != .notChecked),
            "input": [
                "statusListCredential": .string(listURL), "statusListIndex": .string(String(index)),
            ],
        ]
    }
}
