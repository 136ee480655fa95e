import Platforms
import Records
import Testing

@testable import Pilots

@Suite("A failure that hides others")
struct MaskingTests {
    private func hidden(_ change: (inout BehaviourProfile) -> Void) throws -> [String: String] {
        var issuer = BehaviourProfile()
        change(&issuer)
        let record = try ProbeWorld.run(ProbeWorld.scenario(issuer: issuer))
        return Dictionary(
            record.findings.compactMap { finding in finding.behind.map { (finding.code, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    @Test("is followed by what stands behind it in the same credential")
    func behindSignature() throws {
        let hidden = try hidden {
            $0.credential.issuer = .string
            $0.values.decimals = .text
        }
        #expect(
            hidden["number-as-text"] == "issuer-string-vs-object"
                || hidden["issuer-string-vs-object"] == "number-as-text")
    }

    @Test("because the credential can't be had is followed by what is wrong with the credential")
    func behindFetch() throws {
        let hidden = try hidden {
            $0.hosting.links = .internalHost
            $0.credential.issuer = .string
        }
        #expect(hidden["issuer-string-vs-object"] == "internal-url-leaked")
    }

    @Test("is all there is where nothing stands behind it")
    func nothingBehind() throws {
        #expect(try hidden { $0.hosting.links = .internalHost }.isEmpty)
    }
}
