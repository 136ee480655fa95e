import Credentials
import HTTPTypes
import JSON
package import Networking
package import Platforms
import Synchronization
import UNTP

/// A vendor's real service: the W3C VC API for issuing and verifying, and plain requests for what it publishes.
///
/// The service fetches what it needs for a verification by itself. So a question's documents are served on this machine
/// meanwhile, at ``documentOrigin``, and credentials have to name their issuers and lists there.
package final class HTTPAdapter: Adapter {
    // A class, because it holds connections and a server.
    let configuration: HTTPConfiguration
    let base: WebURL
    let channel: HTTPChannel
    private let documents: DocumentServer?
    private let routes: Mutex<OriginRoutes>

    /// - Parameters:
    ///   - base: The URL below which the service answers.
    ///   - hosts: The hosts that may be contacted.
    ///   - documents: The server of what a question's credential refers to; it is stopped with the adapter.
    ///   - room: Where the service reads what is published on a simulated network.
    package init(
        base: WebURL, configuration: HTTPConfiguration, hosts: ContactableHosts, documents: DocumentServer? = nil,
        room: ReadingRoom? = nil
    ) {
        self.base = base
        self.configuration = configuration
        self.documents = documents
        channel = HTTPChannel(
            hosts: hosts, headers: configuration.headers, limits: configuration.limits, room: room)
        routes = Mutex(OriginRoutes(base: base, origins: configuration.origins))
    }

    /// Where a question's documents have to be for the service to fetch them, as `http://127.0.0.1:8123`; nil where none
    /// are served.
    package var documentOrigin: String? { documents?.origin }

    package func read(_ network: PublishedNetwork) { channel.read(network) }

    package func close() {
        channel.close()
        documents?.stop()
    }

    // MARK: What the service is

    package func describe(_ setting: AdapterSetting) throws(AdapterFailure) -> AdapterDescription {
        let origins = routes.withLock { routes in
            defer { routes.add(setting.origins, resolver: configuration.paths.resolver) }
            return routes.origins.filter { !setting.origins.values.contains($0) }
        }
        let issues = try capability(configuration.issues, at: configuration.paths.issue)
        let verifies = try capability(configuration.verifies, at: configuration.paths.verify)
        return AdapterDescription(
            name: configuration.name, version: configuration.version, issuer: try issuer(), issues: issues,
            verifies: verifies, serves: configuration.serves, enrolsParties: configuration.partyDID != nil,
            setsStatus: issues == nil ? false : try isThere(configuration.paths.status),
            takesLinks: configuration.paths.link != nil, origins: origins)
    }

    private func capability(
        _ claim: HTTPConfiguration.Claim, at path: String
    ) throws(AdapterFailure) -> AdapterDescription.Capability? {
        switch claim {
        case .capability(let capability): capability
        case .nothing: nil
        case .askTheService: try isThere(path) ? HTTPConfiguration.usual : nil
        }
    }

    /// Whether an endpoint answers, by an empty request that it has to refuse.
    private func isThere(_ path: String) throws(AdapterFailure) -> Bool {
        let message = request(path, body: Array("{}".utf8), for: "describe")
        let response = try channel.send(message)
        switch response.status.code {
        case 401, 403, 407:
            throw channel.failure(
                .refused(
                    code: response.status.code,
                    message: "\(path) wants to know who asks; give the header field in the configuration's 'headers'"),
                message, received: response)
        case 404, 405, 501: return false
        default: return true
        }
    }

    /// The DID with which the service issues: configured, or that of the document in its well-known place.
    private func issuer() throws(AdapterFailure) -> String? {
        if let issuer = configuration.issuer { return issuer }
        let place = HTTPChannel.Message(
            method: .get, url: base.appending("/.well-known/did.json"), purpose: "describe")
        let response = try channel.send(place)
        guard response.status == .ok, let document = try? JSONDocument(parsing: response.body).root else { return nil }
        return document["id"]?.string
    }

    package func enrol(_ party: OutsideParty) throws(AdapterFailure) -> String {
        if let template = configuration.partyDID {
            // did:web has the colon before a port percent-encoded.
            let host = base.host + (base.port.map { "%3A\($0)" } ?? "")
            return template.replacing("{party}", with: party.slug).replacing("{host}", with: host)
        }
        guard let issuer = try issuer() else {
            throw AdapterFailure(
                .notSupported(
                    "nothing says with which DID it issues; give 'issuer' or 'parties' in the configuration, or serve "
                        + "/.well-known/did.json"),
                method: "enrol", sent: party.slug)
        }
        return issuer
    }

    // MARK: What it publishes

    /// Passes a request on to where the service answers for its host. Redirects are the asker's to follow.
    package func answer(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse {
        let url = try place(of: request)
        let passed = Self.passedOn.compactMap { name in request.headerFields[name].map { (name.rawName, $0) } }
        return try channel.send(
            .init(
                method: request.method, url: url, headers: passed + time(now), body: request.body, purpose: "answer"))
    }

    /// Sends a reader to the service itself, which may be the one who asks.
    package func show(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse {
        .redirect(to: try place(of: request).description)
    }

    private func place(of request: WebRequest) throws(AdapterFailure) -> WebURL {
        guard let url = routes.withLock({ $0.place(of: request.url) }) else {
            throw AdapterFailure(
                .notSupported(
                    "no place below \(base) is known for \(request.url.origin); name it in the configuration's 'origins'"
                ), method: "answer", sent: request.url.description)
        }
        return url
    }

    private static let passedOn: [HTTPField.Name] = [.accept, .acceptLanguage, .contentType]

    // MARK: The VC API

    /// A request to an endpoint of the VC API.
    ///
    /// - Parameter now: The time, where the service is told it.
    func request(_ path: String, body: [UInt8], for purpose: String, now: Int64? = nil) -> HTTPChannel.Message {
        HTTPChannel.Message(
            method: .post, url: base.appending(path),
            headers: [("Content-Type", "application/json"), ("Accept", "application/json, application/vc+jwt")]
                + (now.map(time) ?? []), body: body, purpose: purpose)
    }

    /// The header field in which the service is told the time.
    private func time(_ now: Int64) -> [(name: String, value: String)] {
        configuration.timeHeader.map { [($0, DateTimeStamp.text(unixSeconds: now))] } ?? []
    }

    /// Sends a request, and follows where the service points within the hosts that may be contacted.
    func post(_ message: HTTPChannel.Message) throws(AdapterFailure) -> WebResponse {
        var message = message
        for _ in 0...Self.maximumRedirects {
            let response = try channel.send(message)
            // Only these two keep method and body: RFC 9110, section 15.4.
            guard [307, 308].contains(response.status.code), let location = response.headerFields[.location],
                let next = message.url.resolving(location)
            else { return response }
            message.url = next
        }
        throw channel.failure(.malformed("more than \(Self.maximumRedirects) redirects"), message)
    }

    private static let maximumRedirects = 3

    package func verify(_ question: VerifyQuestion) throws(AdapterFailure) -> OutsideVerdict {
        documents?.serve(question.documents)
        let message = request(
            configuration.paths.verify, body: verificationBody(question), for: "verify", now: question.now)
        let response = try post(message)
        switch VerificationAnswer.read(response) {
        case .verdict(let verdict): return verdict
        case .failure(let reason): throw channel.failure(reason, message, received: response)
        }
    }

    /// The request's body, with the credential's bytes as they are: what is wrong with them is the service's to find.
    private func verificationBody(_ question: VerifyQuestion) -> [UInt8] {
        let bytes = question.credential.body
        let isObject = bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
        let credential: [UInt8]
        if isObject {
            credential = bytes
        } else {
            let text = String(decoding: bytes, as: UTF8.self)
            switch configuration.tokens {
            case .string: credential = JSONValue.string(text).serialised()
            case .enveloped: credential = Self.envelope(text).serialised()
            }
        }
        let chosen = options(
            configuration.options.verify,
            telling: [
                .time: .string(DateTimeStamp.text(unixSeconds: question.now)),
                .trusted: .array(question.trusted.map(JSONValue.string)),
                .expected: question.expected.map { .string($0.rawValue) } ?? .null,
            ])
        return Array("{\"verifiableCredential\":".utf8) + credential + Array(",\"options\":\(chosen)}".utf8)
    }

    static func envelope(_ token: String) -> JSONValue {
        [
            "@context": .string(CredentialModel.contextV2), "id": .string("data:application/vc+jwt," + token),
            "type": "EnvelopedVerifiableCredential",
        ]
    }

    /// Options, with what the service takes to be told in them.
    func options(_ text: String, telling told: [HTTPConfiguration.Told: JSONValue]) -> String {
        let named = HTTPConfiguration.Told.allCases.compactMap { key in
            configuration.options.names[key].flatMap { name in told[key].map { (name, $0) } }
        }
        guard !named.isEmpty, var options = try? JSONDocument(parsing: Array(text.utf8)).root.materialised else {
            return text
        }
        for (name, value) in named { options[name] = value }
        return String(decoding: options.serialised(), as: UTF8.self)
    }
}

extension WebURL {
    /// The URL of a path below this one.
    func appending(_ path: String, query: String? = nil) -> WebURL {
        let parent = self.path.hasSuffix("/") ? String(self.path.dropLast()) : self.path
        return WebURL(scheme: scheme, host: host, port: port, path: parent + path, query: query)
    }
}
