// How a platform reads: the sections of a profile that decide what it makes of what others publish.

extension BehaviourProfile {
    /// How documents are fetched.
    package struct Fetching: Sendable, Equatable {
        package var redirects = Redirects.follow
        package var contexts = Contexts.bundled
        package var runtime = Runtime.server
        package var hostGuard = HostGuard.open
        /// The largest document that is taken, in kibibytes.
        package var maximumKibibytes = 4096

        package enum Runtime: String, KnobValue { case server, browser }
        package enum HostGuard: String, KnobValue {
            case open
            case publicOnly = "public-only"
        }

        package enum Redirects: String, KnobValue { case follow, refuse }
        package enum Contexts: String, KnobValue { case bundled, live }
    }

    /// How links are looked for in an identity resolver's answer.
    package struct Discovery: Sendable, Equatable {
        package var linkTypes = LinkTypes.everySpelling
        package var linksetWord = LinksetWord.linkset
        package var variants = Variants.byNeed
        package var relations = Relations.decoded
        package var linkKeys = LinkKeys.anyHost
        package var source = Source.body
        package var entry = Entry.linkset
        package var language = Language.any
        package var anchors = Anchors.ignored

        package enum Relations: String, KnobValue {
            case decoded
            case asWritten = "as-written"
        }
        package enum LinkKeys: String, KnobValue {
            case anyHost = "any-host"
            case queriedHost = "queried-host"
        }
        package enum Source: String, KnobValue { case body, header }
        package enum Entry: String, KnobValue {
            case linkset
            case defaultLink = "default-link"
        }
        package enum Language: String, KnobValue { case any, matched }
        package enum Anchors: String, KnobValue { case ignored, checked }
        package enum LinkTypes: String, KnobValue {
            case everySpelling = "every-spelling"
            case currentOnly = "current-only"
        }
        package enum LinksetWord: String, KnobValue { case linkset, all }
        package enum Variants: String, KnobValue {
            case byNeed = "by-need"
            case htmlOnly = "html-only"
        }
    }

    /// How the bytes of a credential are opened.
    package struct Reading: Sendable, Equatable {
        package var parser = Parser.byContent
        package var mediaTypes = MediaTypes.any
        package var envelopeType = EnvelopeType.stringOrArray
        package var dataMediaTypes = DataMediaTypes.anyToken
        package var payload = Payload.credentialOnly
        package var proofs = Proofs.both

        package enum Proofs: String, KnobValue {
            case both
            case envelopedOnly = "enveloped-only"
        }

        package enum Parser: String, KnobValue {
            case byContent = "by-content"
            case byContentType = "by-content-type"
        }
        package enum MediaTypes: String, KnobValue {
            case any
            case registeredOnly = "registered-only"
            case jsonOnly = "json-only"
        }
        package enum EnvelopeType: String, KnobValue {
            case stringOrArray = "string-or-array"
            case stringOnly = "string-only"
        }
        package enum DataMediaTypes: String, KnobValue {
            case anyToken = "any-token"
            case registeredOnly = "registered-only"
        }
        package enum Payload: String, KnobValue {
            case credentialOnly = "credential-only"
            case unwrapsClaim = "unwraps-vc-claim"
        }
    }

    /// What is checked of a credential, and how strictly.
    package struct Verifying: Sendable, Equatable {
        package var typ = Typ.anyKnown
        package var algorithms = Algorithms.all
        package var kid = KeyIdentifiers.anyForm
        package var keyEncodings = KeyEncodings.all
        package var identifiers = IdentifierComparison.canonical
        package var numbers = Numbers.checkDigit
        package var releases = Releases.all
        package var extensions = Extensions.readAsCore
        package var contextSnapshot = ContextSnapshot.current
        package var contextCache = ContextCache.ofDocument
        package var schemaLookup = SchemaLookup.table
        package var requiredFields = RequiredFields.ofRelease
        package var statusIndex = StatusIndex.either
        package var topics = Topics.mapped
        package var statusPurposes = StatusPurposes.each
        package var rendering = Rendering.optional
        package var renderer = Renderer.readsAll
        package var levels = Levels.any
        package var errors = Errors.named

        package var undefinedTerms = UndefinedTerms.refused
        package var schema = Schema.strict
        package var status = StatusChecking.checked
        package var statusFamilies = StatusFamilies.current
        package var statusEncoding = StatusEncoding.strict
        package var statusFailure = StatusFailure.unknown
        package var statusIssuer = StatusIssuer.any
        package var leewaySeconds = 300

        package enum ContextSnapshot: String, KnobValue { case current, older }
        package enum ContextCache: String, KnobValue {
            case ofDocument = "of-each-document"
            case shared
        }
        package enum Extensions: String, KnobValue {
            case readAsCore = "read-as-core"
            case knownTypesOnly = "known-types-only"
            case knownContextsOnly = "known-contexts-only"
            case understood
        }
        package enum Releases: String, KnobValue {
            case all
            case sixthOnly = "0.6-only"
        }
        package enum SchemaLookup: String, KnobValue {
            case table
            case urlPattern = "url-pattern"
        }
        package enum RequiredFields: String, KnobValue {
            case ofRelease = "of-the-release"
            case ofNext = "of-0.7.0"
        }
        package enum StatusIndex: String, KnobValue { case either, text, number }
        package enum Topics: String, KnobValue {
            case mapped
            case asWritten = "as-written"
        }
        package enum StatusPurposes: String, KnobValue {
            case each = "each-by-its-purpose"
            case anyBit = "any-bit"
        }
        package enum Rendering: String, KnobValue { case optional, required }
        package enum Renderer: String, KnobValue {
            case readsAll = "reads-all"
            case upgraded
        }
        package enum Levels: String, KnobValue {
            case any
            case accreditedOnly = "accredited-only"
        }
        package enum Errors: String, KnobValue { case named, generic }
        package enum Numbers: String, KnobValue {
            case checkDigit = "check-digit"
            case allocatedOnly = "allocated-only"
        }
        package enum Typ: String, KnobValue {
            case anyKnown = "any-known"
            case registeredOnly = "registered-only"
        }
        package enum Algorithms: String, KnobValue {
            case all
            case edDSAFamily = "eddsa-family"
            case edDSANameOnly = "eddsa-name-only"
        }
        package enum KeyIdentifiers: String, KnobValue {
            case anyForm = "any-form"
            case absoluteOnly = "absolute-only"
        }
        package enum KeyEncodings: String, KnobValue {
            case all
            case jwkOnly = "jwk-only"
            case multikeyOnly = "multikey-only"
        }
        package enum IdentifierComparison: String, KnobValue { case canonical, exact }
        package enum UndefinedTerms: String, KnobValue { case refused, dropped }
        package enum Schema: String, KnobValue {
            case strict
            case toleratesExtra = "tolerates-extra"
            case off
        }
        package enum StatusChecking: String, KnobValue { case checked, skipped }
        package enum StatusFamilies: String, KnobValue {
            case current
            case since2021 = "since-2021"
            case since2020 = "since-2020"
        }
        package enum StatusEncoding: String, KnobValue { case strict, tolerant }
        package enum StatusFailure: String, KnobValue { case unknown, revoked }
        package enum StatusIssuer: String, KnobValue {
            case any
            case sameOnly = "same-only"
        }
    }

    /// Whom the platform trusts.
    package struct Trust: Sendable, Equatable {
        package var roots = Roots.sharedList
        package var depth = 4

        package enum Roots: String, KnobValue {
            case sharedList = "shared-list"
            case ownCountry = "own-country"
        }
    }

    /// How long fetched documents are kept, in seconds.
    package struct Caching: Sendable, Equatable {
        package var statusSeconds = 300
        package var documentSeconds = 86_400
        package var evidenceSeconds = 2_592_000
    }
}
