#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Times on this machine: noisy and shared, so the best of several tries counts.
enum Measurement {
    #if canImport(Glibc)
        private static let whole = __rusage_who_t(RUSAGE_SELF.rawValue)
    #else
        private static let whole = RUSAGE_SELF
    #endif

    /// CPU seconds of the calling thread so far.
    static var threadSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The most memory that the process held so far, in MiB.
    static var peakMebibytes: Double {
        var usage = rusage()
        getrusage(whole, &usage)
        return Double(usage.ru_maxrss) / 1024
    }

    /// Seconds by the wall clock that some work takes.
    static func wall<Value>(_ work: () throws -> Value) rethrows -> (Value, seconds: Double) {
        let start = ContinuousClock.now
        let value = try work()
        let (seconds, attoseconds) = start.duration(to: .now).components
        return (value, Double(seconds) + Double(attoseconds) / 1e18)
    }

    /// Microseconds for one of many repetitions, the best of five rounds.
    static func microseconds(repetitions: Int, _ work: () -> Void) -> Double {
        (0..<5).map { _ in
            wall { for _ in 0..<repetitions { work() } }.seconds / Double(repetitions) * 1e6
        }.min() ?? 0
    }
}
