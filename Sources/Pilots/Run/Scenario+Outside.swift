import Networking
package import Platforms
import UNTP

/// Why a pilot can't begin: a platform outside doesn't say what it can do.
package struct OutsideConnectionError: Error, CustomStringConvertible {
    package let platform: String
    package let failure: AdapterFailure
    /// What would do, in words.
    let expected: String

    package var description: String {
        "the platform '\(platform)' outside: \(failure)\n"
            + (failure.sent.isEmpty ? "" : "  sent:     \(failure.sent)\n")
            + (failure.received.isEmpty ? "" : "  received: \(failure.received)\n")
            + "  expected: \(expected)"
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
        for (name, spec) in outsidePlatforms {
            guard let adapter = adapters[name] else { continue }
            do throws(AdapterFailure) {
                let hosts = PlatformHosts(slug: name, addressing: addressing(parts))
                let origins = PlatformHosts.Service.allCases.map { ($0.rawValue, hosts.url($0)) }
                let part = try OutsidePart(
                    adapter,
                    in: AdapterSetting(origins: Dictionary(uniqueKeysWithValues: origins), now: startUnixSeconds))
                try check(part.description, besides: parts)
                parts[name] = part
            } catch {
                let expected =
                    spec.kind == "http"
                    ? "a service that speaks the W3C VC API, as 'untp-sim try http' has it"
                    : "an answer to 'describe', as 'untp-sim adapter contract' has it"
                throw OutsideConnectionError(platform: name, failure: error, expected: expected)
            }
        }
        return parts
    }

    /// Checks what a platform outside says of itself against the world that it is to be part of.
    private func check(
        _ description: AdapterDescription, besides others: [String: OutsidePart]
    ) throws(AdapterFailure) {
        guard description.issues == nil || description.enrolsParties || description.issuer != nil else {
            throw AdapterFailure(
                .malformed(
                    "it issues, and nothing says with which DID: of a service, its /.well-known/did.json, or 'issuer' "
                        + "or 'parties' of its configuration"), method: "describe")
        }
        let addressing = addressing(others)
        let hosts = World.paths(of: self, others: sharedHosts)
        for origin in description.origins {
            guard let url = WebURL(origin) else { continue }
            guard !addressing.isTaken(url), url.port != nil || hosts[url.host] == nil else {
                throw AdapterFailure(
                    .malformed("it says that it answers under \(origin), where others do already"), method: "describe")
            }
        }
    }

    // MARK: Where all is published

    /// Whether all that is virtual is published on one port, as a service takes part that has to reach it.
    package var isOnOnePort: Bool { platforms.contains { $0.adapter?.kind == "http" } }

    /// Where the hosts of the world are published.
    ///
    /// - Parameter outside: The platforms outside, by their names, which have origins of their own.
    func addressing(_ outside: [String: OutsidePart]) -> Addressing {
        var addressing =
            isOnOnePort
            ? Addressing(origin: publishedAt, paths: World.paths(of: self, others: sharedHosts)) : .ownNames
        for spec in platforms {
            for (position, origin) in (outside[spec.name]?.description.origins ?? []).enumerated() {
                guard let url = WebURL(origin) else { continue }
                addressing.place(PlatformHosts(slug: spec.name).outsideName(position), at: url)
            }
        }
        return addressing
    }

    /// The hosts that are nobody's platform.
    private var sharedHosts: [String] {
        [RootResolver.host] + ContextHost(extensions: ExtensionLibrary(extensions)).names
    }
}
