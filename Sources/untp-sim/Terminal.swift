import FoundationEssentials
import Pilots
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The exit codes of the command line's contract.
enum ExitStatus {
    static let missed: Int32 = 1
    static let badInput: Int32 = 65
    static let defect: Int32 = 70
}

/// What is said to whoever runs the command.
enum Terminal {
    static var isInteractive: Bool { isatty(STDOUT_FILENO) != 0 && isatty(STDERR_FILENO) != 0 }

    static func print(_ text: String) { Swift.print(text) }

    static func print(bytes: [UInt8]) {
        fflush(nil)
        write(bytes, to: STDOUT_FILENO)
    }

    static func error(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

    /// Text that the next one overwrites.
    static func status(_ text: String) { write(Array(("\r\u{1B}[2K" + text).utf8), to: STDERR_FILENO) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

/// What Ctrl-C does while a run goes on.
enum Interruption {
    private static let action = Mutex<(@Sendable () -> Void)?>(nil)

    /// A pipe from the signal's handler, which may do no more than write, to a thread that may do anything.
    private static let pipe: (reading: Int32, writing: Int32) = {
        var descriptors: [Int32] = [-1, -1]
        _ = Glibc.pipe(&descriptors)
        return (descriptors[0], descriptors[1])
    }()

    /// Does something on the first Ctrl-C; a second one ends the program.
    static func handle(_ work: @escaping @Sendable () -> Void) {
        action.withLock { $0 = work }
        guard pipe.reading >= 0 else { return }
        var thread = pthread_t()
        pthread_create(&thread, nil, wait, nil)
        pthread_detach(thread)
        signal(SIGINT) { _ in
            var byte: UInt8 = 1
            _ = write(Interruption.pipe.writing, &byte, 1)
        }
    }

    static func ignore() { action.withLock { $0 = nil } }

    private static let wait: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
        var byte: UInt8 = 0
        var isFirst = true
        while read(pipe.reading, &byte, 1) == 1 {
            let work = action.withLock(\.self)
            guard isFirst, let work else { exit(130) }
            isFirst = false
            work()
        }
        return nil
    }
}

/// Says how far a run is: in a line of its own on a terminal, and in a log line for each thirty days elsewhere.
final class ProgressMeter: Sendable {
    // A class, because the run's closure and the command share it.
    private let isShown: Bool
    private let isLogged: Bool
    private let logged = Mutex<Int>(-1)
    private let started = ContinuousClock.now
    private let last = Mutex<ContinuousClock.Instant>(.now)

    init(isQuiet: Bool) {
        isShown = Terminal.isInteractive && !isQuiet
        isLogged = !Terminal.isInteractive && !isQuiet
    }

    func update(_ progress: PilotRun.Progress) {
        if isLogged { log(progress) }
        guard isShown else { return }
        let now = ContinuousClock.now
        let isDue = last.withLock { last in
            guard last.duration(to: now) > .milliseconds(100) else { return false }
            last = now
            return true
        }
        guard isDue else { return }
        let elapsed = started.duration(to: now)
        let seconds = max(0.001, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18)
        let share = min(1, progress.day / Double(progress.days))
        let left = share > 0.02 ? ", about \(Int((seconds / share - seconds).rounded(.up))) s left" : ""
        Terminal.status(
            "\(Self.day(progress)), \(progress.judged) of \(progress.dispatched) consignments judged, \(Int(Double(progress.judged) / seconds)) a second\(left)"
        )
    }

    private func log(_ progress: PilotRun.Progress) {
        let period = Int(progress.day) / 30
        let isDue = logged.withLock { logged in
            guard period > logged else { return false }
            logged = period
            return true
        }
        guard isDue else { return }
        Terminal.error(
            "\(Self.day(progress)): \(progress.judged) of \(progress.dispatched) consignments judged"
        )
    }

    /// Goods that are under way on the last day still arrive.
    private static func day(_ progress: PilotRun.Progress) -> String {
        let day = Int(progress.day)
        return day <= progress.days
            ? "day \(day) of \(progress.days)" : "\(day - progress.days) days after the last of \(progress.days)"
    }

    func finish() { if isShown { Terminal.status("") } }
}
