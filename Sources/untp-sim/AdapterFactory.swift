import Bridges
import Platforms
import Trials

/// Brings platforms outside to a trial, one function for each kind.
enum AdapterFactory {
    /// A folder of credentials and of what belongs to them.
    static func folder(_ path: String, now: Int64) throws(AdapterFailure) -> TrialSubject {
        throw AdapterFailure(.notSupported("folders"), method: "describe")
    }

    /// A program that is spoken to over its standard input and output.
    static func command(_ arguments: [String]) throws(AdapterFailure) -> TrialSubject {
        throw AdapterFailure(.notSupported("commands"), method: "describe")
    }

    /// A service on the network.
    static func http(_ base: String, file: String?) throws(AdapterFailure) -> TrialSubject {
        throw AdapterFailure(.notSupported("services"), method: "describe")
    }
}
