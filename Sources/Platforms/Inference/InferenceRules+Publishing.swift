import Credentials
import JSON
import UNTP

// How documents and links are put where others find them.
extension InferenceRules {
    private typealias Hosting = BehaviourProfile.Hosting
    private typealias Resolver = BehaviourProfile.Resolver

    static let publishing: [InferenceRule] = [
        InferenceRule("hosting.contentType") { samples in
            let stated = samples.secured.compactMap { credential in
                mediaType(credential.statedMediaType).map { Vote($0, credential.name, isStatement: true) }
            }
            return stated
                + links(samples).compactMap { link in
                    mediaType(link.target["type"]?.string).map { Vote($0, link.name) }
                }
        },
        InferenceRule("hosting.links") { samples in
            links(samples).compactMap { link in
                link.target["href"]?.string.flatMap(linkHost).map { Vote($0, link.name) }
            }
        },
        InferenceRule("resolver.linkTypes") { samples in
            samples.linksets.flatMap { set in
                set.targets.compactMap { spelling(decoded($0.relation)).map { Vote($0, set.name) } }
            }
        },
        InferenceRule("resolver.linksetShape") { samples in
            samples.linksets.map { Vote($0.isFlat ? Resolver.LinksetShape.flatList : .rfc9264, $0.name) }
        },
        InferenceRule("resolver.relationEncoding") { samples in
            samples.linksets.flatMap { set in
                set.targets.compactMap { relation, _ in
                    relation.lowercased().contains("%3a")
                        ? Vote(Resolver.RelationEncoding.percent, set.name)
                        : relation.contains(":") ? Vote(Resolver.RelationEncoding.plain, set.name) : nil
                }
            }
        },
        InferenceRule("resolver.languageAttribute") { samples in
            samples.linksets.flatMap { set in
                set.targets.compactMap { _, target in
                    target["hreflang"] != nil
                        ? Vote(Resolver.LanguageAttribute.hreflang, set.name)
                        : target["lang"] != nil ? Vote(Resolver.LanguageAttribute.lang, set.name) : nil
                }
            }
        },
        // That there is no page may also mean that the resolver kept but one variant.
        InferenceRule("resolver.variants") { samples in
            samples.linksets.compactMap { set in
                let pages = set.targets.filter { $0.target["type"]?.string == "text/html" }.map(\.relation)
                let machine = set.targets.filter { $0.target["type"]?.string != "text/html" }.map(\.relation)
                return pages.contains(where: machine.contains) ? Vote(Resolver.Variants.machineAndPage, set.name) : nil
            }
        },
        InferenceRule("access.passports") { samples in
            samples.sealed.compactMap { document in
                document.root["type"]?.string.flatMap(BehaviourProfile.Access.Passports.init(rawValue:))
                    .map { Vote($0, document.name) }
            } + samples.credentials(.dpp).map { Vote(BehaviourProfile.Access.Passports.open, $0.name) }
        },
        InferenceRule("access.announcing") { samples in
            guard !samples.sealed.isEmpty else { return [] }
            return links(samples).filter { LinkType(anySpelling: decoded($0.relation)) == .dpp }.map { link in
                Vote(
                    link.target["encryptionMethod"] == nil
                        ? BehaviourProfile.Access.Announcing.nowhere : .onLink, link.name)
            }
        },
    ]

    /// The links to credentials, pages left out.
    private static func links(_ samples: Samples) -> [(name: String, relation: String, target: JSONView)] {
        samples.linksets.flatMap { set in
            set.targets.filter { $0.target["type"]?.string != "text/html" && spelling(decoded($0.relation)) != nil }
                .map { (set.name, $0.relation, $0.target) }
        }
    }

    private static func decoded(_ relation: String) -> String {
        relation.replacing("%3A", with: ":").replacing("%3a", with: ":")
    }

    private static func mediaType(_ text: String?) -> Hosting.ContentType? {
        switch text?.prefix(while: { $0 != ";" }).lowercased() {
        case "application/vc", "application/vc+jwt": .registered
        case "application/ld+json", "application/jwt": .legacy
        default: nil
        }
    }

    private static func linkHost(of url: String) -> Hosting.Links? {
        guard url.hasPrefix("http"), let authority = url.split(separator: "/").dropFirst().first else { return nil }
        let host = authority.prefix { $0 != ":" }.lowercased()
        if host.hasSuffix(".test") { return .testHost }
        let isInternal =
            !host.contains(".") || [".local", ".internal", ".localhost", ".lan"].contains(where: host.hasSuffix)
            || host.hasPrefix("10.") || host.hasPrefix("192.168.") || host.hasPrefix("127.")
        return isInternal ? .internalHost : .publicHost
    }

    /// In which of the ways in circulation a link type is spelt; nil for a relation that is none.
    private static func spelling(_ relation: String) -> Resolver.LinkTypes? {
        if let type = LinkType(anySpelling: relation), type != .idr {
            if relation == type.text(.current) { return .current }
            if relation.hasPrefix("gs1:") || relation.contains("gs1.org/") { return .gs1 }
            return relation == type.text(.longName) ? .longName : .vocabularyURL
        }
        let parts = relation.split(separator: "/")
        guard relation.hasPrefix("https://"), parts.count > 3, parts[parts.count - 2].lowercased() == "linktypes",
            let last = parts.last, LinkType(rawValue: String(last)) != nil
        else { return nil }
        return .ownDomain
    }
}
