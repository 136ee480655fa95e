/// One documented setting of a platform's behaviour.
///
/// A knob is declared once, in `Knobs`; reading a profile, documenting it, validating it and testing it are all derived
/// from the declaration. Its first value is the conforming one and the default.
package struct Knob: Sendable {
    /// Where the knob is found in a profile, as `section.name`.
    package let path: String
    /// What the knob decides, in one sentence.
    package let summary: String
    /// The specification and the section that settle the conforming value.
    package let clause: String
    /// What the knob can be set to.
    package let domain: Domain

    let write: @Sendable (inout BehaviourProfile, String) -> Bool
    package let read: @Sendable (BehaviourProfile) -> String

    package enum Domain: Sendable {
        /// One of the named values, the conforming one first.
        case choice([Choice])
        /// A whole number within bounds; `examples` are values whose effects are documented.
        case integer(ClosedRange<Int>, unit: String, examples: [Choice])
    }

    /// What may stand for it, in words.
    package var expectation: String {
        switch domain {
        case .integer(let range, let unit, _):
            "a whole number of \(unit) from \(range.lowerBound) to \(range.upperBound)"
        case .choice(let choices): "one of \(choices.map(\.name).joined(separator: ", "))"
        }
    }

    /// One value of a knob and what it leads to.
    package struct Choice: Sendable {
        package let name: String
        package let summary: String
        /// The failure modes that the value can cause, each with what else it takes.
        package let causes: [Cause]

        package init(_ name: String, _ summary: String, causes: [Cause] = []) {
            self.name = name
            self.summary = summary
            self.causes = causes
        }
    }

    /// A failure mode that a value causes, with the circumstances under which it shows.
    package struct Cause: Sendable {
        /// The code of the failure mode in the catalogue.
        package let mode: String
        /// Settings of the other side without which the value does no harm.
        package let meets: [Setting]
        /// What must happen in the world besides.
        package let when: Circumstance

        package init(_ mode: String, meets: [Setting] = [], when: Circumstance = .always) {
            self.mode = mode
            self.meets = meets
            self.when = when
        }
    }

    /// A knob set to a value, as text.
    package struct Setting: Sendable, Hashable {
        package let path: String
        package let value: String

        package init(_ path: String, _ value: String) {
            self.path = path
            self.value = value
        }
    }

    /// What must happen in the world for a cause to show.
    package enum Circumstance: String, Sendable, CaseIterable {
        case always
        /// A certificate is revoked after it was first checked.
        case certificateRevoked = "a certificate is revoked"
        /// Something is wrong with a certificate, whoever looks at it.
        case certificateExpired = "a certificate runs out"
        /// Passports are corrected a day after they were issued, and a batch arrives in several consignments.
        case passportCorrected = "passports are corrected while goods are under way"
        /// A certificate is issued anew every few days.
        case certificateRenewed = "a certificate is issued anew"
        /// The host of the issuer's status lists is down when a verifier asks.
        case statusHostDown = "the status host is down"
        /// The host of the shared contexts limits how often it answers.
        case contextHostBusy = "the context host limits its rate"
        /// The issuer is registered in a country other than the verifier's.
        case foreignIssuer = "the issuer is registered abroad"
        /// Credentials are checked again weeks after they were issued.
        case longLived = "credentials outlive a key"
    }

    /// The value of a profile that does not mention the knob; the conforming one.
    package var defaultValue: String { read(BehaviourProfile()) }

    /// The values that the knob documents, the conforming one first.
    package var choices: [Choice] {
        switch domain {
        case .choice(let choices): choices
        case .integer(_, _, let examples): examples
        }
    }
}

/// A named value of a knob, so that a profile can be read from text and written back.
protocol KnobValue: RawRepresentable, CaseIterable, Sendable where RawValue == String {}

extension Knob {
    /// A knob whose values are the cases of an enumeration.
    static func choice<Value: KnobValue>(
        _ path: String, _ target: any WritableKeyPath<BehaviourProfile, Value> & Sendable, _ summary: String,
        clause: String, _ choices: [(Value, String, [Cause])]
    ) -> Knob {
        Knob(
            path: path, summary: summary, clause: clause,
            domain: .choice(choices.map { Choice($0.0.rawValue, $0.1, causes: $0.2) }),
            write: { profile, text in
                guard let value = Value(rawValue: text) else { return false }
                profile[keyPath: target] = value
                return true
            },
            read: { $0[keyPath: target].rawValue })
    }

    /// A knob that is a whole number.
    static func integer(
        _ path: String, _ target: any WritableKeyPath<BehaviourProfile, Int> & Sendable, _ range: ClosedRange<Int>,
        unit: String, _ summary: String, clause: String, _ examples: [(Int, String, [Cause])]
    ) -> Knob {
        Knob(
            path: path, summary: summary, clause: clause,
            domain: .integer(
                range, unit: unit, examples: examples.map { Choice(String($0.0), $0.1, causes: $0.2) }),
            write: { profile, text in
                guard let value = Int(text), range.contains(value) else { return false }
                profile[keyPath: target] = value
                return true
            },
            read: { String($0[keyPath: target]) })
    }
}
