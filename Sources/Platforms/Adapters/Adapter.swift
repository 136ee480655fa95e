package import Networking

/// A platform that stands outside of the simulator: a vendor's own, behind a folder, a command or HTTP.
///
/// Each call blocks its thread until the outside has answered or a limit is reached, so virtual time stands still
/// meanwhile. A simulation calls from its one thread only.
package protocol Adapter: Sendable {
    /// What the platform says of itself, and what it can do. Asked first, and once.
    func describe(_ setting: AdapterSetting) throws(AdapterFailure) -> AdapterDescription

    /// Takes on a party in whose name the platform will issue, and gives its DID.
    func enrol(_ party: OutsideParty) throws(AdapterFailure) -> String

    /// Secures a credential: W3C VC API, section 3.2.1.
    func issue(_ order: IssueOrder) throws(AdapterFailure) -> OutsideDocument

    /// Answers a request to one of the platform's hosts: its resolver, storage, status lists or DID documents.
    func answer(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse

    /// Verifies a credential: W3C VC API, section 3.3.1.
    func verify(_ question: VerifyQuestion) throws(AdapterFailure) -> OutsideVerdict

    /// Sets or clears a status of a credential that the platform issued: W3C VC API, section 3.2.2.
    func setStatus(_ change: StatusChange) throws(AdapterFailure)

    /// Tells the platform of something that it ought to point to: from a party's DID, or from a product's identifier.
    func link(_ link: OutsideLink) throws(AdapterFailure)

    /// Answers a request as `answer` does, for a reader that leaves no trace: nothing of it is recorded or counted.
    func show(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse

    /// Lets the platform read what others publish while it is asked something. Said once, before anything is issued.
    func read(_ network: PublishedNetwork)

    /// Lets go of what stands behind the adapter; nothing is asked afterwards.
    func close()
}

extension Adapter {
    package func link(_ link: OutsideLink) throws(AdapterFailure) {
        throw AdapterFailure(.notSupported("links"), method: "link")
    }

    package func show(_ request: WebRequest, now: Int64) throws(AdapterFailure) -> WebResponse {
        try answer(request, now: now)
    }

    /// Who is given all that it needs with a question reads nothing else.
    package func read(_ network: PublishedNetwork) {}
}
