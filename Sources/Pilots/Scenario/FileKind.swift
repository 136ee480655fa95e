import Platforms

/// A kind of scenario files: the folder in which they stand, their form, and what they mean.
///
/// The one table of kinds: checking files, listing the library, reading it and the JSON Schema go by it.
struct FileKind: Sendable {
    /// The name of its definition in the JSON Schema.
    let name: String
    let folder: String
    let form: Form
    /// The key under which a file states its own name; nil where it states none.
    let key: String?
    /// The name of the only file of the kind; nil where there are many.
    let file: String?
    /// Reports what is wrong in a file beyond its form.
    let check: @Sendable (inout ScenarioLoader, ScenarioNode) -> Void

    private init(
        _ name: String, in folder: String, _ form: Form, key: String? = nil, file: String? = nil,
        check: @escaping @Sendable (inout ScenarioLoader, ScenarioNode) -> Void
    ) {
        self.name = name
        self.folder = folder
        self.form = form
        self.key = key
        self.file = file
        self.check = check
    }

    static let all = [
        pilot, valueChain, country, platform, industryExtension, regulation, scheme, vocabulary, mapping,
    ]

    // A pilot is checked with all that it names.
    static let pilot = FileKind("pilot", in: "pilots", ScenarioForm.pilot) { _, _ in }
    static let valueChain = FileKind("value-chain", in: "value-chains", ScenarioForm.valueChain, key: "id") {
        _ = $0.valueChain($1)
    }
    static let country = FileKind("country", in: "countries", ScenarioForm.country, key: "code") {
        _ = $0.country($1)
        $0.checkRules(of: $1, $0.allRegulationFiles())
    }
    static let platform = FileKind("platform", in: "platforms", ScenarioForm.platform, key: "name") {
        let profile = $0.profile(of: $1)
        _ = $0.marks($1, of: profile)
    }
    static let industryExtension = FileKind(
        "extension", in: "extensions", ScenarioForm.industryExtension, key: "name"
    ) { _ = $0.industryExtension($1) }
    static let regulation = FileKind("regulation", in: "regulations", ScenarioForm.regulation, key: "id") {
        _ = $0.regulation($1, $0.mapping($1, [$1]))
    }
    static let scheme = FileKind("scheme", in: "schemes", ScenarioForm.scheme, key: "id") { _ = $0.scheme($1) }
    static let vocabulary = FileKind("vocabulary", in: "criteria", ScenarioForm.vocabulary, file: "vocabulary") {
        $0.checkVocabulary($1)
    }
    static let mapping = FileKind("mapping", in: "criteria", ScenarioForm.mapping) { _ = $0.mapping(of: $1) }

    /// The kind of a file of the library by its path; nil where it stands in none of the folders.
    static func kind(of path: String) -> FileKind? {
        let folder = path.split(separator: "/").dropLast().last.map(String.init)
        let name = ScenarioLibrary.name(of: path)
        return all.first { $0.folder == folder && ($0.file == nil || $0.file == name) }
    }
}
