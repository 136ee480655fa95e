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
        let path = "\(root)/platforms/\(name).yaml"
        let file = try ScenarioLoader.read(path)
        var check = FormCheck()
        check.check(file, ScenarioForm.platform)
        var loader = ScenarioLoader(root: root)
        let behaviour = loader.profile(of: file)
        let meanings = loader.problems(in: file, of: "platforms")
        let problems = check.diagnostics.isEmpty ? meanings : check.diagnostics
        guard problems.isEmpty else { throw ScenarioError(problems) }
        return Profile(name: name, title: file["title"]?.text ?? name, behaviour: behaviour)
    }
}
