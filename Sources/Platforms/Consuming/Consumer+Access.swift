import Credentials
import JSON
import Networking
import UNTP

/// What the label of goods has of the key to their passport.
package enum LabelKey: Sendable, Hashable {
    case printed([UInt8])
    case missing
    /// The label is of a kind that holds an identifier and nothing else, as `an RFID tag`.
    case withoutRoom(String)

    /// What was to be had of it, in words.
    fileprivate var sent: String {
        switch self {
        case .printed: "a label with a key"
        case .missing: "a label without a key"
        case .withoutRoom(let carrier): "\(carrier), which has no room for a key"
        }
    }

    /// What there should have been, in words.
    fileprivate var expected: String {
        if case .withoutRoom = self {
            "the key of the passport, for which a QR code has room"
        } else {
            "the key of the passport"
        }
    }
}

/// What a platform has in hand of the goods whose passport it reads.
enum LabelAccess {
    /// The goods themselves, with what their label has of the key.
    case goods(LabelKey)
    /// Nothing: they are further up the chain.
    case upstream

    /// Whether the goods are there, with all that their label says.
    var isInHand: Bool {
        if case .goods = self { true } else { false }
    }
}

extension Dossier {
    /// Whether its passport was not for who read it from further down the chain: nothing is there, and nobody failed.
    var isSealed: Bool { !hasPassport && isSound }
}

// Passports that only those can read who have the key: UNTP Decentralised Access Control.
extension Consumer {
    /// A document as it can be read: as it was served, or opened with a key; nil, with what stood in the way, otherwise.
    @inline(__always)
    func unlocked(
        _ document: FetchedDocument, link: Linkset.Link?, access: LabelAccess, into dossier: inout Dossier
    ) async -> FetchedDocument? {
        // What was signed is not sealed.
        if verifier.table.analysis(of: document.bytes).opened?.isSecured ?? false { return document }
        guard document.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"), document.bytes.count < 1 << 20,
            let json = try? JSONDocument(parsing: document.bytes), json.root["cipherText"] != nil
        else { return document }
        func report(_ code: String, sent: String, expected: String) {
            dossier.report(code, sent: sent, expected: expected, url: document.url, type: .dpp)
        }
        guard link?.encryptionMethod != nil else {
            report(
                "encryption-not-announced", sent: "an encrypted document behind a link that does not say so",
                expected: "encryptionMethod on the link")
            return nil
        }
        guard let sealed = try? SealedDocument(reading: json.root),
            sealed.cipher == .aes256 || behaviour.access.ciphersRead == .both
        else {
            report("cipher-differs", sent: link?.encryptionMethod ?? "", expected: "AES-256-GCM")
            return nil
        }
        guard let key = await key(for: document.url, access: access, into: &dossier) else { return nil }
        guard let bytes = try? sealed.opened(with: key) else {
            report("credential-altered", sent: "a document that does not open", expected: "what was sealed")
            return nil
        }
        return FetchedDocument(
            url: document.url, finalURL: document.finalURL, contentType: "application/vc", bytes: bytes,
            fetchedAt: document.fetchedAt)
    }

    /// The key from the label, or the one that is given to customers.
    private func key(for url: String, access: LabelAccess, into dossier: inout Dossier) async -> [UInt8]? {
        if case .goods(.printed(let key)) = access { return key }
        guard let target = WebURL(url).flatMap(addressing.located) else { return nil }
        let keys = addressing.published("https://\(target.host)\(Seal.prefix)\(target.path)")
        var refused = 0
        for spoken in protocols {
            let role = Seal.role.replacing("#", with: "%23")
            let ask = "\(keys)?role=\(role)&protocol=\(spoken.rawValue)"
            switch await source.document(at: ask, for: .key) {
            case .success(let document): return document.bytes
            case .failure(.status(let status)): refused = status == 403 ? status : max(refused, status)
            case .failure: break
            }
            if refused == 403 { break }
        }
        switch (refused, access) {
        case (401, _):
            dossier.report(
                "access-protocol-differs", sent: "a proof by \(protocols.map(\.rawValue).joined(separator: " or "))",
                expected: "a proof in the protocol that the host offers", url: url, type: .dpp)
        case (403, _):
            dossier.report(
                "access-role-name", sent: Seal.role, expected: "the role that the host gives keys to", url: url,
                type: .dpp)
        case (_, .goods(let label)):
            dossier.report("key-lost-in-qr", sent: label.sent, expected: label.expected, url: url, type: .dpp)
        // Further up the chain there are passports that are not for this buyer: the walk stops, and nobody fails.
        case (_, .upstream): break
        }
        return nil
    }

    private var protocols: [BehaviourProfile.Access.ProtocolOffered] {
        behaviour.access.protocolsSpoken == .both ? [.didAuthentication, .openID4VP] : [.didAuthentication]
    }
}
