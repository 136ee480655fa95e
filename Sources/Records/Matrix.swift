/// How credentials of one type, issued on one platform, fared on another. A's credential read by B is not B's read by A.
package struct MatrixCell: Sendable, Hashable, Codable {
    /// The platform that issued.
    package var issuer: String
    /// The platform that verified.
    package var verifier: String
    /// The credential type, such as `dpp`.
    package var credentialType: String
    /// Logical verifications; the sum of the six states.
    package var attempts: Int
    /// Accepted, nothing lost.
    package var passed: Int
    /// Accepted, but something was dropped or misread.
    package var passedWithLoss: Int
    /// Refused.
    package var failed: Int
    /// Not attempted, because a profile declares that it can't be.
    package var notSupported: Int
    /// Hidden behind an earlier failure, or sealed.
    package var notReached: Int
    /// Stopped by network, register or host.
    package var environment: Int
    /// Of those not reached, the passports that are sealed for the customer who has the goods: nothing failed there.
    package var sealed: Int
    /// How often each failure mode was seen.
    package var failures: [Tally]

    package init(
        issuer: String, verifier: String, credentialType: String, attempts: Int, passed: Int = 0,
        passedWithLoss: Int = 0, failed: Int = 0, notSupported: Int = 0, notReached: Int = 0, environment: Int = 0,
        sealed: Int = 0, failures: [Tally] = []
    ) {
        self.issuer = issuer
        self.verifier = verifier
        self.credentialType = credentialType
        self.attempts = attempts
        self.passed = passed
        self.passedWithLoss = passedWithLoss
        self.failed = failed
        self.notSupported = notSupported
        self.notReached = notReached
        self.environment = environment
        self.sealed = sealed
        self.failures = failures
    }
}
