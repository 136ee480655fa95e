import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import Networking

/// Says what is wrong with a request that can't even be parsed, and lets go of a client that does not finish one.
///
/// The server answers such a request with 400 and nothing else; this puts a problem in the place of that answer:
/// RFC 9457.
final class RefusalHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ServingLimits
    private var refusal: WebResponse?
    private var deadline: Scheduled<Void>?

    init(limits: ServingLimits) { self.limits = limits }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            let channel = context.channel
            deadline?.cancel()
            deadline = context.eventLoop.scheduleTask(in: .seconds(Int64(limits.secondsToReceive))) {
                channel.close(promise: nil)
            }
        case .end: deadline?.cancel()
        case .body: break
        }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !(error is IOError), !(error is ChannelError) else { return context.fireErrorCaught(error) }
        refusal = refusal ?? Self.problem(of: error)
        // The server answers errors of this kind, and drops the connection for others.
        context.fireErrorCaught((error as? HTTPParserError) ?? HTTPParserError.unknown)
    }

    private static func problem(of error: any Error) -> WebResponse {
        switch error as? HTTPParserError {
        case .headerOverflow:
            .problem(.requestHeaderFieldsTooLarge, "the target or the header fields of the request are too large")
        case .invalidMethod: .problem(.badRequest, "the method is none of HTTP's")
        case .invalidVersion: .problem(.badRequest, "the version of HTTP is none that is spoken here: 1.0 or 1.1")
        default: .problem(.badRequest, "this is no request of HTTP/1.1 (\(error))")
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard let refusal, case .head(let head) = unwrapOutboundIn(data), head.status == .badRequest,
            head.headerFields[.contentLength] == "0"
        else { return context.write(data, promise: promise) }
        self.refusal = nil
        var fields = refusal.headerFields
        fields[.contentLength] = String(refusal.body.count)
        fields[.connection] = "close"
        context.write(
            wrapOutboundOut(.head(HTTPResponse(status: refusal.status, headerFields: fields))), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(bytes: refusal.body))), promise: promise)
    }
}
