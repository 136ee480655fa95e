/// The families of status lists in circulation, each the successor of the next.
package enum StatusFamily: String, Sendable, Hashable, CaseIterable {
    /// W3C Bitstring Status List 1.0.
    case bitstring
    /// Status List 2021, W3C working draft.
    case statusList2021
    /// Revocation List 2020, W3C CCG draft.
    case revocationList2020

    /// The type of an entry in a credential.
    package var entryType: String {
        switch self {
        case .bitstring: "BitstringStatusListEntry"
        case .statusList2021: "StatusList2021Entry"
        case .revocationList2020: "RevocationList2020Status"
        }
    }

    /// The type of the list, which is the subject of a credential.
    package var listType: String {
        switch self {
        case .bitstring: "BitstringStatusList"
        case .statusList2021: "StatusList2021"
        case .revocationList2020: "RevocationList2020"
        }
    }

    /// The type of the credential that a list stands in.
    package var credentialType: String { listType + "Credential" }

    /// The context that defines the terms; nil where VCDM 2.0's own does.
    package var context: String? {
        switch self {
        case .bitstring: nil
        case .statusList2021: "https://w3id.org/vc/status-list/2021/v1"
        case .revocationList2020: "https://w3id.org/vc-revocation-list-2020/v1"
        }
    }

    /// The family of an entry's type.
    package init?(entryType: String) {
        guard let family = Self.allCases.first(where: { $0.entryType == entryType }) else { return nil }
        self = family
    }

    /// The family of a list's type.
    package init?(listType: String) {
        guard let family = Self.allCases.first(where: { $0.listType == listType }) else { return nil }
        self = family
    }

    /// The member of an entry that holds its index.
    var indexMember: String { self == .revocationList2020 ? "revocationListIndex" : "statusListIndex" }

    /// The member of an entry that names its list.
    var listMember: String { self == .revocationList2020 ? "revocationListCredential" : "statusListCredential" }

    /// The only purpose that the family has, where it has but one and entries need not say it.
    var onlyPurpose: String? { self == .revocationList2020 ? "revocation" : nil }
}
