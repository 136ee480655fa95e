import HTTPTypes
import Hummingbird
import NIOCore
import Networking

/// Answers requests from outside: pages by their path, all else by the service that is published there.
struct PeerResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let peers: PublishedPeers
    let thread: SimulationThread
    let limits: ServingLimits

    func respond(to request: Request, context: Context) async throws -> Response {
        var response = try await answer(request)
        response.headerFields[.xContentTypeOptions] = "nosniff"
        guard request.method == .head else { return Self.response(response) }
        // The length is that of the body which stays away: RFC 9110, section 9.3.2.
        response.headerFields[.contentLength] = String(response.body.count)
        response.body = []
        return Self.response(response)
    }

    private func answer(_ request: Request) async throws -> WebResponse {
        let target: RequestTarget
        do throws(RequestTarget.Refusal) {
            target = try RequestTarget(request.head.path ?? "", limitBytes: limits.targetBytes)
        } catch {
            return error.response
        }
        let url = peers.located(target)
        var asked = WebRequest(
            method: request.method, url: url ?? peers.origin, headerFields: request.headers)
        if let page = peers.pages[target.path] { return asked.refusalUnlessReading ?? page }
        guard let url, let service = peers.services[url.host] else {
            return .problem(.notFound, "nothing is published at \(target.path); \(peers.base)/ lists what is")
        }
        if request.method == .post {
            do {
                asked.body = Array(buffer: try await request.body.collect(upTo: limits.bodyBytes))
            } catch is NIOTooManyBytesError {
                return .problem(.contentTooLarge, "a body has at most \(limits.bodyBytes) bytes")
            }
        }
        return await thread.answer(asked, by: service)
    }

    private static func response(_ response: WebResponse) -> Response {
        Response(
            status: response.status, headers: response.headerFields,
            body: response.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
    }
}
