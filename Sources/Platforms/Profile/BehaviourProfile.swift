/// How a platform behaves wherever implementations of UNTP are known to differ.
///
/// A profile that sets nothing conforms in everything. Every other behaviour is a deviation by name, so that what a
/// platform does differently can be listed, documented and mended one setting at a time.
package struct BehaviourProfile: Sendable, Equatable {
    package var hosting = Hosting()
    package var fetching = Fetching()
    package var resolver = Resolver()
    package var discovery = Discovery()
    package var identity = Identity()
    package var identifiers = Identifiers()
    package var securing = Securing()
    package var reading = Reading()
    package var credential = Credential()
    package var values = Values()
    package var criteria = Criteria()
    package var status = Status()
    package var trust = Trust()
    package var evidence = Evidence()
    package var access = Access()
    package var events = Events()
    package var verifying = Verifying()
    package var caching = Caching()
    package var clock = Clock()

    /// The conforming profile.
    package init() {}

    /// Sets one knob from text.
    ///
    /// - Throws: `KnobError` when there is no such knob or it has no such value; the profile is then unchanged.
    package mutating func set(_ path: String, to text: String) throws(KnobError) {
        guard let knob = Knobs[path] else { throw .unknownKnob(path) }
        guard knob.write(&self, text) else { throw .unknownValue(knob, text) }
    }

    /// The knobs that are not at their conforming value, in the order of their declaration.
    package var deviations: [Knob.Setting] {
        let conforming = BehaviourProfile()
        return Knobs.all.compactMap { knob in
            let value = knob.read(self)
            return value == knob.read(conforming) ? nil : Knob.Setting(knob.path, value)
        }
    }
}

/// Why a knob could not be set.
package enum KnobError: Error, Sendable {
    case unknownKnob(String)
    case unknownValue(Knob, String)
}
