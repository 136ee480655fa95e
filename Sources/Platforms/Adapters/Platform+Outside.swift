import Credentials
import HTTPTypes
import JSON
import Networking
import SimulationKernel
import UNTP

// What a platform outside does in the place of the virtual one.
extension Platform {
    /// The DID under which the platform outside issues for a tenant; nil where it doesn't issue.
    func outsideDID(of slug: String, name: String) -> String? {
        guard let outside, outside.description.issues != nil else { return nil }
        guard outside.description.enrolsParties else { return outside.description.issuer }
        return outside.ask("enrol") { adapter throws(AdapterFailure) in
            try adapter.enrol(OutsideParty(slug: slug, name: name))
        } ?? outside.description.issuer
    }

    /// Has a credential secured outside, now and in the order of the calls; nil where no usable answer came, or where
    /// it says that it doesn't issue such.
    ///
    /// - Parameters:
    ///   - path: Where the credential stands in the platform's storage, if the platform outside doesn't say.
    ///   - alteration: What somebody does to it afterwards.
    func issued(
        _ credential: JSONValue, by outside: OutsidePart, as type: CredentialType, in release: Release,
        at path: String, alteration: Alteration?
    ) -> IssuedCredential? {
        guard let issues = outside.description.issues else { return nil }
        var credential = credential
        // What status a credential has is known to who keeps the list.
        credential["credentialStatus"] = nil
        let order = IssueOrder(
            credential: credential, type: type, release: release, securing: securingForm(among: issues.securing),
            now: now)
        let answer = outside.ask("issue") { adapter throws(AdapterFailure) in
            guard issues.types.contains(type), issues.releases.contains(release) else {
                throw AdapterFailure(.notSupported("a \(type.label) of release \(release)"), method: "issue")
            }
            return try adapter.issue(order)
        }
        guard let document = answer else { return nil }
        let bytes = StoredBytes(alteration?.applied(toSecured: document.body) ?? document.body)
        let isServedThere = outside.serves(.storage) && WebURL(document.url) != nil
        return IssuedCredential(
            url: isServedThere ? document.url : publicURL(path), type: type, status: nil, bytes: bytes,
            keyOnLabel: nil, contentType: document.contentType, outsideID: credential["id"]?.string)
    }

    /// The form that the profile has where the platform outside knows it, else one that it knows.
    private func securingForm(among known: Set<SecuringForm>) -> SecuringForm {
        let wanted: SecuringForm =
            switch behaviour.securing.carrier {
            case .enveloped: .enveloped
            case .token: .token
            case .embedded, .embeddedFormerSuite: .embedded
            }
        return known.contains(wanted) ? wanted : SecuringForm.allCases.first(where: known.contains) ?? wanted
    }

    /// The answer of the platform outside to a request to one of its hosts.
    func answerOutside(_ request: WebRequest) -> WebResponse {
        let (question, moment) = (askedOutside(request), now)
        return outside?.ask("answer") { adapter throws(AdapterFailure) in
            try adapter.answer(question, now: moment)
        } ?? Self.noAnswer
    }

    /// What the platform outside answers to a reader that leaves no trace.
    func showOutside(_ request: WebRequest) -> WebResponse {
        guard let outside else { return Self.noAnswer }
        do throws(AdapterFailure) {
            return try outside.adapter.show(askedOutside(request), now: now)
        } catch {
            return Self.noAnswer
        }
    }

    private static let noAnswer = WebResponse.problem(.badGateway, "the platform outside gave no usable answer")

    /// A request as the platform outside knows it: for where its hosts are published.
    private func askedOutside(_ request: WebRequest) -> WebRequest {
        guard let url = WebURL(hosts.addressing.published(request.url.description)) else { return request }
        var request = request
        request.url = url
        return request
    }

    /// What a credential from outside names itself for its being checked: its issuer's DID document and its status list.
    func documentsNamed(in url: String) -> [(name: String, url: String)] {
        guard let path = storagePath(of: url), let bytes = documents[path]?.bytes.value,
            case .success(let opened) = table.analysis(of: bytes).opening
        else { return [] }
        let list = opened.terms.status.lazy.compactMap { try? $0.get() }.first?.listURL
        return [("did.json", opened.issuer.flatMap { DID($0)?.documentURL }), ("status-list.json", list)]
            .compactMap { name, url in url.map { (name, $0) } }
    }

    /// The tenant in whose name a credential was issued, by the issuer's DID; nil where it is that of several.
    package func tenantSlug(ofDID did: String) -> String? {
        let found = tenants.values.filter { $0.did == did }
        return found.count == 1 ? found.first?.slug : nil
    }

    /// Sets or clears a status of a credential that was issued outside.
    func setStatusOutside(of credential: IssuedCredential, purpose: String, isSet: Bool) {
        guard let outside, outside.description.setsStatus, let id = credential.outsideID else { return }
        let change = StatusChange(credential: id, purpose: purpose, isSet: isSet, now: now)
        _ = outside.ask("setStatus") { adapter throws(AdapterFailure) in try adapter.setStatus(change) }
    }

    /// Tells the platform outside what to point to, where it answers for what points.
    func linkOutside(_ link: OutsideLink) {
        guard let outside, outside.description.takesLinks else { return }
        _ = outside.ask("link") { adapter throws(AdapterFailure) in try adapter.link(link) }
    }
}
