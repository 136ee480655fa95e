/// Why a folder can't be read as a platform.
package struct FolderError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file, and the place in it where there is one, as `manifest.json#/documents/0/url`.
    package let place: String
    package let problem: String
    package let expected: String

    package init(_ place: String, _ problem: String, expected: String) {
        self.place = place
        self.problem = problem
        self.expected = expected
    }

    package var description: String { "\(place): \(problem); expected \(expected)" }
}
