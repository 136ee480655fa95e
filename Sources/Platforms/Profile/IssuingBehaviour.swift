// How a platform issues: the sections of a profile that shape what others receive.

extension BehaviourProfile {
    /// How credentials are served.
    package struct Hosting: Sendable, Equatable {
        package var contentType = ContentType.registered
        package var links = Links.publicHost
        package var crossOrigin = CrossOrigin.allowed
        package var paths = Paths.stable
        package var versions = Versions.kept
        package var upgradeDay = 25

        package enum ContentType: String, KnobValue { case registered, legacy }
        package enum Links: String, KnobValue {
            case publicHost = "public"
            case testHost = "test"
            case internalHost = "internal"
        }
        package enum CrossOrigin: String, KnobValue { case allowed, silent }
        package enum Paths: String, KnobValue {
            case stable
            case movedByUpgrade = "moved-by-upgrade"
        }
        package enum Versions: String, KnobValue {
            case kept
            case latestOnly = "latest-only"
        }
    }

    /// How the platform's identity resolver answers.
    package struct Resolver: Sendable, Equatable {
        package var linkTypes = LinkTypes.current
        package var linksetWord = LinksetWord.both
        package var linksetShape = LinksetShape.rfc9264
        package var relationEncoding = RelationEncoding.plain
        package var linkHeader = LinkHeader.complete
        package var defaultLink = DefaultLink.page
        package var languageAttribute = LanguageAttribute.hreflang
        package var anchors = Anchors.current
        package var variants = Variants.machine
        package var vocabulary = Vocabulary.open
        package var mediaTypes = MediaTypes.any
        package var walksUp = WalksUp.toParents

        package enum LinkTypes: String, KnobValue {
            case current
            case gs1
            case longName = "long-name"
            case vocabularyURL = "vocabulary-url"
            case ownDomain = "own-domain"
        }
        package enum RelationEncoding: String, KnobValue {
            case plain
            case percent
        }
        package enum LinkHeader: String, KnobValue { case complete, limited }
        package enum DefaultLink: String, KnobValue { case page, linkset }
        package enum LanguageAttribute: String, KnobValue { case hreflang, lang }
        package enum Anchors: String, KnobValue {
            case current
            case formerDomain = "former-domain"
        }
        package enum Variants: String, KnobValue {
            case machine
            case machineAndPage = "machine-and-page"
            case collapsed
        }
        package enum Vocabulary: String, KnobValue { case open, closed }
        package enum MediaTypes: String, KnobValue { case any, curated }
        package enum WalksUp: String, KnobValue {
            case toParents = "to-parents"
            case no
        }
        package enum LinksetWord: String, KnobValue {
            case both
            case linksetOnly = "linkset-only"
            case allOnly = "all-only"
        }
        package enum LinksetShape: String, KnobValue {
            case rfc9264
            case flatList = "flat-list"
        }
    }

    /// How the platform's customers are identified by DIDs and keys.
    package struct Identity: Sendable, Equatable {
        package var didPath = DIDPath.colons
        package var port = Port.none
        package var keyEncoding = KeyEncoding.jwk
        package var assertionMethod = AssertionMethod.listed
        package var rotation = Rotation.none
        package var anchorService = AnchorService.published
        package var dids = DIDs.one

        package enum DIDs: String, KnobValue {
            case one
            case oneForEvents = "one-for-events"
        }

        package enum DIDPath: String, KnobValue { case colons, slashes }
        package enum Port: String, KnobValue { case none, encoded, raw }
        package enum KeyEncoding: String, KnobValue {
            case jwk
            case multikey
            case multikeyWithoutCodec = "multikey-without-codec"
        }
        package enum AssertionMethod: String, KnobValue {
            case listed
            case notListed = "not-listed"
        }
        package enum Rotation: String, KnobValue {
            case none
            case keepsOldKeys = "keeps-old-keys"
            case removesOldKeys = "removes-old-keys"
        }
        package enum AnchorService: String, KnobValue { case published, absent }
    }

    /// How products are named in credentials.
    package struct Identifiers: Sendable, Equatable {
        package var form = Form.digitalLink
        package var granularity = Granularity.batch
        package var numbers = Numbers.allocated

        package enum Granularity: String, KnobValue { case batch, model }
        package enum Numbers: String, KnobValue {
            case allocated
            case restricted
        }

        package enum Form: String, KnobValue {
            case digitalLink = "digital-link"
            case epcURN = "epc-urn"
            case gtin13 = "gtin-13"
            case trailingSlash = "trailing-slash"
        }
    }

    /// How credentials are secured.
    package struct Securing: Sendable, Equatable {
        package var carrier = Carrier.enveloped
        package var envelopeType = EnvelopeType.string
        package var dataMediaType = DataMediaType.registered
        package var typ = Typ.registered
        package var algorithm = Algorithm.edDSA
        package var kid = KeyIdentifier.absolute
        package var payload = Payload.credential
        package var timeClaims = TimeClaims.none
        package var tokenID = TokenID.none

        package enum Carrier: String, KnobValue {
            case enveloped
            case token
            case embedded
            case embeddedFormerSuite = "embedded-former-suite"

            /// Whether the proof stands in the credential itself.
            var isEmbedded: Bool { self == .embedded || self == .embeddedFormerSuite }
        }
        package enum EnvelopeType: String, KnobValue { case string, array }
        package enum DataMediaType: String, KnobValue {
            case registered = "application/vc+jwt"
            case draftLD = "application/vc-ld+jwt"
            case draftPlus = "application/vc+ld+jwt"
        }
        package enum Typ: String, KnobValue {
            case registered = "vc+jwt"
            case plainJWT = "JWT"
            case draft = "vc+ld+jwt"
            case absent
        }
        package enum Algorithm: String, KnobValue {
            case edDSA = "EdDSA"
            case ed25519 = "Ed25519"
            case es256 = "ES256"
        }
        package enum KeyIdentifier: String, KnobValue {
            case absolute
            case fragment
            case bareDID = "bare-did"
        }
        package enum Payload: String, KnobValue {
            case credential
            case vcClaim = "vc-claim"
        }
        package enum TimeClaims: String, KnobValue { case none, agreeing, contradicting }
        package enum TokenID: String, KnobValue {
            case none, agreeing
            case ofToken = "of-the-token"
        }
    }

    /// How credentials depart from the data model and from the schema.
    package struct Credential: Sendable, Equatable {
        package var dataModel = DataModel.version2
        package var issuer = Issuer.object
        package var contexts = Contexts.ordered
        package var terms = Terms.defined
        package var singletons = Singletons.arrays
        package var closedObjects = ClosedObjects.asDeclared
        package var formats = Formats.valid
        package var release = IssuedRelease.v0_6_1
        package var codes = Codes.ofRelease
        package var types = Types.mapped
        package var ids = IDs.absolute
        package var extending = Extending.none
        package var embeds = Embeds.nothing
        package var redefines = Redefines.nothing
        package var spelling = Spelling.right
        package var claimFlag = ClaimFlag.stated
        package var rendering = Rendering.none
        package var levels = Levels.listed
        package var corrections = Corrections.revoked

        package enum IssuedRelease: String, KnobValue {
            case v0_6_1 = "0.6.1"
            case v0_6_0 = "0.6.0"
            case v0_5_0 = "0.5.0"
            case v0_7_0 = "0.7.0"
            case upgrades = "0.6.1-then-0.7.0"
        }
        package enum Types: String, KnobValue { case mapped, extra }
        package enum IDs: String, KnobValue { case absolute, relative }
        package enum Extending: String, KnobValue {
            case none
            case additive
            case careless
            case replacing
        }
        package enum Redefines: String, KnobValue {
            case nothing
            case protectedTerm = "a-protected-term"
        }
        package enum Spelling: String, KnobValue { case right, misspelt }
        package enum Embeds: String, KnobValue { case nothing, evidence }
        package enum Codes: String, KnobValue {
            case ofRelease = "of-the-release"
            case ofNext = "of-0.7.0"
        }
        package enum ClaimFlag: String, KnobValue { case stated, omitted }
        package enum Rendering: String, KnobValue {
            case none
            case template2024 = "render-template-2024"
            case template2022 = "web-rendering-template-2022"
        }
        package enum Levels: String, KnobValue {
            case listed
            case ofTheScheme = "of-the-scheme"
        }
        package enum Corrections: String, KnobValue {
            case revoked
            case leftValid = "left-valid"
        }

        package enum DataModel: String, KnobValue {
            case version2 = "2.0"
            case version1_1 = "1.1"
        }
        package enum Issuer: String, KnobValue { case object, string }
        package enum Contexts: String, KnobValue {
            case ordered
            case untpFirst = "untp-first"
        }
        package enum Terms: String, KnobValue { case defined, undefined }
        package enum Singletons: String, KnobValue { case arrays, collapsed }
        package enum ClosedObjects: String, KnobValue {
            case asDeclared = "as-declared"
            case extraProperties = "extra-properties"
        }
        package enum Formats: String, KnobValue {
            case valid
            case malformedURI = "malformed-uri"
        }
    }

    /// How values are written.
    package struct Values: Sendable, Equatable {
        package var decimals = Decimals.number
        package var dateTimes = DateTimes.zoned
        package var units = Units.rec20
        package var basis = Basis.declaredUnit
        package var coordinates = Coordinates.longitudeFirst
        package var eventTimes = EventTimes.utc

        package enum EventTimes: String, KnobValue {
            case utc
            case localOffset = "local-offset"
        }

        package enum Decimals: String, KnobValue { case number, text }
        package enum DateTimes: String, KnobValue {
            case zoned
            case withoutZone = "without-zone"
        }
        package enum Units: String, KnobValue {
            case rec20
            case freeText = "free-text"
        }
        package enum Basis: String, KnobValue {
            case declaredUnit = "declared-unit"
            case perKilogram = "per-kilogram"
        }
        package enum Coordinates: String, KnobValue {
            case longitudeFirst = "longitude-first"
            case latitudeFirst = "latitude-first"
        }
    }

    /// Which criteria claims and assessments cite.
    package struct Criteria: Sendable, Equatable {
        package var identifiers = CriterionIdentifiers.scheme

        package enum CriterionIdentifiers: String, KnobValue { case scheme, own }
    }

    /// How status lists are published.
    package struct Status: Sendable, Equatable {
        package var encoding = Encoding.multibase
        package var compression = Compression.gzip
        package var bitOrder = BitOrder.leftmostFirst
        package var listLength = ListLength.standard
        package var signer = Signer.issuer
        package var signing = Signing.daily
        package var entries = Entries.revocation
        package var index = Index.text

        package enum Index: String, KnobValue { case text, number }
        package enum Signing: String, KnobValue {
            case daily
            case onRequest = "on-request"
        }

        package var family = Family.bitstring
        package var listPurpose = ListPurpose.ofEntries
        /// How long readers may keep a list, as it says; 0 where it doesn't.
        package var timeToLiveSeconds = 0
        package var indexes = Indexes.withinList

        package enum Family: String, KnobValue {
            case bitstring
            case statusList2021 = "status-list-2021"
            case revocationList2020 = "revocation-list-2020"
        }
        package enum ListPurpose: String, KnobValue {
            case ofEntries = "of-its-entries"
            case alwaysSuspension = "always-suspension"
        }
        package enum Indexes: String, KnobValue {
            case withinList = "within-list"
            case beyondList = "beyond-list"
        }

        package enum Entries: String, KnobValue {
            case revocation
            case withRefresh = "with-refresh"
        }

        package enum Encoding: String, KnobValue {
            case multibase
            case bareBase64URL = "bare-base64url"
        }
        package enum Compression: String, KnobValue { case gzip, zlib }
        package enum BitOrder: String, KnobValue {
            case leftmostFirst = "leftmost-first"
            case rightmostFirst = "rightmost-first"
        }
        package enum ListLength: String, KnobValue { case standard, short }
        package enum Signer: String, KnobValue { case issuer, platform }
    }

    /// How linked evidence is pinned.
    package struct Evidence: Sendable, Equatable {
        package var digestInput = DigestInput.servedBytes
        package var digestNotation = DigestNotation.hex

        package enum DigestInput: String, KnobValue {
            case servedBytes = "served-bytes"
            case ownSerialisation = "own-serialisation"
        }
        package enum DigestNotation: String, KnobValue { case hex, multibase }
    }

    /// Who may read passports, and how they come by the key.
    package struct Access: Sendable, Equatable {
        package var passports = Passports.open
        package var announcing = Announcing.onLink
        package var keys = Keys.withGoods
        package var label = Label.complete
        package var protocolOffered = ProtocolOffered.didAuthentication
        package var roleNames = RoleNames.published
        package var ciphersRead = CiphersRead.both
        package var protocolsSpoken = ProtocolsSpoken.both

        package enum Passports: String, KnobValue {
            case open
            case sealed = "aes-256-gcm"
            case sealed128 = "aes-128-gcm"
        }
        package enum Announcing: String, KnobValue {
            case onLink = "on-the-link"
            case nowhere
        }
        package enum Keys: String, KnobValue {
            case withGoods = "with-the-goods"
            case byRole = "by-role"
        }
        package enum Label: String, KnobValue { case complete, shortened }
        package enum ProtocolOffered: String, KnobValue {
            case didAuthentication = "did-authentication"
            case openID4VP = "openid4vp"
        }
        package enum RoleNames: String, KnobValue {
            case published
            case own
        }
        package enum CiphersRead: String, KnobValue {
            case both
            case aes256Only = "aes-256-only"
        }
        package enum ProtocolsSpoken: String, KnobValue {
            case both
            case didAuthenticationOnly = "did-authentication-only"
        }
    }

    /// How traceability events are sent and counted.
    package struct Events: Sendable, Equatable {
        package var sending = Sending.once
        package var counting = Counting.deduplicated
        package var publishing = Publishing.inOrder
        package var ordering = Ordering.reconsidered
        package var identity = Identity.assigned
        package var identityCheck = IdentityCheck.none
        package var offsets = Offsets.kept

        package enum Publishing: String, KnobValue {
            case inOrder = "in-order"
            case late
        }
        package enum Ordering: String, KnobValue {
            case reconsidered
            case asArrived = "as-arrived"
        }
        package enum Identity: String, KnobValue {
            case assigned
            case hashed
            case hashedByOwnRules = "hashed-by-own-rules"
        }
        package enum IdentityCheck: String, KnobValue {
            case none
            case recomputed
        }
        package enum Offsets: String, KnobValue { case kept, dropped }

        package enum Sending: String, KnobValue {
            case once
            case resent
        }
        package enum Counting: String, KnobValue {
            case deduplicated
            case asReceived = "as-received"
        }
    }

    /// How far the platform's clock is off.
    package struct Clock: Sendable, Equatable {
        /// Seconds by which the clock is ahead of the true time; negative when it is behind.
        package var offsetSeconds = 0
    }
}
