package import Networking
package import Platforms
import SimulationKernel
package import UNTP

/// A pilot that can be run: everything that scenario files say, checked and resolved.
package struct Scenario: Sendable {
    /// The name of its file, without ending.
    package var name: String
    package var title: String
    package var description: String
    package var seed: UInt64
    package var startUnixSeconds: Int64
    package var days: Int
    package var chains: [ValueChain]
    /// The industry extensions that platforms may follow.
    package var extensions: [IndustryExtension] = []
    package var countries: [Country]
    package var platforms: [PlatformSpec]
    package var parties: [PartySpec]
    package var certifiers: [CertifierSpec]
    /// The schemes by which they assess, as far as there is a file on them, by name.
    package var schemes: [String: Scheme] = [:]
    package var transit: Transit
    package var network: NetworkSpec
    /// Behaviour of the registers that is not conforming, by country code; `all` for each.
    package var registerBehaviour: [String: BehaviourProfile]
    package var evidenceTiers: Int
    /// Whether parties also claim what rules where they sell ask for.
    package var answersRules = false
    /// The rules that hold.
    package var regulations: [Regulation] = []
    /// What buyers in a country ask for themselves.
    package var buyersAsk: [String: [DemandedCriterion]] = [:]
    /// How criteria of schemes and laws map to the harmonised ones.
    package var mapping = CriteriaMapping.none
    /// The schemes that a country recognises; all where it isn't named.
    package var recognition: [String: [String]] = [:]
    /// The share of arriving consignments of which a laboratory tests a sample.
    package var testedShare = 0.0
    /// The share of lots that are typed wrongly where a label has no place for them.
    package var mistypedShare = Scenario.usualMistypedShare
    /// Whether a quota manager adds up what all events of certified goods use of each input.
    package var hasQuotaManager = false
    package var remoteSites = RemoteSites.asCountriesHaveIt
    /// What those who take part want to know, with the ids of the measures that answer it.
    package var stories: [Story] = []
    package var targets: [String: Double]
    /// Where all that is virtual is published while a service takes part, for the service to reach.
    package var publishedAt = Scenario.usualOrigin
    /// The failure that the scenario is there to show.
    package var shows: Demonstration?
    /// Settings that were given on the command line.
    package var overrides: [String]
    /// The numbers that a verdict on it rests on.
    var numbers = NumberCount()
    /// What in its files has no effect, or costs much.
    package var notes: [ScenarioDiagnostic] = []

    package func stage(_ id: String) -> Stage? { chains.lazy.flatMap(\.stages).first { $0.id == id } }
    /// The chain that a stage belongs to.
    package func chain(of stage: String) -> ValueChain? { chains.first { $0.stages.contains { $0.id == stage } } }
    package func country(_ code: String) -> Country? { countries.first { $0.code == code } }
    /// The scheme by which somebody assesses, where there is a file on it.
    package func scheme(of certifier: CertifierSpec) -> Scheme? { schemes[certifier.scheme] }
}

/// Low, most likely and high.
package struct Triangle: Sendable, Hashable {
    package var low: Double
    package var typical: Double
    package var high: Double
}

/// A country with its register, its accreditation body and what it asks of imports.
package struct Country: Sendable {
    package var code: String
    package var name: String
    package var register: String
    package var accreditation: String
    package var latitude: Double
    package var longitude: Double
    package var access: Topology.Access
    /// How remote sites are connected; nil where that isn't known.
    package var remoteLine: RemoteLine? = nil
    /// The unions that it belongs to, whose rules hold there.
    package var unions: [String] = []
    /// What is told of it and decides nothing.
    package var facts = Facts()
    /// How the numbers of its register are made.
    package var registerScheme: RegisterScheme

    /// For how long remote sites are without a connection.
    package struct RemoteLine: Sendable, Hashable {
        /// The share of each day, 0 to 1.
        package var offlineShare: Double
        /// Hours of one outage a month.
        package var outageHoursPerMonth: Double

        package init(offlineShare: Double, outageHoursPerMonth: Double) {
            self.offlineShare = offlineShare
            self.outageHoursPerMonth = outageHoursPerMonth
        }
    }

    /// What people want to know of a country.
    package struct Facts: Sendable, Hashable {
        /// What the register calls its number.
        package var identifier: String?
        /// Accreditation bodies besides that which anchors certifiers.
        package var otherAccreditation: [String] = []
        package var permits: String?
        package var requirement: String?
        package var regulations: [String] = []
        package var onlinePercent: Double?
        package var onlineYear: Int?

        package init() {}
    }
}

/// How remote sites get what they record to their platforms.
package enum RemoteSites: String, Sendable, CaseIterable {
    /// With the gaps that their countries' files have, unless the pilot says how often they synchronise.
    case asCountriesHaveIt = "as-countries-have-it"
    /// At all times.
    case connected
}

/// A software platform of the pilot.
package struct PlatformSpec: Sendable {
    package var name: String
    package var title: String
    package var kind: String
    package var country: String
    package var profile: BehaviourProfile
    /// Where it is, if it is a vendor's own.
    package var adapter: AdapterSpec?
    /// How each knob was come by, where the profile was drawn from samples.
    package var marks: [KnobMark] = []
}

/// Somebody who makes, ships or buys.
package struct PartySpec: Sendable {
    package var name: String
    /// A short name for hosts and paths.
    package var slug: String
    package var stage: String
    package var country: String
    package var platform: String
    package var connectivity: Connectivity
    /// Names of its customers; empty for the last taker.
    package var customers: [String]
    /// Hours between two batches, for an origin.
    package var everyHours: Double
    package var certificate: CertificateState
    package var unevidencedClaims: [String]
    /// What it claims besides its stage's claims, as rules where it sells ask for it and somebody assesses it.
    package var answers: [String] = []
    package var alteredShare: Double
    package var fraud: [Fraud] = []
    /// Whether it mixes what its stage keeps apart.
    package var mixes = false
    /// What it certifies where its stage balances mass.
    package var balances = CustodyBasis.batch
    /// Whether it certifies all that it makes, whatever went in.
    package var certifiesAll = false
    /// What carries the identifier of its goods.
    package var carrier = Carrier.qrCode
    /// Hours between two times at which what it recorded gets out; nil where it is always connected.
    package var syncHours: Double?
    /// The day on which it is invited to take part; nil where it takes part from the first.
    package var invitedDay: Double?
    /// Days after its invitation until which it makes nothing.
    package var setUpDays = 0.0
    /// The party on whose software its credentials are issued, where it has none of its own.
    package var issuedBy: String?
    /// Whether that party issues under its own DID, and not under one that it keeps for this party.
    package var isIssuedUnderDelegate = false
    /// Hours after which it corrects its passports; nil for never.
    package var correctsAfterHours: Double?
    /// Whether it is a micro or small enterprise.
    package var isSmall = false
}

extension PartySpec {
    /// When it begins to make something.
    var begins: VirtualInstant { .epoch.advanced(by: .days(invitedDay.map { $0 + setUpDays } ?? 0)) }

    /// The customer of the platform in whose name its credentials are issued.
    var issuerSlug: String { isIssuedUnderDelegate ? issuedBy.map { Slug.make($0) } ?? slug : slug }
}

/// What a party that balances mass certifies.
package enum CustodyBasis: String, Sendable, CaseIterable {
    /// Of each batch the part that its own inputs earned.
    case batch
    /// Whole batches, for as long as what all of them earned covers them.
    case account
}

/// A failure mode that a scenario shows, and what mends it.
package struct Demonstration: Sendable, Equatable {
    /// The code in the catalogue.
    package var failure: String
    /// Settings with which the failure does not occur.
    package var remedy: [String]
}

/// What is wrong with a party's certificate, if anything.
package enum CertificateState: Sendable, Hashable {
    case valid
    /// Runs out on a day of the run.
    case expires(day: Int)
    case revoked(day: Int)
    case suspended(day: Int)
    /// Covers another facility.
    case wrongScope

    /// Whether it is neither left to run out nor withdrawn.
    var isKept: Bool { self == .valid || self == .wrongScope }

    /// Whether it was revoked or suspended by a time, in Unix seconds.
    ///
    /// - Parameter start: When the run began.
    func isWithdrawn(at now: Int64, start: Int64) -> Bool {
        switch self {
        case .valid, .wrongScope, .expires: false
        case .revoked(let day), .suspended(let day): now >= start + Int64(day) * 86_400
        }
    }

    /// Whether it stands behind something at a time, in Unix seconds: what was in force when that was made may have run
    /// out since, and what was withdrawn since counts no more.
    ///
    /// - Parameters:
    ///   - made: When that was made; at that time where nothing is said.
    ///   - start: When the run began.
    func isInOrder(for made: Int64? = nil, at now: Int64, start: Int64) -> Bool {
        switch self {
        case .valid: true
        case .wrongScope: false
        case .expires(let day): made ?? now < start + Int64(day) * 86_400
        case .revoked, .suspended: !isWithdrawn(at: now, start: start)
        }
    }
}

package struct CertifierSpec: Sendable {
    package var name: String
    package var slug: String
    package var country: String
    package var platform: String
    package var criteria: [String]
    /// The criteria that its accreditation body knows of; nil for all that it assesses.
    package var accreditedFor: [String]?
    package var scheme: String
    package var cites = Citation.harmonised
    /// Days after which its certificates exist as credentials; before, they are on paper.
    package var digitisedAfterDays: Double?
    /// Days after which it issues its certificates anew; nil for never.
    package var renewsEvery: Int?
    /// Country codes; empty for all.
    package var countries: [String]

    /// Whether it assesses something that a party claims at its stage.
    func assesses(_ party: PartySpec, at stage: Stage) -> Bool {
        (stage.claims.map(\.criterion) + party.answers).contains { couldAssess($0, in: party.country) }
    }

    /// Whether it assesses a criterion in a country.
    func couldAssess(_ criterion: String, in country: String) -> Bool {
        criteria.contains(criterion) && (countries.isEmpty || countries.contains(country))
    }
}

/// Whose criteria a certifier's certificates cite.
package enum Citation: String, Sendable, CaseIterable {
    /// Those of the shared vocabulary.
    case harmonised
    /// The scheme's own.
    case scheme
    /// The scheme's own where it has one, and the shared vocabulary's for what is assessed beyond the scheme.
    case both
}

/// How many days goods are under way.
package struct Transit: Sendable {
    package var domestic: Triangle
    package var abroad: Triangle
    package var routes: [(countries: Set<String>, days: Triangle)]

    package func days(from: String, to: String) -> Triangle {
        if from == to { return domestic }
        return routes.first { $0.countries == [from, to] }?.days ?? abroad
    }
}

package struct NetworkSpec: Sendable {
    package var lossPerMillion = 0
    package var outages: [Outage] = []
    package var partitions: [Partition] = []
    package var contextRequestsPerHour: Int?
    /// How long the context host takes for an answer, in seconds; nil for the usual.
    package var contextSeconds: Double?

    package struct Outage: Sendable {
        package var platform: String
        package var service: PlatformHosts.Service
        package var day: Double
        package var hours: Double
        package var everyDays: Double?
    }

    package struct Partition: Sendable {
        package var countries: Set<String>
        package var day: Double
        package var hours: Double
    }
}

/// What somebody who takes part wants to know.
package struct Story: Sendable, Hashable {
    package var story: String
    /// Ids of the measures that answer it.
    package var measures: [String]
    /// The criterion whose claims answer it, H01 to H28; nil for none in particular.
    package var criterion: String?
    /// The stage that makes them; nil for all.
    package var stage: String?
}
