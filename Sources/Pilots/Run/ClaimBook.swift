import Platforms
import UNTP

/// What became of the claims that stories ask about: those of each product once, as the last of its buyers read them.
///
/// Where no story asks for claims nothing is kept.
struct ClaimBook: Sendable {
    /// A criterion of the shared vocabulary, H01 to H28, and the stage whose passports make the claims; nil for all.
    struct Question: Hashable, Sendable {
        let criterion: String
        let stage: String?

        /// Nil where a story asks for no claims.
        init?(_ story: Story) {
            guard let criterion = story.criterion else { return nil }
            (self.criterion, stage) = (criterion, story.stage)
        }
    }

    struct Entry: Sendable, Equatable {
        /// Claims that were read, those with a certificate that matches, and those of which one covers a part.
        var claims = 0
        var matched = 0
        var partial = 0

        init() {}

        fileprivate init(_ claims: [JudgedClaim]) {
            self.claims = claims.count
            matched = claims.count(where: \.isMatched)
            partial = claims.count { $0.basis == .partial }
        }

        fileprivate static func += (one: inout Entry, other: Entry) {
            one.claims += other.claims
            one.matched += other.matched
            one.partial += other.partial
        }
    }

    private let questions: Set<Question>
    /// By the product's identifier.
    private var entries: [Question: [String: Entry]] = [:]

    init(_ stories: [Story]) { questions = Set(stories.compactMap(Question.init)) }

    /// Enters the claims of a product as its buyer read them; where it could read none, what was read before stands.
    mutating func enter(_ claims: [JudgedClaim], of product: String, madeAt stage: String) {
        for question in questions where question.stage.map({ $0 == stage }) ?? true {
            let iri = HarmonisedCriteria.base + question.criterion
            let own = claims.filter { $0.criteria.contains(iri) }
            if !own.isEmpty { entries[question, default: [:]][product] = Entry(own) }
        }
    }

    /// What became of the claims that a question is about.
    func answer(to question: Question) -> Entry {
        (entries[question] ?? [:]).values.reduce(into: Entry()) { $0 += $1 }
    }
}
