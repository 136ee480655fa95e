package import Networking
import Platforms
import UNTP

// What a pilot says of platforms that are vendors' own.
extension ScenarioLoader {
    /// Where a platform is that is a vendor's own.
    mutating func adapter(of platform: ScenarioNode) -> AdapterSpec? {
        guard let node = platform["adapter"] else {
            if platform["profile"] == nil {
                report(platform, "the platform has no profile", expected: "'profile', or 'adapter' for a vendor's own")
            }
            return nil
        }
        var specs: [AdapterSpec] = []
        if let command = node["command"] {
            let arguments = command.elements.compactMap(\.text)
            if arguments.isEmpty {
                report(command, "the command is empty", expected: "a program and its arguments, each on its own")
            }
            specs.append(.command(arguments))
        }
        if let base = node["http"] { specs.append(service(at: base, node["config"])) }
        if let folder = node["folder"]?.text { specs.append(.folder(beside(node, folder))) }
        guard specs.count == 1 else {
            report(node, "the adapter says \(specs.count) places", expected: "one of command, http and folder")
            return nil
        }
        if let configuration = node["config"], specs[0].kind != "http" {
            report(
                configuration, "only a service has a file that says how it is spoken to", expected: "'http' beside it")
        }
        return specs[0]
    }

    private mutating func service(at base: ScenarioNode, _ configuration: ScenarioNode?) -> AdapterSpec {
        if !Self.isWebURL(base.text) {
            report(
                base, "'\(base.text ?? "")' is no base URL of a service",
                expected: "http or https without query, as http://127.0.0.1:8080")
        }
        return .http(
            base: base.text ?? "",
            configuration: configuration.flatMap { node in node.text.map { beside(node, $0) } })
    }

    /// Where all that is virtual is published while a service takes part.
    mutating func origin(_ pilot: ScenarioNode) -> WebURL {
        guard let node = pilot["publishedAt"] else { return Scenario.usualOrigin }
        guard Self.isWebURL(node.text), let url = node.text.flatMap({ WebURL($0) }), url.path == "/" else {
            report(
                node, "'\(node.text ?? "")' is no place to publish at",
                expected: "scheme, host and port, as \(Scenario.usualOrigin)")
            return Scenario.usualOrigin
        }
        return url
    }

    private static func isWebURL(_ text: String?) -> Bool {
        guard let url = text.flatMap({ WebURL($0) }) else { return false }
        return ["http", "https"].contains(url.scheme) && url.query == nil && url.fragment == nil
    }

    /// Checks what can't be where services take part.
    mutating func checkServices(_ pilot: ScenarioNode, _ platforms: [PlatformSpec]) {
        let services = Set(platforms.filter { $0.adapter?.kind == "http" }.map(\.name))
        guard !services.isEmpty else { return }
        for node in (pilot["parties"]?.elements ?? []) + (pilot["certifiers"]?.elements ?? []) {
            // Where all is published on one port, its DID document would stand in the place of the service.
            if let name = node["name"], PlatformHosts.servicePaths.contains(Slug.make(name.text ?? "")) {
                report(
                    name, "'\(name.text ?? "")' is the name of a service, and a service over HTTP takes part",
                    expected: "another name than \(PlatformHosts.servicePaths.joined(separator: ", "))")
            }
            if let share = node["alteredShare"], share.number != 0, services.contains(node["platform"]?.text ?? "") {
                report(
                    share, "what a service serves itself can't be changed after signing",
                    expected: "no alteredShare, or a party on another platform")
            }
        }
    }
}

extension Scenario {
    /// Where all that is virtual is published while a service takes part, unless the scenario says otherwise. The port
    /// is a fixed one, as it stands in what is signed and so in the run's digest.
    package static let usualOrigin = WebURL(scheme: "http", host: "127.0.0.1", port: 8790, path: "/")
}
