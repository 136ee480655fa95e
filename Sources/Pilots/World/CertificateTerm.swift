/// The time for which a certificate is valid, and when its holder is looked at in between, as its scheme has it.
struct CertificateTerm: Sendable, Equatable {
    /// When the certificate that holds was given, in Unix seconds.
    private(set) var begins: Int64
    private(set) var ends: Int64
    private let length: Int64
    /// The time between two looks; nil where the scheme asks for none.
    private let interval: Int64?

    /// The term that holds at a time; nil where the scheme's certificates don't run out.
    ///
    /// - Parameters:
    ///   - time: In Unix seconds.
    ///   - age: What part of its time is over, 0 up to 1.
    init?(of scheme: Scheme, at time: Int64, age: Double) {
        guard let months = scheme.validityMonths else { return nil }
        length = Int64(months * Self.month)
        interval = scheme.surveillanceMonths.map { Int64($0 * Self.month) }
        begins = time - Int64(age * Double(length - Self.notice(of: length)))
        ends = begins + length
    }

    /// A month: a twelfth of a year of 365 days, in seconds.
    private static let month = 365.0 / 12 * 86_400

    /// How long before the end it is renewed: a month, or a quarter of a short time; an assumption.
    private static func notice(of length: Int64) -> Int64 { min(30 * 86_400, length / 4) }

    /// When it is renewed.
    var renewal: Int64 { ends - Self.notice(of: length) }

    /// When its holder was looked at last.
    func lastLook(at time: Int64) -> Int64 {
        guard let interval else { return begins }
        return begins + (time - begins) / interval * interval
    }

    /// When its holder is looked at next without its being renewed; nil for not before that.
    func nextLook(after time: Int64) -> Int64? {
        guard let interval else { return nil }
        let next = lastLook(at: time) + interval
        return next < renewal ? next : nil
    }

    /// Renews it: the new one holds from then on, and until as long after the end of the former.
    mutating func renew(at time: Int64) {
        begins = time
        ends += length
    }
}
