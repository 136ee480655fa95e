import JSON
import Platforms
import UNTP

/// What is wrong in a configuration file, with where it stands.
package struct HTTPConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One line for each problem, as `file:line:column: what is wrong, what was expected`.
    package let problems: [String]

    package var description: String { problems.joined(separator: "\n") }
}

extension HTTPConfiguration {
    /// Reads a configuration file.
    ///
    /// - Parameters:
    ///   - bytes: The file, JSON.
    ///   - file: Its path, for what is said of it.
    ///   - environment: The variables that header fields may name.
    package init(
        reading bytes: [UInt8], file: String, environment: [String: String]
    ) throws(HTTPConfigurationError) {
        let document: JSONDocument
        do {
            document = try JSONDocument(parsing: bytes, limits: JSONLimits(maximumBytes: 1 << 20, maximumDepth: 16))
        } catch {
            throw HTTPConfigurationError(problems: [
                "\(file):\(error.line):\(error.column): this is no JSON: \(error.description)"
            ])
        }
        var reading = ConfigurationReading(document, file: file)
        reading.checkForm()
        self.init()
        guard reading.problems.isEmpty else { throw HTTPConfigurationError(problems: reading.problems) }
        take(document.root)
        headers = document.root["headers"]?.members.map { ($0.name, reading.expanded($0.value, environment)) } ?? []
        guard reading.problems.isEmpty else { throw HTTPConfigurationError(problems: reading.problems) }
    }

    /// Takes over what a file says whose form was checked.
    private mutating func take(_ root: JSONView) {
        name = root["name"]?.string ?? name
        version = root["version"]?.string ?? version
        issuer = root["issuer"]?.string
        partyDID = root["parties"]?.string
        issues = root["issues"].map(Claim.init) ?? issues
        verifies = root["verifies"].map(Claim.init) ?? verifies
        serves = root["serves"].map { Set($0.elements.compactMap(\.string)) } ?? serves
        paths.issue = root["paths"]?["issue"]?.string ?? paths.issue
        paths.verify = root["paths"]?["verify"]?.string ?? paths.verify
        paths.status = root["paths"]?["status"]?.string ?? paths.status
        paths.link = root["paths"]?["link"]?.string
        paths.resolver = root["paths"]?["resolver"]?.string ?? paths.resolver
        timeHeader = root["timeHeader"]?.string
        origins = root["origins"]?.members.map { ($0.name, $0.value.string ?? "/") } ?? []
        for form in SecuringForm.allCases {
            options.issue[form] = root["options"]?[form.rawValue].map { String(decoding: $0.rawBytes, as: UTF8.self) }
        }
        options.verify = root["options"]?["verify"].map { String(decoding: $0.rawBytes, as: UTF8.self) } ?? "{}"
        for told in Told.allCases { options.names[told] = root["tells"]?[told.rawValue]?.string }
        tokens = root["tokens"]?.string.flatMap(TokenForm.init) ?? tokens
        limits.seconds = root["seconds"]?.double ?? limits.seconds
        limits.bytes = root["bytes"]?.int ?? limits.bytes
    }
}

extension HTTPConfiguration.Claim {
    /// Reads a claim whose form was checked; what it leaves out is as usual.
    fileprivate init(_ view: JSONView) {
        guard view.kind == .object else {
            self = .nothing
            return
        }
        func names(_ member: String) -> [String]? { view[member]?.elements.compactMap(\.string) }
        var capability = HTTPConfiguration.usual
        if let types = names("types") { capability.types = Set(types.compactMap(CredentialType.init)) }
        if let releases = names("releases") { capability.releases = releases.map(Release.init) }
        if let securing = names("securing") { capability.securing = Set(securing.compactMap(SecuringForm.init)) }
        if let algorithms = names("algorithms") { capability.algorithms = Set(algorithms) }
        self = .capability(capability)
    }
}

/// One reading of a configuration file, with the problems found in it.
private struct ConfigurationReading {
    let root: JSONView
    let bytes: [UInt8]
    let file: String
    private(set) var problems: [String] = []

    init(_ document: JSONDocument, file: String) {
        root = document.root
        bytes = document.bytes
        self.file = file
    }

    mutating func checkForm() {
        do {
            let schema = try JSONSchema(compiling: HTTPConfiguration.schema)
            // Where a whole subtree is refused, what is inside of it says why.
            for violation in schema.violations(in: root) where violation.keyword != "oneOf" {
                add(violation)
            }
        } catch {
            problems.append("\(file): the form of configurations can't be used: \(error)")
        }
    }

    private mutating func add(_ violation: SchemaViolation) {
        let tokens = violation.instance.tokens
        guard violation.keyword == "false schema" || violation.keyword == "additionalProperties",
            let name = tokens.last
        else {
            let key = tokens.isEmpty ? "the file" : "'\(tokens.joined(separator: "."))'"
            return problems.append(
                place(violation.instance) + "\(key): expected \(violation.expected), found \(violation.found)")
        }
        let known = Self.keys(at: tokens.dropLast())
        let hint = Nearest.name(to: name, in: known).map { " (did you mean '\($0)'?)" } ?? ""
        problems.append(
            place(violation.instance)
                + "there is no key '\(name)' here; expected one of \(known.joined(separator: ", "))\(hint)")
    }

    /// The keys that may stand in an object of the file.
    private static func keys(at path: ArraySlice<String>) -> [String] {
        var form = HTTPConfiguration.schema
        for token in path {
            guard let member = form["properties"]?[token] else { return [] }
            form = member["oneOf"]?[1] ?? member
        }
        return form["properties"]?.object?.names ?? []
    }

    /// The value of a header field with the variables that it names.
    mutating func expanded(_ value: JSONView, _ environment: [String: String]) -> String {
        var text = ""
        var rest = (value.string ?? "")[...]
        while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
            let name = String(rest[start.upperBound..<end])
            text += rest[..<start.lowerBound]
            if let variable = environment[name] {
                text += variable
            } else {
                problems.append(
                    place(value.pointer)
                        + "'\(value.pointer.tokens.joined(separator: "."))': the environment has no variable \(name); "
                        + "set it, or write the value itself")
            }
            rest = rest[rest.index(after: end)...]
        }
        text += rest
        if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            problems.append(
                place(value.pointer) + "'\(value.pointer.tokens.joined(separator: "."))': expected a header field in "
                    + "one line, found control characters")
        }
        return text
    }

    /// File, line and column of a value.
    private func place(_ pointer: JSONPointer) -> String {
        // The text of a string begins behind its quote.
        let offset = root[pointer: pointer].map { $0.rawBytes.startIndex - ($0.kind == .string ? 1 : 0) } ?? 0
        let lines = bytes.prefix(offset).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return "\(file):\(lines.count):\((lines.last?.count ?? 0) + 1): "
    }
}
