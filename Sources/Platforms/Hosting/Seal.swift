import Credentials
import HTTPTypes
import JSON
import Networking

/// How a platform keeps passports from those who are not meant to read them: UNTP Decentralised Access Control.
struct Seal: Sendable {
    let behaviour: BehaviourProfile
    let platform: String

    private var cipher: SealedDocument.Cipher? {
        switch behaviour.access.passports {
        case .open: nil
        case .sealed: .aes256
        case .sealed128: .aes128
        }
    }

    /// Whether passports are kept from those who have no key.
    var isOn: Bool { cipher != nil }

    /// The name under which a link announces the cipher; nil where there is none or it is not announced.
    var announced: String? {
        behaviour.access.announcing == .onLink ? cipher.map { $0.rawValue.uppercased() } : nil
    }

    /// The key of a document, made from the platform's secret and the document's path.
    private func key(of path: String) -> [UInt8] {
        ContentDigest(of: Array("key of \(platform) for \(path)".utf8)).bytes
    }

    func sealed(_ bytes: [UInt8], at path: String) -> [UInt8] {
        guard let cipher else { return bytes }
        let nonce = Array(ContentDigest(of: Array("nonce of \(platform) for \(path)".utf8)).bytes.prefix(12))
        let sealed = try? SealedDocument(sealing: bytes, key: key(of: path), nonce: nonce, cipher: cipher)
        return sealed?.json.serialised() ?? bytes
    }

    /// The key that the goods carry on their label; nil where there is none, or where the label has no room for it.
    func keyOnLabel(of path: String) -> [UInt8]? {
        let access = behaviour.access
        return cipher != nil && access.keys == .withGoods && access.label == .complete ? key(of: path) : nil
    }

    /// The role to which keys are given, by its published name.
    static let role = "untp:accessRole#Customer"

    /// Answers somebody who asks for a key in a role: `GET /keys{path}?role=…&protocol=…`.
    func answer(_ url: WebURL) -> WebResponse {
        guard cipher != nil, behaviour.access.keys == .byRole else {
            return .problem(.notFound, "keys are not given out here")
        }
        guard url.queryValue("protocol") == behaviour.access.protocolOffered.rawValue else {
            return .problem(.unauthorized, "prove who you are by \(behaviour.access.protocolOffered.rawValue)")
        }
        let role = behaviour.access.roleNames == .published ? Self.role : "urn:\(platform):buyer"
        guard url.queryValue("role") == role else { return .problem(.forbidden, "keys are for \(role)") }
        let path = String(Platform.originalPath(String(url.path.dropFirst(Self.prefix.count))))
        return WebResponse(key(of: path), as: "application/octet-stream")
    }

    static let prefix = "/keys"
}
