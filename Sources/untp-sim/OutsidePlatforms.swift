import ArgumentParser
import Bridges
import Networking
import Pilots
import Platforms

/// The platforms of a pilot that stand outside, as the command line has them asked, recorded or replayed.
struct OutsidePlatforms {
    private let pilot: Scenario
    private let record: String?
    private let replay: String?
    private let contacts: OutsideContacts

    /// - Parameters:
    ///   - record: The folder for recordings.
    ///   - replay: The folder of earlier recordings.
    ///   - contacts: What may be contacted beyond this machine, and from where.
    init(of pilot: Scenario, record: String?, replay: String?, contacts: OutsideContacts) {
        self.pilot = pilot
        self.record = record
        self.replay = replay
        self.contacts = contacts
    }

    /// Whether asking again gives the same answers for certain.
    var canBeAskedTwice: Bool { pilot.outsidePlatforms.isEmpty || replay != nil }

    /// Does something with the platforms connected, and lets go of them afterwards.
    func connected<Result>(_ work: ([String: OutsidePart]) throws -> Result) throws -> Result {
        if !pilot.outsidePlatforms.isEmpty { OrphanedProcesses.adopt() }
        var adapters: [String: any Adapter] = [:]
        var server: DocumentServer?
        defer {
            for adapter in adapters.values { adapter.close() }
            server?.stop()
        }
        do {
            let room = pilot.isOnOnePort && replay == nil ? ReadingRoom(origin: pilot.publishedAt) : nil
            server = try room.map { try published(in: $0) }
            for (name, spec) in pilot.outsidePlatforms { adapters[name] = try adapter(name, spec, room) }
            let result = try work(try pilot.connect(adapters))
            try checkReplay(adapters)
            return result
        } catch let error as RecordingError {
            throw ExitCode.badInput("\(error)")
        } catch let error as OutsideConnectionError {
            throw ExitCode.badInput("\(error)")
        }
    }

    /// Serves what the others publish, where the pilot says.
    private func published(in room: ReadingRoom) throws -> DocumentServer {
        do {
            return try DocumentServer(
                address: contacts.listen, port: room.origin.port ?? (room.origin.scheme == "https" ? 443 : 80),
                reading: room)
        } catch {
            throw ExitCode.badInput(
                "publishedAt \(room.origin): \(error), as --set publishedAt=http://127.0.0.1:8791")
        }
    }

    private func adapter(_ name: String, _ spec: AdapterSpec, _ room: ReadingRoom?) throws -> any Adapter {
        if let replay { return try ReplayingAdapter(platform: name, folder: replay) }
        let adapter = try AdapterFactory.adapter(spec, hosts: contacts.hosts, room: room)
        guard let record else { return adapter }
        return try RecordingAdapter(adapter, platform: name, folder: record)
    }

    /// Ends with what differs where a run was no repetition of the recorded one.
    private func checkReplay(_ adapters: [String: any Adapter]) throws {
        for name in adapters.keys.sorted() {
            guard let adapter = adapters[name] as? ReplayingAdapter else { continue }
            if let parting = adapter.parting {
                throw ExitCode.badInput("the run is no repetition of what was recorded of '\(name)': \(parting)")
            }
            if adapter.remaining > 0 {
                throw ExitCode.badInput(
                    "the run is no repetition of what was recorded of '\(name)': "
                        + "\(adapter.remaining) recorded questions were not asked")
            }
        }
    }
}

/// What of other machines a run may have to do with; nothing unless it is said.
struct OutsideContacts: ParsableArguments {
    @Option(
        name: .customLong("allow-host"),
        help: "A host that may be contacted although it is not this machine; may be repeated.")
    var hosts: [String] = []

    @Option(
        help: "The address on which a service finds what others publish; 0.0.0.0 lets other machines in.")
    var listen = "127.0.0.1"
}
