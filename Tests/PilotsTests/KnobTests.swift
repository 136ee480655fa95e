import Platforms
import Records
import Testing
import UNTP

@testable import Pilots

/// A knob at one of its values, with one of the failures that the value is documented to cause.
struct Probe: Sendable, CustomTestStringConvertible {
    let knob: Knob
    let choice: Knob.Choice
    /// Nil to show that the value alone does no harm.
    let cause: Knob.Cause?

    var testDescription: String {
        "\(knob.path)=\(choice.name)" + (cause.map { " causes \($0.mode)" } ?? " causes nothing by itself")
    }

    static let all: [Probe] = Knobs.all.flatMap { knob in
        knob.choices.flatMap { choice -> [Probe] in
            let causes = choice.causes.map { Probe(knob: knob, choice: choice, cause: $0) }
            let isHarmlessAlone = choice.causes.allSatisfy {
                !$0.meets.isEmpty || $0.when != .always && $0.when != .foreignIssuer && $0.when != .longLived
            }
            return isHarmlessAlone ? causes + [Probe(knob: knob, choice: choice, cause: nil)] : causes
        }
    }
}

@Suite struct KnobTests {
    @Test("Each knob produces exactly the failure modes that its documentation names", arguments: Probe.all)
    func producesWhatIsDocumented(probe: Probe) throws {
        let settings = [Knob.Setting(probe.knob.path, probe.choice.name)] + (probe.cause?.meets ?? [])
        let circumstance = probe.cause?.when ?? .always
        let found = try ProbeWorld.codes(ProbeWorld.scenario(settings, circumstance: circumstance))
        let withoutKnob = try ProbeWorld.codes(ProbeWorld.scenario(circumstance: circumstance))
        #expect(found.subtracting(withoutKnob) == Set([probe.cause?.mode].compactMap(\.self)))
    }

    @Test("Each failure mode that a knob names is in the catalogue, and each knob's first value is the conforming one")
    func isConsistent() {
        for knob in Knobs.all {
            #expect(knob.choices.first?.name == knob.defaultValue)
            for cause in knob.choices.flatMap(\.causes) {
                #expect(FailureCatalogue[cause.mode] != nil, "\(knob.path) names \(cause.mode)")
                for setting in cause.meets { #expect(Knobs[setting.path] != nil) }
            }
        }
    }

    @Test("Two conforming platforms, honest parties and a sound network have no finding")
    func findsNothingInTheBestWorld() throws {
        let record = try ProbeWorld.run(ProbeWorld.scenario())
        #expect(record.findings.isEmpty)
        #expect(record.consignments.total == record.consignments.transparent)
        #expect(record.consignments.total > 5)
        #expect(record.truth.acceptedWrongly + record.truth.rejectedWrongly == 0)
    }
}
