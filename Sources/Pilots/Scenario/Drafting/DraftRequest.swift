/// What a pilot that is to be drafted should hold.
package struct DraftRequest: Sendable {
    package var name: String
    /// Value chains, by the names of their files.
    package var chains: [String]
    /// Where its parties are; where the chains typically stand if nothing is said.
    package var countries: [String] = []
    /// Behaviour profiles of its platforms, one for each; a few that differ if nothing is said.
    package var profiles: [String] = []
    /// How many parties there are; one or two for each stage if nothing is said.
    package var parties: Int?
    /// For how many days goods are made; long enough for the longest way through the chains if nothing is said.
    package var days: Int?

    package init(name: String, chains: [String]) {
        self.name = name
        self.chains = chains
    }

    /// The options of the command line by which problems are reported.
    enum Option: String {
        case chains = "--chains"
        case countries = "--countries"
        case profiles = "--platforms"
        case parties = "--parties"
        case days = "--days"

        /// A value of the option, for reporting what is wrong with it.
        func node(_ text: String, position: Int = 0) -> ScenarioNode {
            ScenarioNode(content: .text(text), file: rawValue, line: position + 1, column: 1)
        }
    }

    /// Whether a name can be that of a pilot's file and of the folder of its report.
    package static func isValid(name: String) -> Bool { name == Slug.make(name) }
}
