import FoundationEssentials
import Networking
import Platforms
import UNTP

extension ScenarioLoader {
    static func read(_ path: String) throws(ScenarioError) -> ScenarioNode {
        func fail(_ problem: String, expected: String = "a scenario file", nearest: String? = nil) -> ScenarioError {
            ScenarioError([
                ScenarioDiagnostic(
                    file: path, line: 1, column: 1, problem: problem, expected: expected, nearest: nearest)
            ])
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            guard !FileManager.default.fileExists(atPath: path) else { throw fail("the file can't be read") }
            throw fail("there is no such file", nearest: nearestPilot(to: path))
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw fail("the file is not UTF-8", expected: "a scenario file that is saved as UTF-8")
        }
        // Some editors begin a file with a mark of its byte order.
        return try ScenarioNode.parse(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text, file: path)
    }

    /// The file of the library's pilot that a path may have meant; nil where none comes near.
    private static func nearestPilot(to path: String) -> String? {
        let root = ScenarioLibrary.root(for: path)
        return Nearest.name(to: ScenarioLibrary.name(of: path), in: ScenarioLibrary.names(in: "pilots", root: root))
            .map { "\(root)/pilots/\($0).yaml" }
    }

    /// A pilot on top of the one that it extends.
    static func merged(_ path: String, depth: Int) throws(ScenarioError) -> ScenarioNode {
        let pilot = try read(path)
        guard let base = pilot["extends"], let name = base.text else { return pilot }
        guard depth < 8 else {
            throw ScenarioError([
                base.diagnostic("pilots extend each other in a circle", expected: "a pilot of its own")
            ])
        }
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        // Checked on its own, so that what is wrong in it is reported under its own name.
        var formCheck = FormCheck()
        formCheck.check(pilot, ScenarioForm.pilot)
        guard formCheck.faults.isEmpty else { throw ScenarioError(formCheck.diagnostics) }
        let file = name.hasSuffix(".yaml") ? name : name + ".yaml"
        let beside = (folder.isEmpty ? "" : folder + "/") + file
        let ofLibrary = "\(ScenarioLibrary.root(for: path))/pilots/\(file)"
        let isBeside =
            FileManager.default.fileExists(atPath: beside) || !FileManager.default.fileExists(atPath: ofLibrary)
        let found = isBeside ? beside : ofLibrary
        guard FileManager.default.fileExists(atPath: found) else {
            let known = ScenarioLibrary.names(in: "pilots", root: ScenarioLibrary.root(for: path))
            throw ScenarioError([
                base.diagnostic(
                    "there is no pilot '\(name)'", expected: "the name of a pilot, or of a file beside this one",
                    nearest: Nearest.name(to: name, in: known))
            ])
        }
        return pilot.merging(over: try merged(found, depth: depth + 1))
    }

    /// A pilot with a setting from the command line.
    static func applying(_ override: String, to pilot: ScenarioNode) throws(ScenarioError) -> ScenarioNode {
        func wrong(_ problem: String, expected: String, nearest: String? = nil) -> ScenarioError {
            ScenarioError([
                ScenarioDiagnostic(
                    file: ScenarioDiagnostic.commandLinePrefix + override, line: 1, column: 1, problem: problem,
                    expected: expected, nearest: nearest)
            ])
        }
        let parts = override.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            let lacking =
                parts.count < 2 ? "no '='" : parts[0].isEmpty ? "no key before the '='" : "no value after the '='"
            throw wrong("there is \(lacking)", expected: "key=value")
        }
        let value = try ScenarioNode.parseValue(String(parts[1]), file: ScenarioDiagnostic.commandLinePrefix + override)
        let path = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard path.first != "extends" else {
            throw wrong("what a pilot extends can't be set", expected: "a file that extends it")
        }
        do {
            return try pilot.setting(path[...], to: value)
        } catch {
            throw wrong(
                "there is nothing at '\(parts[0])'",
                expected: error.names.isEmpty
                    ? "a path as platforms.NAME.set.KNOB or parties.0.country"
                    : "\(oneOf(error.names, else: "")), a position from 0 on, or * for all, in the place of '\(error.key)'",
                nearest: Nearest.name(to: error.key, in: error.names))
        }
    }

    /// The file of the library that a part of another names; nil, and reported, where there is none of the right form.
    mutating func library(_ kind: FileKind, _ reference: ScenarioNode) -> ScenarioNode? {
        let names = ScenarioLibrary.names(in: kind.folder, root: root)
        guard let name = reference.text, names.contains(name) else {
            report(
                reference, "there is no '\(reference.text ?? "")' under \(kind.folder)/",
                expected: Self.oneOf(names, else: "a file there"), among: names)
            return nil
        }
        do {
            let node = try Self.read("\(root)/\(kind.folder)/\(name).yaml")
            guard isReadable(node, kind, name: name) else { return nil }
            if !files.contains(where: { $0.kind.name == kind.name && $0.name == name }) {
                files.append(LibraryFile(kind: kind, name: name, node: node))
            }
            return node
        } catch {
            problems += error.diagnostics
            return nil
        }
    }

    /// Checks a file of the library by itself.
    mutating func check(_ file: ScenarioNode, _ kind: FileKind, name: String) throws(ScenarioError) {
        if isReadable(file, kind, name: name) { kind.check(&self, file) }
        try stopIfWrong()
    }

    /// Whether a file is of its form, so that it can be asked what it means; reports what is not, and where it states
    /// another name than its own.
    private mutating func isReadable(_ file: ScenarioNode, _ kind: FileKind, name: String) -> Bool {
        let before = check.faults.count
        check.check(file, kind.form)
        if let stated = kind.key.flatMap({ file[$0] }), let text = stated.text, text != name {
            report(stated, "'\(text)' is not the name of the file", expected: "'\(name)', by which others refer to it")
        }
        return check.faults.count == before
    }
}
