import Credentials
import Networking
import Platforms
import SimulationKernel
import UNTP

/// What is settled before the first consignment: who is registered where, and who is certified for what.
struct Enrolment: Sendable {
    /// By the party's name.
    var facilities: [String: Facility] = [:]
    /// Certificates by party, with the criteria that they cover.
    var certificates: [String: [Certificate]] = [:]
    /// Certificates that prove nothing, for parties that use such, by pattern.
    var forgeries: [String: [FraudPattern: [Certificate]]] = [:]

    struct Facility: Sendable {
        let entity: EntityFacts
        let owner: EntityFacts
        let latitude: Double
        let longitude: Double
        let companyPrefix: String
        let record: IssuedCredential?
    }

    struct Certificate: Sendable {
        var credential: IssuedCredential
        let criteria: [String]
        let certifier: CertifierSpec
        var digest: String
        /// What it was issued for, to be issued again.
        var order: CredentialOrder
        var validUntil: Int64
        /// Its time by its scheme; nil where that says nothing, or where it is left to run out.
        var term: CertificateTerm?
        /// When it became a credential, in Unix seconds; before, it was on paper.
        var availableFrom = Int64.min
        /// When it was revoked in truth, in Unix seconds.
        var revokedAt: Int64?
        /// When it was suspended in truth, in Unix seconds.
        var suspendedAt: Int64?
    }
}

extension World {
    /// Enrols registers, certifiers and parties, issues identity anchors, facility records and certificates.
    func enrol() async -> Enrolment {
        await anchorRegisters()
        for platform in scenario.platforms { await anchor(platform) }
        var enrolment = Enrolment()
        let directory = await anchorCertifiers()
        for platform in scenario.platforms { await platforms[platform.name]?.consult(directory) }
        for (index, party) in scenario.parties.enumerated() {
            enrolment.facilities[party.name] = await enrol(party, index: index)
        }
        for party in scenario.parties {
            enrolment.certificates[party.name] = await certificates(for: party, enrolment.facilities)
            enrolment.forgeries[party.name] = await forgeries(for: party, enrolment)
        }
        return enrolment
    }

    /// When what lasts was issued, in Unix seconds.
    var longAgo: Int64 { scenario.startUnixSeconds - 60 * 86_400 }
    var farAhead: Int64 { scenario.startUnixSeconds + Int64(scenario.days + 730) * 86_400 }

    private func hosts(_ slug: String) -> PlatformHosts {
        PlatformHosts(slug: slug, addressing: network.addressing)
    }

    // MARK: Anchors

    private func anchorRegisters() async {
        for root in Self.rootNames { await platforms[root]?.enrol(slug: Self.tenant, name: root) }
        for country in scenario.countries {
            for (kind, root) in zip(Self.registerKinds, Self.rootNames) {
                let name = Self.register(kind, country.code)
                guard let platform = platforms[name] else { continue }
                let label = kind == "register" ? country.register : country.accreditation
                let did = await platform.enrol(slug: Self.tenant, name: label)
                await issueAnchor(
                    by: root, for: did, name: label, registeredID: name,
                    type: kind == "register" ? "Business" : "Accreditation", scope: [], on: platform, slug: Self.tenant)
            }
        }
    }

    private func issueAnchor(
        by register: String, for did: String, name: String, registeredID: String, type: String, scope: [String],
        on platform: Platform, slug: String
    ) async {
        let facts = AnchorFacts(
            did: did, name: name, registeredID: registeredID,
            scheme: (id: hosts(register).url(.storage, "/scheme/"), name: register),
            registerType: type, scope: scope)
        let anchor = await platforms[register]?.issue(
            .anchor(facts), for: Self.tenant, validFrom: longAgo, validUntil: farAhead)
        if let anchor { await platform.setAnchor(anchor.url, of: slug) }
    }

    /// Anchors a platform that signs the status lists of its tenants in its own name.
    private func anchor(_ spec: PlatformSpec) async {
        guard let platform = platforms[spec.name], platform.behaviour.status.signer == .platform else { return }
        let did = await platform.enrol(slug: Platform.ownSlug, name: spec.title)
        await issueAnchor(
            by: Self.register("register", spec.country), for: did, name: spec.title, registeredID: spec.name,
            type: "Business", scope: [], on: platform, slug: Platform.ownSlug)
    }

    /// Anchors all certifiers; returns whom accreditation bodies then publish as accredited.
    private func anchorCertifiers() async -> AccreditationDirectory {
        var directory = AccreditationDirectory()
        for certifier in scenario.certifiers {
            if let did = await anchor(certifier) { directory.add(certifier.name, did: did) }
        }
        return directory
    }

    private func anchor(_ certifier: CertifierSpec) async -> String? {
        guard let platform = platforms[certifier.platform] else { return nil }
        let did = await platform.enrol(slug: certifier.slug, name: certifier.name)
        await issueAnchor(
            by: Self.register("accreditation", certifier.country), for: did, name: certifier.name,
            registeredID: certifier.slug, type: "Accreditation", scope: scenario.scope(of: certifier), on: platform,
            slug: certifier.slug)
        return did
    }

    private func enrol(_ party: PartySpec, index: Int) async -> Enrolment.Facility? {
        guard let platform = platforms[party.platform], let country = scenario.country(party.country),
            let stage = scenario.stage(party.stage)
        else { return nil }
        var stream = simulation.stream("party/\(party.slug)", "enrolment")
        let number = country.registerScheme.generate { stream.below($0) }
        // Prefixes as national numbering organisations give them, fictional and distinct.
        let companyPrefix = String(
            (platform.behaviour.identifiers.numbers == .allocated ? 7_900_000 : 2_000_000) + index)
        let gln = GS1.appendingCheckDigit(companyPrefix + "00001")
        await rootResolver.register(companyPrefix: companyPrefix, resolver: platform.hosts.url(.resolver))
        let register = Self.register("register", party.country)
        if party.isIssuedUnderDelegate {
            await platform.enrol(slug: party.issuerSlug, name: party.issuedBy ?? party.name)
        } else {
            let did = await platform.enrol(slug: party.slug, name: party.name)
            // A register doesn't vouch for a company that it can't find.
            if !party.fraud.contains(where: { $0.pattern == .fakeFacility }) {
                await issueAnchor(
                    by: register, for: did, name: party.name, registeredID: number, type: "Business", scope: [],
                    on: platform, slug: party.slug)
            }
        }
        let owner = EntityFacts(
            id: hosts(register).url(.resolver, "/company/\(party.slug)"), name: party.name,
            registeredID: number)
        let entity = EntityFacts(
            id: network.addressing.published(GS1Identifier(key: .location, value: gln).canonical),
            name: "\(party.name), \(stage.facility)",
            registeredID: gln)
        let latitude = country.latitude + stream.unit() * 2 - 1
        let longitude = country.longitude + stream.unit() * 2 - 1
        let record = await platform.issue(
            .facility(
                FacilityFacts(
                    facility: entity, country: party.country, operatedBy: owner, latitude: latitude,
                    longitude: longitude, process: stage.process)),
            for: party.issuerSlug, validFrom: longAgo, validUntil: farAhead)
        return Enrolment.Facility(
            entity: entity, owner: owner, latitude: latitude, longitude: longitude, companyPrefix: companyPrefix,
            record: record)
    }

    // MARK: Certificates

    /// The certificates of a party: one from each certifier that assesses what its passports claim.
    private func certificates(
        for party: PartySpec, _ facilities: [String: Enrolment.Facility]
    ) async -> [Enrolment.Certificate] {
        guard let stage = scenario.stage(party.stage), let facility = facilities[party.name] else { return [] }
        let custodian = scenario.custodyCertifier(of: party, at: stage)
        var uncovered = claimedCriteria(of: party, at: stage)
        var certificates: [Enrolment.Certificate] = []
        for certifier in scenario.certifiers {
            guard certifier.countries.isEmpty || certifier.countries.contains(party.country) else { continue }
            let criteria = uncovered.filter { criterion in
                criterion == CustodyClaim.criterion
                    ? certifier.slug == custodian?.slug : certifier.criteria.contains(criterion)
            }
            guard !criteria.isEmpty else { continue }
            uncovered.removeAll(where: criteria.contains)
            if let certificate = await certificate(party, facility, by: certifier, for: criteria) {
                certificates.append(certificate)
            }
        }
        return certificates
    }

    /// The criteria for which a party would have certificates: what its passports claim, and its chain of custody where
    /// a scheme of its stage is assessed in its country.
    private func claimedCriteria(of party: PartySpec, at stage: Stage) -> [String] {
        let claimed = stage.claims.map(\.criterion) + party.answers
        let isComplete =
            claimed.contains(CustodyClaim.criterion) || scenario.custodyCertifier(of: party, at: stage) == nil
        return isComplete ? claimed : claimed + [CustodyClaim.criterion]
    }

    private func certificate(
        _ party: PartySpec, _ facility: Enrolment.Facility, by certifier: CertifierSpec, for criteria: [String]
    ) async -> Enrolment.Certificate? {
        // What is left to run out is not renewed, and what is withdrawn does not run out besides.
        let term = party.certificate.isKept ? term(of: party, by: certifier) : nil
        var validUntil = term?.ends ?? farAhead
        var assessed = facility.entity
        var revokedAt: Int64?
        var suspendedAt: Int64?
        switch party.certificate {
        case .valid: break
        case .suspended(let day): suspendedAt = scenario.startUnixSeconds + Int64(day) * 86_400
        case .expires(let day): validUntil = scenario.startUnixSeconds + Int64(day) * 86_400
        case .revoked(let day): revokedAt = scenario.startUnixSeconds + Int64(day) * 86_400
        case .wrongScope:
            assessed = headOffice(of: party, facility)
        }
        guard let platform = platforms[certifier.platform] else { return nil }
        let order = assessment(
            of: party, facility, assessed: assessed, by: certifier, for: criteria,
            on: term?.lastLook(at: scenario.startUnixSeconds))
        let credential = await platform.issue(
            order, for: certifier.slug, validFrom: term?.begins ?? longAgo, validUntil: validUntil,
            canBeSuspended: suspendedAt != nil)
        guard let credential else { return nil }
        return Enrolment.Certificate(
            credential: credential, criteria: criteria, certifier: certifier,
            digest: digest(of: credential, by: platforms[party.platform]), order: order, validUntil: validUntil,
            term: term,
            availableFrom: certifier.digitisedAfterDays.map {
                scenario.startUnixSeconds + Int64($0 * 86_400)
            } ?? .min,
            revokedAt: revokedAt, suspendedAt: suspendedAt)
    }

    /// The time of a certificate by its scheme: audits are spread, so that it was given at any time before the start.
    private func term(of party: PartySpec, by certifier: CertifierSpec) -> CertificateTerm? {
        guard let scheme = scenario.scheme(of: certifier) else { return nil }
        var stream = simulation.stream("certificate/\(party.slug)/\(certifier.slug)", "issue date")
        return CertificateTerm(of: scheme, at: scenario.startUnixSeconds, age: stream.unit())
    }

    /// What a certificate says of a facility, by the criteria of the harmonised vocabulary or of the scheme itself.
    ///
    /// - Parameter date: When it was looked at, in Unix seconds; some time before the start where nothing is said.
    func assessment(
        of party: PartySpec, _ facility: Enrolment.Facility, assessed: EntityFacts, by certifier: CertifierSpec,
        for criteria: [String], on date: Int64? = nil
    ) -> CredentialOrder {
        .conformity(
            ConformityFacts(
                name: "\(certifier.scheme.isEmpty ? "Certificate" : certifier.scheme) for \(party.name)",
                holder: facility.owner, facility: assessed,
                criteria: criteria.compactMap { scenario.cited($0, by: certifier) },
                isConformant: true, date: date ?? longAgo,
                // What is certified by one scheme is not so by another.
                scheme: criteria.contains(CustodyClaim.criterion) ? scheme(of: certifier) : nil))
    }

    private func scheme(of certifier: CertifierSpec) -> (id: String, name: String, owner: EntityFacts)? {
        guard !certifier.scheme.isEmpty else { return nil }
        let id = CriteriaMapping.iri(of: "", in: Slug.make(certifier.scheme))
        let owner = EntityFacts(id: id + "owner", name: "Owner of \(certifier.scheme)", registeredID: certifier.scheme)
        return (id, certifier.scheme, owner)
    }

    func headOffice(of party: PartySpec, _ facility: Enrolment.Facility) -> EntityFacts {
        let gln = GS1.appendingCheckDigit(facility.companyPrefix + "00002")
        return EntityFacts(
            id: network.addressing.published(GS1Identifier(key: .location, value: gln).canonical),
            name: "\(party.name), head office",
            registeredID: gln)
    }

    /// The digest with which a party's platform pins a certificate.
    func digest(of credential: IssuedCredential, by platform: Platform?) -> String {
        let behaviour = platform?.behaviour ?? BehaviourProfile()
        let served = credential.bytes.value
        let digest =
            behaviour.evidence.digestInput == .servedBytes
            ? ContentDigest(of: served) : ContentDigest(of: EvidenceDigest.reserialised(served))
        return behaviour.evidence.digestNotation == .hex ? digest.hexadecimal : digest.multibase
    }
}
