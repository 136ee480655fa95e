import Credentials
import JSON
import Platforms
import Records
import UNTP

/// Has the platform issue what it says that it can.
struct IssuingRound {
    let adapter: any Adapter
    let description: AdapterDescription
    let options: Trial.Options

    /// In whose names the platform issues.
    struct Issuers: Sendable {
        let maker: String
        /// Who issues certificates, where that is another party.
        var certifier: String?
        /// The roles for whose DIDs the trial's registers vouch; none where the platform can't be told of an anchor.
        var anchored: [(role: IssuerWorld.Role, did: String)] = []

        func did(for type: CredentialType) -> String { type == .dcc ? certifier ?? maker : maker }
    }

    /// The parties that the platform takes on for the trial; nil where it issues nothing, or names no one.
    func issuers(into book: inout TrialBook) -> Issuers? {
        guard description.issues != nil else {
            book.miss("It says that it issues nothing, so nothing was ordered from it.")
            return nil
        }
        guard description.enrolsParties else {
            if description.issuer == nil {
                book.miss("It names no DID under which it issues and takes on no parties: nothing was ordered from it.")
            }
            return description.issuer.map { Issuers(maker: $0) }
        }
        guard let maker = enrol(.maker, into: &book) else { return nil }
        var issuers = Issuers(maker: maker)
        let servesDocuments = description.serves.contains(PlatformHosts.Service.did.rawValue)
        guard description.takesLinks, servesDocuments, let certifier = enrol(.certifier, into: &book) else {
            return issuers
        }
        issuers.certifier = certifier
        let parties: [(role: IssuerWorld.Role, did: String)] = [(.maker, maker), (.certifier, certifier)]
        for party in parties where !link(party, into: &book) { return issuers }
        issuers.anchored = parties
        return issuers
    }

    /// Tells the platform where a register vouches for one of its parties; false where it can't be told.
    private func link(_ party: (role: IssuerWorld.Role, did: String), into book: inout TrialBook) -> Bool {
        do throws(AdapterFailure) {
            try adapter.link(
                OutsideLink(
                    subject: party.did, relation: LinkType.dia.text(.current),
                    target: Self.anchorURL(of: party.role, options), mediaType: "application/vc",
                    title: "identity anchor"))
            return true
        } catch {
            book.fail(
                "link", group: .positive, direction: .isRead,
                proves: "The platform points from a party's DID document to its identity anchor.", error)
            return false
        }
    }

    /// Where the register vouches for the platform's party in a role.
    static func anchorURL(of role: IssuerWorld.Role, _ options: Trial.Options) -> String {
        let world = world(options)
        return world.origin.url(.storage, "\(world.label)/registers/\(role.rawValue)")
    }

    private func enrol(_ role: IssuerWorld.Role, into book: inout TrialBook) -> String? {
        do throws(AdapterFailure) {
            return try adapter.enrol(OutsideParty(slug: role.rawValue, name: Self.world(options).party(role).name))
        } catch {
            book.fail(
                "enrol", group: .positive, direction: .isRead, proves: "The platform takes on a party.", error)
            return nil
        }
    }

    /// Those whose names the platform's parties bear.
    static func world(_ options: Trial.Options) -> IssuerWorld {
        IssuerWorld(origin: options.origin, variant: Variant(.v0_6_1, .enveloped, .EdDSA), now: options.now)
    }

    /// The credentials that came of it; what went wrong is in the book.
    func publications(by issuers: Issuers, into book: inout TrialBook) -> [Publication] {
        guard let capability = description.issues else { return [] }
        var publications: [Publication] = []
        for release in capability.releases {
            for securing in SecuringForm.allCases where capability.securing.contains(securing) {
                for type in CredentialType.allCases where capability.types.contains(type) {
                    publications += issue(type, release, securing, by: issuers.did(for: type), into: &book)
                }
            }
        }
        return publications + revoke(capability, by: issuers, into: &book)
    }

    // MARK: Issuing

    private func issue(
        _ type: CredentialType, _ release: Release, _ securing: SecuringForm, by issuer: String,
        into book: inout TrialBook
    ) -> [Publication] {
        let id = ["issued", type.rawValue, release.version, securing.rawValue].joined(separator: "/")
        guard isWanted(id, ["issued", "positive", type.rawValue, release.version, securing.rawValue], book) else {
            return []
        }
        guard UNTPSchema.isKnown(type, in: release) else {
            book.miss("Release \(release) has no known shape for a \(type.label), so none was ordered.")
            return []
        }
        return order(id, type, release, securing, by: issuer, purpose: .issued, into: &book)
    }

    /// Whether the round is wanted with any of the peers.
    private func isWanted(_ id: String, _ tags: Set<String>, _ book: TrialBook) -> Bool {
        options.peers.contains { peer in
            book.includes("\(id)/\(peer.name)", tags: tags.union([peer.name]))
                || book.includes(PeerDiscovery.id(of: id, peer), tags: PeerDiscovery.tags(peer))
        }
    }

    private func order(
        _ id: String, _ type: CredentialType, _ release: Release, _ securing: SecuringForm, by issuer: String,
        purpose: Publication.Purpose, into book: inout TrialBook
    ) -> [Publication] {
        let place = id.split(separator: "/").joined(separator: "-")
        let url = "https://\(SubjectHosts.hosts.name(.storage))/\(place)"
        let proves = "The platform issues a \(type.label) of release \(release), \(securing.rawValue)."
        guard let credential = credential(type, release, by: issuer, at: url) else { return [] }
        guard !book.hasGivenUp else {
            book.skip(
                id, group: .positive, direction: .isRead, type: type.rawValue, proves: proves, .notReached,
                because: TrialBook.givenUp)
            return []
        }
        let order = IssueOrder(
            credential: credential, type: type, release: release, securing: securing, now: options.now)
        do throws(AdapterFailure) {
            var document = try adapter.issue(order)
            if document.url.isEmpty { document.url = url }
            return [Publication(id: id, purpose: purpose, document: document)]
        } catch {
            book.fail(
                id, group: .positive, direction: .isRead, type: type.rawValue, proves: proves, error,
                bytes: [
                    Artefact(
                        path: QuestionFiles.folder(of: id) + "/ordered.json", bytes: credential.prettyPrinted())
                ])
            return []
        }
    }

    /// A credential in the platform's name; without a status, which is the platform's own to add.
    private func credential(
        _ type: CredentialType, _ release: Release, by issuer: String, at url: String
    ) -> JSONValue? {
        let world = IssuerWorld(
            origin: options.origin, variant: Variant(release, .enveloped, .EdDSA), now: options.now)
        let facts = CredentialFacts(
            id: url, issuerDID: issuer, issuerName: world.party(type == .dcc ? .certifier : .maker).name,
            validFrom: world.issued,
            validUntil: world.expiry)
        let order = world.order(type, evidenceDigest: world.evidenceDigest(on: world.shelf()))
        return ReleaseTranslation.written(order.written(facts), as: type, in: release)
    }

    // MARK: Revoking

    /// Issues a credential and has it revoked, where the platform can do both.
    private func revoke(
        _ capability: AdapterDescription.Capability, by issuers: Issuers, into book: inout TrialBook
    ) -> [Publication] {
        guard description.setsStatus else {
            book.miss("It says that it sets no statuses, so it was not tried whether others see a revocation.")
            return []
        }
        let types = CredentialType.allCases.filter { capability.types.contains($0) && $0 != .dia }
        let kind = Variant.releases.first(where: capability.releases.contains)
        guard let type = types.first, let release = kind,
            let securing = SecuringForm.allCases.first(where: capability.securing.contains)
        else { return [] }
        let id = "revoked/\(type.rawValue)"
        guard isWanted(id, ["revoked", "negative", type.rawValue], book), UNTPSchema.isKnown(type, in: release) else {
            return []
        }
        let issuer = issuers.did(for: type)
        return order(id, type, release, securing, by: issuer, purpose: .revoked, into: &book).filter { publication in
            guard let credential = publication.credentialID else { return false }
            do throws(AdapterFailure) {
                try adapter.setStatus(
                    StatusChange(credential: credential, purpose: "revocation", isSet: true, now: options.now))
                return true
            } catch {
                book.fail(
                    id, group: .negative, direction: .isRead, type: type.rawValue,
                    proves: "The platform revokes a credential.", error)
                return false
            }
        }
    }
}
