import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The environment of a program that stands for a platform.
enum ProgramEnvironment {
    /// The variable whose value tells one program's processes from all others.
    static let mark = "UNTP_SIM_ADAPTER"

    /// The variables that are passed on.
    private static let passed = ["PATH", "HOME", "LANG", "TMPDIR"]

    /// A value of the mark that no other program has, of this process or another one that lives.
    static func freshMark() -> String {
        "\(getpid()).\(counter.add(1, ordering: .relaxed).newValue)"
    }

    private static let counter = Atomic(0)

    /// The variables as `NAME=value`.
    static func variables(mark value: String) -> [String] {
        passed.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } } + ["\(mark)=\(value)"]
    }
}
