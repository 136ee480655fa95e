/// What a part of a scenario file may hold.
///
/// The forms are the one declaration of the file format: checking a file, naming unknown keys and printing the JSON
/// Schema for editors are derived from them.
indirect enum Form: Sendable {
    case text
    case number(ClosedRange<Double>?)
    case integer(ClosedRange<Int>)
    /// A calendar day, as 2026-01-05.
    case date
    case choice([String])
    case list(Form)
    /// Names of the user's choosing, each with a value of one form.
    case map(Form)
    case object([FormField])
}

/// A key of an object in a scenario file.
struct FormField: Sendable {
    let name: String
    let form: Form
    let isRequired: Bool
    let summary: String
    /// The group of values whose provenance is that of this one, where the object names provenance by group.
    let group: String?

    static func required(_ name: String, _ form: Form, _ summary: String, group: String? = nil) -> FormField {
        FormField(name: name, form: form, isRequired: true, summary: summary, group: group)
    }

    static func optional(_ name: String, _ form: Form, _ summary: String, group: String? = nil) -> FormField {
        FormField(name: name, form: form, isRequired: false, summary: summary, group: group)
    }
}
