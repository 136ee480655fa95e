import ArgumentParser

extension ParsableCommand {
    /// Refuses numbers of threads that no run has a use for.
    static func check(threads: Int) throws {
        guard (1...256).contains(threads) else {
            throw ValidationError("--threads \(threads) is not possible; expected 1 to 256.")
        }
    }
}
