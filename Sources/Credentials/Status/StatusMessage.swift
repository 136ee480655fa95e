import JSON

/// What one value of an entry of several bits means: Bitstring Status List 1.0, `statusMessage`.
package struct StatusMessage: Sendable, Hashable {
    package let value: Int
    package let text: String

    package init(value: Int, text: String) {
        self.value = value
        self.text = text
    }

    /// The messages of an array; those of another form are left out, as they only explain.
    static func messages(in json: JSONView?) -> [StatusMessage] {
        guard let json, json.kind == .array else { return [] }
        return json.elements.compactMap { message in
            guard let status = message["status"]?.string, let text = message["message"]?.string,
                let value = status.hasPrefix("0x") ? Int(status.dropFirst(2), radix: 16) : nil
            else { return nil }
            return StatusMessage(value: value, text: text)
        }
    }

    var json: JSONValue { ["status": .string("0x" + String(value, radix: 16)), "message": .string(text)] }
}

/// What a list says of a credential for one purpose.
package struct EntryStatus: Sendable, Hashable {
    package let purpose: String
    /// 0 where nothing is set; above 1 only for entries of several bits.
    package let value: Int
    /// What the value means, where entry or list explain it.
    package let message: String?

    package var isSet: Bool { value != 0 }
}
