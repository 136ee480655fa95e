import Records

extension OutsideRecord {
    /// What it is and how it answered, in a sentence.
    var sentence: String {
        let total = asked.reduce(0) { $0 + $1.count }
        let place =
            switch kind {
            case "command": "a command"
            case "http": "a service over HTTP"
            default: "a folder"
            }
        let head = "Not virtual but \(name), \(place): asked \(Figures.count(total)) times"
        guard let first = failures.first else { return head + ", always with an answer." }
        return head + ", \(Figures.count(failed)) times without a usable answer; first when \(first.text)."
    }
}
