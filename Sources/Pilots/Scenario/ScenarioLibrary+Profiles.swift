package import Platforms

extension ScenarioLibrary {
    /// A kind of platform as the library has it.
    package struct Profile: Sendable {
        package let name: String
        package let title: String
        package let behaviour: BehaviourProfile
    }

    /// A behaviour profile of the library.
    ///
    /// - Throws: What is wrong in its file, or that there is none.
    package static func profile(_ name: String, root: String) throws(ScenarioError) -> Profile {
        let file = try ScenarioLoader.read("\(root)/\(FileKind.platform.folder)/\(name).yaml")
        var loader = ScenarioLoader(root: root)
        try loader.check(file, .platform, name: name)
        return Profile(name: name, title: file["title"]?.text ?? name, behaviour: loader.profile(of: file))
    }
}
