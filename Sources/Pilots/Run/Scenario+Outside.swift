package import Platforms

/// Why a pilot can't begin: a platform outside doesn't say what it can do.
package struct OutsideConnectionError: Error, CustomStringConvertible {
    package let platform: String
    package let failure: AdapterFailure

    package var description: String {
        "the platform '\(platform)' outside: \(failure)\n"
            + (failure.sent.isEmpty ? "" : "  sent:     \(failure.sent)\n")
            + (failure.received.isEmpty ? "" : "  received: \(failure.received)\n")
            + "  expected: an answer to 'describe', as 'untp-sim adapter contract' has it"
    }
}

extension Scenario {
    /// The platforms that are asked outside, in the order of the scenario; a folder answers nothing.
    package var outsidePlatforms: [(name: String, adapter: AdapterSpec)] {
        platforms.compactMap { spec in
            guard let adapter = spec.adapter, adapter.kind != "folder" else { return nil }
            return (spec.name, adapter)
        }
    }

    /// The scenario with the platforms that are known by a folder behaving as its documents show; what the scenario
    /// itself says of a platform goes first.
    ///
    /// - Parameter infer: Draws a profile from the folder at a path.
    package func drawingProfiles<Failure>(
        _ infer: (_ folder: String) throws(Failure) -> InferredProfile
    ) throws(Failure) -> Scenario {
        var scenario = self
        for index in platforms.indices {
            guard case .folder(let path)? = platforms[index].adapter else { continue }
            let inferred = try infer(path)
            var profile = inferred.profile
            let own = platforms[index].profile.deviations
            for setting in own { try? profile.set(setting.path, to: setting.value) }
            scenario.platforms[index].profile = profile
            scenario.platforms[index].marks = inferred.marks.map { mark in
                own.contains { $0.path == mark.path }
                    ? KnobMark(
                        mark.path, Knobs[mark.path]?.read(profile) ?? mark.value, .declared,
                        sources: ["the pilot's scenario"]) : mark
            }
        }
        return scenario
    }

    /// Asks platforms outside what they can do, in the order of the scenario.
    ///
    /// - Parameter adapters: By the name of the platform.
    package func connect(
        _ adapters: [String: any Adapter]
    ) throws(OutsideConnectionError) -> [String: OutsidePart] {
        var parts: [String: OutsidePart] = [:]
        for (name, _) in outsidePlatforms {
            guard let adapter = adapters[name] else { continue }
            let hosts = PlatformHosts(slug: name)
            let origins = PlatformHosts.Service.allCases.map { ($0.rawValue, "https://\(hosts.name($0))") }
            let setting = AdapterSetting(
                origins: Dictionary(uniqueKeysWithValues: origins), now: startUnixSeconds)
            do throws(AdapterFailure) {
                parts[name] = try OutsidePart(adapter, in: setting)
            } catch {
                throw OutsideConnectionError(platform: name, failure: error)
            }
        }
        return parts
    }
}
