import Credentials
import JSON
import UNTP

// DIDs, keys and the names of products.
extension InferenceRules {
    private typealias Identity = BehaviourProfile.Identity
    private typealias Identifiers = BehaviourProfile.Identifiers

    static let identity: [InferenceRule] = [
        .each("identity.didPath") { credential -> Identity.DIDPath? in
            guard let did = credential.opened.issuer, did.hasPrefix("did:web:") else { return nil }
            if did.contains("/") { return .slashes }
            // A number behind the host is a port that was left unencoded.
            return did.split(separator: ":").dropFirst(3).contains { UInt16($0) == nil } ? .colons : nil
        },
        .each("identity.port") { credential -> Identity.Port? in
            guard let did = credential.opened.issuer, did.hasPrefix("did:web:") else { return nil }
            let authority = did.dropFirst("did:web:".count).prefix { $0 != "/" }.split(separator: ":")
            if authority.first?.lowercased().contains("%3a") ?? false { return .encoded }
            return authority.count > 1 && UInt16(authority[1]) != nil ? .raw : Identity.Port.none
        },
        InferenceRule("identity.keyEncoding") { samples in
            samples.didDocuments.flatMap { sample in
                sample.document.verificationMethods.compactMap { method in
                    keyEncoding(of: method).map { Vote($0, sample.name, isStatement: true) }
                }
            }
        },
        InferenceRule("identity.assertionMethod") { samples in
            samples.didDocuments.filter { !$0.document.verificationMethods.isEmpty }.map { sample in
                Vote(
                    sample.document.assertionMethod.isEmpty ? Identity.AssertionMethod.notListed : .listed, sample.name,
                    isStatement: true)
            }
        },
        // Without an anchor, that no service leads to one says nothing.
        InferenceRule("identity.anchorService") { samples in
            let anchored = samples.credentials(.dia).compactMap { $0.root["credentialSubject"]?["id"]?.string }
            return samples.didDocuments.compactMap { sample in
                if sample.document.services.contains(where: { LinkType(anySpelling: $0.type) == .dia }) {
                    return Vote(Identity.AnchorService.published, sample.name, isStatement: true)
                }
                return anchored.contains(sample.document.id)
                    ? Vote(Identity.AnchorService.absent, sample.name, isStatement: true) : nil
            }
        },
        InferenceRule("identity.dids") { samples in
            let others = samples.credentials.filter { $0.type != .dte && $0.type != nil }
            return samples.credentials(.dte).compactMap { event in
                guard let name = event.root["issuer"]?["name"]?.string else { return nil }
                let known = others.filter { $0.root["issuer"]?["name"]?.string == name }.map(\.opened.issuer)
                guard !known.isEmpty else { return nil }
                return Vote(known.contains(event.opened.issuer) ? Identity.DIDs.one : .oneForEvents, event.name)
            }
        },
        .each("identifiers.form", of: { $0.credentials(.dpp) }) { credential -> Identifiers.Form? in
            guard let id = productID(credential), GS1.parse(id) != nil else { return nil }
            if id.hasPrefix("urn:epc:") { return .epcURN }
            guard id.hasPrefix("http") else { return nil }
            if id.hasSuffix("/") { return .trailingSlash }
            let segments = id.split(separator: "/")
            let number = segments.firstIndex(of: "01").flatMap {
                segments.indices.contains($0 + 1) ? segments[$0 + 1] : nil
            }
            return number?.count == 13 ? .gtin13 : number?.count == 14 ? .digitalLink : nil
        },
        .each("identifiers.granularity", of: { $0.credentials(.dpp) }) { credential -> Identifiers.Granularity? in
            if let id = productID(credential), let parsed = GS1.parse(id) {
                return parsed.batch == nil && parsed.serial == nil ? .model : .batch
            }
            switch credential.root["credentialSubject"]?["granularityLevel"]?.string {
            case "model": return .model
            case "batch", "item": return .batch
            default: return nil
            }
        },
        .each("identifiers.numbers", of: { $0.credentials(.dpp) }) { credential -> Identifiers.Numbers? in
            guard let id = productID(credential), let parsed = GS1.parse(id), parsed.key == .gtin else { return nil }
            return parsed.isRestricted ? .restricted : .allocated
        },
    ]

    private static func productID(_ credential: Samples.Credential) -> String? {
        if case .passport(let passport) = credential.opened.content { passport.productID } else { nil }
    }

    private static func keyEncoding(of method: VerificationMethod) -> Identity.KeyEncoding? {
        switch (method.encoding, method.key) {
        case (.jwk, .success): .jwk
        case (.multikey, .success): .multikey
        case (.multikey, .failure(.codecMissing)): .multikeyWithoutCodec
        default: nil
        }
    }
}
