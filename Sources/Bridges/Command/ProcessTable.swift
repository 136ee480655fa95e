import Glibc

/// The processes that programs started, as proc(5) shows them; none where there is no such file system.
enum ProcessTable {
    /// The processes that are younger than a program and bear its mark in their environment.
    ///
    /// A process that left its group and whose parent ended is found in no other way, unless this process takes orphans
    /// on.
    static func startedBy(_ program: pid_t, mark: String) -> [pid_t] {
        guard let start = startTime(of: program) else { return [] }
        return all().filter { process in
            guard process != program, let started = startTime(of: process), started >= start else { return false }
            return self.mark(of: process) == mark
        }
    }

    /// The children of a process.
    static func children(of parent: pid_t) -> [pid_t] { all().filter { field(1, of: $0) == UInt64(parent) } }

    /// The mark in the environment that a process was started with; nil where it has none, or hides it.
    static func mark(of process: pid_t) -> String? {
        let name = Array("\(ProgramEnvironment.mark)=".utf8)
        let variable = contents("/proc/\(process)/environ").split(separator: 0).first { $0.starts(with: name) }
        return variable.map { String(decoding: $0.dropFirst(name.count), as: UTF8.self) }
    }

    /// When a process was started, in clock ticks since the machine was.
    static func startTime(of process: pid_t) -> UInt64? { field(19, of: process) }

    private static func all() -> [pid_t] {
        guard let folder = opendir("/proc") else { return [] }
        defer { closedir(folder) }
        var found: [pid_t] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let process = pid_t(name) { found.append(process) }
        }
        return found
    }

    /// A number in the `stat` of a process, counted from the state, which is the third field of all.
    private static func field(_ position: Int, of process: pid_t) -> UInt64? {
        let line = contents("/proc/\(process)/stat")
        // The name, in parentheses, may hold anything.
        guard let end = line.lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let fields = line[(end + 1)...].split(separator: UInt8(ascii: " "))
        guard fields.count > position else { return nil }
        return UInt64(String(decoding: fields[position], as: UTF8.self))
    }

    /// The contents of a file, up to 1 MiB; empty where it can't be read.
    private static func contents(_ path: String) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while bytes.count < 1 << 20 {
            let count = read(descriptor, &chunk, chunk.count)
            guard count > 0 else { break }
            bytes += chunk.prefix(count)
        }
        return bytes
    }
}
