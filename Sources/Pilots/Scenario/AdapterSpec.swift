/// Where a platform is that stands outside of the simulator.
package enum AdapterSpec: Sendable, Hashable {
    /// A program with its arguments, spoken to over its standard streams.
    case command([String])
    /// Files that a platform issued, by the path of their folder.
    case folder(String)

    /// What it is, in a word.
    package var kind: String {
        switch self {
        case .command: "command"
        case .folder: "folder"
        }
    }
}

extension AdapterSpec: CustomStringConvertible {
    package var description: String {
        switch self {
        case .command(let arguments): "the command \(arguments.joined(separator: " "))"
        case .folder(let path): "the folder \(path)"
        }
    }
}
