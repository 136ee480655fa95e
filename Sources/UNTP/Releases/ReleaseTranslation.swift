import Credentials
package import JSON

/// A credential of release 0.6.1 as another release has it, and back.
///
/// Only what the releases tell differently is touched; what one of them has no place for is left out. Where the shape of
/// a type is not known in a release, there is nothing to translate to.
package enum ReleaseTranslation {
    /// A credential of 0.6.1 in another release; nil where that release has no known shape for the type.
    package static func written(_ credential: JSONValue, as type: CredentialType, in release: Release) -> JSONValue? {
        guard UNTPSchema.isKnown(type, in: release) else { return nil }
        var document = credential
        switch release {
        case .v0_6_1: return document
        case .v0_6_0: SixthRelease.write(&document)
        case .v0_4_2:
            FifthRelease.write(&document, type)
            document = document.mapObjects { object in
                object.rename("conformance", to: "compliance")
                object.rename("endorsementEvidence", to: "accreditationCertificate")
            }
        case .v0_5_0: FifthRelease.write(&document, type)
        case .v0_7_0: SeventhRelease.write(&document, type)
        default: return nil
        }
        document["@context"] = [.string(CredentialModel.contextV2), .string(type.context(in: release))]
        return document
    }

    /// A credential of another release as 0.6.1 would have it; as it stands where nothing is known of the release.
    ///
    /// - Parameter mapsTopics: Whether topics that are objects are read as the codes that they had before.
    package static func read(
        _ credential: JSONValue, as type: CredentialType, from release: Release, mapsTopics: Bool = true
    ) -> JSONValue {
        var document = credential
        switch release {
        case .v0_6_0: SixthRelease.read(&document)
        case .v0_4_2:
            document = document.mapObjects { object in
                object.rename("compliance", to: "conformance")
                object.rename("accreditationCertificate", to: "endorsementEvidence")
            }
            FifthRelease.read(&document, type)
        case .v0_5_0: FifthRelease.read(&document, type)
        case .v0_7_0: SeventhRelease.read(&document, type, mapsTopics: mapsTopics)
        default: break
        }
        return document
    }
}

extension CredentialType {
    /// The context of the type in a release.
    func context(in release: Release) -> String {
        switch release {
        case .v0_7_0: "https://vocabulary.uncefact.org/untp/0.7.0/context/"
        // The anchor of that generation had a number of its own.
        case .v0_5_0 where self == .dia: context(of: "0.2.1")
        default: context(of: release.version)
        }
    }
}

/// 0.6.0: schemes of certificates under another name.
private enum SixthRelease {
    static func write(_ document: inout JSONValue) {
        guard let scheme = document["credentialSubject"]?["scope"] else { return }
        var former: JSONValue = ["type": ["ConformityAssessmentScheme", "Standard"]]
        former["id"] = scheme["id"]
        former["name"] = scheme["name"]
        former["issuingParty"] = scheme["owner"]
        former["issueDate"] = scheme["validFrom"]
        document["credentialSubject"]?["scope"] = former
    }

    static func read(_ document: inout JSONValue) {
        guard let scheme = document["credentialSubject"]?["scope"] else { return }
        document["credentialSubject"]?["scope"]?["owner"] = scheme["issuingParty"]
    }
}

/// 0.5.0: the product or facility itself as the subject, criteria by name alone, assessed facilities without a wrapper.
private enum FifthRelease {
    static func write(_ document: inout JSONValue, _ type: CredentialType) {
        switch type {
        case .dpp: document["credentialSubject"] = hoisted("product", from: document["credentialSubject"])
        case .dfr: document["credentialSubject"] = hoisted("facility", from: document["credentialSubject"])
        case .dcc:
            document["credentialSubject"]?.mapList("assessment") { assessment in
                for name in ["product", "facility"] {
                    assessment.mapList(name == "product" ? "assessedProduct" : "assessedFacility") { entry in
                        guard var thing = entry[name] else { return }
                        thing["IDverifiedByCAB"] = entry["IDverifiedByCAB"]
                        entry = thing
                    }
                }
            }
            SixthRelease.write(&document)
        // The anchor's shape was closed and had no place for a status.
        case .dia:
            document["credentialStatus"] = nil
            document["credentialSubject"]?["type"] = ["RegisteredIdentity", "Identifier"]
        case .dte:
            document["credentialSubject"]?.mapElements { event in
                event.rename("sourceParty", to: "sourcePartyId")
                event.rename("destinationParty", to: "destinationPartyId")
            }
        }
        document = document.mapObjects { object in
            if object["conformityTopic"] != nil, object["status"] != nil {
                for name in ["description", "conformityTopic", "status", "subCriterion", "performanceLevel"] {
                    object[name] = nil
                }
            }
        }
    }

    static func read(_ document: inout JSONValue, _ type: CredentialType) {
        switch type {
        case .dpp: document["credentialSubject"] = lowered("product", Self.ofPassport, document["credentialSubject"])
        case .dfr:
            document["credentialSubject"] = lowered("facility", ["conformityClaim"], document["credentialSubject"])
        case .dcc:
            document["credentialSubject"]?.mapList("assessment") { assessment in
                for name in ["product", "facility"] {
                    assessment.mapList(name == "product" ? "assessedProduct" : "assessedFacility") { thing in
                        thing = [name: thing]
                    }
                }
            }
            SixthRelease.read(&document)
        case .dte:
            document["credentialSubject"]?.mapElements { event in
                event.rename("sourcePartyId", to: "sourceParty")
                event.rename("destinationPartyId", to: "destinationParty")
            }
        case .dia: break
        }
    }

    /// What belongs to the passport rather than to its product.
    private static let ofPassport = [
        "granularityLevel", "conformityClaim", "emissionsScorecard", "traceabilityInformation", "circularityScorecard",
        "dueDiligenceDeclaration", "materialsProvenance",
    ]

    /// The thing that a record is about, with the other members of the record beside its own.
    private static func hoisted(_ name: String, from record: JSONValue?) -> JSONValue? {
        guard let record = record?.object, var thing = record[name] else { return nil }
        for (member, value) in record where ![name, "type", "id"].contains(member) {
            thing[member] = member == "traceabilityInformation" ? value[0] : value
        }
        return thing
    }

    /// A record about a thing, from a thing with the record's members among its own.
    private static func lowered(_ name: String, _ members: [String], _ thing: JSONValue?) -> JSONValue? {
        guard var inner = thing else { return nil }
        var record: JSONValue = [:]
        for member in members {
            guard let value = inner[member] else { continue }
            record[member] = member == "traceabilityInformation" ? [value] : value
            inner[member] = nil
        }
        record[name] = inner
        return record
    }
}

/// 0.7.0 as far as it is certain: certificates and anchors with names of their own, topics as objects, codes in lower
/// case, and the index of a status as a number.
private enum SeventhRelease {
    /// A status entry with its index as a number.
    private static func numbered(_ entry: JSONValue) -> JSONValue {
        var entry = entry
        if let index = entry["statusListIndex"]?.string.flatMap(Int.init) {
            entry["statusListIndex"] = .number(JSONNumber(index))
        }
        return entry
    }

    static func write(_ document: inout JSONValue, _ type: CredentialType) {
        if let status = document["credentialStatus"] {
            document["credentialStatus"] = status.array.map { .array($0.map(numbered)) } ?? numbered(status)
        }
        var subject = document["credentialSubject"] ?? [:]
        if type == .dia {
            document["name"] = subject["name"]
            subject.rename("name", to: "registeredName")
            subject.rename("idScheme", to: "schemeId")
            subject.rename("registrationScopeList", to: "registrationScope")
            subject["registerType"] = (subject["registerType"]?.string).map { .string($0.lowercased()) }
            subject["registeredDate"] = (document["validFrom"]?.string).map { .string(String($0.prefix(10))) }
        } else {
            document["name"] = subject["name"]
            let scheme = subject["scope"]
            subject["referenceScheme"] = [
                "type": ["ConformityScheme"], "id": scheme?["id"] ?? subject["id"] ?? "urn:none",
                "name": scheme?["name"] ?? subject["name"] ?? "Scheme",
            ]
            subject["scope"] = nil
            subject["type"] = ["ConformityAttestation"]
            subject["assessmentLevel"] = (subject["assessmentLevel"]?.string).map { .string(levels[$0] ?? $0) }
            subject["assessorLevel"] = (subject["assessorLevel"]?.string).map {
                .string($0.lowercased().replacing("3rdparty", with: "3rdParty"))
            }
            subject["issuedToParty"]?["type"] = ["Party"]
            subject["auditableEvidence"] = nil
            subject.rename("assessment", to: "conformityAssessment")
            subject.mapList("conformityAssessment", assessment)
        }
        document["credentialSubject"] = subject
    }

    private static func assessment(_ assessment: inout JSONValue) {
        assessment["type"] = ["ConformityAssessment"]
        assessment["name"] = assessment["assessmentCriteria"]?[0]?["name"] ?? "Assessment"
        let declared = assessment["declaredValue"]?.array ?? []
        assessment["assessedPerformance"] = .array(declared.map(performance))
        assessment["declaredValue"] = nil
        if let topic = assessment["conformityTopic"]?.string {
            assessment["conformityTopic"] = [
                ["type": ["ConformityTopic"], "id": .string(topics + topic), "name": .string(topic)]
            ]
        }
        assessment.mapList("assessmentCriteria") { criterion in
            criterion = [
                "type": ["Criterion"], "id": criterion["id"] ?? "urn:none", "name": criterion["name"] ?? "Criterion",
            ]
        }
        for (list, thing, kind) in things {
            assessment.mapList(list) { entry in
                entry.rename("IDverifiedByCAB", to: "idVerifiedByCAB")
                entry[thing]?["type"] = [.string(kind)]
            }
        }
    }

    /// A declared value as 0.7.0 has it: its metric is a thing with an id.
    private static func performance(_ declared: JSONValue) -> JSONValue {
        let name = declared["metricName"]?.string ?? "Value"
        var performance: JSONValue = [
            "metric": ["type": ["PerformanceMetric"], "id": .string(metrics + name.hyphenated), "name": .string(name)]
        ]
        performance["measure"] = declared["metricValue"]
        return performance
    }

    /// A declared value as 0.6.1 has it.
    private static func declared(_ performance: JSONValue) -> JSONValue {
        var declared: JSONValue = [:]
        declared["metricName"] = performance["metric"]?["name"]
        declared["metricValue"] = performance["measure"]
        return declared
    }

    static func read(_ document: inout JSONValue, _ type: CredentialType, mapsTopics: Bool) {
        var subject = document["credentialSubject"] ?? [:]
        if type == .dia {
            subject.rename("registeredName", to: "name")
            subject.rename("schemeId", to: "idScheme")
            subject.rename("registrationScope", to: "registrationScopeList")
            subject["registerType"] = (subject["registerType"]?.string).map { .string($0.capitalisedFirst) }
        } else if type == .dcc {
            subject.rename("conformityAssessment", to: "assessment")
            subject["scope"] = subject["referenceScheme"]
            subject["assessmentLevel"] = (subject["assessmentLevel"]?.string).map { code in
                .string(levels.first { $0.value == code }?.key ?? code)
            }
            subject.mapList("assessment") { assessment in
                let topic = assessment["conformityTopic"]?[0]?["id"]?.string ?? assessment["conformityTopic"]?.string
                assessment["conformityTopic"] = topic.map { topic in
                    .string(mapsTopics && topic.hasPrefix(topics) ? String(topic.dropFirst(topics.count)) : topic)
                }
                if let performances = assessment["assessedPerformance"]?.array, !performances.isEmpty {
                    assessment["declaredValue"] = .array(performances.map(declared))
                }
            }
        }
        document["credentialSubject"] = subject
    }

    private static let things = [
        ("assessedProduct", "product", "Product"), ("assessedFacility", "facility", "Facility"),
    ]

    private static let topics = "https://vocabulary.uncefact.org/ConformityTopic#"

    /// Metrics have no shared vocabulary yet; these are ours.
    private static let metrics = "https://vocabulary.untp-sim.example/metrics/"

    /// Levels of assessment by their codes in both releases. The releases state no mapping; this is ours.
    private static let levels = [
        "GovtApproval": "authority-mandate", "GlobalMRA": "authority-globalmra", "Accredited": "authority-peer",
        "Verified": "scheme-cab", "Validated": "scheme-self", "Unspecified": "no-endorsement",
    ]
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text as the end of a URI: letters and digits in lower case, hyphens for the rest.
    fileprivate var hyphenated: String {
        String(lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
}

extension JSONValue {
    fileprivate mutating func mapElements(_ change: (inout JSONValue) -> Void) {
        guard var elements = array else { return }
        for index in elements.indices { change(&elements[index]) }
        self = .array(elements)
    }

    /// Changes each element of a member that is a list.
    fileprivate mutating func mapList(_ name: String, _ change: (inout JSONValue) -> Void) {
        guard var list = self[name] else { return }
        list.mapElements(change)
        self[name] = list
    }

    /// The value with every object at any depth changed.
    fileprivate func mapObjects(_ change: (inout JSONValue) -> Void) -> JSONValue {
        switch self {
        case .array(let elements): return .array(elements.map { $0.mapObjects(change) })
        case .object(let object):
            var value = JSONValue.object(JSONObject(object.map { ($0.name, $0.value.mapObjects(change)) }))
            change(&value)
            return value
        default: return self
        }
    }

    fileprivate mutating func rename(_ old: String, to new: String) {
        guard let object, object[old] != nil else { return }
        self = .object(JSONObject(object.map { ($0.name == old ? new : $0.name, $0.value) }))
    }
}
