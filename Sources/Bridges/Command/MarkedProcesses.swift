import Glibc

/// The processes that a program started, as proc(5) shows them; none where there is no such file system.
enum MarkedProcesses {
    /// The processes that are younger than a program and bear its mark in their environment.
    ///
    /// A process that left its group and whose parent ended is found in no other way.
    static func startedBy(_ program: pid_t, mark: String) -> [pid_t] {
        guard let folder = opendir("/proc"), let start = startTime(program) else { return [] }
        defer { closedir(folder) }
        let variable = Array("\(ProgramEnvironment.mark)=\(mark)".utf8)
        var found: [pid_t] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard let process = pid_t(name), process != program, let started = startTime(process), started >= start
            else { continue }
            let variables = contents("/proc/\(process)/environ").split(separator: 0)
            if variables.contains(where: { $0.elementsEqual(variable) }) { found.append(process) }
        }
        return found
    }

    /// When a process was started, in clock ticks since the machine was: field 22 of its `stat`.
    private static func startTime(_ process: pid_t) -> UInt64? {
        let line = contents("/proc/\(process)/stat")
        // The name, in parentheses, may hold anything.
        guard let end = line.lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let fields = line[(end + 1)...].split(separator: UInt8(ascii: " "))
        guard fields.count > 19 else { return nil }
        return UInt64(String(decoding: fields[19], as: UTF8.self))
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
