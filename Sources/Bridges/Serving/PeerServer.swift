import Hummingbird
import Logging
import NIOCore

/// Serves virtual platforms on a real port.
package struct PeerServer: Sendable {
    private let peers: PublishedPeers
    private let thread: SimulationThread
    private let limits: ServingLimits

    /// - Parameter thread: The thread of the simulation to which the services belong; it must have been started.
    package init(_ peers: PublishedPeers, on thread: SimulationThread, limits: ServingLimits = ServingLimits()) {
        self.peers = peers
        self.thread = thread
        self.limits = limits
    }

    /// Serves until the process is told to stop by SIGINT or SIGTERM, and then finishes what is under way; until the
    /// calling task is cancelled where signals are left to others.
    ///
    /// - Parameter onReady: Called once connections are accepted.
    /// - Throws: Where the port can't be had.
    package func run(
        host: String, port: Int, heedsSignals: Bool = true, onReady: @escaping @Sendable () async -> Void = {}
    ) async throws {
        var logger = Logger(label: "untp-sim")
        logger.logLevel = .critical
        let limits = limits
        let application = Application(
            responder: PeerResponder(peers: peers, thread: thread, limits: limits),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [RefusalHandler(limits: limits)],
                    idleTimeout: .seconds(Int64(limits.secondsToReceive)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
                        maxHeaderFieldCount: limits.headerFields))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: "untp-sim", backlog: limits.connections,
                availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
            onServerRunning: { _ in await onReady() },
            logger: logger)
        if heedsSignals { try await application.runService() } else { try await application.run() }
    }
}
