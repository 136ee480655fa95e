import Synchronization
import Trials

/// Says how far a trial is: in a line of its own on a terminal, and nothing elsewhere.
final class TrialMeter: Sendable {
    // A class, because the trial's closure and the command share it.
    private let isShown: Bool
    private let last = Mutex<ContinuousClock.Instant>(.now)

    init(isQuiet: Bool) { isShown = Terminal.isInteractive && !isQuiet }

    func update(_ progress: Trial.Progress) {
        guard isShown else { return }
        let now = ContinuousClock.now
        let isDue = last.withLock { last in
            guard last.duration(to: now) > .milliseconds(100) else { return false }
            last = now
            return true
        }
        if isDue { Terminal.status("\(progress.done) cases done: \(progress.id)") }
    }

    func finish() { if isShown { Terminal.status("") } }
}
