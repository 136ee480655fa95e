extension Artefact {
    /// The folder of a report that holds the artefacts.
    package static let folder = "artefacts"
}
