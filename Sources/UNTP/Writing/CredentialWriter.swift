package import JSON

/// Writes credentials of release 0.6.1 from plain facts; what it writes is valid by `UNTPSchema`.
///
/// Objects whose type the release's contexts don't map (measures, metrics, secure links and the like) are written without
/// one: a type that no context maps makes a credential fail safe processing, JSON-LD 1.1 API, section 5.1.
package enum CredentialWriter {
    /// A product passport of a batch.
    package static func passport(_ facts: PassportFacts, _ credential: CredentialFacts) -> JSONValue {
        var subject = JSONObject([
            ("type", ["ProductPassport"]), ("id", .string(credential.id + "#passport")),
            ("granularityLevel", "batch"), ("product", product(facts.product)),
            ("conformityClaim", claims(facts.claims, of: credential)),
        ])
        if !facts.traceability.isEmpty {
            subject["traceabilityInformation"] = .array(
                facts.traceability.map { process in
                    [
                        "valueChainProcess": .string(process.process),
                        "verifiedRatio": .number(JSONNumber(process.verifiedShare, decimals: 3)),
                        "traceabilityEvent": .array(process.events.map { secureLink($0, to: .dte) }),
                    ]
                })
        }
        if let footprint = facts.footprint {
            subject["emissionsScorecard"] = [
                "carbonFootprint": .number(JSONNumber(footprint, decimals: 3)),
                "declaredUnit": .string(facts.product.unit), "operationalScope": "CradleToGate",
                "primarySourcedRatio": 0.8,
            ]
        }
        if let share = facts.recycledShare {
            subject["circularityScorecard"] = [
                "recycledContent": .number(JSONNumber(share, decimals: 3))
            ]
        }
        if !facts.materials.isEmpty {
            subject["materialsProvenance"] = .array(
                facts.materials.map { material in
                    [
                        "name": .string(material.name),
                        "originCountry": .string(material.country),
                        "massFraction": .number(JSONNumber(material.share, decimals: 4)),
                    ]
                })
        }
        return document(.dpp, credential, subject: .object(subject))
    }

    /// A conformity credential, with one assessment for each criterion.
    package static func conformity(_ facts: ConformityFacts, _ credential: CredentialFacts) -> JSONValue {
        let products = facts.products.map { product -> JSONValue in
            ["product": entity(product), "IDverifiedByCAB": true]
        }
        let assessments = facts.criteria.enumerated().map { position, criterion -> JSONValue in
            var assessment: JSONValue = [
                "type": ["ConformityAssessment", "Declaration"],
                "id": .string("\(credential.id)#assessment-\(position + 1)"),
                "assessmentCriteria": [Self.criterion(criterion)], "assessmentDate": day(facts.date),
                "conformance": .bool(facts.isConformant), "conformityTopic": .string(criterion.topic),
                "assessedFacility": [
                    [
                        "facility": entity(facts.facility), "IDverifiedByCAB": true,
                    ]
                ],
            ]
            if !products.isEmpty { assessment["assessedProduct"] = .array(products) }
            if let credits = facts.credits {
                assessment["declaredValue"] = [
                    metric(CustodyClaim.creditMetric, credits.quantity, credits.unit)
                ]
            }
            return assessment
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
        if let endorsement = facts.endorsement {
            subject["authorisation"] = [
                [
                    "type": ["Endorsement"], "id": .string(endorsement.id), "name": .string(endorsement.name),
                    "issuingAuthority": entity(endorsement.authority),
                ]
            ]
        }
        subject["auditableEvidence"] = facts.evidence.map { secureLink($0) }
        return document(.dcc, credential, subject: .object(subject))
    }

    /// A facility record.
    package static func facility(_ facts: FacilityFacts, _ credential: CredentialFacts) -> JSONValue {
        var subject: JSONValue = [
            "type": ["FacilityRecord"], "id": .string(credential.id + "#record"),
            "facility": [
                "type": ["Facility"], "id": .string(facts.facility.id), "name": .string(facts.facility.name),
                "registeredId": .string(facts.facility.registeredID), "description": .string(facts.process),
                "countryOfOperation": .string(facts.country), "operatedByParty": entity(facts.operatedBy),
                "locationInformation": [
                    "geoLocation": [
                        "type": "Point",
                        // GeoJSON's order, RFC 7946: longitude first.
                        "coordinates": [
                            .number(JSONNumber(facts.longitude, decimals: 4)),
                            .number(JSONNumber(facts.latitude, decimals: 4)),
                        ],
                    ]
                ],
            ],
        ]
        if !facts.claims.isEmpty { subject["conformityClaim"] = claims(facts.claims, of: credential) }
        return document(.dfr, credential, subject: subject)
    }

    /// An identity anchor.
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

    /// A traceability credential; without an end of validity, which release 0.6.1 does not give to events.
    package static func events(_ events: [EventFacts], _ credential: CredentialFacts) -> JSONValue {
        var credential = credential
        credential.validUntil = nil
        return document(.dte, credential, subject: .array(events.map(event)))
    }
}
