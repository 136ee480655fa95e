/// Names of companies that there are not, each given once.
struct DraftNames {
    private static let places = [
        "Aldermoor", "Brightwater", "Caldera Sur", "Dunmere", "Eastvale", "Ferrolane", "Greywick", "Highcairn",
        "Isolmar", "Juniper Bay", "Kestrel Point", "Larkfield", "Marivale", "Northfell", "Ostermark", "Pinehaven",
        "Quillon", "Redstone", "Solvanger", "Tarnbrook", "Umberto", "Valdoro", "Westerhaven", "Xanadel",
        "Yarrowby", "Zephyra", "Ashcombe", "Bellanova", "Cinderford", "Delmara", "Elmsworth", "Fairhaven",
        "Gavelund", "Hollowmere", "Ironbridge Bay", "Jasperton", "Karelva", "Lindenau", "Montclare", "Nordhavn",
    ]

    private var position: Int
    private var given: Set<String> = []

    init(startingAt position: Int = 0) {
        self.position = position
    }

    /// The next company at a stage of a chain.
    mutating func next(at stage: Stage) -> String { next(doing: Self.activity(of: stage.name)) }

    mutating func next(doing activity: String) -> String {
        let base = Self.places[position % Self.places.count] + " " + activity
        position += 1
        var name = base
        var number = 2
        while !given.insert(Slug.make(name)).inserted {
            name = "\(base) \(number)"
            number += 1
        }
        return name
    }

    /// What a stage does, in a word or two: the beginning of its name, up to where it goes on to list or explain.
    private static func activity(of name: String) -> String {
        var words: [Substring] = []
        for word in name.split(whereSeparator: \.isWhitespace) {
            guard !["and", "or", "of", "to", "into", "for", "with"].contains(word) else { break }
            words.append(word)
            if word.last == "," { break }
        }
        return words.map { word in
            let letters = word.filter { $0 != "," }
            return letters.prefix(1).uppercased() + letters.dropFirst()
        }.joined(separator: " ")
    }
}
