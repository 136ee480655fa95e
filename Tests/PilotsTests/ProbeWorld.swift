import JSON
import Networking
import Platforms
import Records
import SimulationKernel
import UNTP

@testable import Pilots

/// A world of two: a mine in Chile on one platform, a smelter in Germany on another, and a certifier beside the mine.
///
/// Small enough to try each knob on its own, and large enough that each of them can do its harm.
enum ProbeWorld {
    static func scenario(
        issuer: BehaviourProfile = .init(), verifier: BehaviourProfile = .init(),
        circumstance: Knob.Circumstance = .always, change: (inout Scenario) -> Void = { _ in }
    ) -> Scenario {
        let claim = Stage.ClaimTemplate(
            criterion: "H01", metric: "Greenhouse gas intensity", unit: "TNE",
            range: Triangle(low: 2, typical: 3, high: 4))
        func stage(_ id: String, inputs: [String], order: Int) -> Stage {
            Stage(
                id: id, name: id, process: "Processing", role: "Maker", facility: "plant",
                needs: inputs.isEmpty ? [] : [.init(name: "", sources: inputs)],
                product: .init(name: "Product of the \(id)", hs: "260300", cpc: "14210", unit: "TNE"),
                coproducts: [], yield: Triangle(low: 0.9, typical: 0.95, high: 1), batch: 100, shipment: 100,
                lineHours: 1, custody: .massBalance,
                schemes: [], issues: [.dpp, .dte, .dfr], issuedByOthers: [], countries: [], claims: [claim],
                order: order)
        }
        func party(_ name: String, stage: String, country: String, platform: String, customers: [String]) -> PartySpec {
            PartySpec(
                name: name, slug: Slug.make(name), stage: stage, country: country, platform: platform,
                connectivity: .urban, customers: customers, everyHours: 120, certificate: .valid,
                unevidencedClaims: [], alteredShare: 0)
        }
        func country(_ code: String, latitude: Double, longitude: Double) -> Country {
            Country(
                code: code, name: code, register: "Register", accreditation: "Accreditation", latitude: latitude,
                longitude: longitude, access: .init(urbanMilliseconds: 40, remoteMilliseconds: 100),
                registerScheme: .plainNumber(digits: 9))
        }
        var scenario = Scenario(
            name: "probe", title: "Probe", description: "", seed: 5, startUnixSeconds: 1_767_571_200, days: 44,
            chains: [
                ValueChain(
                    id: "probe", title: "Probe",
                    stages: [stage("mine", inputs: [], order: 0), stage("smelter", inputs: ["mine"], order: 1)])
            ],
            extensions: [industryExtension],
            countries: [country("CL", latitude: -23, longitude: -70), country("DE", latitude: 53, longitude: 10)],
            platforms: [
                PlatformSpec(name: "issuing", title: "Issuing", kind: "", country: "CL", profile: issuer),
                PlatformSpec(name: "verifying", title: "Verifying", kind: "", country: "DE", profile: verifier),
            ],
            parties: [
                party("Mine", stage: "mine", country: "CL", platform: "issuing", customers: ["Smelter"]),
                party("Smelter", stage: "smelter", country: "DE", platform: "verifying", customers: []),
            ],
            certifiers: [
                CertifierSpec(
                    name: "Certifier", slug: "certifier", country: "CL", platform: "issuing", criteria: ["H01"],
                    scheme: "Scheme", countries: [])
            ],
            transit: Transit(
                domestic: Triangle(low: 1, typical: 1, high: 2), abroad: Triangle(low: 1, typical: 2, high: 3),
                routes: []),
            network: NetworkSpec(), registerBehaviour: [:], evidenceTiers: 0,
            buyersAsk: ["CL": .harmonised("H01"), "DE": .harmonised("H01")], targets: [:], overrides: [])
        switch circumstance {
        case .always, .foreignIssuer, .longLived: break
        case .certificateRevoked: scenario.parties[0].certificate = .revoked(day: 14)
        case .certificateExpired: scenario.parties[0].certificate = .expires(day: 20)
        case .passportCorrected:
            scenario.parties[0].correctsAfterHours = 36
            scenario.chains[0].stages[0].shipment = 10
        case .certificateRenewed: scenario.certifiers[0].renewsEvery = 2
        case .statusHostDown:
            scenario.network.outages = [
                .init(platform: "issuing", service: .status, day: 0.5, hours: 2000, everyDays: nil)
            ]
        case .contextHostBusy: scenario.network.contextRequestsPerHour = 1
        }
        change(&scenario)
        return scenario
    }

    /// The world in which the issuing or the verifying side has some settings, whichever side each of them is for.
    static func scenario(
        _ settings: [Knob.Setting], circumstance: Knob.Circumstance = .always,
        change: (inout Scenario) -> Void = { _ in }
    ) throws -> Scenario {
        var (issuer, verifier) = (BehaviourProfile(), BehaviourProfile())
        for setting in settings {
            if Knobs.issuing.contains(where: { $0.path == setting.path }) {
                try issuer.set(setting.path, to: setting.value)
            } else {
                try verifier.set(setting.path, to: setting.value)
            }
        }
        return scenario(issuer: issuer, verifier: verifier, circumstance: circumstance, change: change)
    }

    /// An extension whose credentials have a grade.
    private static let industryExtension: IndustryExtension = {
        let context = "https://industry.example/contexts/probe/1.0/"
        let schema = try? JSONSchema(compiling: ["required": ["grade"]], assertingFormats: [])
        return IndustryExtension(
            name: "probe", title: "Probe", typeName: "ProbeCredential", extends: Set(CredentialType.allCases),
            context: context,
            contextDocument: [
                "@context": ["ProbeCredential": .string(context + "#Probe"), "grade": .string(context + "#grade")]
            ],
            schema: schema, members: JSONObject([("grade", "A")]))
    }()

    static func run(_ scenario: Scenario, options: PilotRun.Options = .init()) throws -> RunRecord {
        try PilotRun(scenario, options: options).run()
    }

    /// The codes that a run found.
    static func codes(_ scenario: Scenario) throws -> Set<String> {
        Set(try run(scenario).findings.map(\.code))
    }
}

extension [DemandedCriterion] {
    /// Demands for criteria of the shared vocabulary.
    static func harmonised(_ ids: String...) -> Self {
        ids.compactMap { HarmonisedCriteria[$0] }.map(DemandedCriterion.init)
    }
}
