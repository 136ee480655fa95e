import FoundationEssentials
import JSON
import UNTP

extension ScenarioLoader {
    /// The industry extensions that a pilot names.
    mutating func extensions(_ pilot: ScenarioNode) -> [IndustryExtension] {
        let references = pilot["extensions"]?.elements ?? []
        checkOnce(references, "the extension")
        return references.compactMap { reference in
            library(.industryExtension, reference).flatMap { industryExtension($0) }
        }
    }

    /// An extension with its context and its schema, which stand in JSON files beside it.
    mutating func industryExtension(_ file: ScenarioNode) -> IndustryExtension? {
        guard let reference = file["contextFile"], let context = json(reference) else { return nil }
        var schema: JSONSchema?
        if let reference = file["schemaFile"] {
            guard let document = json(reference) else { return nil }
            do {
                schema = try JSONSchema(compiling: document, assertingFormats: Set(SchemaFormat.allCases))
            } catch {
                report(reference, "\(reference.text ?? "") is no schema: \(error)", expected: "JSON Schema 2020-12")
                return nil
            }
        }
        let types = (file["extends"]?.elements ?? []).compactMap { $0.text.flatMap(CredentialType.init(rawValue:)) }
        var members = JSONObject()
        for (key, value) in file["members"]?.members ?? [] { members[key.text ?? ""] = .string(value.text ?? "") }
        return IndustryExtension(
            name: file["name"]?.text ?? "", title: file["title"]?.text ?? "", typeName: file["type"]?.text ?? "",
            extends: Set(types), context: file["context"]?.text ?? "", contextDocument: context, schema: schema,
            members: members)
    }

    /// A JSON document in a file beside the one that names it.
    private mutating func json(_ reference: ScenarioNode) -> JSONValue? {
        let folder = reference.file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let path = (folder + [Substring(reference.text ?? "")]).joined(separator: "/")
        guard let data = FileManager.default.contents(atPath: path) else {
            report(reference, "the file \(path) can't be read", expected: "a JSON file beside this one")
            return nil
        }
        do {
            return try JSONDocument(parsing: Array(data)).root.materialised
        } catch {
            report(reference, "\(path): \(error)", expected: "a JSON document")
            return nil
        }
    }
}
