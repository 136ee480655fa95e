import HTTPTypes
package import Networking
package import SimulationKernel

/// The hosts of a platform outside, on the simulated network.
package actor AdapterHost: SimulatedActor, WebService {
    package nonisolated let simulation: Simulation
    private let adapter: any Adapter
    /// What went wrong so far, in order.
    package private(set) var failures: [AdapterFailure] = []

    package init(simulation: Simulation, adapter: any Adapter) {
        self.simulation = simulation
        self.adapter = adapter
    }

    /// What the outside answers; 502 where it answers nothing usable.
    package func respond(to request: WebRequest, from client: String) async -> WebResponse {
        do throws(AdapterFailure) {
            return try adapter.answer(request, now: simulation.nowUnixSeconds)
        } catch {
            if case .notSupported(let what) = error.reason { return .problem(.notFound, what) }
            failures.append(error)
            return .problem(.badGateway, error.description)
        }
    }
}
