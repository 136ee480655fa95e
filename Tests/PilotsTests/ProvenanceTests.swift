import Testing

@testable import Pilots

/// Where the numbers of scenario files come from.
@Suite struct ProvenanceTests {
    private static let country = """
        code: CL
        name: Chile
        register: Registro de Comercio
        accreditation: INN
        latitude: -23.6
        longitude: -70.4
        onlinePercent: 94.1
        onlineYear: 2023
        urbanMilliseconds: 39
        remoteMilliseconds: 101
        offlineShare: 0.038
        outageHoursPerMonth: 4.4
        """

    private func counts(_ rest: String) throws -> [String: Int] {
        var check = FormCheck()
        check.check(try ScenarioNode.parse(Self.country + "\n" + rest, file: "CL.yaml"), ScenarioForm.country)
        #expect(check.diagnostics.isEmpty)
        return check.provenance
    }

    @Test("A country's numbers count by the group that its provenance names, the others by its status")
    func countsByGroup() throws {
        #expect(
            try counts("provenance: {location: recalled, online: read, connectivity: assumption}\nstatus: judgement")
                == ["recalled": 2, "read": 2, "assumption": 4])
        #expect(try counts("provenance: {online: read}\nstatus: recalled") == ["read": 2, "recalled": 6])
        #expect(try counts("") == ["assumption": 8])
    }

    @Test("A word that is no provenance is named")
    func namesWhatIsWrong() throws {
        var check = FormCheck()
        check.check(
            try ScenarioNode.parse(Self.country + "\nprovenance: {online: red}", file: "CL.yaml"), ScenarioForm.country)
        #expect(check.diagnostics.count == 1)
        #expect(check.diagnostics.first?.nearest == "read")
    }
}
