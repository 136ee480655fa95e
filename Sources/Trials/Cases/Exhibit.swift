import Credentials
import JSON
import Platforms
import UNTP

/// A case as it is being made: a sound credential with all that belongs to it, for a rule to change.
struct Exhibit: Sendable {
    let world: IssuerWorld
    let type: CredentialType
    /// Where the credential is.
    let url: String
    /// Where it is found, if that is elsewhere.
    var foundAt: String?
    /// The credential before it is secured.
    var credential: JSONValue
    var sealing: Sealing
    /// What is published around it.
    var shelf: Shelf
    var contentType: String?
    /// When the reader is asked, in Unix seconds.
    var now: Int64
    /// The bytes that are shown, where they are not the credential secured.
    var bytes: [UInt8]?

    /// A sound exhibit; nil where the release of the world has no known shape for the type.
    ///
    /// - Parameter name: Tells its URL apart from those of others of the type; nil for the place of the type itself.
    init?(_ type: CredentialType, named name: String? = nil, in world: IssuerWorld, shelf: Shelf) {
        url = world.url(of: type, by: IssuerWorld.issuer(of: type)) + (name.map { "/" + $0 } ?? "")
        guard let credential = world.credential(type, evidenceDigest: world.evidenceDigest(on: shelf), at: url) else {
            return nil
        }
        self.world = world
        self.type = type
        self.credential = credential
        self.shelf = shelf
        sealing = world.sealing(by: IssuerWorld.issuer(of: type))
        contentType = Sealing.mediaType(of: world.variant.securing)
        now = world.now
    }

    var role: IssuerWorld.Role { IssuerWorld.issuer(of: type) }
    var issuer: IssuingParty { world.party(role) }
    var isToken: Bool { sealing.securing == .token || sealing.securing == .enveloped }

    /// The bytes that are shown.
    var shown: [UInt8] { bytes ?? sealing.sealed(credential) }

    /// What a verifier is asked.
    var question: VerifyQuestion {
        var shelf = shelf
        shelf[url] = nil
        return VerifyQuestion(
            credential: OutsideDocument(url: foundAt ?? url, contentType: contentType, body: shown), expected: type,
            documents: shelf.all, trusted: world.trusted, now: now)
    }

    // MARK: Changes

    /// Shows another content under the signature of the credential.
    mutating func alterAfterSigning(_ change: (inout JSONValue) -> Void) {
        var other = credential
        change(&other)
        guard isToken else {
            var forged = other
            forged["proof"] = sealing.proven(credential)["proof"]
            bytes = forged.serialised()
            return
        }
        bytes = sealing.wrapped(
            CompactJWS.replacingPayload(of: sealing.token(credential.serialised()), with: other.serialised()))
    }

    /// Writes the passport anew after its certificate was changed, so that its digest is right again.
    mutating func pinCertificate() {
        guard type == .dpp,
            let renewed = world.credential(.dpp, evidenceDigest: world.evidenceDigest(on: shelf), at: url)
        else { return }
        credential = renewed
    }

    /// Publishes another certificate than the right one, and pins it.
    mutating func changeCertificate(_ change: (inout JSONValue) -> Void) {
        guard var certificate = world.credential(.dcc) else { return }
        change(&certificate)
        world.put(certificate, .dcc, by: .certifier, on: &shelf)
        pinCertificate()
    }

    /// Adds a second status entry, for suspension, and publishes its list.
    mutating func addSuspension(isSet: Bool) {
        guard let entry = credential["credentialStatus"] else { return }
        var suspension = entry
        suspension["statusPurpose"] = "suspension"
        suspension["statusListCredential"] = .string(world.listURL(of: role, purpose: "suspension"))
        credential["credentialStatus"] = [entry, suspension]
        world.putList(
            of: role, purpose: "suspension", setting: isSet ? [IssuerWorld.statusIndex(of: type)] : [], on: &shelf)
    }

    /// Issues in the name of somebody whom no register knows.
    mutating func issueByStranger() {
        let stranger = world.party(.stranger)
        sealing = world.sealing(by: .stranger)
        credential["issuer"]?["id"] = .string(stranger.did)
        credential["issuer"]?["name"] = .string(stranger.name)
        credential["credentialStatus"]?["statusListCredential"] = .string(world.listURL(of: .stranger))
    }

    /// The text of the credential's JSON with a change, secured as it then stands.
    mutating func changeText(_ change: (inout [UInt8]) -> Void) {
        guard isToken else {
            var text = sealing.sealed(credential)
            change(&text)
            bytes = text
            return
        }
        var text = credential.serialised()
        change(&text)
        bytes = sealing.wrapped(sealing.token(text))
    }

    func time(_ seconds: Int64) -> JSONValue { .string(DateTimeStamp.text(unixSeconds: seconds)) }
}
