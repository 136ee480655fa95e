import Platforms
import Testing

@Suite("What a platform outside did wrong")
struct AdapterFailureTests {
    @Test func `a failure says what was asked and what happened`() {
        let failure = AdapterFailure(.timedOut(seconds: 10), method: "verify", sent: "{}")
        #expect(failure.description == "asked to verify, no answer within 10.0 s")
    }
}
