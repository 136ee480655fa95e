import Credentials
import JSON
import Networking
import UNTP

extension Consumer {
    /// Gathers the evidence for one product: linkset, passport, events, certificates, facility and anchors.
    func gather(
        _ identifier: String, canonical: String, access: LabelAccess, _ recognition: Recognition
    ) async -> Dossier {
        var dossier = Dossier(identifier: canonical)
        dossier.recognised = recognition.schemes
        guard let (links, resolver) = await linkset(for: identifier, into: &dossier) else { return dossier }
        var passport: CredentialVerdict?
        if let url = targets(of: .dpp, in: links, resolver: resolver, into: &dossier).first {
            passport = await credential(
                at: url, expecting: .dpp, link: links.first { $0.href == url }, access: access, into: &dossier)
            dossier.passport = passport.map {
                PassportFound(url: $0.url, isReadable: $0.opened != nil, issuer: $0.opened?.issuer)
            }
        }
        let events = targets(of: .dte, in: links, resolver: resolver, into: &dossier)
        dossier.hasEvents = !events.isEmpty
        for url in events {
            if let verdict = await credential(at: url, expecting: .dte, into: &dossier) {
                read(verdict, into: &dossier)
            }
        }
        if let url = targets(of: .dfr, in: links, resolver: resolver, into: &dossier).first,
            let verdict = await credential(at: url, expecting: .dfr, into: &dossier), verdict.isAccepted,
            case .facility(let record)? = verdict.opened?.content, record.coordinates.count >= 2
        {
            dossier.readings.facility = record.facilityID
            dossier.readings.longitude = record.coordinates[0]
            dossier.readings.latitude = record.coordinates[1]
        }
        if let passport { await judgeClaims(of: passport, recognition, into: &dossier) }
        return dossier
    }

    /// Fetches and verifies a credential; nil if it could not be had.
    ///
    /// - Parameter reliedOn: When the passport was issued that offers it as evidence.
    func credential(
        at url: String, expecting type: CredentialType, link: Linkset.Link? = nil, access: LabelAccess = .upstream,
        reliedOn: Int64? = nil, into dossier: inout Dossier
    ) async -> CredentialVerdict? {
        switch await source.document(at: url, for: .credential) {
        case .failure(let problem):
            let (code, sent) = problem.diagnosis(of: url, for: .credential)
            dossier.report(code, sent: sent, expected: "a \(type.label)", url: url, type: type)
            return nil
        case .success(let document):
            guard let document = await unlocked(document, link: link, access: access, into: &dossier) else {
                return nil
            }
            let verdict = await verifier.verify(document, expecting: type, now: now, reliedOn: reliedOn)
            dossier.add(verdict)
            dossier.findings += verdict.findings
            if let issuer = verdict.opened?.issuer { await checkAnchor(of: issuer, for: verdict, into: &dossier) }
            for signer in Set(verdict.reading.status.compactMap(\.otherSigner)).sorted() {
                await checkAuthority(of: signer, into: &dossier)
            }
            return verdict
        }
    }

    /// Checks that an issuer is anchored in a register, and that it is who the credential says.
    @inline(__always)
    private func checkAnchor(of issuer: String, for verdict: CredentialVerdict, into dossier: inout Dossier) async {
        let (followed, isFresh) = await anchoring(of: issuer)
        var findings = followed.anchoring.findings
        if let type = verdict.type, followed.anchoring.isWithoutAnchor {
            if type == .dte, dossier.passport?.issuer.map({ $0 != issuer }) ?? false {
                findings = followed.anchoring.findings(namingMissingAnchor: "several-dids-one-party")
            } else {
                dossier.unanchored[issuer, default: []].insert(type)
            }
            if type == .dcc, let body = directory.body(resembling: verdict.opened?.issuerName, did: issuer) {
                findings = followed.anchoring.findings(namingMissingAnchor: nil)
                dossier.report(
                    "issuer-impersonated", at: "/issuer", sent: "a certificate signed by \(issuer)",
                    expected: "one signed by \(body.did), as \(body.name) is accredited", url: verdict.url, type: .dcc)
            }
        }
        dossier.findings += findings.filter { !dossier.findings.contains($0) }
        if isFresh {
            for verdict in followed.anchoring.verdicts { dossier.add(anchor: verdict) }
        }
        dossier.add(followed.anchoring.credentials)
        guard let requirement = verdict.opened?.anchorRequirement else { return }
        switch followed.anchoring.verdict(on: issuer, requiring: requirement) {
        case .notAnchored(.differentRegisteredID(let registered)):
            dossier.report(
                "issuer-impersonated", sent: "a credential of \(requirement.registeredID ?? "no one")",
                expected: "a credential of \(registered ?? "whom the anchor names")", url: verdict.url,
                type: verdict.type)
        case .notAnchored(.wrongRegisterType(let found)):
            dossier.report(
                "accreditation-missing", sent: "an anchor in a register of the kind \(found ?? "unknown")",
                expected: "an anchor in a register of the kind \(requirement.registerType ?? "any")",
                url: verdict.url, type: verdict.type)
        case .notAnchored(.scopeDoesNotCover(let criteria)):
            dossier.report(
                "accreditation-missing", sent: "no accreditation for \(criteria.joined(separator: ", "))",
                expected: "an accreditation for each criterion that is assessed", url: verdict.url,
                type: verdict.type)
        // What else keeps a chain from a root was found on the way.
        case .anchored, .notAnchored: break
        }
    }

    /// Checks that another than the issuer whose list gives a status can be trusted: Bitstring Status List 1.0, Validate
    /// Algorithm, leaves to the verifier whom it trusts with that.
    private func checkAuthority(of signer: String, into dossier: inout Dossier) async {
        let (followed, isFresh) = await anchoring(of: signer)
        let anchoring = followed.anchoring
        dossier.findings += anchoring.findings.filter { !dossier.findings.contains($0) }
        if isFresh {
            for verdict in anchoring.verdicts { dossier.add(verdict) }
        } else {
            dossier.add(anchoring.credentials)
        }
    }

    // MARK: Events

    /// Takes what accepted events say of the product: its inputs, its origin, its quantity.
    private func read(_ verdict: CredentialVerdict, into dossier: inout Dossier) {
        guard verdict.isAccepted, case .events(let events)? = verdict.opened?.content else { return }
        for event in events.events {
            guard event.kind == .transformation || event.kind == .object,
                let output = event.outputs.first(where: { isSame($0.product, dossier.identifier, into: &dossier) })
            else { continue }
            let isKnown = event.id.map { !dossier.eventIDs.insert($0).inserted } ?? false
            guard !isKnown || behaviour.events.counting == .asReceived else { continue }
            if let quantity = output.quantity {
                dossier.readings.quantity = (dossier.readings.quantity ?? 0) + quantity
                dossier.readings.quantityUnit = output.unit
            }
            checkIdentity(of: event, in: verdict, into: &dossier)
            if let time = event.time {
                dossier.readings.eventTime = EventRules.instant(
                    time, keepsOffset: behaviour.events.offsets == .kept)
            }
            if event.kind == .object {
                if event.isObservation { dossier.isObserved = true } else { dossier.isPrimary = true }
            }
            dossier.process = event.process
            dossier.productName = output.name
            for input in event.inputs {
                let canonical = dossier.note(input: input.product)
                dossier.sources[canonical] = input.name ?? ""
                if let quantity = input.quantity { dossier.used[canonical, default: 0] += quantity }
            }
        }
    }

    /// Holds an event's identifier against the event, where it is a digest and the platform checks such.
    private func checkIdentity(
        of event: TraceabilityEvents.Event, in verdict: CredentialVerdict, into dossier: inout Dossier
    ) {
        guard behaviour.events.identityCheck == .recomputed, let id = event.id,
            let expected = verdict.opened?.flaws.otherDigests[id]
        else { return }
        dossier.report(
            "event-hash-differs", at: "/credentialSubject/0/id", sent: id, expected: expected, blocks: false,
            url: verdict.url, type: .dte)
    }

    // MARK: Identifiers

    /// Whether two identifiers name the same product, as this platform compares them.
    ///
    /// Where they would be the same in canonical form but are compared as they stand, the join is lost: a finding.
    func isSame(_ one: String, _ other: String, into dossier: inout Dossier) -> Bool {
        if one == other || one == addressing.published(other) { return true }
        let isEquivalent = Self.canonical(one) == Self.canonical(other)
        guard behaviour.verifying.identifiers == .exact, isEquivalent else { return isEquivalent }
        dossier.report(
            Self.formDifference(one), sent: one, expected: other, url: dossier.passport?.url ?? other, type: .dpp)
        return false
    }

    private static func formDifference(_ identifier: String) -> String {
        if identifier.hasPrefix("urn:") { return "product-id-form-differs" }
        if identifier.hasSuffix("/") { return "url-not-normalised" }
        return "gtin-padding"
    }
}

extension Dossier {
    /// Adds a finding of this product's evidence as a whole; once for each code and document.
    mutating func report(
        _ code: String, at pointer: String = "", sent: String, expected: String, blocks: Bool = true, url: String,
        type: CredentialType?, behind: String? = nil
    ) {
        let finding = Finding(
            code, at: pointer, sent: sent, expected: expected, blocks: blocks, subject: .init(url: url, type: type),
            behind: behind)
        if !findings.contains(where: { $0.code == code && $0.subject == finding.subject }) { findings.append(finding) }
    }
}
