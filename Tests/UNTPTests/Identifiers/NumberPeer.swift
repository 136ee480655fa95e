import Foundation
import UNTP

/// Python's `python-stdnum`, as the second opinion on national numbers: from the package's `.build/python-venv` or the
/// Python on the path.
enum NumberPeer {
    /// A kind of number that both know.
    struct Kind: Sendable {
        /// The module of stdnum.
        let name: String
        let scheme: RegisterScheme
        /// The digits, counted from the left, for which both know the same rule; about the others, such as the numbers of
        /// offices and provinces, stdnum knows more.
        let places: Range<Int>
    }

    /// The Korean rule isn't in stdnum.
    static let kinds: [Kind] = [
        kind("au.abn", "AU", 0..<11), kind("au.acn", "AU", 0..<9, at: 1), kind("br.cnpj", "BR", 0..<14),
        kind("br.cnpj", "BR", 0..<14, at: 1), kind("ca.bn", "CA", 0..<9), kind("ca.bn", "CA", 0..<13, at: 1),
        kind("ch.uid", "CH", 0..<9), kind("cl.rut", "CL", 0..<9), kind("cl.rut", "CL", 0..<8, at: 1),
        kind("cn.uscc", "CN", 0..<17), kind("de.vat", "DE", 1..<9), kind("eg.tn", "EG", 0..<9),
        kind("fi.ytunnus", "FI", 0..<8), kind("fr.siren", "FR", 0..<9), kind("fr.siret", "FR", 0..<14, at: 1),
        kind("id.npwp", "ID", 0..<15), kind("id.npwp", "ID", 1..<16, at: 1), kind("in_.gstin", "IN", 3..<6),
        kind("in_.pan", "IN", 1..<4, at: 1), kind("it.iva", "IT", 1..<7), kind("jp.cn", "JP", 0..<13),
        kind("pe.ruc", "PE", 0..<11), kind("tr.vkn", "TR", 0..<10), kind("us.ein", "US", 0..<9),
        kind("lei", "US", 0..<20, at: 1), kind("za.tin", "ZA", 1..<10),
    ].compactMap(\.self)

    private static func kind(_ name: String, _ country: String, _ places: Range<Int>, at index: Int = 0) -> Kind? {
        RegisterIdentifier.schemes[country].map { Kind(name: name, scheme: $0[index], places: places) }
    }

    /// Peru's numbers are judged by their check digit alone: stdnum also wants one of four beginnings.
    private static let script = """
        import importlib, sys
        from stdnum.pe import ruc
        for line in open(sys.argv[1], encoding="utf-8"):
            kind, number = line.split()
            if kind == "pe.ruc":
                valid = number[-1] == ruc.calc_check_digit(number[:-1])
            else:
                valid = importlib.import_module("stdnum." + kind).is_valid(number)
            print("1" if valid else "0", end="")
        """

    private static let interpreter: String? = [
        Fixtures.package.appending(path: ".build/python-venv/bin/python").path, "python3",
    ].first { output(of: [$0, "-c", "import stdnum"]) != nil }

    static var isAvailable: Bool { interpreter != nil }

    /// Whether each number is valid for stdnum; nil where it can't be asked.
    static func verdicts(on questions: [(name: String, number: String)]) throws -> [Bool]? {
        guard let interpreter else { return nil }
        let file = FileManager.default.temporaryDirectory.appending(
            path: "untp-numbers-\(ProcessInfo.processInfo.processIdentifier).txt")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(questions.map { "\($0.name) \($0.number)\n" }.joined().utf8).write(to: file)
        return output(of: [interpreter, "-c", script, file.path])?.map { $0 == "1" }
    }

    /// What a command prints; nil where it fails or can't be started.
    private static func output(of command: [String]) -> String? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
    }
}
