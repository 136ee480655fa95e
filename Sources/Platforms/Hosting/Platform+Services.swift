import Credentials
import HTTPTypes
import JSON
package import Networking
import SimulationKernel
import UNTP

extension Platform {
    /// Answers a request to one of the platform's hosts.
    package func respond(to request: WebRequest, from client: String) async -> WebResponse {
        let service = hosts.service(request.url.host)
        if service == .api { return await answerAPI(request) }
        return answer(request, service) { self.answerOutside($0) }
    }

    package nonisolated func read(_ request: WebRequest) -> WebResponse {
        assumeIsolated { platform in
            // Lists are signed when they are asked for; who isn't there when a run is repeated must not set the time.
            let (tenants, lists) = (platform.tenants, platform.servedLists)
            let signatures = platform.signatures
            defer {
                (platform.tenants, platform.servedLists) = (tenants, lists)
                platform.signatures = signatures
            }
            let service = platform.hosts.service(request.url.host)
            return platform.answer(request, service) { platform.showOutside($0) }
        }
    }

    /// Answers a request that reads.
    ///
    /// - Parameters:
    ///   - service: The service whose host is asked; nil for none of the usual ones.
    ///   - outside: Has the platform outside answer, if it is what stands behind the host.
    private func answer(
        _ request: WebRequest, _ service: PlatformHosts.Service?, outside: (WebRequest) -> WebResponse
    ) -> WebResponse {
        guard service != nil || outsideHosts.contains(request.url.host) else {
            return .problem(.misdirectedRequest, "\(request.url.host) is not served here")
        }
        if let refusal = request.refusalUnlessReading { return refusal }
        guard let service, self.outside?.serves(service) != true else { return outside(request) }
        var response = answer(request, service)
        if behaviour.hosting.crossOrigin == .allowed, !response.hasSharedHead {
            response.headerFields[.accessControlAllowOrigin] = "*"
        }
        return response
    }

    /// An answer to a reader, with a head that is made once for each media type.
    func served(_ body: [UInt8], as contentType: String) -> WebResponse {
        if let head = heads[contentType] { return WebResponse(body, like: head) }
        let head = WebResponse.Head(
            contentType: contentType, allowsOrigins: behaviour.hosting.crossOrigin == .allowed)
        heads[contentType] = head
        return WebResponse(body, like: head)
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
        guard let document = document(at: String(path)) else {
            return .problem(.notFound, "no credential at \(url.path)")
        }
        if hasMovedPaths, path.startIndex == url.path.startIndex, path.count == url.path.count {
            return .problem(.gone, "documents are served under \(Self.upgradedPrefix) since the upgrade")
        }
        return served(document.bytes.value, as: document.contentType ?? securer.contentType)
    }

    /// A document that somebody asks for, kept in full from now on.
    private func document(at path: String) -> IssuedCredential? {
        guard let document = documents[path] else { return nil }
        if let (bytes, digest) = document.bytes.unpack() {
            table.hold(bytes, of: digest)
            archive.add(path, at: now)
        }
        return document
    }

    private func statusList(_ url: WebURL) -> WebResponse {
        if let known = servedLists[url.path], now <= known.lastSecond {
            return served(known.bytes, as: securer.contentType)
        }
        let segments = url.path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        guard segments.count == 2 || segments.count == 3, let number = Int(segments[1]),
            let purpose = StatusLists.Purpose(rawValue: segments.count == 3 ? segments[2] : "revocation"),
            let list = publishedStatusList(StatusLists.Name(number: number, purpose: purpose), of: segments[0])
        else {
            return .problem(.notFound, "no list at \(url.path)")
        }
        // Keys that are renewed can be so at any moment.
        if behaviour.identity.rotation == .none { servedLists[url.path] = list }
        return served(list.bytes, as: securer.contentType)
    }

    private func didDocument(_ url: WebURL) -> WebResponse {
        let segments = url.path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        guard segments.count == 2, segments[1] == "did.json", let tenant = tenant(segments[0]) else {
            return .problem(.notFound, "no DID document at \(url.path)")
        }
        let document = tenant.publishedDocument ?? written(tenant)
        tenants[tenant.slug]?.publishedDocument = document
        return served(document, as: "application/did+json")
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
}
