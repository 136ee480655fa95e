import Credentials
import JSON
import LinkedData
import UNTP

// The data model, the schema and the contexts.
extension InferenceRules {
    private typealias Credential = BehaviourProfile.Credential

    static let model: [InferenceRule] = [
        .each("credential.dataModel") { credential -> Credential.DataModel? in
            let contexts = credential.root["@context"]?.elements.compactMap(\.string) ?? []
            if contexts.contains(CredentialModel.contextV1) || credential.root["issuanceDate"] != nil {
                return .version1_1
            }
            return contexts.contains(CredentialModel.contextV2) ? .version2 : nil
        },
        .each("credential.issuer") { credential -> Credential.Issuer? in
            switch credential.root["issuer"]?.kind {
            case .object: .object
            case .string: .string
            default: nil
            }
        },
        .each("credential.contexts") { credential -> Credential.Contexts? in
            let contexts = credential.root["@context"]?.elements.compactMap(\.string) ?? []
            guard contexts.count > 1,
                let first = contexts.firstIndex(where: {
                    $0 == CredentialModel.contextV2 || $0 == CredentialModel.contextV1
                })
            else { return nil }
            return first == 0 ? .ordered : .untpFirst
        },
        .each("credential.release", of: speakingOfRelease) { credential -> Credential.IssuedRelease? in
            (credential.opened.release?.version).flatMap(Credential.IssuedRelease.init(rawValue:))
        }.replaced { samples in upgraded(samples).map { Vote(Credential.IssuedRelease.upgrades, $0.name) } },
        .each("credential.terms", of: \.credentials) { credential -> Credential.Terms? in
            guard credential.areTermsKnown else { return nil }
            return undefinedNames(credential).contains { slip($0, in: credential) == nil } ? .undefined : .defined
        },
        .each("credential.spelling", of: { $0.credentials(.dcc) }) { credential -> Credential.Spelling? in
            guard credential.areTermsKnown else { return nil }
            let caught = credential.opened.caughtTerms.compactMap(\.tokens.last)
            return (undefinedNames(credential) + caught).contains { slip($0, in: credential) != nil }
                ? .misspelt : .right
        },
        .each("credential.singletons") { credential -> Credential.Singletons? in
            guard credential.isShapeKnown else { return nil }
            let collapsed = credential.opened.schemaViolations.contains { violation in
                violation.keyword == "type" && violation.expected.contains("array")
                    && credential.root[pointer: violation.instance]?.kind != .array
                    && violation.instance.tokens.first != "@context"
            }
            if collapsed { return .collapsed }
            return holdsSingleton(credential.root["credentialSubject"]) ? .arrays : nil
        },
        .each("credential.closedObjects") { credential -> Credential.ClosedObjects? in
            guard credential.isShapeKnown, credential.areTermsKnown else { return nil }
            // A property that nothing defines is a matter of terms.
            let undefined = undefinedNames(credential)
            let extra = credential.opened.schemaViolations.filter { $0.expected == "no further property" }
            return extra.contains { violation in !undefined.contains { violation.found.contains("'\($0)'") } }
                ? .extraProperties : .asDeclared
        },
        .each("credential.formats") { credential -> Credential.Formats? in
            guard credential.isShapeKnown else { return nil }
            return credential.habits.contains { $0.code == "format-assertion-differs" } ? .malformedURI : .valid
        },
        .each("credential.codes", of: { $0.credentials(.dcc) }) { credential -> Credential.Codes? in
            guard credential.opened.release == .v0_6_1 || credential.opened.release == .v0_6_0,
                credential.root["credentialSubject"]?["assessmentLevel"]?.string != nil
            else { return nil }
            let isOther = credential.habits.contains {
                $0.code == "enum-code-changed" && $0.pointer == "/credentialSubject/assessmentLevel"
            }
            return isOther ? .ofNext : .ofRelease
        },
        .each("credential.claimFlag", of: { $0.credentials(.dpp) }) { credential -> Credential.ClaimFlag? in
            let claims = objects(credential.root["credentialSubject"]?["conformityClaim"])
            guard !claims.isEmpty else { return nil }
            return claims.contains { $0["conformance"] == nil } ? .omitted : .stated
        },
        .each("credential.levels", of: { $0.credentials(.dcc) }) { credential -> Credential.Levels? in
            guard let level = credential.root["credentialSubject"]?["assessmentLevel"]?.string else { return nil }
            return level == "Unspecified" ? .ofTheScheme : .listed
        },
        .each("credential.rendering") { credential -> Credential.Rendering? in
            guard let method = credential.root["renderMethod"] else { return Credential.Rendering.none }
            let first = method[0] ?? method
            switch first["type"]?[0]?.string ?? first["type"]?.string {
            case "RenderTemplate2024": return .template2024
            case "WebRenderingTemplate2022": return .template2022
            default: return nil
            }
        },
        .each("credential.types") { credential -> Credential.Types? in
            guard credential.areTermsKnown else { return nil }
            let isExtra = credential.opened.termProblems.contains {
                $0.kind == .unmappedType && $0.pointer.tokens.first == "type"
            }
            return isExtra ? .extra : .mapped
        },
        .each("credential.ids", of: { $0.credentials(.dpp) }) { credential -> Credential.IDs? in
            let ids = objects(credential.root["credentialSubject"]?["conformityClaim"]).compactMap { $0["id"]?.string }
            guard !ids.isEmpty else { return nil }
            return ids.contains { !$0.contains(":") } ? .relative : .absolute
        },
        .each("credential.extending") { credential -> Credential.Extending? in
            guard credential.type != nil else { return nil }
            guard !credential.opened.foreignContexts.isEmpty, !credential.opened.foreignTypes.isEmpty else {
                return Credential.Extending.none
            }
            // An extension that says nothing of its own shows nothing of how it is kept to.
            guard credential.root.members.contains(where: { !coreMembers.contains($0.name) }) else { return nil }
            return credential.habits.contains { $0.code == "extension-breaks-core" } ? .replacing : .additive
        },
        .each("credential.embeds") { credential -> Credential.Embeds? in
            let isLarge = (credential.root["evidence"]?.rawBytes.count ?? 0) > 32_768
            return isLarge ? .evidence : .nothing
        },
        .each("credential.redefines") { credential -> Credential.Redefines? in
            guard credential.opened.release.map(TermCheck.isKnown) ?? false else { return nil }
            return credential.opened.termProblems.contains { $0.kind == .protectedTermRedefined }
                ? .protectedTerm : .nothing
        },
    ]

    // MARK: Releases

    /// The credentials that tell the release: where 0.7.0 is written, only those types whose shape it settles.
    private static func speakingOfRelease(_ samples: Samples) -> [Samples.Credential] {
        guard samples.credentials.contains(where: { $0.opened.release == .v0_7_0 }) else { return samples.credentials }
        return samples.credentials.filter { credential in
            credential.type.map { UNTPSchema.isKnown($0, in: .v0_7_0) } ?? false || credential.opened.release == .v0_7_0
        }
    }

    /// The credentials of 0.7.0 that are later than one of the same type of 0.6.1.
    private static func upgraded(_ samples: Samples) -> [Samples.Credential] {
        samples.credentials.filter { credential in
            guard credential.opened.release == .v0_7_0, let start = start(of: credential) else { return false }
            return samples.credentials.contains { other in
                other.type == credential.type && other.opened.release == .v0_6_1
                    && self.start(of: other).map { $0 < start } ?? false
            }
        }
    }

    private static func start(of credential: Samples.Credential) -> DateTimeStamp? {
        credential.root["validFrom"]?.string.flatMap(DateTimeStamp.init(lenient:))
    }

    // MARK: Terms

    private static func undefinedNames(_ credential: Samples.Credential) -> [String] {
        credential.opened.undefinedTerms.compactMap(\.tokens.last)
    }

    private static func slip(_ name: String, in credential: Samples.Credential) -> String? {
        guard let type = credential.type, let release = credential.opened.release else { return nil }
        return Nearest.slip(name, among: UNTPSchema.propertyNames(type, release: release))
    }

    /// Whether a list with one entry stands somewhere, types left aside.
    private static func holdsSingleton(_ value: JSONView?) -> Bool {
        guard let value else { return false }
        if value.kind == .array, value.count == 1 { return true }
        return value.elements.contains { holdsSingleton($0) }
            || value.members.contains { $0.name != "type" && holdsSingleton($0.value) }
    }

    static func objects(_ value: JSONView?) -> [JSONView] {
        value.map { $0.kind == .array ? Array($0.elements) : [$0] } ?? []
    }

    /// The members of a credential of which the core speaks.
    private static let coreMembers: Set<String> = [
        "@context", "type", "id", "name", "description", "issuer", "validFrom", "validUntil", "issuanceDate",
        "expirationDate", "credentialSubject", "credentialStatus", "credentialSchema", "proof", "evidence",
        "renderMethod", "relatedResource", "termsOfUse", "refreshService", "confidenceMethod", "iss", "sub", "jti",
        "nbf", "exp", "iat", "aud",
    ]
}

extension InferenceRule {
    /// This rule, but for what another one says wherever that says something.
    fileprivate func replaced(by other: @escaping @Sendable (Samples) -> [Vote]) -> InferenceRule {
        let votes = votes
        return InferenceRule(path) { samples in
            let special = other(samples)
            return special.isEmpty ? votes(samples) : special
        }
    }
}
