import FoundationEssentials

extension ScenarioLibrary {
    /// The folders of a library.
    package static let folders = FileKind.all.reduce(into: [String]()) { folders, kind in
        if !folders.contains(kind.folder) { folders.append(kind.folder) }
    }

    /// The library that the command's folder belongs to, else the one that the program came with.
    package static func find() -> String? {
        find(from: FileManager.default.currentDirectoryPath)
            ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).flatMap { find(from: $0) }
    }

    /// The library that a folder belongs to: a folder `Scenarios` in it or above it.
    package static func find(from directory: String) -> String? {
        var parts = directory.split(separator: "/").map(String.init)
        while true {
            let candidate = "/" + (parts + ["Scenarios"]).joined(separator: "/")
            if isLibrary(candidate) { return candidate }
            guard parts.popLast() != nil else { return nil }
        }
    }

    /// Whether a folder has what pilots are made from.
    package static func isLibrary(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/value-chains")
    }

    /// The file of a scenario that is given by its name alone: of a pilot, as `crm`, or of what a failure mode shows, by its
    /// code; nil where the text is a path, or nothing has that name.
    package static func path(ofScenario name: String) -> String? {
        guard !name.contains("/"), !FileManager.default.fileExists(atPath: name), let library = find() else {
            return nil
        }
        return ["pilots", "failures"].map { "\(library)/\($0)/\(name).yaml" }
            .first(where: FileManager.default.fileExists(atPath:))
    }

    /// The titles of the files in a folder, by name.
    package static func titles(in folder: String, root: String) -> [(name: String, title: String)] {
        names(in: folder, root: root).map { name in
            let node = try? ScenarioLoader.read("\(root)/\(folder)/\(name).yaml")
            return (name, node?["title"]?.text ?? node?["name"]?.text ?? name)
        }
    }

    /// Checks a file: a pilot with all that it names, or a library file by the folder that it stands in.
    ///
    /// - Returns: What of it has no effect, or costs much.
    /// - Throws: All that is wrong, with file, line and column.
    @discardableResult
    package static func validate(_ path: String) throws(ScenarioError) -> [ScenarioDiagnostic] {
        guard let kind = FileKind.kind(of: path), kind.name != FileKind.pilot.name else {
            return try Scenario.load(path: path).notes
        }
        var loader = ScenarioLoader(root: root(for: path))
        try loader.check(try ScenarioLoader.read(path), kind, name: name(of: path))
        return loader.notes
    }
}
