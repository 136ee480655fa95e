extension FailureCatalogue {
    static let dataModel: [FailureMode] = [
        .init(
            "protected-term-redefined", "Protected term defined anew", .dataModel, tier: 1, .blocking, .issuer,
            "A context inside the credential gives another meaning to a term that the core protects.",
            issuer: "Define terms of your own under names of their own.",
            verifier: "Name the term and the context that redefines it.", tests: .tier1,
            clause: "JSON-LD 1.1, Protected term definitions", .must),
        .init(
            "same-version-context-changed", "Context changed under its version", .dataModel, tier: 1, .silent,
            .ambiguous, "Two readers hold different copies of one version's context, and read different terms.",
            issuer: "Use only terms that every copy of the context defines.",
            verifier: "Compare the context's digest with the published one.",
            clause: "VCDM 2.0, Contexts and vocabularies", .must),
        .init(
            "scoped-vocab-hides-typos", "Slip hidden by a catch-all", .dataModel, tier: 1, .silent, .issuer,
            "A misspelt property is mapped by the context's catch-all, and its value lands under a term of its own.",
            issuer: "Check property names against the schema too.",
            verifier: "Compare properties with the schema, not with the context alone.",
            clause: "JSON-LD 1.1, Default vocabulary", .should),
        .init(
            "shared-context-cache-corrupt", "Terms left behind in a cache", .dataModel, tier: 1, .degrading, .verifier,
            "What one credential's context defined is still there when the next one is read, which then fails.",
            issuer: "Avoid contexts that define the same term for two types.",
            verifier: "Keep what a context defines with its document.",
            clause: "JSON-LD 1.1 API, Context processing", .must),
        .init(
            "context-not-bundled", "Context that is not bundled", .dataModel, tier: 1, .blocking, .verifier,
            "An extension's context is not in the verifier's bundle, and the whole credential is refused for it.",
            issuer: "Announce extension contexts with their digest.",
            verifier: "Read the core of a credential whose other contexts you don't have.",
            clause: "VCDM 2.0, Contexts and vocabularies", .should),
        .init(
            "unmapped-type", "Type that no context maps", .dataModel, tier: 1, .blocking, .issuer,
            "The credential declares a type that none of its contexts defines, and strict readers refuse it.",
            issuer: "Declare only types that your contexts map.",
            verifier: "Name the type and the contexts that were looked at.", tests: .tier1,
            clause: "JSON-LD 1.1 API, Expansion", .must),
        .init(
            "relative-id-dropped", "Identifier without a base", .dataModel, tier: 1, .silent, .issuer,
            "An id is a fragment alone, so what is said about it belongs to nothing.",
            issuer: "Write absolute identifiers only.", verifier: "Refuse ids that say nothing by themselves.",
            tests: .partly, clause: "VCDM 2.0, Identifiers", .must),
        .init(
            "vcdm-1-1-vs-2-0", "Data model 1.1", .dataModel, tier: 1, .blocking, .issuer,
            "The credential follows version 1.1 of the data model.", issuer: "Issue data model 2.0.",
            verifier: "Say which version you read.", tests: .tier1, clause: "VCDM 2.0, Contexts", .must),
        .init(
            "undefined-term-dropped", "Property that no context defines", .dataModel, tier: 1, .silent, .issuer,
            "A property without a definition makes one party refuse the credential and another lose the value.",
            issuer: "Define each property in a context, or leave it out.", verifier: "Process in safe mode.",
            tests: .tier1, clause: "VCDM 2.0, Type-specific processing", .must),
        .init(
            "single-vs-array", "One value instead of a list", .dataModel, tier: 2, .blocking, .issuer,
            "A list with one entry is written without its brackets.",
            issuer: "Write what the schema says, also for one.",
            verifier: "Accept one value where a list is expected.", tests: .tier2, clause: "UNTP schemas", .must),
        .init(
            "issuer-string-vs-object", "Issuer as a bare DID", .dataModel, tier: 2, .blocking, .issuer,
            "The issuer is a string where UNTP asks for an object with a name.",
            issuer: "Write the issuer as an object with id and name.",
            verifier: "Take the DID from either form.", tests: .tier2, clause: "UNTP VC profile, CredentialIssuer",
            .must),
        .init(
            "context-order", "Contexts in another order", .dataModel, tier: 1, .blocking, .issuer,
            "The W3C context does not come first.", issuer: "Put the W3C context first, UNTP's second.",
            verifier: "Name the context that was expected first.", tests: .tier2, clause: "VCDM 2.0, Contexts", .must),
        .init(
            "data-model-violation", "Rule of the data model broken", .dataModel, tier: 1, .blocking, .issuer,
            "The credential breaks a rule of the W3C data model.",
            issuer: "Check your credentials against the data model before publishing.",
            verifier: "Name the rule and the place.", tests: .tier1, clause: "VCDM 2.0, Basic concepts", .must),
    ]

    static let schema: [FailureMode] = [
        .init(
            "extra-property-policy", "Property in a closed object", .schema, tier: 2, .blocking, .ambiguous,
            "An object that the schema closes has a further property.",
            issuer: "Add properties only where the schema is open.",
            verifier: "Decide whether a surplus property is an error or a warning, and say so.", tests: .tier2,
            clause: "UNTP schemas, additionalProperties", .must),
        .init(
            "enum-code-changed", "Code outside the list", .schema, tier: 2, .blocking, .issuer,
            "A value is not in the list of codes of the release.", issuer: "Use the codes of the release you declare.",
            verifier: "Map earlier codes, and keep what was sent.", tests: .tier2, clause: "UNTP schemas, code lists",
            .must),
        .init(
            "datetime-shape", "Time without a zone", .schema, tier: 1, .blocking, .issuer,
            "A time has no zone or another shape than it should.", issuer: "Write times to the second with Z.",
            verifier: "Name the shape that you expect.", tests: .tier1,
            clause: "VCDM 2.0, Validity period; XML Schema dateTimeStamp", .must),
        .init(
            "format-assertion-differs", "Malformed value passes at some", .schema, tier: 2, .silent, .issuer,
            "A malformed value passes where formats are not checked, and fails where they are.",
            issuer: "Turn format checks on before publishing.", verifier: "Assert formats.", tests: .partly,
            clause: "UNTP schemas, format", .must),
        .init(
            "number-as-text", "Number in quotes", .schema, tier: 2, .blocking, .issuer,
            "Decimals are written in quotes and fail the schema.", issuer: "Write JSON numbers.",
            verifier: "Name the value and the type expected.", tests: .tier2, clause: "UNTP schemas, Measure", .must),
        .init(
            "unit-code-free-text", "Unit in free text", .schema, tier: 2, .silent, .issuer,
            "A quantity has a unit that nobody can convert.", issuer: "Use codes of UN/ECE Recommendation 20.",
            verifier: "Check units against the code list.", clause: "UN/ECE Recommendation 20", .must),
        .init(
            "schema-violation", "Schema broken", .schema, tier: 2, .blocking, .issuer,
            "The credential breaks the schema of the release that it declares.",
            issuer: "Validate against the schema of the release before publishing.",
            verifier: "Name the place and what was expected.", tests: .tier2, clause: "UNTP schemas", .must),
        .init(
            "schema-skew-0-5-to-0-6", "Written in 0.5.0, read as 0.6", .schema, tier: 2, .blocking, .ambiguous,
            "The product stands where the passport should, so the reader finds nothing.",
            issuer: "Move to 0.6.1, and say until when you issue the old release.",
            verifier: "Read one release back.", tests: .tier2, clause: "UNTP, Releases", .must),
        .init(
            "schema-skew-0-6-to-0-7", "Written in 0.7.0, read as 0.6", .schema, tier: 2, .blocking, .ambiguous,
            "Fields have other names, and evidence and claims are not found under the old ones.",
            issuer: "Offer both releases side by side while partners change over.",
            verifier: "Publish which releases you read, and add the new one.", tests: .tier2,
            clause: "UNTP, Releases", .must),
        .init(
            "required-field-added", "Field that the next release requires", .schema, tier: 2, .blocking, .verifier,
            "The credential is right by its own release, and refused for a field that a later one requires.",
            issuer: "Fill in what the next release will require.",
            verifier: "Judge a credential by the release that it names.", tests: .tier2, clause: "UNTP, Releases", .must
        ),
        .init(
            "schema-not-found-by-url", "No schema for the context's URL", .schema, tier: 2, .blocking, .verifier,
            "The verifier derives the schema's URL from the context's, which follows another pattern.",
            issuer: "Name the schema in credentialSchema.",
            verifier: "Look schemas up by type and release.", tests: .partly, clause: "VCDM 2.0, Data schemas",
            .should),
        .init(
            "schema-contradicts-standard", "Index as number or as text", .schema, tier: 2, .blocking, .ambiguous,
            "W3C writes the index of a status as text and the schema of 0.7.0 as a number; no document satisfies both.",
            issuer: "Say which of the two you follow.", verifier: "Read both forms.", tests: .tier2,
            clause: "Bitstring Status List 1.0, statusListIndex", .must),
        .init(
            "extension-breaks-core", "Extension takes from the core", .schema, tier: 2, .blocking, .issuer,
            "The credential satisfies its industry's profile and lacks what the core requires.",
            issuer: "Check each extension against the core first.",
            verifier: "Say which requirement of the core is missing.", tests: .tier2, clause: "UNTP, Extensions",
            .must),
        .init(
            "release-not-supported", "Release not read", .schema, tier: 2, .blocking, .ambiguous,
            "The credential declares a release of UNTP that the verifier does not read.",
            issuer: "Offer the release that your customers read beside the newer one.",
            verifier: "Publish which releases you read.", tests: .partly, clause: "UNTP, Versions", .none),
    ]

    static let semantics: [FailureMode] = [
        .init(
            "criterion-id-not-shared", "Criteria of one's own", .semantics, tier: 3, .silent, .issuer,
            "The passport cites a criterion that no certificate knows, so that its claim stays unproven.",
            issuer: "Cite the criteria that the scheme owner published.",
            verifier: "Use a mapping between vocabularies, and say which.", tests: .tier3,
            clause: "UNTP Sustainability Vocabulary Catalogue", .should),
        .init(
            "basis-of-value-differs", "Figure on another basis", .semantics, tier: 3, .silent, .issuer,
            "A footprint is stated for another quantity than it is read for, and is wrong by orders of magnitude.",
            issuer: "State footprints for the declared unit.",
            verifier: "Compare figures with the range that is plausible.",
            clause: "UNTP Digital Product Passport, Emissions scorecard", .must),
        .init(
            "extension-type-not-understood", "Industry's type not understood", .semantics, tier: 2, .degrading,
            .verifier, "The credential is of an industry's type beside the core's, and is refused for it.",
            issuer: "Keep the core's type in the list.", verifier: "Read the core of what you don't know.",
            tests: .partly, clause: "UNTP, Extensions", .should),
        .init(
            "topic-code-vs-topic-object", "Topic as code and as object", .semantics, tier: 3, .degrading, .ambiguous,
            "The claim names its topic by a code and the certificate by an object, and they don't match.",
            issuer: "Name topics as your partners' release does.",
            verifier: "Map the codes of one release to the topics of the other.", tests: .tier3,
            clause: "UNTP Conformity Topics", .should),
        .init(
            "claim-flag-removed", "Claim without its flag", .semantics, tier: 2, .degrading, .ambiguous,
            "The claim does not say that it is one of conformance, which later releases leave out.",
            issuer: "Keep the flag for as long as you issue 0.6.", verifier: "Take a claim for what it claims.",
            tests: .tier3, clause: "UNTP Digital Product Passport, Claim", .must),
        .init(
            "event-zone-lost", "Offset of an event's time dropped", .semantics, tier: 3, .silent, .verifier,
            "The event's local time is read as if it were UTC, and its instant and day are wrong.",
            issuer: "Give the offset in its own field too.", verifier: "Count the offset in, and keep it.",
            clause: "EPCIS 2.0, eventTimeZoneOffset", .must),
        .init(
            "event-hash-differs", "Event's digest by other rules", .semantics, tier: 3, .degrading, .ambiguous,
            "The identifier of an event is a digest, and the reader computes another one.",
            issuer: "Check your normal form against the reference vectors.",
            verifier: "List the rules that you follow, and don't call it a forgery.",
            clause: "Core Business Vocabulary 2.0, Hash of an event", .should),
        .init(
            "coordinate-order", "Coordinates swapped", .semantics, tier: 3, .silent, .issuer,
            "Latitude and longitude are swapped, and the facility appears elsewhere.",
            issuer: "Write the longitude first.", verifier: "Compare coordinates with the declared country.",
            clause: "RFC 7946, section 3.1.1", .must),
    ]

    static let status: [FailureMode] = [
        .init(
            "status-family-differs", "Status of another family", .status, tier: 1, .blocking, .issuer,
            "The status entry is of an earlier family that the verifier does not read.",
            issuer: "Issue bitstring entries, and keep old lists online.",
            verifier: "Say which family was found, and don't take it for a revocation.",
            clause: "Bitstring Status List 1.0, BitstringStatusListEntry", .should),
        .init(
            "status-purpose-differs", "Status list for another purpose", .status, tier: 1, .blocking, .issuer,
            "The status entry leads to a list that names another purpose, so that its bits say nothing about the entry's.",
            issuer: "Let each list name the purpose of the entries that lead to it.",
            verifier: "Show both purposes, and take the status for unknown.",
            clause: "Bitstring Status List 1.0, Validate algorithm", .must),
        .init(
            "several-status-entries", "Another purpose taken for revocation", .status, tier: 1, .degrading, .verifier,
            "A credential has several status entries, and any bit that is set counts as revocation.",
            issuer: "Say in your documentation which purposes you use.",
            verifier: "Read each entry by its purpose.", clause: "Bitstring Status List 1.0, statusPurpose", .must),
        .init(
            "encodedlist-prefix", "Status list without its prefix", .status, tier: 1, .blocking, .issuer,
            "The status list lacks the letter that says how it is encoded, so that no status of this issuer can be read.",
            issuer: "Put the multibase letter u before the list.",
            verifier: "Read lists without the letter too, with a warning.",
            clause: "Bitstring Status List 1.0, Bitstring encoding", .must),
        .init(
            "compression-differs", "Status list packed in another way", .status, tier: 1, .blocking, .issuer,
            "The status list is not compressed with gzip and can't be expanded.", issuer: "Compress with gzip.",
            verifier: "Tell apart what can't be read and what is revoked.",
            clause: "Bitstring Status List 1.0, Bitstring generation", .must),
        .init(
            "bit-order", "Bits counted from the other end", .status, tier: 1, .silent, .issuer,
            "The bits are counted from the wrong end, and the wrong credential is revoked.",
            issuer: "Count from the left-most bit, and test with one revoked index.",
            verifier: "Ask an issuer to revoke a test credential before relying on its list.",
            clause: "Bitstring Status List 1.0, Bitstring generation", .must),
        .init(
            "list-too-short", "Status list too short", .status, tier: 1, .blocking, .issuer,
            "The list is shorter than the minimum that protects privacy.",
            issuer: "Publish 131,072 entries from the start.",
            verifier: "Report the length that was found.", clause: "Bitstring Status List 1.0, Validate algorithm",
            .must),
        .init(
            "status-issuer-differs", "Status list signed by another", .status, tier: 1, .blocking, .verifier,
            "Another DID signs the status list, which is allowed, and the verifier refuses it.",
            issuer: "Say which DIDs sign your lists.",
            verifier: "Accept the signer that the credential's link leads to.",
            clause: "Bitstring Status List 1.0, BitstringStatusListCredential", .may),
        .init(
            "unreachable-shown-as-revoked", "Outage shown as revocation", .status, tier: 1, .silent, .verifier,
            "A status host is down, and honest credentials are shown as revoked.",
            issuer: "Host status lists where they are always on.",
            verifier: "Report three outcomes: good, revoked, could not be checked.",
            clause: "Bitstring Status List 1.0, Processing errors", .must),
        .init(
            "stale-status-cache", "Old status list in use", .status, tier: 1, .silent, .verifier,
            "A revoked credential passes because the verifier reads a list of days ago.",
            issuer: "Publish how long a list may be kept.", verifier: "Keep lists no longer than their issuer says.",
            clause: "Bitstring Status List 1.0, ttl", .should),
        .init(
            "status-never-checked", "Status not checked", .status, tier: 1, .silent, .verifier,
            "A revoked credential passes because nobody looks.",
            issuer: "Ask partners to show the result of the status check.",
            verifier: "Check status, and show the result in each verdict.",
            clause: "Bitstring Status List 1.0, Validate algorithm", .should),
        .init(
            "index-out-of-range", "Index beyond the list", .status, tier: 1, .silent, .issuer,
            "The status entry points beyond the end of the list.",
            issuer: "Give out indexes of the published list only.",
            verifier: "Treat the status as unknown.", clause: "Bitstring Status List 1.0, Validate algorithm", .must),
        .init(
            "certificate-revoked", "Revoked", .status, tier: 1, .blocking, .issuer,
            "The credential was revoked by who issued it.", issuer: "Replace what rests on the revoked credential.",
            verifier: "Hold what rests on it until there is another.",
            clause: "Bitstring Status List 1.0, Validate algorithm", .must),
        .init(
            "certificate-suspended", "Suspended", .status, tier: 1, .blocking, .issuer,
            "The credential is suspended by who issued it.", issuer: "Settle with the certifier what led to it.",
            verifier: "Look again later.", clause: "Bitstring Status List 1.0, Validate algorithm", .must),
    ]

    static let trust: [FailureMode] = [
        .init(
            "trust-anchor-unknown", "Register not on the list", .trust, tier: 3, .blocking, .verifier,
            "The issuer is registered, in a register that the verifier never heard of.",
            issuer: "Have your register's anchor lead to one on a shared list.",
            verifier: "Use a shared list of registers.", tests: .tier3, clause: "UNTP Trust Graphs", .should),
        .init(
            "anchor-not-discoverable", "Identity anchor not to be found", .trust, tier: 3, .blocking, .issuer,
            "The issuer is registered, but its DID document does not say where.",
            issuer: "Name the anchor in the services of the DID document.",
            verifier: "Look in the register's links too.", tests: .partly,
            clause: "UNTP Digital Identity Anchor, Discovery", .should),
        .init(
            "chain-depth-limit", "Chain of anchors longer than followed", .trust, tier: 3, .degrading, .verifier,
            "The chain from issuer to trusted register is longer than the verifier walks.",
            issuer: "Keep the chain to your register short.",
            verifier: "Follow at least four anchors, and say how many.",
            tests: .partly, clause: "UNTP Trust Graphs", .should),
        .init(
            "not-yet-valid-by-clock", "Valid by another clock", .trust, tier: 1, .degrading, .ambiguous,
            "Something fresh is refused because two clocks differ by minutes.",
            issuer: "Keep clocks in step, and date what is fresh a little back.",
            verifier: "Allow a few minutes.", clause: "VCDM 2.0, Validity period", .none),
        .init(
            "certificate-expired", "Certificate out of date", .trust, tier: 3, .blocking, .issuer,
            "The certificate behind a claim has expired.", issuer: "Renew certificates before they run out.",
            verifier: "Ask for the new certificate.", clause: "VCDM 2.0, Validity period", .must),
        .init(
            "credential-expired", "Out of date", .trust, tier: 1, .blocking, .issuer, "The credential has expired.",
            issuer: "Issue a new one before the old one runs out.", verifier: "Ask for the successor.",
            clause: "VCDM 2.0, Validity period", .must),
        .init(
            "credential-not-yet-valid", "Not valid yet", .trust, tier: 1, .blocking, .issuer,
            "The credential is valid from a later day on.", issuer: "Date credentials from the day of issue.",
            verifier: "Look again on that day.", clause: "VCDM 2.0, Validity period", .must),
        .init(
            "certificate-scope-mismatch", "Certificate for something else", .trust, tier: 3, .blocking, .issuer,
            "The certificate is genuine, and covers another site, product or criterion than the claim.",
            issuer: "Link the certificate that covers the claim, or withdraw the claim.",
            verifier: "Ask for the right certificate; look out for a pattern.", tests: .tier3,
            clause: "UNTP Trust Graphs", .must),
        .init(
            "scheme-not-recognised", "Scheme not recognised at the destination", .trust, tier: 3, .blocking, .ambiguous,
            "The certificate is genuine and cites its scheme's own criteria, which a mapping takes for the claimed "
                + "ones; the buyer's country does not recognise the scheme.",
            issuer: "Have the facility assessed by a scheme that the market recognises as well.",
            verifier: "Recognise schemes whose criteria the mapping takes for equivalent.", tests: .none,
            clause: "UNTP, Conformity vocabulary", .should),
        .init(
            "anchor-shape-skew", "Anchor of another release", .trust, tier: 3, .blocking, .register,
            "The register issues anchors of a release that the verifier does not read, and all whom it vouches for "
                + "lose their trust at once.",
            issuer: "Issue anchors of both releases while partners change over.",
            verifier: "Read anchors of the next release before registers change.", tests: .tier2,
            clause: "UNTP Digital Identity Anchor", .must),
        .init(
            "several-dids-one-party", "Issuer under a second DID", .trust, tier: 3, .degrading, .issuer,
            "Events are issued under another DID than passports, and no anchor names it.",
            issuer: "Have each of your DIDs anchored, and listed in the register.",
            verifier: "Say which of the party's DIDs lacks an anchor.", clause: "UNTP Digital Identity Anchor", .should),
        .init(
            "accreditation-missing", "Certifier not accredited for it", .trust, tier: 3, .blocking, .issuer,
            "The certifier's anchor is in no register of accreditation, or does not cover what was assessed.",
            issuer: "Have the accreditation body extend the scope of your anchor, or assess what it covers.",
            verifier: "Ask for a certificate by an accredited body.", clause: "UNTP Digital Identity Anchor", .must),
        .init(
            "claim-contradicted", "Certificate says the contrary", .trust, tier: 3, .blocking, .issuer,
            "The assessment finds no conformance where the passport claims it.", issuer: "Withdraw the claim.",
            verifier: "Treat the claim as false.", tests: .tier3, clause: "UNTP Trust Graphs", .must),
        .init(
            "issuer-impersonated", "Issued in the name of another", .trust, tier: 3, .blocking, .issuer,
            "Key, anchor and stated party do not belong to the same entity.",
            issuer: "Issue under the DID that is anchored for the party named.",
            verifier: "Refuse, and tell the party that is named.", clause: "UNTP Digital Identity Anchor", .must),
    ]

    static let access: [FailureMode] = [
        .init(
            "cipher-differs", "Cipher that is not read", .access, tier: 3, .blocking, .ambiguous,
            "The key is there, and the content is encrypted in a way that the reader does not know.",
            issuer: "Announce the cipher on the link, and offer the reference one.",
            verifier: "Read AES of 128 and of 256 bits.", tests: .partly,
            clause: "UNTP Decentralised Access Control", .should),
        .init(
            "encryption-not-announced", "Encrypted, and not announced", .access, tier: 3, .blocking, .issuer,
            "The link does not say that its target is encrypted, and the reader sees garbage.",
            issuer: "Put method and role on the link.", verifier: "Tell an encrypted document from a broken one.",
            clause: "UNTP Decentralised Access Control", .must),
        .init(
            "access-protocol-differs", "No common way to log in", .access, tier: 3, .blocking, .ambiguous,
            "Somebody who may have the key can't prove who it is in the protocol that the host speaks.",
            issuer: "Offer DID authentication at least.", verifier: "Speak more than one protocol.",
            clause: "UNTP Decentralised Access Control", .should),
        .init(
            "access-role-name", "Role under another name", .access, tier: 3, .blocking, .issuer,
            "The partner has the role, and the host knows it by another name.",
            issuer: "Grant access to the published role URIs.", verifier: "Name the role that was presented.",
            clause: "UNTP Decentralised Access Control", .must),
        .init(
            "key-lost-in-qr", "Key lost on the label", .access, tier: 3, .silent, .issuer,
            "The label has no key: the printed link was shortened, or what carries it has no room for more than an identifier.",
            issuer: "Print the whole link as a QR code, and try it with a scanner that is not yours.",
            verifier: "Say that there was no key, rather than no passport.", tests: .partly,
            clause: "UNTP Decentralised Access Control", .must),
        .init(
            "hash-over-other-bytes", "Digest of other bytes", .access, tier: 3, .blocking, .issuer,
            "The digest was made over another serialisation, and an untouched document looks changed.",
            issuer: "Hash the bytes exactly as they are served.",
            verifier: "Hash what arrives, and say so in the error.", tests: .partly,
            clause: "UNTP schemas, SecureLink", .must),
        .init(
            "digest-notation", "Digest in another notation", .access, tier: 3, .degrading, .issuer,
            "The digest is written as another release of UNTP has it, and is not understood.",
            issuer: "Write digests as the declared release has them.", verifier: "Read both notations.",
            clause: "UNTP schemas, SecureLink", .must),
    ]

    static let business: [FailureMode] = [
        .init(
            "superseded-passport-used", "Decided on a corrected passport", .business, tier: 3, .silent, .ambiguous,
            "A passport was corrected, and the buyer decides on the copy that it has.",
            issuer: "Revoke what you replace, and link the successor.",
            verifier: "Look whether a passport on file still stands before you decide on it.",
            clause: "UNTP Digital Product Passport, Life cycle", .should),
        .init(
            "industry-level-not-mapped", "Level of assessment without a code", .business, tier: 3, .degrading,
            .ambiguous, "The scheme's level is none of the codes, and the buyer's rule asks for one of them.",
            issuer: "Agree with the scheme on a mapping of levels before going live.",
            verifier: "Ask which level is meant before holding the goods.",
            clause: "UNTP Digital Conformity Credential, assessmentLevel", .should),
        .init(
            "event-out-of-order", "Event published after its product", .business, tier: 3, .degrading, .ambiguous,
            "The event that ties a product to its inputs comes later than the product, and the chain ends.",
            issuer: "Publish events before the goods leave.",
            verifier: "Order by event time, and look again when late events arrive.",
            clause: "EPCIS 2.0, recordTime", .should),
        .init(
            "render-method-unknown", "Template of an unknown kind", .business, tier: 2, .degrading, .ambiguous,
            "The template for people is of a kind that the reader does not show.",
            issuer: "Offer a plain template beside others.",
            verifier: "Never refuse a credential for its template.",
            clause: "VCDM 2.0, Reserved extension points", .should),
        .init(
            "old-credentials-stop-rendering", "Blank since the renderer's upgrade", .business, tier: 2, .degrading,
            .verifier, "The renderer was upgraded and shows nothing of credentials that are older.",
            issuer: "Keep templates of the past within reach.", verifier: "Keep the old renderer for old credentials.",
            clause: "UNTP VC profile, Rendering", .should),
        .init(
            "error-text-hides-cause", "Error without a cause", .business, tier: 3, .degrading, .verifier,
            "Whatever is wrong, the verifier says that the credential is invalid, and nobody can act on it.",
            issuer: "Ask which step failed, with the credential at hand.",
            verifier: "Name the step, what was found and what was expected.",
            clause: "VCDM 2.0, Problem details", .should),
        .init(
            "claim-without-certificate", "Claim without evidence", .business, tier: 3, .degrading, .issuer,
            "The passport claims something for which it offers no certificate.",
            issuer: "Link evidence, or mark the claim as one's own.",
            verifier: "Show which claims are proven.", tests: .tier3,
            clause: "UNTP Digital Product Passport, Conformity claims", .may),
        .init(
            "claim-not-testable", "Claim too vague to test", .business, tier: 3, .degrading, .issuer,
            "The passport claims something by no criterion that anybody else knows, and offers no evidence.",
            issuer: "Claim by a criterion of a scheme or of the shared vocabulary, with a value and a unit.",
            verifier: "Take what can't be tested for advertising.", tests: .none,
            clause: "UNTP Digital Product Passport, Conformity claims", .should),
        .init(
            "custody-mixed", "Sources mixed that are kept apart", .business, tier: 3, .blocking, .issuer,
            "A batch of a process that keeps material apart was made of inputs of different makers, or is said to be certified further than an input is; or goods are said to be certified under a better model than something on their way, as if kept apart after a mass balance.",
            issuer:
                "Make certified batches of certified material, and of one maker's where identity is preserved; claim the weakest model on the way.",
            verifier:
                "Look at who made the inputs of such a process, and at what their passports say to be certified and how.",
            tests: .none,
            clause: "UNTP, Chain of custody", .should),
        .init(
            "credit-quantity-missing", "Credits without a quantity", .business, tier: 3, .degrading, .issuer,
            "Goods are certified by credits, and the certificate doesn't say how many: whether they cover the claim can't be computed.",
            issuer: "Claim by a certificate that says how many credits were used up, and for how much of what.",
            verifier: "Say that it can't be computed; accuse nobody of using credits twice.",
            tests: .none,
            clause: "UNTP, Chain of custody", .should),
        .init(
            "double-use", "Input used twice", .business, tier: 3, .blocking, .issuer,
            "Different batches use more of an input than there ever was of it, or claim more by a certificate of credits than it stands for.",
            issuer: "Use a certified lot or a credit once, and let the scheme's quota manager see it.",
            verifier:
                "Add up what events use of each input, and passports claim by each credit; ask where the sum is too large.",
            tests: .none,
            clause: "UNTP, Chain of custody", .should),
        .init(
            "mass-balance-exceeded", "More out than went in", .business, tier: 3, .blocking, .issuer,
            "An event yields more of the product than its inputs can give by the best yield of the process, or a facility certifies more in an accounting period than what came in as certified gave by its own events.",
            issuer: "Certify no more than the certified input times the yield.",
            verifier:
                "Hold quantities of events, and certified quantities of each facility and period, against the yields that the scheme publishes.",
            tests: .none,
            clause: "UNTP, Chain of custody", .should),
        .init(
            "origin-changed", "Origin changed on the way", .business, tier: 3, .blocking, .issuer,
            "The passport names other countries of origin than the passports of what it was made from.",
            issuer: "Carry the origins of inputs over, by their shares.",
            verifier: "Compare the origins that a passport names with those of its inputs.", tests: .none,
            clause: "UNTP Digital Product Passport, Materials provenance", .should),
        .init(
            "origin-test-contradicts", "Test contradicts the origin", .business, tier: 3, .blocking, .issuer,
            "A laboratory finds that the goods are not what their passport says they were made from.",
            issuer: "Sell what is certified as certified, and nothing else.",
            verifier: "Have samples of risky goods tested.", tests: .none,
            clause: "UNTP, Chain of custody", .should),
        .init(
            "duplicate-event", "Event counted twice", .business, tier: 3, .silent, .ambiguous,
            "An event was sent again after a late receipt, and its quantities are counted twice.",
            issuer: "Send the same event id again, and say that it is a repetition.",
            verifier: "Count an event once by its id.", clause: "EPCIS 2.0, Event identity", .should),
        .init(
            "demand-not-proven", "Answer without full proof", .business, tier: 3, .degrading, .issuer,
            "What the buyer or a law asks for is answered by a claim that no certificate covers wholly, or only further upstream and by one that nobody vouches for.",
            issuer:
                "Have what your markets ask for assessed, by a criterion that they take for equivalent and by an anchored certifier.",
            verifier: "Say which certificates count, and agree on what is equivalent.", tests: .none,
            clause: "UNTP, Sustainability vocabulary mapping", .should),
        .init(
            "demanded-claim-missing", "Question not answered", .business, tier: 3, .degrading, .issuer,
            "The buyer or its country asks for something on which the passport is silent.",
            issuer: "Answer each criterion that your markets ask for, if only with not available.",
            verifier: "Tell suppliers beforehand what is asked for.",
            clause: "UNTP Digital Product Passport, Conformity claims", .none),
    ]
}
