/// What the anchor of an issuer has to say, beside being issued by a trusted register.
package struct AnchorRequirement: Sendable, Hashable {
    /// The kind of register, compared without case: release 0.7.0 writes it in lower case. Nil for any.
    package var registerType: String?
    /// The number under which the issuer is known elsewhere; nil where it is known by none.
    package var registeredID: String?
    /// The criteria that the scope list has to cover.
    package var criteria: [String]

    package init(registerType: String? = nil, registeredID: String? = nil, criteria: [String] = []) {
        self.registerType = registerType
        self.registeredID = registeredID
        self.criteria = criteria
    }

    /// Any anchor will do.
    package static let none = AnchorRequirement()

    /// The maker of a product: in a business register, under the number that its credentials give.
    package static func business(registeredID: String?) -> AnchorRequirement {
        AnchorRequirement(registerType: "Business", registeredID: registeredID)
    }

    /// A certifier: accredited for the criteria that it assessed.
    package static func accreditation(for criteria: [String]) -> AnchorRequirement {
        AnchorRequirement(registerType: "Accreditation", criteria: criteria)
    }

    /// Why an anchor does not meet the requirement; nil where it does.
    func problem(
        with anchor: IdentityAnchor, _ covers: (_ scope: String, _ criterion: String) -> Bool
    ) -> AnchorVerdict.Reason? {
        if let registerType, anchor.registerType != registerType,
            anchor.registerType?.lowercased() != registerType.lowercased()
        {
            return .wrongRegisterType(found: anchor.registerType)
        }
        if let registeredID, anchor.registeredID != registeredID {
            return .differentRegisteredID(found: anchor.registeredID)
        }
        let uncovered = criteria.filter { criterion in !anchor.scope.contains { covers($0, criterion) } }
        return uncovered.isEmpty ? nil : .scopeDoesNotCover(uncovered)
    }
}
