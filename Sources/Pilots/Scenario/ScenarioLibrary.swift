import FoundationEssentials

/// The folder of scenario files.
package enum ScenarioLibrary {
    /// The folder that holds the library files for a pilot: the one above the pilot's own, else the one that the command's
    /// folder belongs to or that the program came with.
    package static func root(for path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
        let above = parts.joined(separator: "/")
        let root = above.isEmpty ? (path.hasPrefix("/") ? "/" : path.contains("/") ? "." : "..") : above
        return isLibrary(root) ? root : find() ?? root
    }

    /// The name of a file without folders and ending.
    static func name(of path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
    }

    /// The names of the files in one of the library's folders, in order.
    package static func names(in folder: String, root: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }
}
