import Credentials
import JSON

// What the credentials of several types have in common.
extension CredentialWriter {
    static func document(
        _ type: CredentialType, _ facts: CredentialFacts, subject: JSONValue
    ) -> JSONValue {
        var object = JSONObject([
            ("type", [.string(type.typeName), "VerifiableCredential"]),
            (
                "@context",
                .array(contexts(of: type, facts).map(JSONValue.string))
            ),
            ("id", .string(facts.id)),
            (
                "issuer",
                ["type": ["CredentialIssuer"], "id": .string(facts.issuerDID), "name": .string(facts.issuerName)]
            ),
            ("validFrom", time(facts.validFrom)),
        ])
        object["validUntil"] = facts.validUntil.map(time)
        let entries = facts.status.map(\.json)
        if !entries.isEmpty { object["credentialStatus"] = entries.count == 1 ? entries[0] : .array(entries) }
        object["credentialSubject"] = subject
        return .object(object)
    }

    /// The contexts of the credential; entries of older families bring their own.
    private static func contexts(of type: CredentialType, _ facts: CredentialFacts) -> [String] {
        let core = [CredentialModel.contextV2, type.context(of: Release.v0_6_1.version)]
        return facts.status.compactMap(\.family.context).reduce(into: core) { contexts, context in
            if !contexts.contains(context) { contexts.append(context) }
        }
    }

    static func time(_ seconds: Int64) -> JSONValue { .string(DateTimeStamp.text(unixSeconds: seconds)) }
    static func day(_ seconds: Int64) -> JSONValue { .string(DateTimeStamp.day(unixSeconds: seconds)) }

    static func entity(_ facts: EntityFacts) -> JSONValue {
        ["id": .string(facts.id), "name": .string(facts.name), "registeredId": .string(facts.registeredID)]
    }

    static func measure(_ value: Double, _ unit: String) -> JSONValue {
        ["value": .number(JSONNumber(value, decimals: 3)), "unit": .string(unit)]
    }

    static func metric(_ name: String, _ value: Double, _ unit: String, score: String? = nil) -> JSONValue {
        var metric = JSONObject([("metricName", .string(name)), ("metricValue", measure(value, unit))])
        metric["score"] = score.map(JSONValue.string)
        metric["accuracy"] = 0.05
        return .object(metric)
    }

    static func product(_ facts: ProductFacts) -> JSONValue {
        [
            "type": ["Product"], "id": .string(facts.id), "name": .string(facts.name),
            "registeredId": .string(facts.registeredID),
            "idScheme": [
                "type": ["IdentifierScheme"], "id": "https://id.gs1.org/01/", "name": "Global Trade Item Number",
            ],
            "batchNumber": .string(facts.batch), "productionDate": day(facts.productionDate),
            "countryOfProduction": .string(facts.country), "producedByParty": entity(facts.producer),
            "producedAtFacility": entity(facts.facility),
            "productCategory": [
                [
                    "type": ["Classification"],
                    "id": .string(facts.classification.scheme + facts.classification.code),
                    "code": .string(facts.classification.code), "name": .string(facts.name),
                    "schemeID": .string(facts.classification.scheme),
                    "schemeName": .string(facts.classification.schemeName),
                ]
            ],
            "dimensions": ["weight": measure(facts.quantity, facts.unit)],
        ]
    }

    static func criterion(_ facts: CriterionFacts) -> JSONValue {
        [
            "type": ["Criterion"], "id": .string(facts.id), "name": .string(facts.name),
            "description": .string(facts.description), "conformityTopic": .string(facts.topic), "status": "active",
        ]
    }

    static func claims(_ facts: [ClaimFacts], of credential: CredentialFacts) -> JSONValue {
        .array(facts.enumerated().map { position, facts in claim(facts, id: "\(credential.id)#claim-\(position + 1)") })
    }

    static func claim(_ facts: ClaimFacts, id: String) -> JSONValue {
        var claim: JSONValue = [
            "type": ["Claim", "Declaration"], "id": .string(id), "description": .string(facts.criterion.name),
            "assessmentCriteria": [criterion(facts.criterion)], "assessmentDate": day(facts.date),
            "conformance": true, "conformityTopic": .string(facts.criterion.topic),
            "declaredValue": .array(
                [metric(facts.metric, facts.value, facts.unit, score: facts.score)]
                    + facts.further.map { metric($0.metric, $0.value, $0.unit) }),
        ]
        claim["conformityEvidence"] = facts.evidence.map { secureLink($0, to: .dcc) }
        return claim
    }

    /// A link pinned by a digest; without a link type where the target is no credential.
    static func secureLink(_ link: EvidenceLink, to type: CredentialType? = nil) -> JSONValue {
        var object = JSONObject([
            ("linkURL", .string(link.url)), ("linkName", .string(link.name)), ("hashDigest", .string(link.digest)),
            ("hashMethod", "SHA-256"), ("encryptionMethod", "none"),
        ])
        if let type {
            object["linkType"] = .string("https://test.uncefact.org/vocabulary/linkTypes/" + type.rawValue)
        }
        return .object(object)
    }
}
