import Bridges
import Foundation
import Networking
import Pilots
import Platforms
import Records
import Reporting
import Testing

/// A small pilot in which the Python service takes part: it hosts a mine and a smelter, and a certifier; each mine sells
/// to each smelter, so that everybody reads everybody.
struct ServicePilot {
    let service: PythonService
    let record: RunRecord

    /// - Parameters:
    ///   - faults: What the service gets wrong.
    ///   - arguments: What else the service is told.
    ///   - seconds: The longest that it may take to answer.
    ///   - change: What else is different in the pilot.
    ///   - afterwards: Called with the service once so many consignments are judged.
    init(
        faults: [String] = [], arguments: [String] = [], seconds: Double = 10,
        change: (inout Scenario) -> Void = { _ in }, after judged: Int = .max,
        _ afterwards: @escaping @Sendable (PythonService) -> Void = { _ in }
    ) throws {
        let service = try PythonService("service.py", faults.flatMap { ["--fault", $0] } + arguments)
        self.service = service
        let base = try #require(WebURL(service.base))
        var scenario = try Self.scenario(at: service.base)
        change(&scenario)
        var configuration = try HTTPConfiguration(
            reading: PythonService.file("service.json"), file: "service.json", environment: [:])
        configuration.limits.seconds = seconds
        let room = ReadingRoom(origin: scenario.publishedAt)
        let server = try DocumentServer(port: scenario.publishedAt.port ?? 0, reading: room)
        defer { server.stop() }
        let adapter = HTTPAdapter(
            base: base, configuration: configuration, hosts: try ContactableHosts(base: base), room: room)
        defer { adapter.close() }
        var options = PilotRun.Options()
        options.outside = try scenario.connect(["sender": adapter])
        let ending = Ending(service: service, judged: judged, work: afterwards)
        record = try PilotRun(scenario, options: options).run { ending.reached($0.judged) }
    }

    /// The service's own account.
    var outside: OutsideRecord? { record.platforms.first { $0.name == "sender" }?.outside }

    /// What was found in what a platform issued, by code.
    func findings(in issuer: String, by verifier: String? = nil) -> Set<String> {
        Set(record.findings.filter { $0.issuer == issuer && $0.verifier == verifier ?? $0.verifier }.map(\.code))
    }

    static func scenario(at base: String) throws -> Scenario {
        let path = PythonService.root.appending(path: "Scenarios/pilots/two-platforms.yaml").path
        var scenario = try Scenario.load(path: path)
        scenario.days = 20
        scenario.platforms[0].adapter = .http(base: base, configuration: nil)
        let port = try #require(ListeningPort.free(0))
        scenario.publishedAt = WebURL(scheme: "http", host: "127.0.0.1", port: port, path: "/")
        let (mine, smelter) = (scenario.parties[0], scenario.parties[1])
        scenario.parties += [mine.moved(to: "receiver", as: "Pit"), smelter.moved(to: "sender", as: "Furnace")]
        for index in [0, 2] { scenario.parties[index].customers = [smelter.name, "Furnace"] }
        return scenario
    }
}

extension PartySpec {
    fileprivate func moved(to platform: String, as name: String) -> PartySpec {
        var party = self
        (party.name, party.slug, party.platform) = (name, name.lowercased(), platform)
        return party
    }
}

/// Something that is done to a service in the middle of a run.
private struct Ending: Sendable {
    // The service is touched by the thread of the run only.
    nonisolated(unsafe) let service: PythonService
    let judged: Int
    let work: @Sendable (PythonService) -> Void

    func reached(_ count: Int) { if count == judged { work(service) } }
}
