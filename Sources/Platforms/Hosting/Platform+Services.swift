import Credentials
import HTTPTypes
import JSON
package import Networking
import SimulationKernel
import UNTP

extension Platform {
    /// Answers a request to one of the platform's hosts.
    package func respond(to request: WebRequest, from client: String) async -> WebResponse {
        guard let service = hosts.service(request.url.host) else {
            return .problem(.misdirectedRequest, "\(request.url.host) is not served here")
        }
        if service == .api { return await answerAPI(request) }
        guard request.method == .get || request.method == .head else {
            return .problem(.methodNotAllowed, "only GET is answered here")
        }
        if let answer = answerOutside(request, service) { return answer }
        var response = answer(request, service)
        if behaviour.hosting.crossOrigin == .allowed { response.headerFields[.accessControlAllowOrigin] = "*" }
        return response
    }

    private func answer(_ request: WebRequest, _ service: PlatformHosts.Service) -> WebResponse {
        switch service {
        case .resolver: resolve(request)
        case .storage: store(request.url)
        case .status: statusList(request.url)
        case .did: didDocument(request.url)
        case .api: .problem(.notFound, "no such path")
        }
    }

    // MARK: Storage, status and DIDs

    private func store(_ url: WebURL) -> WebResponse {
        if url.path.hasPrefix(Seal.prefix + "/") { return seal.answer(url) }
        let path = Self.originalPath(url.path)
        guard let document = documents[String(path)] else {
            return .problem(.notFound, "no credential at \(url.path)")
        }
        if hasMovedPaths, path.startIndex == url.path.startIndex, path.count == url.path.count {
            return .problem(.gone, "documents are served under \(Self.upgradedPrefix) since the upgrade")
        }
        return WebResponse(document.bytes.value, as: document.contentType ?? securer.contentType)
    }

    private func statusList(_ url: WebURL) -> WebResponse {
        let slug = url.path.utf8.split(separator: UInt8(ascii: "/")).first.map { String(Substring($0)) } ?? ""
        let served =
            if url.path.hasSuffix(Tenant.refreshSuffix) {
                refreshList(of: slug)
            } else if url.path.hasSuffix(Tenant.suspensionSuffix) {
                publishedSuspensionList(of: slug)
            } else { publishedStatusList(of: slug) }
        guard let list = served else {
            return .problem(.notFound, "no list at \(url.path)")
        }
        return WebResponse(list, as: securer.contentType)
    }

    private func didDocument(_ url: WebURL) -> WebResponse {
        let segments = url.path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        guard segments.count == 2, segments[1] == "did.json", let tenant = tenant(segments[0]) else {
            return .problem(.notFound, "no DID document at \(url.path)")
        }
        let document = tenant.publishedDocument ?? written(tenant)
        tenants[tenant.slug]?.publishedDocument = document
        return WebResponse(document, as: "application/did+json")
    }

    private func written(_ tenant: Tenant) -> [UInt8] {
        var services: [DIDService] = []
        if let anchor = tenant.anchorURL, behaviour.identity.anchorService == .published {
            services.append(
                DIDService(
                    id: tenant.did + "#anchor", type: LinkType.dia.text(.current), endpoint: .string(anchor)))
        }
        let form: DIDDocument.KeyForm =
            switch behaviour.identity.keyEncoding {
            case .jwk: .jwk
            case .multikey: .multikey
            case .multikeyWithoutCodec: .multikeyWithoutCodec
            }
        return DIDDocument.json(
            id: tenant.did, keys: tenant.keys.reversed().map { ($0.fragment, $0.key.publicKey) }, form: form,
            listsAssertions: behaviour.identity.assertionMethod == .listed, services: services
        ).serialised()
    }

    // MARK: API

    /// The W3C VC API's issuing and verifying, and the judging of a scanned identifier.
    private func answerAPI(_ request: WebRequest) async -> WebResponse {
        guard request.method == .post else { return .problem(.methodNotAllowed, "only POST is answered here") }
        guard let body = try? JSONDocument(parsing: request.body).root else {
            return .problem(.badRequest, "the body is not JSON")
        }
        switch request.url.path {
        case "/credentials/issue": return issueOnRequest(body)
        case "/credentials/verify": return await verifyOnRequest(body)
        case "/consignments/judge": return await judgeOnRequest(body)
        default: return .problem(.notFound, "no such path")
        }
    }

    /// Signs a credential in the name of the tenant that its issuer names.
    private func issueOnRequest(_ body: JSONView) -> WebResponse {
        guard let credential = body["credential"], let issuer = credential["issuer"]?["id"]?.string,
            let tenant = tenants.values.first(where: { $0.did == issuer }), let key = tenant.currentKey
        else { return .problem(.badRequest, "expected a credential whose issuer is a customer of this platform") }
        let type = Release.recognise(credential).type ?? .dpp
        let written = dialect.rewriting(credential.materialised, as: type)
        return WebResponse(securer.secured(written, with: key), as: securer.contentType, status: .created)
    }

    private func verifyOnRequest(_ body: JSONView) async -> WebResponse {
        guard let credential = body["verifiableCredential"] else {
            return .problem(.badRequest, "expected 'verifiableCredential'")
        }
        let bytes = credential.string.map { Array($0.utf8) } ?? Array(credential.rawBytes)
        let document = FetchedDocument(
            url: "posted", finalURL: "posted", contentType: "application/vc", bytes: bytes,
            fetchedAt: simulation.nowUnixSeconds)
        let verdict = await verifier.verify(document, expecting: nil, now: now)
        return WebResponse(
            JSONValue.object([
                ("verified", .bool(verdict.isAccepted)), ("errors", .array(verdict.findings.map(\.json))),
            ]).serialised(), as: "application/json")
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
        return WebResponse(
            JSONValue.object([
                ("level", .string(judgement.level.label)),
                ("tiersReached", .number(JSONNumber(judgement.tiersReached))),
                ("findings", .array(judgement.findings.map(\.json))),
            ]).serialised(), as: "application/json")
    }
}

extension Finding {
    /// The finding as a service answers it.
    var json: JSONValue {
        [
            "code": .string(code), "pointer": .string(pointer), "sent": .string(sent), "expected": .string(expected),
            "blocks": .bool(blocks), "url": .string(subject.url),
        ]
    }
}

extension JSONValue {
    fileprivate static func object(_ members: [(String, JSONValue)]) -> JSONValue { .object(JSONObject(members)) }
}
