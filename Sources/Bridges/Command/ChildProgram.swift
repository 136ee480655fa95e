import Glibc

/// A running program of which the standard streams are pipes, spoken to in lines and never waited for without a limit.
///
/// The program leads a process group of its own. It has to be ended with `end(after:)`: the pipes and the process
/// stay otherwise.
struct ChildProgram: Sendable {
    /// What came of waiting for a line.
    enum Event {
        /// A line, without its line feed.
        case line([UInt8])
        case timedOut
        /// More came than may.
        case flooded
        /// The program ended, or closed its output; it was ended then. How, in words.
        case ended(String)
    }

    let process: ProgramProcess
    private var streams: ProgramStreams
    private var lines = LineBuffer()
    /// How the program ended, in words.
    private var ending: String?
    private var log: TailBuffer
    /// The bytes that may still come.
    private var allowance = 0

    /// Starts a program, which is looked for in the folders of PATH.
    ///
    /// - Parameter keptErrorBytes: How much of the end of its standard error is kept.
    init(starting arguments: [String], keptErrorBytes: Int) throws(StartFailure) {
        log = TailBuffer(limit: keptErrorBytes)
        (process, streams) = try ProgramProcess.start(arguments)
    }

    var isEnded: Bool { ending != nil }

    /// Whether a part of what was sent still waits to be written.
    var hasUnsent: Bool { streams.hasUnsent }

    /// The beginning of a line that has no end yet.
    var unfinishedLine: [UInt8] { lines.unfinished }

    /// The end of what came on the standard error since it was taken last.
    mutating func takeLog() -> String { log.take() }

    /// Allows a number of bytes to come from now on.
    mutating func allow(bytes: Int) { allowance = bytes }

    /// Writes a line, with its line feed, as far as the program reads it in time; `hasUnsent` says whether it did.
    ///
    /// What comes meanwhile is kept, so that neither side waits for the other.
    mutating func send(_ line: [UInt8], before deadline: ContinuousClock.Instant) {
        guard !isEnded else { return }
        streams.send(line)
        while hasUnsent, allowance >= 0, !process.hasEnded {
            let remaining = ContinuousClock.now.duration(to: deadline)
            guard remaining > .zero else { return }
            _ = step(waiting: min(remaining, Self.longestWait))
        }
    }

    /// The next line or what stands in its way.
    ///
    /// - Parameter deadline: When it is given up; what came before is read in any case.
    mutating func next(before deadline: ContinuousClock.Instant) -> Event {
        while ending == nil {
            if let line = lines.take() { return .line(line) }
            if allowance < 0 { return .flooded }
            let remaining = ContinuousClock.now.duration(to: deadline)
            let isLast = remaining <= .zero
            let came = step(waiting: max(.zero, min(remaining, Self.longestWait)))
            if came { continue }
            if !streams.isOutputOpen {
                return finish(after: Self.exitGrace, otherwise: "it closed its standard output")
            }
            // What it left in the pipe before it ended is read first.
            if process.hasEnded {
                if step(waiting: .zero) { continue }
                return finish(after: 0, otherwise: "it ended")
            }
            if isLast { return .timedOut }
        }
        return .ended(ending ?? "")
    }

    /// Closes the standard input, gives the program time to end by itself, and ends what is left of it and of all that
    /// it started.
    ///
    /// - Parameter otherwise: How it ended, in words, if it has to be killed.
    mutating func end(after seconds: Double, otherwise: String = "it was killed") {
        guard !isEnded else { return }
        streams.closeInput()
        let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
        while !process.hasEnded, ContinuousClock.now < deadline {
            if step(waiting: .milliseconds(10)) { lines = LineBuffer() }
        }
        ending = process.end() ?? otherwise
        // Whoever else holds the pipe may go on writing; what it wrote by now is bounded.
        for _ in 0..<64 { if !streams.readErrors(into: &log) { break } }
        streams.close()
    }

    private mutating func finish(after seconds: Double, otherwise: String) -> Event {
        let unfinished = lines
        end(after: seconds, otherwise: otherwise)
        lines = unfinished
        return .ended(ending ?? otherwise)
    }

    /// Moves what can be moved through the pipes; whether anything came on the standard output.
    private mutating func step(waiting: Duration) -> Bool {
        let (came, errors) = streams.step(waiting: waiting)
        log.append(errors)
        lines.append(came)
        allowance -= came.count
        return !came.isEmpty
    }

    /// How long a wait may be before it is looked whether the program still runs.
    private static let longestWait = Duration.milliseconds(50)
    /// How long a program that closed its output may take to end, in seconds, so that its status can be told.
    private static let exitGrace = 1.0
}
