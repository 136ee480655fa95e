/// Release 0.4.2, told by what 0.5.0 changed: claims comply rather than conform, and events have no further properties.
///
/// It had no identity anchor.
enum Release0_4_2 {
    static func notation(of type: CredentialType) -> String? {
        guard type != .dia else { return nil }
        let later = Release0_5_0.notation(of: type)
            .replacing("/\(type.rawValue)/0.5.0/", with: "/\(type.rawValue)/0.4.2/")
            .replacing("  conformance!: boolean", with: "  compliance!: boolean")
            .replacing("  endorsementEvidence: Link", with: "  accreditationCertificate: Link")
        guard type == .dte else { return later }
        return later.split(separator: "\n").map { line in
            line.hasSuffix("Event") && !line.hasPrefix(" ") ? line + " closed" : String(line)
        }.joined(separator: "\n")
    }
}
