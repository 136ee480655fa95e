/// Everything that a report says about one finished run, as plain data.
///
/// A record is complete in itself: a report asks neither the simulation nor the clock. Lists arrive in the order in
/// which they are to be shown, so that equal runs make equal reports.
package struct RunRecord: Sendable, Hashable, Codable {
    /// What was rehearsed.
    package var scenario: ScenarioRecord
    /// The seed of every random stream of the run.
    package var seed: UInt64
    /// Which replication of the seed this is, from 0.
    package var replication: Int
    /// The version of the simulator that made the run.
    package var version: String
    /// Digests over the ordered observations.
    package var digest: DigestRecord
    /// The simulated time that the run covers.
    package var simulated: Period
    /// Whether the run reached its end.
    package var completion: Completion
    /// The success measures, in the order in which they are shown.
    package var measures: [Measure]
    /// The smallest share of a target that was reached; the pilot succeeds at 1 or more. `nil` without targets.
    package var score: Double?
    /// The id of the measure that the score stands for.
    package var lowestMeasure: String?
    /// Who can read whom, by credential type.
    package var matrix: [MatrixCell]
    /// What went wrong, one entry for each failure mode, pair and credential type.
    package var findings: [FindingRecord]
    /// How the consignments ended.
    package var consignments: ConsignmentTotals
    /// Where what was decided differs from what really happened.
    package var truth: TruthRecord
    /// What went over the network.
    package var exchanges: ExchangeTotals
    /// What was issued and verified.
    package var credentials: CredentialTotals
    /// The value chains, each with its stages and flows.
    package var chains: [ChainRecord]
    /// Results by country.
    package var countries: [CountryRecord]
    /// Results by pair of countries.
    package var corridors: [Corridor]
    /// The platforms that took part.
    package var platforms: [PlatformRecord]
    /// Results by period of simulated time, in order of time.
    package var timeline: [TimelinePeriod]
    /// The measures of the run's value chains, pairs of countries and months.
    package var breakdowns: Breakdowns
    /// What each stage made and consumed.
    package var materials: [MaterialRecord]
    /// The companies that took part.
    package var parties: [PartyRecord]
    /// What the words of the report mean.
    package var definitions: [Definition]
    /// Where the numbers of the scenario come from.
    package var provenance: Provenance
    /// The rules that looked at a consignment.
    package var rules: [RuleRecord]
    /// What rules looked for, by what it is.
    package var lacking: [LackRecord]
    /// What was demanded of evidence, by criterion.
    package var criteria: [CriterionRecord]
    /// What recognising a scheme would gain, the most first.
    package var recognition: [RecognitionGain]
    /// What was done that ought not to be, and what of it was seen.
    package var fraud: [FraudRecord]
    /// What those who take part want to know, with the measures that answer it.
    package var stories: [StoryRecord]
    /// One row for each consignment; written to `consignments.csv` only.
    package var consignmentRows: [ConsignmentRow]
    /// The exact bytes of the examples; written under `artefacts/` only.
    package var artefacts: [Artefact]

    package init(
        scenario: ScenarioRecord, seed: UInt64, replication: Int = 0, version: String, digest: DigestRecord,
        simulated: Period, completion: Completion = Completion(), measures: [Measure], score: Double? = nil,
        lowestMeasure: String? = nil, matrix: [MatrixCell] = [], findings: [FindingRecord] = [],
        consignments: ConsignmentTotals, truth: TruthRecord = TruthRecord(), exchanges: ExchangeTotals,
        credentials: CredentialTotals, chains: [ChainRecord] = [], countries: [CountryRecord] = [],
        corridors: [Corridor] = [], platforms: [PlatformRecord] = [], timeline: [TimelinePeriod] = [],
        breakdowns: Breakdowns = Breakdowns(), materials: [MaterialRecord] = [],
        parties: [PartyRecord] = [], definitions: [Definition] = [], provenance: Provenance = Provenance(),
        rules: [RuleRecord] = [], lacking: [LackRecord] = [], criteria: [CriterionRecord] = [],
        recognition: [RecognitionGain] = [],
        fraud: [FraudRecord] = [], stories: [StoryRecord] = [], consignmentRows: [ConsignmentRow] = [],
        artefacts: [Artefact] = []
    ) {
        self.scenario = scenario
        self.seed = seed
        self.replication = replication
        self.version = version
        self.digest = digest
        self.simulated = simulated
        self.completion = completion
        self.measures = measures
        self.score = score
        self.lowestMeasure = lowestMeasure
        self.matrix = matrix
        self.findings = findings
        self.consignments = consignments
        self.truth = truth
        self.exchanges = exchanges
        self.credentials = credentials
        self.chains = chains
        self.countries = countries
        self.corridors = corridors
        self.platforms = platforms
        self.timeline = timeline
        self.breakdowns = breakdowns
        self.materials = materials
        self.parties = parties
        self.definitions = definitions
        self.provenance = provenance
        self.rules = rules
        self.lacking = lacking
        self.criteria = criteria
        self.recognition = recognition
        self.fraud = fraud
        self.stories = stories
        self.consignmentRows = consignmentRows
        self.artefacts = artefacts
    }
}
