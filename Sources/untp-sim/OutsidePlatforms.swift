import ArgumentParser
import Bridges
import Pilots
import Platforms

/// The platforms of a pilot that stand outside, as the command line has them asked, recorded or replayed.
struct OutsidePlatforms {
    private let pilot: Scenario
    private let record: String?
    private let replay: String?

    /// - Parameters:
    ///   - record: The folder for recordings.
    ///   - replay: The folder of earlier recordings.
    init(of pilot: Scenario, record: String?, replay: String?) {
        self.pilot = pilot
        self.record = record
        self.replay = replay
    }

    /// Whether asking again gives the same answers for certain.
    var canBeAskedTwice: Bool { pilot.outsidePlatforms.isEmpty || replay != nil }

    /// Does something with the platforms connected, and lets go of them afterwards.
    func connected<Result>(_ work: ([String: OutsidePart]) throws -> Result) throws -> Result {
        if !pilot.outsidePlatforms.isEmpty { OrphanedProcesses.adopt() }
        var adapters: [String: any Adapter] = [:]
        defer { for adapter in adapters.values { adapter.close() } }
        do {
            for (name, spec) in pilot.outsidePlatforms { adapters[name] = try adapter(name, spec) }
            let result = try work(try pilot.connect(adapters))
            try checkReplay(adapters)
            return result
        } catch let error as RecordingError {
            throw TrialSelection.bad("\(error)")
        } catch let error as OutsideConnectionError {
            throw TrialSelection.bad("\(error)")
        }
    }

    private func adapter(_ name: String, _ spec: AdapterSpec) throws -> any Adapter {
        if let replay { return try ReplayingAdapter(platform: name, folder: replay) }
        let adapter = try AdapterFactory.adapter(spec)
        guard let record else { return adapter }
        return try RecordingAdapter(adapter, platform: name, folder: record)
    }

    /// Ends with what differs where a run was no repetition of the recorded one.
    private func checkReplay(_ adapters: [String: any Adapter]) throws {
        for name in adapters.keys.sorted() {
            guard let adapter = adapters[name] as? ReplayingAdapter else { continue }
            if let parting = adapter.parting {
                throw TrialSelection.bad("the run is no repetition of what was recorded of '\(name)': \(parting)")
            }
            if adapter.remaining > 0 {
                throw TrialSelection.bad(
                    "the run is no repetition of what was recorded of '\(name)': "
                        + "\(adapter.remaining) recorded questions were not asked")
            }
        }
    }
}
