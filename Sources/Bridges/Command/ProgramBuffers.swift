/// Bytes as they came, given out in lines.
struct LineBuffer: Sendable {
    private var bytes: [UInt8] = []
    /// Where the bytes begin that were not given out.
    private var start = 0
    /// Up to where there is no line feed.
    private var searched = 0

    var unfinished: [UInt8] { Array(bytes[start...]) }

    mutating func append(_ more: [UInt8]) {
        guard !more.isEmpty else { return }
        if start > 0 {
            bytes.removeFirst(start)
            searched -= start
            start = 0
        }
        bytes += more
    }

    /// The next line that has more than white space in it, without its line feed.
    mutating func take() -> [UInt8]? {
        while let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
            defer { (start, searched) = (end + 1, end + 1) }
            let line = bytes[start..<end]
            if !line.allSatisfy(Self.isSpace) { return Array(line) }
        }
        searched = bytes.count
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}

/// The end of what was written, up to a limit.
struct TailBuffer: Sendable {
    let limit: Int
    private var bytes: [UInt8] = []

    init(limit: Int) { self.limit = limit }

    mutating func append(_ more: [UInt8]) {
        bytes += more.suffix(limit)
        if bytes.count > 2 * limit { bytes.removeFirst(bytes.count - limit) }
    }

    /// The text since the last time, without bytes that are no UTF-8.
    mutating func take() -> String {
        defer { bytes = [] }
        return String(decoding: bytes.suffix(limit), as: UTF8.self)
    }
}
