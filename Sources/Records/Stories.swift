/// What somebody wants of a pilot, in their own words, and the measures that answer it.
package struct StoryRecord: Sendable, Hashable, Codable {
    package var story: String
    /// Ids of measures.
    package var measures: [String]
    /// Claims that answer it, where it is about one criterion.
    package var claims: ClaimTally?

    package init(story: String, measures: [String], claims: ClaimTally? = nil) {
        self.story = story
        self.measures = measures
        self.claims = claims
    }
}

/// What became of the claims of one criterion, each counted once for a product.
package struct ClaimTally: Sendable, Hashable, Codable {
    /// The criterion, such as `H13`, and its name.
    package var criterion: String
    package var name: String
    /// The step whose passports make the claims; `nil` for all.
    package var stage: String?
    /// Claims that buyers read.
    package var claims: Int
    /// Those with an accepted certificate that matches.
    package var matched: Int
    /// Those with one that covers a part of the criterion.
    package var partial: Int

    package init(criterion: String, name: String, stage: String? = nil, claims: Int, matched: Int, partial: Int = 0) {
        self.criterion = criterion
        self.name = name
        self.stage = stage
        self.claims = claims
        self.matched = matched
        self.partial = partial
    }
}
