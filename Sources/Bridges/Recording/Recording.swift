import FoundationEssentials
import JSON

/// The exchanges with one platform outside, in a file of JSON lines: a header, then one line for each exchange.
struct Recording: Sendable {
    /// The version of the format of recordings.
    static let version = "1"

    let path: String
    /// The exchanges in order; the first one stands in line 2.
    let exchanges: [RecordedExchange]

    /// The file of a platform in the folder of a run's recordings.
    static func path(of platform: String, in folder: String) -> String {
        let name = platform.utf8.map { byte -> String in
            let isPlain =
                byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_")
            return isPlain ? String(UnicodeScalar(byte)) : "%" + String(Int(byte) + 256, radix: 16).dropFirst()
        }.joined()
        return "\(folder)/\(name).jsonl"
    }

    static func header(of platform: String) -> [UInt8] {
        let header: JSONValue = [
            "recording": .string(version), "protocol": .string(AdapterContract.version), "platform": .string(platform),
        ]
        return header.canonicalised()
    }

    /// Reads a recording as a whole.
    init(readingFrom path: String) throws(RecordingError) {
        self.path = path
        guard let data = FileManager.default.contents(atPath: path) else {
            throw RecordingError(path: path, line: nil, problem: "the file can't be read; expected a recording")
        }
        let bytes = Array(data)
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // The last line is ended as well, so that one that was cut off is noticed.
        guard lines.popLast()?.isEmpty == true, !lines.isEmpty else {
            throw RecordingError(
                path: path, line: lines.count + 1, problem: "the line is cut off; expected a line feed at its end")
        }
        var exchanges: [RecordedExchange] = []
        for (position, line) in lines.enumerated() {
            do {
                let root = try JSONDocument(parsing: Array(line), limits: Self.limits).root
                if position == 0 {
                    try Self.check(header: root)
                } else {
                    exchanges.append(try RecordedExchange(line: root))
                }
            } catch {
                throw RecordingError(path: path, line: position + 1, problem: "\(error)")
            }
        }
        self.exchanges = exchanges
    }

    private static func check(header: JSONView) throws(ResultProblem) {
        for (name, expected) in [("recording", version), ("protocol", AdapterContract.version)] {
            let found = header[name]?.string
            guard found == expected else {
                throw ResultProblem(pointer: "/\(name)", expected: "\"\(expected)\"", found: found ?? "nothing")
            }
        }
    }

    static let limits = JSONLimits(maximumBytes: Int(Int32.max), maximumDepth: 256)
}

/// A recording that can't be written or read.
package struct RecordingError: Error, Sendable, CustomStringConvertible {
    package let path: String
    /// The line, counted from 1; nil where it is about the whole file.
    package let line: Int?
    package let problem: String

    package var description: String { path + (line.map { ":\($0)" } ?? "") + ": " + problem }
}
