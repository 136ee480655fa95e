import Records

extension PlatformRecord {
    /// How many settings were come by in each way, in words; nil where the profile wasn't drawn from samples.
    var markSentence: String? {
        guard !marks.isEmpty else { return nil }
        let counts = SettingMark.Origin.allCases.map { origin in marks.count { $0.origin == origin } }
        return "Drawn from samples: \(counts[0]) settings declared, \(counts[1]) inferred, "
            + "\(counts[2]) not shown by them and taken as the specification has it."
    }

    /// The settings that something shows or states.
    var shownMarks: [SettingMark] { marks.filter { $0.origin != .default } }

    /// The settings that nothing shows, by name.
    var unshownKnobs: [String] { marks.filter { $0.origin == .default }.map(\.knob) }
}

extension SettingMark {
    /// How it was come by, with the documents.
    var explanation: String {
        let names = from.prefix(3).joined(separator: ", ") + (from.count > 3 ? " and \(from.count - 3) more" : "")
        return origin.rawValue + (names.isEmpty ? "" : " (\(names))") + (note.map { "; \($0)" } ?? "")
    }
}
