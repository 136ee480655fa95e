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
    /// The platforms that stand outside, in the order of the scenario.
    package var outsidePlatforms: [(name: String, adapter: AdapterSpec)] {
        platforms.compactMap { spec in spec.adapter.map { (spec.name, $0) } }
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
