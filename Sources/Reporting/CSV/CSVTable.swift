/// A table as RFC 4180 has it: a header, CRLF after each line, quotes where a field needs them.
struct CSVTable {
    private(set) var bytes: [UInt8] = []
    private let columns: Int

    init(columns: [String]) {
        self.columns = columns.count
        append(columns)
    }

    /// Adds a row, which has a field for each column.
    mutating func append(_ fields: [String]) {
        precondition(fields.count == columns, "a row has \(fields.count) fields, the table \(columns) columns")
        for (place, field) in fields.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(field)
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func append(_ field: String) {
        let quote = UInt8(ascii: "\"")
        let needsQuotes = field.utf8.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0D || $0 == 0x0A }
        guard needsQuotes else { return bytes.append(contentsOf: field.utf8) }
        bytes.append(quote)
        for byte in field.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    /// A number as every statistics package reads it: no grouping, and no fraction where there is none.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        return value == value.rounded() && value.magnitude < 9_007_199_254_740_992
            ? String(Int64(value)) : value.description
    }
}
