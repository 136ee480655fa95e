/// What a server bears of those who ask it.
package struct ServingLimits: Sendable, Hashable {
    /// Bytes of a request's target: path and query.
    package var targetBytes = 4_096
    /// Bytes of all header fields together.
    package var headerBytes = 16_384
    package var headerFields = 100
    package var bodyBytes = 2 << 20
    package var connections = 1_024
    /// Requests that wait for the simulation or are under way in it.
    package var requests = 1_024
    /// How long a request may take to come in, once its head is there, and a connection may say nothing.
    package var secondsToReceive = 30
    /// How long an answer may take.
    package var secondsToAnswer = 30

    package init() {}
}
