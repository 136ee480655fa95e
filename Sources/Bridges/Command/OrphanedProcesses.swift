import CSubreaper
import Glibc
import Synchronization

/// What programs leave behind: descendants of theirs whose parents ended.
///
/// One that left its group, its session and its environment is not to be told from any other process, except that this
/// process inherits it.
package enum OrphanedProcesses {
    private static let isAdopting = Mutex(false)

    /// Has this process inherit orphans, so that they end with the programs that left them.
    ///
    /// Only for a process that starts nothing but programs that stand for platforms: any other child of it is taken for
    /// an orphan.
    package static func adopt() { isAdopting.withLock { $0 = untp_become_subreaper() == 0 } }

    /// Ends and buries the orphans that are no part of the programs that still run.
    ///
    /// One without a mark may be of any program that is older, and stays as long as there is one.
    static func end(besides programs: Set<ProgramProcess>) {
        guard isAdopting.withLock(\.self) else { return }
        let starts = programs.compactMap { ProcessTable.startTime(of: $0.identifier) }
        // A killed orphan leaves its own children to this process.
        for _ in 0..<200 {
            let orphans = ProcessTable.children(of: getpid()).filter { child in
                guard !programs.contains(where: { $0.identifier == child }) else { return false }
                if let mark = ProcessTable.mark(of: child) { return !programs.contains { $0.mark == mark } }
                let started = ProcessTable.startTime(of: child) ?? 0
                return starts.allSatisfy { $0 > started }
            }
            if orphans.isEmpty { return }
            for orphan in orphans {
                kill(orphan, SIGKILL)
                var status: Int32 = 0
                _ = waitpid(orphan, &status, WNOHANG)
            }
            poll(nil, 0, 5)
        }
    }
}
