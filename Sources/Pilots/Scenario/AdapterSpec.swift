/// Where a platform is that stands outside of the simulator.
package enum AdapterSpec: Sendable, Hashable {
    /// A program with its arguments, spoken to over its standard streams.
    case command([String])
    /// A service, by its base URL, with the path of a file that says how it is spoken to.
    case http(base: String, configuration: String?)
    /// Files that a platform issued, by the path of their folder.
    case folder(String)

    /// What it is, in a word.
    package var kind: String {
        switch self {
        case .command: "command"
        case .http: "http"
        case .folder: "folder"
        }
    }
}

extension AdapterSpec: CustomStringConvertible {
    package var description: String {
        switch self {
        case .command(let arguments): "the command \(arguments.joined(separator: " "))"
        case .http(let base, _): "the service at \(base)"
        case .folder(let path): "the folder \(path)"
        }
    }
}
