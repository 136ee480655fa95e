extension Knobs {
    static let credential: [Knob] = [
        .choice(
            "credential.dataModel", \.credential.dataModel,
            "The version of the W3C data model.",
            clause: "VCDM 2.0, Contexts and Validity period",
            [
                (.version2, "2.0", []),
                (.version1_1, "1.1, with issuanceDate", [.init("vcdm-1-1-vs-2-0")]),
            ]),
        .choice(
            "credential.issuer", \.credential.issuer,
            "How the issuer is written.",
            clause: "UNTP VC profile, CredentialIssuer",
            [
                (.object, "an object with id and name", []),
                (.string, "the DID alone", [.init("issuer-string-vs-object")]),
            ]),
        .choice(
            "credential.contexts", \.credential.contexts,
            "The order of the contexts.",
            clause: "VCDM 2.0, Contexts",
            [
                (.ordered, "W3C first, UNTP second", []),
                (.untpFirst, "UNTP first", [.init("context-order")]),
            ]),
        .choice(
            "credential.terms", \.credential.terms,
            "Whether each property is defined by a context.",
            clause: "VCDM 2.0, Type-specific processing; JSON-LD 1.1",
            [
                (.defined, "each is", []),
                (.undefined, "a house property is not", [.init("undefined-term-dropped")]),
            ]),
        .choice(
            "credential.singletons", \.credential.singletons,
            "How a list with one entry is written.",
            clause: "UNTP schemas",
            [
                (.arrays, "as a list", []),
                (.collapsed, "as the entry alone", [.init("single-vs-array")]),
            ]),
        .choice(
            "credential.closedObjects", \.credential.closedObjects,
            "Whether objects that the schema closes get further properties.",
            clause: "UNTP schemas, additionalProperties",
            [
                (.asDeclared, "no", []),
                (.extraProperties, "yes, properties of the core vocabulary", [.init("extra-property-policy")]),
            ]),
        .choice(
            "credential.formats", \.credential.formats,
            "Whether values have the format that the schema asks for.",
            clause: "UNTP schemas, format",
            [
                (.valid, "yes", []),
                (.malformedURI, "links of text with spaces", [.init("format-assertion-differs")]),
            ]),
    ]

    static let values: [Knob] = [
        .choice(
            "values.decimals", \.values.decimals,
            "How decimals are written.",
            clause: "UNTP schemas, Measure",
            [
                (.number, "as JSON numbers", []),
                (.text, "in quotes", [.init("number-as-text")]),
            ]),
        .choice(
            "values.dateTimes", \.values.dateTimes,
            "How points in time are written.",
            clause: "VCDM 2.0, Validity period; XML Schema dateTimeStamp",
            [
                (.zoned, "with a zone", []),
                (.withoutZone, "as local time without a zone", [.init("datetime-shape")]),
            ]),
        .choice(
            "values.units", \.values.units,
            "How units are written.",
            clause: "UN/ECE Recommendation 20",
            [
                (.rec20, "as Rec 20 codes", []),
                (.freeText, "as people write them", [.init("unit-code-free-text")]),
            ]),
        .choice(
            "values.basis", \.values.basis,
            "What a footprint is stated for.",
            clause: "UNTP Digital Product Passport, Emissions scorecard",
            [
                (.declaredUnit, "one declared unit", []),
                (.perKilogram, "one kilogram, whatever unit is declared", [.init("basis-of-value-differs")]),
            ]),
        .choice(
            "values.coordinates", \.values.coordinates,
            "The order of coordinates.",
            clause: "RFC 7946, section 3.1.1",
            [
                (.longitudeFirst, "longitude, latitude", []),
                (.latitudeFirst, "latitude, longitude", [.init("coordinate-order")]),
            ]),
        .choice(
            "criteria.identifiers", \.criteria.identifiers,
            "The criteria that passports cite.",
            clause: "UNTP Sustainability Vocabulary Catalogue",
            [
                (.scheme, "those that the scheme owner published", []),
                (.own, "the platform's own", [.init("criterion-id-not-shared")]),
            ]),
        .choice(
            "events.sending", \.events.sending,
            "Whether an event is sent again when its receipt is late.",
            clause: "EPCIS 2.0, Event identity",
            [
                (.once, "no", []),
                (
                    .resent, "yes, as a further credential",
                    [.init("duplicate-event", meets: [.init("events.counting", "as-received")])]
                ),
            ]),
    ]

    static let status: [Knob] = [
        .choice(
            "status.encoding", \.status.encoding,
            "How the status list is encoded.",
            clause: "Bitstring Status List 1.0, Bitstring encoding",
            [
                (.multibase, "multibase: u and base64url", []),
                (.bareBase64URL, "base64url without the prefix", [.init("encodedlist-prefix")]),
            ]),
        .choice(
            "status.compression", \.status.compression,
            "How the status list is compressed.",
            clause: "Bitstring Status List 1.0, Bitstring generation",
            [
                (.gzip, "gzip", []),
                (.zlib, "zlib", [.init("compression-differs")]),
            ]),
        .choice(
            "status.bitOrder", \.status.bitOrder,
            "Which bit of a byte comes first.",
            clause: "Bitstring Status List 1.0, Bitstring generation",
            [
                (.leftmostFirst, "the left-most", []),
                (.rightmostFirst, "the right-most", [.init("bit-order", when: .certificateRevoked)]),
            ]),
        .choice(
            "status.listLength", \.status.listLength,
            "The length of the status list.",
            clause: "Bitstring Status List 1.0, Validate algorithm",
            [
                (.standard, "131,072 entries", []),
                (.short, "1,024 entries", [.init("list-too-short")]),
            ]),
        .choice(
            "status.signer", \.status.signer,
            "Who signs the status list.",
            clause: "Bitstring Status List 1.0, BitstringStatusListCredential",
            [
                (.issuer, "the credential's issuer", []),
                (
                    .platform, "the platform, with a DID of its own",
                    [.init("status-issuer-differs", meets: [.init("verifying.statusIssuer", "same-only")])]
                ),
            ]),
        .choice(
            "status.signing", \.status.signing,
            "When a status list is signed anew, beside when a status changes.",
            clause: "Bitstring Status List 1.0, validFrom",
            [
                (.daily, "at the beginning of each day", []),
                (.onRequest, "when it is asked for and was signed a day ago or longer", []),
            ]),
    ]

    static let evidence: [Knob] = [
        .choice(
            "evidence.digestInput", \.evidence.digestInput,
            "Which bytes the digest of linked evidence covers.",
            clause: "UNTP schemas, SecureLink",
            [
                (.servedBytes, "those that were served", []),
                (.ownSerialisation, "the platform's own serialisation", [.init("hash-over-other-bytes")]),
            ]),
        .choice(
            "evidence.digestNotation", \.evidence.digestNotation,
            "How the digest of linked evidence is written.",
            clause: "UNTP schemas, SecureLink",
            [
                (.hex, "hexadecimal with a method, as of 0.6", []),
                (.multibase, "multibase, as of 0.7", [.init("digest-notation")]),
            ]),
        .integer(
            "clock.offsetSeconds", \.clock.offsetSeconds, -86_400...86_400, unit: "seconds",
            "How far the platform's clock is ahead of the true time.",
            clause: "VCDM 2.0, Validity period",
            [
                (0, "in step", []),
                (
                    120, "two minutes ahead",
                    [
                        .init(
                            "not-yet-valid-by-clock",
                            meets: [.init("status.signing", "on-request"), .init("verifying.leewaySeconds", "0")])
                    ]
                ),
            ]),
    ]
}
