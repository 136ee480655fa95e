import JSON

/// A fault that the Python platform can be given, as it lists them itself.
struct PythonFault: Sendable, CustomStringConvertible {
    let name: String
    /// The cases of the test plan that it then gets wrong, by the second part of their ids.
    let reads: Set<String>
    /// The failure modes that a conforming reader finds in what it then publishes.
    let isRead: Set<String>

    var description: String { name }

    static let ofReading = all.filter { !$0.reads.isEmpty }
    static let ofIssuing = all.filter { !$0.isRead.isEmpty }

    /// All of them; none where there is no Python to ask.
    private static let all: [PythonFault] = {
        guard PythonService.peer != nil,
            let list = try? PythonService.output(of: "service.py", ["--list-faults"]),
            let faults = try? JSONDocument(parsing: list).root
        else { return [] }
        func names(_ list: JSONView?) -> Set<String> { Set(list?.elements.compactMap(\.string) ?? []) }
        return faults.members.map { name, fault in
            PythonFault(name: name, reads: names(fault["reads"]), isRead: names(fault["isRead"]))
        }
    }()
}
