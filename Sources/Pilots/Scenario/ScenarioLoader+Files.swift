import FoundationEssentials
import Networking
import Platforms
import UNTP

extension ScenarioLoader {
    static func read(_ path: String) throws(ScenarioError) -> ScenarioNode {
        func fail(_ problem: String) -> ScenarioError {
            ScenarioError([
                ScenarioDiagnostic(
                    file: path, line: 1, column: 1, problem: problem, expected: "a scenario file",
                    nearest: nearestPilot(to: path))
            ])
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw fail(
                FileManager.default.fileExists(atPath: path) ? "the file can't be read" : "there is no such file")
        }
        guard let text = String(validating: data, as: UTF8.self) else { throw fail("the file is not UTF-8") }
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
        guard formCheck.diagnostics.isEmpty else { throw ScenarioError(formCheck.diagnostics) }
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
        let parts = override.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            let lacking =
                parts.count < 2 ? "no '='" : parts[0].isEmpty ? "no key before the '='" : "no value after the '='"
            throw ScenarioError([
                ScenarioDiagnostic(
                    file: ScenarioDiagnostic.commandLinePrefix + override, line: 1, column: 1,
                    problem: "there is \(lacking)", expected: "key=value",
                    nearest: nil)
            ])
        }
        let value = try ScenarioNode.parseValue(String(parts[1]), file: ScenarioDiagnostic.commandLinePrefix + override)
        let path = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard path.first != "extends" else {
            throw ScenarioError([
                ScenarioDiagnostic(
                    file: ScenarioDiagnostic.commandLinePrefix + override, line: 1, column: 1,
                    problem: "what a pilot extends can't be set", expected: "a file that extends it", nearest: nil)
            ])
        }
        guard let changed = pilot.setting(path[...], to: value) else {
            throw ScenarioError([
                ScenarioDiagnostic(
                    file: ScenarioDiagnostic.commandLinePrefix + override, line: 1, column: 1,
                    problem: "there is nothing at '\(parts[0])'",
                    expected: "a path as platforms.NAME.set.KNOB or parties.0.country", nearest: nil)
            ])
        }
        return changed
    }

    mutating func library(_ folder: String, _ reference: ScenarioNode, form: Form) -> ScenarioNode? {
        let names = ScenarioLibrary.names(in: folder, root: root)
        guard let name = reference.text, names.contains(name) else {
            report(
                reference, "there is no '\(reference.text ?? "")' under \(folder)/",
                expected: "one of \(names.joined(separator: ", "))", among: names)
            return nil
        }
        do {
            let node = try Self.read("\(root)/\(folder)/\(name).yaml")
            let before = check.diagnostics.count
            check.check(node, form)
            guard check.diagnostics.count == before else { return nil }
            if !files.contains(where: { $0.folder == folder && $0.name == name }) {
                files.append(LibraryFile(folder: folder, name: name, node: node))
            }
            return node
        } catch {
            problems += error.diagnostics
            return nil
        }
    }

    /// What is wrong in a library file beyond its form.
    mutating func problems(in file: ScenarioNode, of folder: String) -> [ScenarioDiagnostic] {
        switch folder {
        case "value-chains": _ = valueChain(file)
        case "countries": _ = country(file)
        case "regulations": _ = regulation(file, mapping(file, [file]))
        case "schemes": _ = scheme(file)
        case "criteria":
            _ = mapping(of: file)
            for row in file["criteria"]?.elements ?? [] { _ = criterion(row["id"]) }
        case "extensions": _ = industryExtension(file)
        case "platforms":
            var profile = BehaviourProfile()
            set(file["set"], on: &profile)
            _ = marks(file, of: profile)
        default: break
        }
        return problems
    }
}
