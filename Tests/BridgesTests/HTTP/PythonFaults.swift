import JSON

/// A fault that the Python platform can be given, as it lists them itself.
struct PythonFault: Sendable, CustomStringConvertible {
    let name: String
    /// The failure modes that a conforming reader finds in what it then publishes.
    let isRead: Set<String>

    var description: String { name }

    /// The faults of issuing that a conforming reader notices; none where there is no Python to ask.
    static let noticed: [PythonFault] = {
        guard PythonService.peer != nil,
            let list = try? PythonService.output(of: "service.py", ["--list-faults"]),
            let faults = try? JSONDocument(parsing: list).root
        else { return [] }
        return faults.members.compactMap { name, fault in
            fault["isRead"].map { PythonFault(name: name, isRead: Set($0.elements.compactMap(\.string))) }
        }
    }()
}
