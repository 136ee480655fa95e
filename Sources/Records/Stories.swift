/// What somebody wants of a pilot, in their own words, and the measures that answer it.
package struct StoryRecord: Sendable, Hashable, Codable {
    package var story: String
    /// Ids of measures.
    package var measures: [String]

    package init(story: String, measures: [String]) {
        self.story = story
        self.measures = measures
    }
}
