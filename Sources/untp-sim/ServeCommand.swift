import ArgumentParser
import Bridges
import Networking
import Pilots
import Records
import Reporting
import SimulationKernel

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve a scenario's virtual platforms on a real port.",
        discussion: """
            The scenario trades for some days up to now; then its platforms answer over HTTP as they do inside: \
            linksets, credentials, DID documents, status lists, and the W3C VC API. The page at / lists them, with \
            links to follow and commands to try. Ctrl-C finishes what is under way and ends.
            """)

    @Argument(help: "The pilot: its file, as Scenarios/pilots/two-platforms.yaml, or its name in the library.")
    var scenario: String

    @Option(help: "The port; 0 for any that is free.")
    var port = 8080

    @Option(help: "The address to listen on; 0.0.0.0 lets other machines in.")
    var host = "127.0.0.1"

    @Option(
        help: """
            Where others find the port, as https://peers.example.org; a proxy passes paths on unchanged \
            (default: http://localhost:<port>).
            """)
    var publicURL: String?

    @Option(help: "For how many days goods are made.")
    var days = 90

    @Option(help: "When they stop being made, as 2026-01-05T12:00:00Z (default: now).")
    var at: String?

    @Option(name: .customLong("set"), help: "A setting, as platforms.openkit.set.securing.typ=JWT; may be repeated.")
    var settings: [String] = []

    @Option(help: "Threads for making credentials.")
    var threads = 2

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port \(port) is not possible; expected 0 to 65535.")
        }
        guard (1...3_650).contains(days) else {
            throw ValidationError("--days \(days) is not possible; expected 1 to 3650.")
        }
        try Self.check(threads: threads)
    }

    func run() async throws {
        let pilot = try load(scenario, overrides: settings)
        guard let port = ListeningPort.free(port) else {
            throw ExitCode.badInput("--port \(port): the port is taken or not allowed; expected another, or 0 for any")
        }
        let origin = try origin(port: port)
        if publicURL == nil, !["127.0.0.1", "::1", "localhost"].contains(host) {
            Terminal.error(
                "Credentials and links will say \(origin), which other machines take for themselves; "
                    + "--public-url http://NAME:\(port) gives the name by which they find this one.")
        }
        let (end, started) = (try CommandTime.at(at), ContinuousClock.now)
        let meter = ProgressMeter(isQuiet: false)
        let world: ServedWorld
        do {
            world = try ServedWorld(
                opening: pilot, at: origin, days: days, endingAt: end, threads: threads,
                progress: { meter.update($0) })
        } catch .simulation(let error) {
            Terminal.error("The simulation can't go on: \(error)")
            throw ExitCode(ExitStatus.defect)
        } catch {
            throw ExitCode.badInput("\(scenario): \(error)")
        }
        meter.finish()
        let thread = SimulationThread(world.simulation, origin: (world.simulation.now, started))
        guard thread.start() else { throw ExitCode.badInput("the system has no thread to give") }
        try await serve(world, on: thread, at: origin, port: port)
        thread.stop()
        if let failure = thread.failure {
            Terminal.error("The simulation could not go on: \(failure)")
            throw ExitCode(ExitStatus.defect)
        }
        Terminal.error("Stopped; what was under way is answered.")
    }

    private func serve(_ world: ServedWorld, on thread: SimulationThread, at origin: WebURL, port: Int) async throws {
        let page = WebResponse(PeersPage.bytes(of: world.peers), as: "text/html; charset=utf-8")
        let index = WebResponse(PeersIndex.bytes(of: world.peers), as: "application/json")
        let base = WebURL(scheme: "http", host: "x", path: origin.path).path
        let root = base.hasSuffix("/") ? base : base + "/"
        let server = PeerServer(
            PublishedPeers(
                origin: origin, addressing: world.addressing, services: world.services,
                pages: [root: page, root + "index.json": index]), on: thread)
        let (peers, url) = (world.peers.peers.count, world.peers.base)
        do {
            try await server.run(host: host, port: port) {
                Terminal.error("Serving \(peers) platforms at \(url)/ - Ctrl-C ends it.")
            }
        } catch {
            throw ExitCode.badInput("--host \(host) --port \(port): can't listen there: \(error)")
        }
    }

    /// Where all is published.
    private func origin(port: Int) throws -> WebURL {
        guard let publicURL else { return WebURL(scheme: "http", host: "localhost", port: port, path: "/") }
        guard let url = WebURL(publicURL), ["http", "https"].contains(url.scheme), url.query == nil, url.fragment == nil
        else {
            throw ExitCode.badInput(
                "--public-url \(publicURL): expected a URL without query or fragment, as https://peers.example.org")
        }
        let isDefault = url.port == (url.scheme == "http" ? 80 : 443)
        return WebURL(scheme: url.scheme, host: url.host, port: isDefault ? nil : url.port, path: url.path)
    }
}
