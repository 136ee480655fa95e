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

    /// Does something on the first Ctrl-C; a second one ends the program as usual.
    static func handle(_ work: @escaping @Sendable () -> Void) {
        action.withLock { $0 = work }
        // The signal is taken on a thread of its own, so that no lock is asked for inside a handler.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        var thread = pthread_t()
        pthread_create(&thread, nil, wait, nil)
        pthread_detach(thread)
    }

    static func ignore() { action.withLock { $0 = nil } }

    private static let wait: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        var signal: Int32 = 0
        var isFirst = true
        while sigwait(&signals, &signal) == 0 {
            let work = action.withLock(\.self)
            guard isFirst, let work else { exit(130) }
            isFirst = false
            work()
        }
        return nil
    }
}

/// The line on a terminal that says how far a run is.
final class ProgressMeter: Sendable {
    // A class, because the run's closure and the command share it.
    private let isShown: Bool
    private let started = ContinuousClock.now
    private let last = Mutex<ContinuousClock.Instant>(.now)

    init(isShown: Bool) { self.isShown = isShown }

    func update(_ progress: PilotRun.Progress) {
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
            "day \(Int(progress.day)) of \(progress.days), \(progress.judged) of \(progress.dispatched) consignments judged, \(Int(Double(progress.judged) / seconds)) a second\(left)"
        )
    }

    func finish() { if isShown { Terminal.status("") } }
}
