import FoundationEssentials
import Networking
import Platforms
import UNTP

extension ScenarioLoader {
    mutating func network(_ pilot: ScenarioNode, platforms: [PlatformSpec]) -> NetworkSpec {
        let node = pilot["network"]
        var spec = NetworkSpec()
        spec.lossPerMillion = node?["lossPerMillion"]?.integer ?? 0
        spec.contextRequestsPerHour = node?["contextRequestsPerHour"]?.integer
        spec.contextSeconds = node?["contextSeconds"]?.number
        for outage in node?["outages"]?.elements ?? [] {
            let name = outage["platform"]?.text ?? ""
            let registers = ScenarioLibrary.names(in: "countries", root: root).map { "register-" + $0.lowercased() }
            let known = platforms.map(\.name) + registers
            if let reference = outage["platform"], !platforms.isEmpty, !known.contains(name) {
                report(
                    reference, "there is no platform '\(name)'",
                    expected: "a platform of the pilot, or a register as register-cl", among: known)
            }
            guard let service = outage["service"]?.text.flatMap(PlatformHosts.Service.init) else { continue }
            spec.outages.append(
                .init(
                    platform: name, service: service, day: outage["day"]?.number ?? 0,
                    hours: outage["hours"]?.number ?? 1, everyDays: outage["everyDays"]?.number))
        }
        for partition in node?["partitions"]?.elements ?? [] {
            let countries = (partition["countries"]?.elements ?? []).map { countryCode($0) }
            spec.partitions.append(
                .init(
                    countries: Set(countries), day: partition["day"]?.number ?? 0,
                    hours: partition["hours"]?.number ?? 1))
        }
        return spec
    }

    mutating func targets(_ pilot: ScenarioNode) -> [String: Double] {
        var targets: [String: Double] = [:]
        for (key, value) in pilot["targets"]?.members ?? [] {
            guard let id = key.text, let number = value.number else { continue }
            if !MeasureDefinition.all.contains(where: { $0.id == id }) {
                let ids = MeasureDefinition.all.map(\.id)
                report(
                    key, "there is no measure '\(id)'", expected: "one of \(ids.joined(separator: ", "))", among: ids)
            }
            targets[id] = number
        }
        return targets
    }
}
