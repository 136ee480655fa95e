import Platforms
import SimulationKernel
import UNTP

extension Party {
    /// Makes a credential findable under what it is about: at once, or when the party gets a connection again.
    ///
    /// - Parameter isLast: Whether it is the last that the party has to say of it for now.
    func publish(
        _ credential: IssuedCredential, of outputs: [Output], after delay: Duration? = nil, isLast: Bool = false
    ) async {
        guard let wait = delay ?? timeToConnect() else {
            for output in outputs { await platform.link(output.identifier, to: credential, isLast: isLast) }
            return
        }
        simulation.start("publishing by \(spec.name)") { [simulation, platform] _ in
            await simulation.sleep(for: wait)
            for output in outputs { await platform.link(output.identifier, to: credential, isLast: isLast) }
        }
    }

    /// How long it is until all that speaks of goods made now can be found; nil where that is at once.
    func timeToPublish() -> Duration? {
        [platform.behaviour.events.publishing == .inOrder ? nil : Self.lateness, timeToConnect()].compactMap(\.self)
            .max()
    }

    /// How late events are published by platforms that publish them in no order.
    private static let lateness = Duration.days(14)

    /// How long it is until the party has a connection, over which what it recorded gets out and what it asks is answered;
    /// nil where it has one.
    func timeToConnect() -> Duration? {
        let passed = Double(simulation.nowUnixSeconds - world.scenario.startUnixSeconds) / 3600
        if let hours = spec.syncHours { return .hours(hours - passed.truncatingRemainder(dividingBy: hours)) }
        guard let wait = connection?.wait(at: passed), wait > 0 else { return nil }
        return .hours(wait)
    }

    /// The event that ties the batch to its inputs, or to its extraction where it takes none; twice where the platform resends.
    func publishEvents(_ outputs: [Output], inputs: [Batch.Input]) async -> [IssuedCredential] {
        let kind: EventFacts.Kind =
            if inputs.isEmpty {
                stage.beginsMidway ? .observation(outputs.map(\.facts)) : .object(outputs.map(\.facts))
            } else {
                .transformation(
                    inputs: inputs.map { input in
                        QuantityFacts(
                            product: input.batch.identifier, name: input.batch.product.name, quantity: input.quantity,
                            unit: input.batch.product.unit)
                    }, outputs: outputs.map(\.facts))
            }
        let event = EventFacts(
            id: platform.hosts.url(.storage, "/events/\(spec.slug)/\(batches)"), kind: kind,
            time: simulation.nowUnixSeconds, process: stage.process, location: facility.entity.id)
        var credentials: [IssuedCredential] = []
        let times = platform.behaviour.events.sending == .resent ? 2 : 1
        for time in 1...times {
            guard let credential = await platform.issue(.events([event]), for: spec.issuerSlug) else { continue }
            credentials.append(credential)
            if platform.behaviour.events.publishing == .inOrder {
                await publish(credential, of: outputs, isLast: time == times && facility.record == nil)
            } else {
                await publish(credential, of: outputs, after: Self.lateness, isLast: time == times)
            }
        }
        return credentials
    }
}
