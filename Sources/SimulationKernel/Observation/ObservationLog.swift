import Crypto

/// The kinds of things that are observed; each has a digest of its own, so that a difference can be located.
package enum ObservationPart: String, Sendable, CaseIterable {
    case exchanges, verdicts, measures, draws
}

/// The digest of a run: equal for equal scenario, seed and version, whatever the machine and the number of threads.
package struct RunDigest: Sendable, Hashable {
    /// SHA-256 over the digests of the parts, in hexadecimal.
    package let overall: String
    package let parts: [ObservationPart: String]
    /// How many observations were made.
    package let count: Int
}

/// Writes one observation.
package struct ObservationWriter {
    fileprivate var bytes: [UInt8] = []

    package mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(0x20)
    }

    package mutating func add(_ number: Int64) {
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &digits) { buffer in
            var rest = number.magnitude
            var index = buffer.count
            repeat {
                index -= 1
                buffer[index] = UInt8(rest % 10) + 0x30
                rest /= 10
            } while rest > 0
            if number < 0 {
                index -= 1
                buffer[index] = UInt8(ascii: "-")
            }
            bytes.append(contentsOf: buffer[index...])
        }
        bytes.append(0x20)
    }

    package mutating func add(_ number: Int) { add(Int64(number)) }
}

/// All observations of a run, as digests and, where asked for, as text.
struct ObservationLog {
    /// What waits to be digested, of each part.
    private var pending: [[UInt8]]
    private let hashes: Lane<[SHA256]>
    private(set) var recorded: [String] = []
    private let records: Bool
    private var count = 0

    init(records: Bool, pool: WorkerPool) {
        self.records = records
        pending = ObservationPart.allCases.map { _ in [] }
        hashes = Lane(ObservationPart.allCases.map { _ in SHA256() }, pool: pool)
    }

    mutating func add(
        _ part: ObservationPart, at instant: VirtualInstant, _ write: (inout ObservationWriter) -> Void
    ) {
        // It is written behind what waits already.
        var writer = ObservationWriter()
        swap(&writer.bytes, &pending[part.index])
        let start = writer.bytes.count
        writer.add(instant.nanoseconds)
        write(&writer)
        if records { recorded.append(part.rawValue + " " + String(decoding: writer.bytes[start...], as: UTF8.self)) }
        writer.bytes.append(0x0A)
        count += 1
        if writer.bytes.count > Self.chunk {
            let bytes = writer.bytes
            writer.bytes = []
            writer.bytes.reserveCapacity(Self.chunk + 1024)
            hashes.add { $0[part.index].update(data: bytes) }
        }
        swap(&writer.bytes, &pending[part.index])
    }

    /// How many bytes are digested at once.
    private static let chunk = 65_536

    var digest: RunDigest {
        var overall = SHA256()
        let hashes = hashes.value
        var parts: [ObservationPart: String] = [:]
        for part in ObservationPart.allCases {
            var hash = hashes[part.index]
            hash.update(data: pending[part.index])
            let digest = Array(hash.finalize())
            parts[part] = Self.hexadecimal(digest)
            overall.update(data: digest)
        }
        return RunDigest(overall: Self.hexadecimal(Array(overall.finalize())), parts: parts, count: count)
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension ObservationPart {
    fileprivate var index: Int {
        switch self {
        case .exchanges: 0
        case .verdicts: 1
        case .measures: 2
        case .draws: 3
        }
    }
}
