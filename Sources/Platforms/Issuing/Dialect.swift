import Credentials
import JSON
import UNTP

/// How a platform's credentials depart from what the specification asks for.
///
/// Takes a conforming credential and writes it as the platform would: each departure is one knob, and none knows of
/// the others.
struct Dialect: Sendable {
    let behaviour: BehaviourProfile
    /// The URL under which the platform publishes names of its own, without a slash at its end.
    let ownSite: String
    /// The industry extensions that there are.
    let extensions: ExtensionLibrary

    func rewriting(_ credential: JSONValue, as type: CredentialType, in release: Release = .v0_6_1) -> JSONValue {
        var document = credential
        rewriteValues(&document)
        rewriteSubject(&document, type)
        if type == .dte { rewriteEvents(&document) }
        addExtensionPoints(&document)
        if release != .v0_6_1, let other = ReleaseTranslation.written(document, as: type, in: release) {
            document = other
        }
        rewriteEnvelopeOfMeaning(&document, type)
        if behaviour.credential.singletons == .collapsed { document = Self.collapsed(document) }
        return document
    }

    // MARK: Data model

    private func rewriteEnvelopeOfMeaning(_ document: inout JSONValue, _ type: CredentialType) {
        if behaviour.credential.closedObjects == .extraProperties {
            document["issuer"]?["description"] = "Issuer on record"
        }
        if behaviour.credential.formats == .malformedURI {
            document["issuer"]?["issuerAlsoKnownAs"] = [
                ["id": "https://register.example/company<7>", "name": "Register"]
            ]
        }
        if behaviour.credential.issuer == .string, let issuer = document["issuer"]?["id"] {
            document["issuer"] = issuer
        }
        if behaviour.credential.types == .extra, let types = document["type"]?.array {
            document["type"] = .array(types + ["HouseCredential"])
        }
        extend(&document, type)
        if behaviour.credential.redefines == .protectedTerm, let contexts = document["@context"]?.array {
            document["@context"] = .array(contexts + [["name": .string("\(ownSite)/terms/name")]])
        }
        if behaviour.credential.terms == .undefined { document["houseGrade"] = "A" }
        if behaviour.credential.contexts == .untpFirst, let contexts = document["@context"]?.array {
            document["@context"] = .array(contexts.reversed())
        }
        if behaviour.credential.dataModel == .version1_1 {
            document["@context"]?[0] = .string(CredentialModel.contextV1)
            document.rename("validFrom", to: "issuanceDate")
            document.rename("validUntil", to: "expirationDate")
        }
    }

    private func addExtensionPoints(_ document: inout JSONValue) {
        if behaviour.credential.embeds == .evidence {
            document["evidence"] = [
                [
                    "type": [.string("\(ownSite)/terms/Evidence")],
                    "description": .string(String(repeating: "0123456789abcdef", count: 12_000)),
                ]
            ]
        }
        switch behaviour.credential.rendering {
        case .none: break
        case .template2024:
            document["renderMethod"] = [
                ["type": ["RenderTemplate2024"], "name": "Web page", "mediaQuery": "screen", "template": "<p></p>"]
            ]
        case .template2022:
            document["renderMethod"] = [
                ["type": ["WebRenderingTemplate2022"], "name": "Web page", "template": "<p></p>"]
            ]
        }
    }

    /// Makes the credential one of each extension that there is for its type.
    private func extend(_ document: inout JSONValue, _ type: CredentialType) {
        guard behaviour.credential.extending != .none else { return }
        for industry in extensions.extending(type) {
            document["type"] = .array((document["type"]?.array ?? []) + [.string(industry.typeName)])
            document["@context"] = .array((document["@context"]?.array ?? []) + [.string(industry.context)])
            guard behaviour.credential.extending != .careless else { continue }
            for (name, value) in industry.members { document[name] = value }
        }
        if behaviour.credential.extending == .replacing { document["issuer"]?["name"] = nil }
    }

    // MARK: Events

    private func rewriteEvents(_ document: inout JSONValue) {
        document["credentialSubject"]?.mapElements { event in
            if behaviour.values.eventTimes == .localOffset, let time = event["eventTime"]?.string {
                event["eventTime"] = .string(EventRules.local(time))
            }
            switch behaviour.events.identity {
            case .assigned: break
            case .hashed: event["id"] = .string(EventRules.identifier(of: event, isCanonical: true))
            case .hashedByOwnRules: event["id"] = .string(EventRules.identifier(of: event, isCanonical: false))
            }
        }
    }

    // MARK: Subject

    private func rewriteSubject(_ document: inout JSONValue, _ type: CredentialType) {
        if behaviour.criteria.identifiers == .own, type == .dpp {
            document["credentialSubject"]?["conformityClaim"]?.mapElements { claim in
                claim["assessmentCriteria"]?.mapElements { criterion in
                    let name = criterion["id"]?.string?.split(separator: "/").last ?? "criterion"
                    criterion["id"] = .string("\(ownSite)/criteria/\(name)")
                }
            }
        }
        if behaviour.values.basis == .perKilogram, type == .dpp,
            let footprint = document["credentialSubject"]?["emissionsScorecard"]?["carbonFootprint"]?.number
        {
            let scaled = JSONNumber(footprint.double / 1000, decimals: 6)
            document["credentialSubject"]?["emissionsScorecard"]?["carbonFootprint"] = .number(scaled)
        }
        if behaviour.credential.spelling == .misspelt, type == .dcc {
            document["credentialSubject"]?["desciption"] = "Assessed on site"
        }
        if behaviour.credential.codes == .ofNext, type == .dcc {
            document["credentialSubject"]?["assessmentLevel"] = "authority-peer"
        }
        if behaviour.credential.claimFlag == .omitted, type == .dpp {
            document["credentialSubject"]?["conformityClaim"]?.mapElements { $0["conformance"] = nil }
        }
        if behaviour.credential.levels == .ofTheScheme, type == .dcc {
            document["credentialSubject"]?["assessmentLevel"] = "Unspecified"
        }
        if behaviour.credential.ids == .relative, type == .dpp {
            document["credentialSubject"]?["conformityClaim"]?.mapElements { claim in
                claim["id"] = (claim["id"]?.string?.split(separator: "#").last).map { .string("#" + $0) }
            }
        }
        if behaviour.values.coordinates == .latitudeFirst, type == .dfr {
            let path = ["credentialSubject", "facility", "locationInformation", "geoLocation", "coordinates"]
            if let coordinates = document[pointer: JSONPointer(path)]?.array {
                document[pointer: JSONPointer(path)] = .array(coordinates.reversed())
            }
        }
    }

    // MARK: Values

    private func rewriteValues(_ document: inout JSONValue) {
        let values = behaviour.values
        guard values.decimals == .text || values.dateTimes == .withoutZone || values.units == .freeText else { return }
        document = rewritten(document, member: "")
    }

    private func rewritten(_ value: JSONValue, member: String) -> JSONValue {
        switch value {
        case .number(let number) where behaviour.values.decimals == .text: return .string(number.text)
        case .string(let text):
            if behaviour.values.units == .freeText, ["unit", "uom", "declaredUnit"].contains(member) {
                return .string(Rec20.freeText(text))
            }
            if behaviour.values.dateTimes == .withoutZone, ["validFrom", "validUntil", "eventTime"].contains(member) {
                return .string(text.hasSuffix("Z") ? String(text.dropLast()) : text)
            }
            return value
        case .array(let elements): return .array(elements.map { rewritten($0, member: member) })
        case .object(let object):
            return .object(JSONObject(object.map { ($0.name, rewritten($0.value, member: $0.name)) }))
        default: return value
        }
    }

    /// Lists of one entry as that entry; types and contexts stay lists, as everybody writes them.
    private static func collapsed(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): elements.count == 1 ? collapsed(elements[0]) : .array(elements.map(collapsed))
        case .object(let object):
            .object(
                JSONObject(
                    object.map { name, value in
                        (name, name == "type" || name == "@context" ? value : collapsed(value))
                    }))
        default: value
        }
    }
}

extension JSONValue {
    /// Changes each element of an array in place.
    fileprivate mutating func mapElements(_ change: (inout JSONValue) -> Void) {
        guard var elements = array else { return }
        for index in elements.indices { change(&elements[index]) }
        self = .array(elements)
    }

    /// Gives a member of an object another name, in its place.
    fileprivate mutating func rename(_ old: String, to new: String) {
        guard let object else { return }
        self = .object(JSONObject(object.map { ($0.name == old ? new : $0.name, $0.value) }))
    }
}
