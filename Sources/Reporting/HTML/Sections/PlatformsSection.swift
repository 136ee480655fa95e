import Records

enum PlatformsSection {
    static func view(of record: RunRecord) -> View {
        guard !record.platforms.isEmpty else { return .none }
        let conforming = record.platforms.count { $0.conforming }
        return [
            "sentence": .text(
                Phrases.sentence(
                    "\(Phrases.word(conforming)) of \(Phrases.word(record.platforms.count)) "
                        + "\(record.platforms.count == 1 ? "platform" : "platforms") \(conforming == 1 ? "follows" : "follow") the specification in every setting"
                )),
            "rows": .list(record.platforms.map(row)),
            "drawn": .list(record.platforms.filter { !$0.marks.isEmpty }.map(drawn)),
        ]
    }

    /// How the settings of a profile that was drawn from samples were come by.
    private static func drawn(_ platform: PlatformRecord) -> View {
        [
            "title": .text(platform.title), "sentence": .text(platform.markSentence ?? ""),
            "marks": .list(
                platform.shownMarks.map {
                    ["knob": .text($0.knob), "value": .text($0.value), "explanation": .text($0.explanation)]
                }),
            "unshown": .text(platform.unshownKnobs.joined(separator: ", ")),
        ]
    }

    private static func row(_ platform: PlatformRecord) -> View {
        [
            "title": .text(platform.title),
            "kind": .text(platform.kind),
            "numbers": .list([platform.parties, platform.issued].map { .number($0) }),
            "departs": .flag(!platform.deviations.isEmpty),
            "remark": .text(platform.conforming ? "none" : platform.outside == nil ? "not declared" : ""),
            "outside": .optional(platform.outside?.sentence),
            "deviations": .list(
                platform.deviations.map { ["knob": .text($0.knob), "value": .text($0.value)] }),
        ]
    }
}
