import Records

/// The six states in which one platform's reading of another's credential can end.
enum PairState: String, CaseIterable {
    case passed
    case passedWithLoss
    case failed
    case notSupported
    case notReached
    case environment

    var label: String {
        switch self {
        case .passed: "passed"
        case .passedWithLoss: "passed with loss"
        case .failed: "failed"
        case .notSupported: "not supported"
        case .notReached: "not reached"
        case .environment: "environment"
        }
    }

    var meaning: String {
        switch self {
        case .passed: "accepted, and nothing was lost"
        case .passedWithLoss: "accepted, but something was dropped or misread"
        case .failed: "refused"
        case .notSupported: "not attempted, because the platform declares that it can't"
        case .notReached: "hidden behind an earlier failure, or sealed for the customer who has the goods"
        case .environment: "stopped by the network, a register or a host, by neither party"
        }
    }
}

extension MatrixCell {
    func count(of state: PairState) -> Int {
        switch state {
        case .passed: passed
        case .passedWithLoss: passedWithLoss
        case .failed: failed
        case .notSupported: notSupported
        case .notReached: notReached
        case .environment: environment
        }
    }
}
