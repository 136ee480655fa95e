// What is said of products and events, and what is made of it.
extension Knobs {
    private static func harms(_ mode: String, _ path: String, _ value: String) -> [Knob.Cause] {
        [.init(mode, meets: [.init(path, value)])]
    }

    static let saying: [Knob] = [
        .choice(
            "values.eventTimes", \.values.eventTimes,
            "How the time of an event is written.",
            clause: "EPCIS 2.0, eventTime and eventTimeZoneOffset",
            [
                (.utc, "in UTC", []),
                (.localOffset, "in local time with its offset", harms("event-zone-lost", "events.offsets", "dropped")),
            ]),
        .choice(
            "events.publishing", \.events.publishing,
            "When events are linked.",
            clause: "EPCIS 2.0, recordTime",
            [
                (.inOrder, "with the product that they are about", []),
                (.late, "two weeks later", harms("event-out-of-order", "events.ordering", "as-arrived")),
            ]),
        .choice(
            "events.identity", \.events.identity,
            "How events get their identifiers.",
            clause: "EPCIS 2.0, Event identity; Core Business Vocabulary 2.0, Hash of an event",
            [
                (.assigned, "the platform assigns them", []),
                (.hashed, "a digest of their canonical form", []),
                (
                    .hashedByOwnRules, "a digest of the platform's own serialisation",
                    harms("event-hash-differs", "events.identityCheck", "recomputed")
                ),
            ]),
        .choice(
            "credential.rendering", \.credential.rendering,
            "The template for people that credentials carry.",
            clause: "VCDM 2.0, Reserved extension points; UNTP VC profile, Rendering",
            [
                (
                    .none, "none",
                    []
                ),
                (
                    .template2024, "RenderTemplate2024",
                    harms("old-credentials-stop-rendering", "verifying.renderer", "upgraded")
                ),
                (
                    .template2022, "WebRenderingTemplate2022",
                    harms("render-method-unknown", "verifying.rendering", "required")
                ),
            ]),
        .choice(
            "credential.levels", \.credential.levels,
            "How levels of assessment are stated that the code list lacks.",
            clause: "UNTP Digital Conformity Credential, assessmentLevel",
            [
                (.listed, "by the code that a mapping agreed on", []),
                (
                    .ofTheScheme, "as Unspecified, since the scheme's own level has no code",
                    harms("industry-level-not-mapped", "verifying.levels", "accredited-only")
                ),
            ]),
        .choice(
            "credential.corrections", \.credential.corrections,
            "What becomes of a passport that was corrected.",
            clause: "UNTP Digital Product Passport, Life cycle",
            [
                (.revoked, "it is revoked", []),
                (.leftValid, "nothing", [.init("superseded-passport-used", when: .passportCorrected)]),
            ]),
        .choice(
            "status.entries", \.status.entries,
            "Which purposes credentials have status entries for.",
            clause: "Bitstring Status List 1.0, statusPurpose",
            [
                (.revocation, "revocation", []),
                (
                    .withRefresh, "revocation, and refresh with its bit set",
                    harms("several-status-entries", "verifying.statusPurposes", "any-bit")
                ),
            ]),
    ]

    static let understanding: [Knob] = [
        .choice(
            "events.ordering", \.events.ordering,
            "What is done about a product whose events are not there yet.",
            clause: "EPCIS 2.0, recordTime",
            [
                (.reconsidered, "it is looked at again every few days for a month", []),
                (.asArrived, "it is judged as it is", harms("event-out-of-order", "events.publishing", "late")),
            ]),
        .choice(
            "events.identityCheck", \.events.identityCheck,
            "Whether identifiers of events that are digests are computed anew.",
            clause: "Core Business Vocabulary 2.0, Hash of an event",
            [
                (.none, "no", []),
                (.recomputed, "yes", harms("event-hash-differs", "events.identity", "hashed-by-own-rules")),
            ]),
        .choice(
            "events.offsets", \.events.offsets,
            "What is made of the offset in the time of an event.",
            clause: "EPCIS 2.0, eventTimeZoneOffset",
            [
                (.kept, "it is counted in", []),
                (.dropped, "it is dropped", harms("event-zone-lost", "values.eventTimes", "local-offset")),
            ]),
        .choice(
            "verifying.rendering", \.verifying.rendering,
            "Whether a credential must have a template that is understood.",
            clause: "VCDM 2.0, Reserved extension points",
            [
                (.optional, "no", []),
                (
                    .required, "where it has one, it must",
                    harms("render-method-unknown", "credential.rendering", "web-rendering-template-2022")
                ),
            ]),
        .choice(
            "verifying.renderer", \.verifying.renderer,
            "Which credentials the renderer can show.",
            clause: "UNTP VC profile, Rendering",
            [
                (.readsAll, "all with a template", []),
                (
                    .upgraded, "after an upgrade on the twentieth day, those issued since",
                    harms("old-credentials-stop-rendering", "credential.rendering", "render-template-2024")
                ),
            ]),
        .choice(
            "verifying.levels", \.verifying.levels,
            "Which levels of assessment a certificate must have.",
            clause: "UNTP Digital Conformity Credential, assessmentLevel",
            [
                (.any, "any", []),
                (
                    .accreditedOnly, "Accredited",
                    harms("industry-level-not-mapped", "credential.levels", "of-the-scheme")
                ),
            ]),
        .choice(
            "verifying.statusPurposes", \.verifying.statusPurposes,
            "What a bit means that is set.",
            clause: "Bitstring Status List 1.0, statusPurpose",
            [
                (.each, "what its entry's purpose says", []),
                (.anyBit, "revocation", harms("several-status-entries", "status.entries", "with-refresh")),
            ]),
        .choice(
            "verifying.errors", \.verifying.errors,
            "What is said of a credential that is refused.",
            clause: "VCDM 2.0, Problem details",
            [
                (.named, "what is wrong, where, and what was expected", []),
                (
                    .generic, "that it is invalid",
                    [.init("error-text-hides-cause", when: .certificateExpired)]
                ),
            ]),
    ]
}
