import HTTPTypes
package import SimulationKernel

/// The network of a simulation: hosts with names, and the channels between clients and them.
///
/// What crosses it is an HTTP exchange. Latency, jitter and bandwidth follow from the sites of both ends; a host has
/// places and a queue, outages and a rate limit; a client has timeouts, retries and redirects.
package actor Network: SimulatedActor {
    package nonisolated let simulation: Simulation
    package nonisolated var unownedExecutor: UnownedSerialExecutor { simulation.unownedExecutor }
    /// Where the hosts are published: requests to those addresses reach them as well.
    package nonisolated let addressing: Addressing
    private let topology: Topology
    private var hosts: [Host] = []
    /// Where a name's host stands among the hosts.
    private var hostOfName: [String: Int] = [:]
    private var partitions: [Partition] = []
    private var channels: [Channel] = []
    /// Where a client's channel to a name stands among the channels.
    private var channelOfEnds: [Ends: Int] = [:]
    /// What happened so far.
    package private(set) var traffic = Traffic()

    /// The way between a client and a host, with the chance that is its own.
    private struct Channel {
        let client: NetworkClient
        let host: Int
        let route: Route
        /// The most that chance adds to the latency, in nanoseconds.
        let jitter: Int
        var stream: RandomStream
    }

    private struct Ends: Hashable {
        let client: NetworkClient
        let host: String

        func hash(into hasher: inout Hasher) {
            hasher.combine(client.name)
            hasher.combine(host)
        }
    }

    /// Countries that can't reach each other for a while.
    private struct Partition {
        let countries: Set<String>
        let during: Range<VirtualInstant>
    }

    /// Counts of a run's exchanges.
    package struct Traffic: Sendable, Hashable {
        /// Attempts, redirects followed included.
        package var exchanges = 0
        package var retries = 0
        /// Attempts that brought no answer or one that asks to come again.
        package var failures = 0
        package var bytes = 0
    }

    package init(simulation: Simulation, topology: Topology, addressing: Addressing = .ownNames) {
        self.simulation = simulation
        self.addressing = addressing
        self.topology = topology
    }

    /// Makes a service answer under a host name; a name that is taken changes hands.
    package func register(
        _ name: String, at site: Site, conditions: HostConditions = HostConditions(), service: any WebService
    ) {
        let host = Host(
            site: site, service: service, conditions: conditions,
            chance: simulation.stream("network/\(name)", "service"))
        if let position = hostOfName[name] {
            hosts[position] = host
        } else {
            hostOfName[name] = hosts.count
            hosts.append(host)
        }
    }

    /// How much each host had to do so far, by its name.
    package var loads: [String: HostLoad] { hostOfName.mapValues { hosts[$0].load } }

    /// The channel of a client to a host; nil where no host has the name.
    private func channel(from client: NetworkClient, to name: String) -> Int? {
        if let known = channelOfEnds[Ends(client: client, host: name)] { return known }
        guard let host = hostOfName[name] else { return nil }
        channelOfEnds[Ends(client: client, host: name)] = channels.count
        let route = topology.route(from: client.site, to: hosts[host].site)
        channels.append(
            Channel(
                client: client, host: host, route: route, jitter: Int(route.jitter.wholeNanoseconds),
                stream: simulation.stream("network/\(client.name)/\(name)", "transit")))
        return channels.count - 1
    }

    /// Takes all hosts off the network, and with them what it holds of their services.
    package func close() {
        hosts = []
        hostOfName = [:]
        channels = []
        channelOfEnds = [:]
    }

    /// Cuts countries off from all others for a while.
    package func partition(_ countries: Set<String>, during: Range<VirtualInstant>) {
        partitions.append(Partition(countries: countries, during: during))
    }

    // MARK: Exchanges

    // What is on the way of each exchange becomes part of `send`: each call of an asynchronous function asks before and
    // after on which executor its task goes on, and a run of the flagship has a million exchanges.

    /// Sends a request and waits for the answer, with retries and redirects as the policy has them.
    package func send(
        _ request: WebRequest, from client: NetworkClient, policy: ClientPolicy
    ) async -> Result<Delivery, NetworkFailure> {
        var request = request
        var redirects = 0
        var attempts = 0
        while true {
            switch await attempt(request, from: client, policy: policy, attempts: &attempts) {
            case .failure(let failure): return .failure(failure)
            case .success(let response):
                guard response.status.kind == .redirection,
                    let location = response.headerFields.first(where: { $0.name == .location })?.value
                else {
                    return .success(
                        Delivery(response: response, url: request.url, redirects: redirects, attempts: attempts))
                }
                guard policy.maximumRedirects > 0 else { return .failure(.redirectRefused(to: location)) }
                redirects += 1
                guard redirects <= policy.maximumRedirects else {
                    return .failure(.tooManyRedirects(limit: policy.maximumRedirects))
                }
                guard let next = request.url.resolving(location) else { return .failure(.invalidURL(location)) }
                request.url = next
            }
        }
    }

    /// One hop, tried as often as the policy allows.
    @inline(__always)
    private func attempt(
        _ request: WebRequest, from client: NetworkClient, policy: ClientPolicy, attempts: inout Int
    ) async -> Result<WebResponse, NetworkFailure> {
        var pause = policy.backoff
        for number in 1...policy.attempts {
            attempts += 1
            let result = await exchange(request, from: client, policy: policy)
            traffic.exchanges += 1
            observe(request, from: client, result)
            guard case .failure(let failure) = result else { return result }
            traffic.failures += 1
            guard failure.mayPass, number < policy.attempts else { return result }
            traffic.retries += 1
            let extra =
                addressing.located(request.url).flatMap { channel(from: client, to: $0.host) }.map {
                    channels[$0].stream.below(Int(pause.wholeNanoseconds / 2) + 1)
                } ?? 0
            await simulation.sleep(for: pause + .nanoseconds(Int64(extra)))
            pause = pause * 2
        }
        return .failure(.timedOut(request.url.host))
    }

    /// One exchange: there, through the host's queue, and back, unless the client's patience ends before.
    @inline(__always)
    private func exchange(
        _ request: WebRequest, from client: NetworkClient, policy: ClientPolicy
    ) async -> Result<WebResponse, NetworkFailure> {
        guard let target = addressing.located(request.url) else {
            await simulation.sleep(for: .milliseconds(20))
            return .success(.problem(.notFound, "nothing is published at \(request.url)"))
        }
        var request = request
        request.url = target
        let name = target.host
        let deadline = simulation.now.advanced(by: policy.timeout)
        guard let channel = channel(from: client, to: name) else {
            await simulation.sleep(for: .milliseconds(20))
            return .failure(.unknownHost(name))
        }
        guard let outward = transit(request.body.count + Self.headBytes, over: channel) else {
            await simulation.sleep(until: deadline)
            return .failure(.timedOut(name))
        }
        guard !isDown(channels[channel].host, at: simulation.now.advanced(by: outward)) else {
            await simulation.sleep(for: outward + outward)
            return .failure(.connectionRefused(name))
        }
        let arrived =
            request.method == .get || request.method == .head
            ? await fetch(request, over: channel, outward: outward, before: deadline)
            : await post(request, over: channel, outward: outward, before: deadline)
        guard let response = arrived else {
            await simulation.sleep(until: deadline)
            return .failure(.timedOut(name))
        }
        traffic.bytes += response.body.count
        if response.status == .tooManyRequests { return .failure(.rateLimited(name)) }
        if response.status == .serviceUnavailable { return .failure(.overloaded(name)) }
        guard response.body.count <= policy.maximumBodyBytes else {
            return .failure(.bodyTooLarge(limit: policy.maximumBodyBytes))
        }
        return .success(response)
    }

    /// An exchange whose answer takes the host no longer than its place in the queue says: client and host go along in
    /// one flow, until the client's patience ends. Nil where no answer comes before the deadline.
    @inline(__always)
    private func fetch(
        _ request: WebRequest, over channel: Int, outward: Duration, before deadline: VirtualInstant
    ) async -> WebResponse? {
        let host = channels[channel].host
        guard simulation.now.advanced(by: outward) < deadline else {
            simulation.start("a request that nobody waits for") { _ in
                await self.simulation.sleep(for: outward)
                _ = await self.served(request, over: channel)
            }
            return nil
        }
        await simulation.sleep(for: outward)
        let response: WebResponse
        switch hosts[host].admit(at: simulation.now) {
        case .admitted(let end) where end < deadline:
            await simulation.sleep(until: end)
            response = await answered(request, over: channel)
        case .admitted(let end):
            simulation.start("an answer that nobody waits for") { _ in
                await self.simulation.sleep(until: end)
                _ = await self.answered(request, over: channel)
            }
            return nil
        case .rateLimited(let wait): response = Self.refusal(retryAfter: wait)
        case .queueFull: response = Self.refusal
        }
        guard let back = transit(response.body.count + Self.headBytes, over: channel),
            simulation.now.advanced(by: back) < deadline
        else { return nil }
        await simulation.sleep(for: back)
        return response
    }

    /// An exchange for which the host may take its own time.
    private func post(
        _ request: WebRequest, over channel: Int, outward: Duration, before deadline: VirtualInstant
    ) async -> WebResponse? {
        let answer = Completion<WebResponse?>()
        simulation.start("an exchange") { _ in
            await self.simulation.sleep(for: outward)
            let response = await self.served(request, over: channel)
            let back = await self.transit(response.body.count + Self.headBytes, over: channel)
            if let back { await self.simulation.sleep(for: back) }
            self.simulation.complete(answer, with: back == nil ? nil : response)
        }
        return await simulation.value(of: answer, before: deadline).flatMap(\.self)
    }

    /// The host's side: admission, its place in the queue, the answer.
    private func served(_ request: WebRequest, over channel: Int) async -> WebResponse {
        switch hosts[channels[channel].host].admit(at: simulation.now) {
        case .admitted(let end):
            await simulation.sleep(until: end)
            return await answered(request, over: channel)
        case .rateLimited(let wait): return Self.refusal(retryAfter: wait)
        case .queueFull: return Self.refusal
        }
    }

    /// The service's answer, once the request had its place.
    @inline(__always)
    private func answered(_ request: WebRequest, over channel: Int) async -> WebResponse {
        let host = channels[channel].host
        hosts[host].release(at: simulation.now)
        let (service, client) = (hosts[host].service, channels[channel].client.name)
        return await service.respond(to: request, from: client)
    }

    /// What a host would answer at this instant to a reader for whom time stands still; neither counted nor observed.
    func read(_ request: WebRequest, from site: Site) -> WebResponse {
        if let refusal = request.refusalUnlessReading { return refusal }
        guard let target = addressing.located(request.url), let position = hostOfName[target.host] else {
            return .problem(.notFound, "nothing is published at \(request.url)")
        }
        let host = hosts[position]
        guard !isDown(position, at: simulation.now), !isPartitioned(site.country, host.site.country) else {
            return .problem(.serviceUnavailable, "\(target.host) can't be reached at this time")
        }
        guard let service = host.service as? any ReadableService else {
            return .problem(.notFound, "\(target.host) publishes nothing")
        }
        var request = request
        request.url = target
        return service.read(request)
    }

    private static let refusal = WebResponse.problem(.serviceUnavailable, "the queue is full")

    private static func refusal(retryAfter wait: Duration) -> WebResponse {
        var refusal = WebResponse.problem(.tooManyRequests, "too many requests")
        refusal.headerFields[.retryAfter] = String(wait.components.seconds + 1)
        return refusal
    }

    /// About what the head of a message takes, in bytes.
    private static let headBytes = 400

    /// How long a message is under way, or nil if it gets lost.
    private func transit(_ bytes: Int, over position: Int) -> Duration? {
        let route = channels[position].route
        let jitter = channels[position].stream.below(channels[position].jitter + 1)
        let isLost = route.lossPerMillion > 0 && channels[position].stream.chance(route.lossPerMillion, in: 1_000_000)
        let host = channels[position].host
        guard !isLost, !isPartitioned(channels[position].client.site.country, hosts[host].site.country) else {
            return nil
        }
        let transfer = Int64(bytes) * 1_000_000_000 / Int64(route.bytesPerSecond)
        return route.latency + .nanoseconds(Int64(jitter) + transfer)
    }

    /// Whether a host is out of order at an instant.
    private func isDown(_ host: Int, at instant: VirtualInstant) -> Bool {
        hosts[host].conditions.outages.indices.contains { hosts[host].conditions.outages[$0].contains(instant) }
    }

    private func isPartitioned(_ one: @autoclosure () -> String, _ other: @autoclosure () -> String) -> Bool {
        let now = simulation.now
        return partitions.indices.contains { index in
            partitions[index].during.contains(now)
                && partitions[index].countries.contains(one()) != partitions[index].countries.contains(other())
        }
    }

    private func observe(
        _ request: WebRequest, from client: NetworkClient, _ result: Result<WebResponse, NetworkFailure>
    ) {
        simulation.observe(.exchanges) { writer in
            writer.add(client.name)
            writer.add(request.method.rawValue)
            writer.add(request.url.description)
            switch result {
            case .success(let response):
                writer.add(response.status.code)
                writer.add(response.body.count)
            case .failure(let failure): writer.add(failure.label)
            }
        }
    }
}
