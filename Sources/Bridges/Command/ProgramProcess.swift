import Glibc
import Synchronization

/// Why a program could not be started.
struct StartFailure: Error {
    let reason: String
}

/// The process of a program, with all that it starts in turn.
struct ProgramProcess: Sendable, Hashable {
    let identifier: pid_t
    /// The value in the environment by which its processes are told from others.
    let mark: String

    /// Starts a program as the leader of a process group, with pipes for its standard streams.
    static func start(_ arguments: [String]) throws(StartFailure) -> (ProgramProcess, ProgramStreams) {
        guard let name = arguments.first, !name.isEmpty else { throw StartFailure(reason: "no program is named") }
        _ = quietPipes
        _ = sweepAtExit
        // One at a time, so that no program inherits the pipes of another one before they are marked.
        return try living.withLock { living throws(StartFailure) in
            let started = try start(name, arguments)
            living.insert(started.0)
            return started
        }
    }

    private static func start(
        _ name: String, _ arguments: [String]
    ) throws(StartFailure) -> (ProgramProcess, ProgramStreams) {
        var pipes: [Int32] = []
        func closePipes() { for descriptor in pipes { close(descriptor) } }
        for _ in 0..<3 {
            var pair: [Int32] = [-1, -1]
            guard pipe(&pair) == 0 else {
                defer { closePipes() }
                throw StartFailure(reason: "no pipe can be made: \(reason(errno))")
            }
            for descriptor in pair { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
            pipes += pair
        }
        let (mine, theirs) = ([pipes[1], pipes[2], pipes[4]], [pipes[0], pipes[3], pipes[5]])
        for descriptor in mine { _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) }
        let mark = ProgramEnvironment.freshMark()
        let (status, identifier) = spawn(
            arguments, environment: ProgramEnvironment.variables(mark: mark), streams: theirs)
        guard status == 0 else {
            closePipes()
            throw StartFailure(reason: "\(name): \(reason(status))")
        }
        for descriptor in theirs { close(descriptor) }
        return (
            ProgramProcess(identifier: identifier, mark: mark),
            ProgramStreams(input: mine[0], output: mine[1], errors: mine[2])
        )
    }

    /// Whether the program has ended; its status stays to be asked for.
    var hasEnded: Bool {
        var information = siginfo_t()
        let status = waitid(P_PID, id_t(identifier), &information, WEXITED | WNOHANG | WNOWAIT)
        return status != 0 || information._sifields._sigchld.si_pid != 0
    }

    /// Ends the program with all that it started.
    ///
    /// - Returns: How it had ended by itself, in words; nil where it was still running.
    func end() -> String? {
        let hadEnded = hasEnded
        kill()
        Self.living.withLock { _ = $0.remove(self) }
        var status: Int32 = 0
        // A killed process can be held up by the system for a while.
        for _ in 0..<500 where waitpid(identifier, &status, WNOHANG) == 0 { poll(nil, 0, 10) }
        OrphanedProcesses.end(besides: Self.living.withLock(\.self))
        return hadEnded ? Self.words(status) : nil
    }

    /// Kills the process group, and what left it but still bears the mark.
    private func kill() {
        _ = Glibc.kill(-identifier, SIGKILL)
        // What forks while it is looked for is found the next time.
        for _ in 0..<50 {
            let others = ProcessTable.startedBy(identifier, mark: mark)
            if others.isEmpty { return }
            for other in others { _ = Glibc.kill(other, SIGKILL) }
            poll(nil, 0, 1)
        }
    }

    private static func words(_ status: Int32) -> String {
        let signal = status & 0x7F
        guard signal != 0 else { return "exit status \(status >> 8 & 0xFF)" }
        return "signal \(signal)" + (strsignal(signal).map { ", \(String(cString: $0))" } ?? "")
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

    private static func spawn(
        _ arguments: [String], environment: [String], streams: [Int32]
    ) -> (status: Int32, identifier: pid_t) {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        for (number, descriptor) in streams.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
        }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let words = arguments.map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        var identifier: pid_t = 0
        let status = posix_spawnp(&identifier, arguments[0], &actions, &attributes, words, variables)
        return (status, identifier)
    }

    // MARK: The whole of this process

    /// A write to a program that reads no more is an error, not the end of this process.
    private static let quietPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

    /// No program outlives this process where it ends in order.
    private static let sweepAtExit: Void = {
        atexit {
            for process in ProgramProcess.living.withLock(\.self) { process.kill() }
            OrphanedProcesses.end(besides: [])
        }
    }()

    private static let living = Mutex<Set<ProgramProcess>>([])
}
