import Synchronization

/// What of a platform's work is done outside of the simulator, with a count of what was asked.
package final class OutsidePart: Sendable {
    // A class, because a platform and its verifier share the count.
    package let adapter: any Adapter
    package let description: AdapterDescription
    private let state = Mutex(Account())

    /// What was asked, and what went wrong.
    package struct Account: Sendable, Hashable {
        /// Questions by method.
        package fileprivate(set) var asked: [String: Int] = [:]
        package fileprivate(set) var failed = 0
        /// The first failures, in order.
        package fileprivate(set) var failures: [AdapterFailure] = []
    }

    /// Asks the platform to describe itself.
    package init(_ adapter: any Adapter, in setting: AdapterSetting) throws(AdapterFailure) {
        self.adapter = adapter
        description = try adapter.describe(setting)
    }

    package var account: Account { state.withLock { $0 } }

    /// Asks, and keeps account of it; nil where no usable answer came.
    func ask<Answer>(_ method: String, _ question: (any Adapter) throws(AdapterFailure) -> Answer) -> Answer? {
        do throws(AdapterFailure) {
            let answer = try question(adapter)
            count(method, nil)
            return answer
        } catch {
            count(method, error)
            return nil
        }
    }

    private func count(_ method: String, _ failure: AdapterFailure?) {
        state.withLock { account in
            account.asked[method, default: 0] += 1
            guard let failure else { return }
            account.failed += 1
            if account.failures.count < Self.keptFailures { account.failures.append(failure) }
        }
    }

    private static let keptFailures = 20

    func serves(_ service: PlatformHosts.Service) -> Bool { description.serves.contains(service.rawValue) }
}
