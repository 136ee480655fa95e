import Credentials
import JSON
import UNTP

// How values are written, and what events and evidence say of themselves.
extension InferenceRules {
    private typealias Values = BehaviourProfile.Values

    static let values: [InferenceRule] = [
        .each("values.decimals") { credential -> Values.Decimals? in
            if credential.habits.contains(where: { $0.code == "number-as-text" }) { return .text }
            return holdsNumber(credential.root["credentialSubject"]) ? .number : nil
        },
        .each("values.dateTimes") { credential -> Values.DateTimes? in
            guard let text = (credential.root["validFrom"] ?? credential.root["issuanceDate"])?.string,
                let stamp = DateTimeStamp(lenient: text)
            else { return nil }
            return stamp.hasZone ? .zoned : .withoutZone
        },
        InferenceRule("values.units") { samples in
            samples.credentials.flatMap { credential in
                texts(of: ["unit", "uom", "declaredUnit"], in: credential.root["credentialSubject"]).map { unit in
                    Vote(isRec20(unit) ? Values.Units.rec20 : .freeText, credential.name)
                }
            }
        },
        // Only what is no latitude tells the order.
        .each("values.coordinates", of: { $0.credentials(.dfr) }) { credential -> Values.Coordinates? in
            let path = ["credentialSubject", "facility", "locationInformation", "geoLocation", "coordinates"]
            guard let first = credential.root[pointer: JSONPointer(path + ["0"])]?.double,
                let second = credential.root[pointer: JSONPointer(path + ["1"])]?.double
            else { return nil }
            if abs(first) > 90, abs(second) <= 90 { return .longitudeFirst }
            return abs(second) > 90 && abs(first) <= 90 ? .latitudeFirst : nil
        },
        InferenceRule("values.eventTimes") { samples in
            events(samples).compactMap { name, event, _ in
                guard let time = event["eventTime"]?.string, let stamp = DateTimeStamp(lenient: time), stamp.hasZone
                else { return nil }
                let isUTC = time.hasSuffix("Z") || time.hasSuffix("+00:00")
                return Vote(isUTC ? Values.EventTimes.utc : .localOffset, name)
            }
        },
        InferenceRule("events.identity") { samples in
            events(samples).compactMap { name, event, isPlain in
                guard let id = event["id"]?.string else { return nil }
                guard id.hasPrefix(EventRules.prefix) else {
                    return Vote(BehaviourProfile.Events.Identity.assigned, name)
                }
                // What was rewritten after it was hashed can't be told from what others hash.
                guard isPlain else { return nil }
                let isCanonical = EventRules.identifier(of: event.materialised, isCanonical: true) == id
                return Vote(isCanonical ? BehaviourProfile.Events.Identity.hashed : .hashedByOwnRules, name)
            }
        },
        InferenceRule("criteria.identifiers") { samples in
            samples.credentials(.dpp).flatMap { credential in
                let own = credential.root["id"]?.string.flatMap(host)
                return objects(credential.root["credentialSubject"]?["conformityClaim"])
                    .flatMap { objects($0["assessmentCriteria"]) }.compactMap { $0["id"]?.string.flatMap(host) }
                    .map {
                        Vote($0 == own ? BehaviourProfile.Criteria.CriterionIdentifiers.own : .scheme, credential.name)
                    }
            }
        },
        InferenceRule("evidence.digestNotation") { samples in
            secureLinks(samples).compactMap { name, link in
                guard let digest = (link["hashDigest"] ?? link["digestMultibase"])?.string else { return nil }
                let isHex =
                    digest.utf8.count >= 40 && digest.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
                if isHex { return Vote(BehaviourProfile.Evidence.DigestNotation.hex, name) }
                return ["z", "u"].contains(digest.prefix(1))
                    ? Vote(BehaviourProfile.Evidence.DigestNotation.multibase, name) : nil
            }
        },
        InferenceRule("evidence.digestInput") { samples in
            secureLinks(samples).compactMap { name, link in
                guard let digest = (link["hashDigest"] ?? link["digestMultibase"])?.string,
                    let url = (link["linkURL"] ?? link["linkHref"])?.string, let bytes = samples.bytesByURL[url]
                else { return nil }
                let served = ContentDigest(of: bytes)
                let agrees = [served.hexadecimal, served.multibase].contains {
                    $0.lowercased() == digest.lowercased() || $0 == digest
                }
                return Vote(agrees ? BehaviourProfile.Evidence.DigestInput.servedBytes : .ownSerialisation, name)
            }
        },
    ]

    // MARK: Reading

    /// Events with the credentials that they stand in, and whether those are written as the release has them.
    private static func events(_ samples: Samples) -> [(name: String, event: JSONView, isPlain: Bool)] {
        samples.credentials(.dte).flatMap { credential in
            let isPlain =
                credential.opened.schemaViolations.isEmpty
                && (credential.opened.release == .v0_6_1 || credential.opened.release == .v0_6_0)
            return objects(credential.root["credentialSubject"]).map { (credential.name, $0, isPlain) }
        }
    }

    private static func secureLinks(_ samples: Samples) -> [(name: String, link: JSONView)] {
        samples.credentials.flatMap { credential in
            var links: [JSONView] = []
            visit(credential.root["credentialSubject"]) { value in
                if value["hashDigest"] != nil || value["digestMultibase"] != nil { links.append(value) }
            }
            return links.map { (credential.name, $0) }
        }
    }

    /// The texts of members with some names, wherever they stand.
    private static func texts(of names: Set<String>, in value: JSONView?) -> [String] {
        var found: [String] = []
        visit(value) { object in
            found += object.members.filter { names.contains($0.name) }.compactMap(\.value.string)
        }
        return found
    }

    private static func holdsNumber(_ value: JSONView?) -> Bool {
        guard let value else { return false }
        return value.kind == .number || value.elements.contains { holdsNumber($0) }
            || value.members.contains { holdsNumber($0.value) }
    }

    /// Calls for each object of a value.
    private static func visit(_ value: JSONView?, _ body: (JSONView) -> Void) {
        guard let value else { return }
        if value.kind == .object { body(value) }
        for element in value.elements { visit(element, body) }
        for (_, member) in value.members { visit(member, body) }
    }

    /// Whether a text has the form of a code of UN/ECE Recommendation 20: two or three capitals and digits.
    private static func isRec20(_ unit: String) -> Bool {
        (2...3).contains(unit.utf8.count) && unit.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x41 < 26 }
    }

    private static func host(of url: String) -> String? {
        guard url.hasPrefix("http") else { return nil }
        return url.split(separator: "/").dropFirst().first?.lowercased()
    }
}
