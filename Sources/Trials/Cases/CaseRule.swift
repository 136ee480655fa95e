import Platforms
import UNTP

/// A kind of case, declared once: what it shows, what is right, and how a sound credential becomes it.
struct CaseRule: Sendable {
    /// In kebab-case; part of the ids of its cases.
    let name: String
    let group: TrialCase.Group
    /// 1 technical, 2 schema, 3 trust: the tier of the official tests that it belongs to.
    let tier: Int
    let proves: String
    let mode: String?
    let clause: String
    let types: [CredentialType]
    let reach: Reach
    let allowed: Set<OutsideVerdict.Verdict>
    let arrange: @Sendable (inout Exhibit) -> Void

    /// For which ways of issuing there is a case.
    enum Reach: Sendable {
        /// For the way that stands for all.
        case lead
        /// For each form and algorithm of the leading release.
        case everyForm
        /// For each form and algorithm with a token.
        case everyToken
        /// For an embedded proof.
        case embedded
        /// For all releases, forms and algorithms.
        case everything

        func covers(_ variant: Variant) -> Bool {
            switch self {
            case .lead, .everyForm, .everything: true
            case .everyToken: variant.securing == .token || variant.securing == .enveloped
            case .embedded: variant.securing == .embedded
            }
        }
    }

    init(
        _ name: String, _ group: TrialCase.Group, tier: Int = 1, of types: [CredentialType] = [.dpp],
        in reach: Reach = .lead, _ proves: String, mode: String? = nil, clause: String,
        allowed: Set<OutsideVerdict.Verdict>, arrange: @escaping @Sendable (inout Exhibit) -> Void = { _ in }
    ) {
        self.name = name
        self.group = group
        self.tier = tier
        self.types = types
        self.reach = reach
        self.proves = proves
        self.mode = mode
        self.clause = clause
        self.allowed = allowed
        self.arrange = arrange
    }
}

extension Set<OutsideVerdict.Verdict> {
    /// Sound, and to be said so.
    static let valid: Self = [.valid]
    /// Wrong, and to be said so.
    static let invalid: Self = [.invalid]
    /// Wrong in a way that a reader may also say not to know.
    static let refused: Self = [.invalid, .unsupported]
    /// What is missing or untrustworthy stands beside the credential: it may be wrong or unknown, and isn't valid.
    static let notValid: Self = [.invalid, .indeterminate, .unsupported]
    /// Nobody can know.
    static let unknown: Self = [.indeterminate]
    /// Whatever is said, something is said.
    static let any: Self = Set(OutsideVerdict.Verdict.allCases)
}
