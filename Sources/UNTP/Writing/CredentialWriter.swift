import Credentials
package import JSON

/// Writes credentials of release 0.6.1 from plain facts; what it writes is valid by `UNTPSchema`.
package enum CredentialWriter {
    package static func passport(_ facts: PassportFacts, _ credential: CredentialFacts) -> JSONValue {
        var subject = JSONObject([
            ("type", ["ProductPassport"]), ("id", .string(credential.id + "#passport")),
            ("granularityLevel", "batch"), ("product", product(facts.product)),
            (
                "conformityClaim",
                .array(
                    facts.claims.enumerated().map { position, facts in
                        claim(facts, id: "\(credential.id)#claim-\(position + 1)")
                    })
            ),
        ])
        if let footprint = facts.footprint {
            subject["emissionsScorecard"] = [
                "type": ["EmissionsPerformance"], "carbonFootprint": .number(JSONNumber(footprint, decimals: 3)),
                "declaredUnit": .string(facts.product.unit), "operationalScope": "CradleToGate",
                "primarySourcedRatio": 0.8,
            ]
        }
        if let share = facts.recycledShare {
            subject["circularityScorecard"] = [
                "type": ["CircularityPerformance"], "recycledContent": .number(JSONNumber(share, decimals: 3)),
            ]
        }
        if !facts.materials.isEmpty {
            subject["materialsProvenance"] = .array(
                facts.materials.map { material in
                    [
                        "type": ["Material"], "name": .string(material.name),
                        "originCountry": .string(material.country),
                        "massFraction": .number(JSONNumber(material.share, decimals: 4)),
                    ]
                })
        }
        return document(.dpp, credential, subject: .object(subject))
    }

    package static func conformity(_ facts: ConformityFacts, _ credential: CredentialFacts) -> JSONValue {
        let assessments = facts.criteria.enumerated().map { position, criterion -> JSONValue in
            [
                "type": ["ConformityAssessment", "Declaration"],
                "id": .string("\(credential.id)#assessment-\(position + 1)"),
                "assessmentCriteria": [Self.criterion(criterion)], "assessmentDate": day(facts.date),
                "conformance": .bool(facts.isConformant), "conformityTopic": .string(criterion.topic),
                "assessedFacility": [
                    [
                        "type": ["FacilityVerification"], "facility": entity(facts.facility), "IDverifiedByCAB": true,
                    ]
                ],
            ]
        }
        var subject = JSONObject([
            ("type", ["ConformityAttestation", "Attestation"]), ("id", .string(credential.id + "#attestation")),
            ("name", .string(facts.name)), ("assessorLevel", "3rdParty"), ("assessmentLevel", "Accredited"),
            ("attestationType", "certification"), ("issuedToParty", entity(facts.holder)),
            ("assessment", .array(assessments)),
        ])
        if let scheme = facts.scheme {
            subject["scope"] = [
                "type": ["ConformityScheme"], "id": .string(scheme.id), "name": .string(scheme.name),
                "description": .string("Requirements of \(scheme.name)"), "version": "1",
                "validFrom": "2020-01-01", "owner": entity(scheme.owner),
            ]
        }
        return document(.dcc, credential, subject: .object(subject))
    }

    package static func facility(_ facts: FacilityFacts, _ credential: CredentialFacts) -> JSONValue {
        document(
            .dfr, credential,
            subject: [
                "type": ["FacilityRecord"], "id": .string(credential.id + "#record"),
                "facility": [
                    "type": ["Facility"], "id": .string(facts.facility.id), "name": .string(facts.facility.name),
                    "registeredId": .string(facts.facility.registeredID), "description": .string(facts.process),
                    "countryOfOperation": .string(facts.country), "operatedByParty": entity(facts.operatedBy),
                    "locationInformation": [
                        "type": ["Location"],
                        "geoLocation": [
                            "type": "Point",
                            // GeoJSON's order, RFC 7946: longitude first.
                            "coordinates": [
                                .number(JSONNumber(facts.longitude, decimals: 4)),
                                .number(JSONNumber(facts.latitude, decimals: 4)),
                            ],
                        ],
                    ],
                ],
            ])
    }

    package static func anchor(_ facts: AnchorFacts, _ credential: CredentialFacts) -> JSONValue {
        document(
            .dia, credential,
            subject: [
                "type": ["RegisteredIdentity"], "id": .string(facts.did), "name": .string(facts.name),
                "registeredId": .string(facts.registeredID),
                "idScheme": [
                    "type": ["IdentifierScheme"], "id": .string(facts.scheme.id), "name": .string(facts.scheme.name),
                ],
                "registerType": .string(facts.registerType),
                "registrationScopeList": .array(facts.scope.map(JSONValue.string)),
            ])
    }

    package static func events(_ events: [EventFacts], _ credential: CredentialFacts) -> JSONValue {
        var credential = credential
        credential.validUntil = nil
        return document(.dte, credential, subject: .array(events.map(event)))
    }

    // MARK: Parts

    private static func document(
        _ type: CredentialType, _ facts: CredentialFacts, subject: JSONValue
    ) -> JSONValue {
        var object = JSONObject([
            ("type", [.string(type.typeName), "VerifiableCredential"]),
            (
                "@context",
                [.string(CredentialModel.contextV2), .string(type.context(of: Release.v0_6_1.version))]
            ),
            ("id", .string(facts.id)),
            (
                "issuer",
                ["type": ["CredentialIssuer"], "id": .string(facts.issuerDID), "name": .string(facts.issuerName)]
            ),
            ("validFrom", time(facts.validFrom)),
        ])
        object["validUntil"] = facts.validUntil.map(time)
        object["credentialStatus"] = facts.status.map { status in
            StatusListEntry(purpose: "revocation", index: status.index, listURL: status.listURL).json
        }
        object["credentialSubject"] = subject
        return .object(object)
    }

    private static func time(_ seconds: Int64) -> JSONValue { .string(DateTimeStamp.text(unixSeconds: seconds)) }
    private static func day(_ seconds: Int64) -> JSONValue { .string(DateTimeStamp.day(unixSeconds: seconds)) }

    private static func entity(_ facts: EntityFacts) -> JSONValue {
        ["id": .string(facts.id), "name": .string(facts.name), "registeredId": .string(facts.registeredID)]
    }

    private static func measure(_ value: Double, _ unit: String) -> JSONValue {
        ["type": ["Measure"], "value": .number(JSONNumber(value, decimals: 3)), "unit": .string(unit)]
    }

    private static func product(_ facts: ProductFacts) -> JSONValue {
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
            "dimensions": ["type": ["Dimension"], "weight": measure(facts.quantity, facts.unit)],
        ]
    }

    private static func criterion(_ facts: CriterionFacts) -> JSONValue {
        [
            "type": ["Criterion"], "id": .string(facts.id), "name": .string(facts.name),
            "description": .string(facts.description), "conformityTopic": .string(facts.topic), "status": "active",
        ]
    }

    private static func claim(_ facts: ClaimFacts, id: String) -> JSONValue {
        var claim: JSONValue = [
            "type": ["Claim", "Declaration"], "id": .string(id), "description": .string(facts.criterion.name),
            "assessmentCriteria": [criterion(facts.criterion)], "assessmentDate": day(facts.date),
            "conformance": true, "conformityTopic": .string(facts.criterion.topic),
            "declaredValue": [
                [
                    "type": ["Metric"], "metricName": .string(facts.metric),
                    "metricValue": measure(facts.value, facts.unit), "accuracy": 0.05,
                ]
            ],
        ]
        claim["conformityEvidence"] = facts.evidence.map { evidence in
            [
                "type": ["SecureLink", "Link"], "linkURL": .string(evidence.url), "linkName": .string(evidence.name),
                "linkType": .string("https://test.uncefact.org/vocabulary/linkTypes/dcc"),
                "hashDigest": .string(evidence.digest), "hashMethod": "SHA-256", "encryptionMethod": "none",
            ]
        }
        return claim
    }

    private static func event(_ facts: EventFacts) -> JSONValue {
        var object = JSONObject([
            ("type", .null), ("id", .string(facts.id)), ("processType", .string(facts.process)),
            ("eventTime", time(facts.time)), ("action", "add"), ("disposition", "active"),
            ("bizStep", "commissioning"), ("bizLocation", .string(facts.location)),
        ])
        func add(_ name: String, _ members: [(String, JSONValue)]) {
            object["type"] = [.string(name), "Event"]
            for (name, value) in members { object[name] = value }
        }
        switch facts.kind {
        case .transformation(let inputs, let outputs):
            add(
                "TransformationEvent",
                [("inputQuantityList", quantities(inputs)), ("outputQuantityList", quantities(outputs))])
        case .object(let products): add("ObjectEvent", [("quantityList", quantities(products))])
        case .transaction(let source, let destination, let order, let products):
            add(
                "TransactionEvent",
                [
                    ("bizStep", "shipping"), ("sourceParty", .string(source)),
                    ("destinationParty", .string(destination)), ("bizTransaction", .string(order)),
                    ("quantityList", quantities(products)),
                ])
        case .aggregation(let parent, let children):
            add("AggregationEvent", [("parentEPC", item(parent)), ("childQuantityList", quantities(children))])
        case .association(let parent, let children):
            add("AssociationEvent", [("parentEPC", item(parent)), ("childQuantityList", quantities(children))])
        }
        return .object(object)
    }

    private static func item(_ facts: QuantityFacts) -> JSONValue {
        ["type": ["Item"], "id": .string(facts.product), "name": .string(facts.name)]
    }

    private static func quantities(_ list: [QuantityFacts]) -> JSONValue {
        .array(
            list.map { facts in
                [
                    "type": ["QuantityElement"], "productId": .string(facts.product),
                    "productName": .string(facts.name), "quantity": .number(JSONNumber(facts.quantity, decimals: 3)),
                    "uom": .string(facts.unit),
                ]
            })
    }
}
