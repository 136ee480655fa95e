/// A value that a claim or an assessment declares.
package struct DeclaredValue: Sendable, Hashable {
    package let metric: String
    package let value: Double
    package let unit: String?
    /// What is said of the value in a word or two.
    package let score: String?

    /// The declared values that are numbers with a name.
    static func values(of declaration: CredentialReader.Place, with reader: inout CredentialReader) -> [DeclaredValue] {
        reader.objects("declaredValue", of: declaration).compactMap { declared in
            let measure = reader.object("metricValue", of: declared)
            guard let metric = reader.string("metricName", of: declared),
                let value = reader.number("value", of: measure)
            else { return nil }
            return DeclaredValue(
                metric: metric, value: value, unit: reader.string("unit", of: measure),
                score: reader.string("score", of: declared))
        }
    }
}
