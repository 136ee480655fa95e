import Credentials
import JSON

/// How events are named by what they say, and how their times are written in a place's own time.
enum EventRules {
    /// An identifier that is a digest of the event without it: of the canonical form, in which members are sorted, or of
    /// the members in the order in which they happen to stand.
    ///
    /// The Core Business Vocabulary has a normal form of its own; what matters here is that two sides use the same one.
    static func identifier(of event: JSONValue, isCanonical: Bool) -> String {
        var content = event
        content["id"] = nil
        let bytes = isCanonical ? content.canonicalised() : content.serialised()
        return prefix + ContentDigest(of: bytes).hexadecimal
    }

    static let prefix = "ni:///sha-256;"

    /// The identifiers that are the digest of something else than their event, with what the digest of theirs would be.
    static func otherDigests(in credential: JSONView) -> [String: String] {
        var others: [String: String] = [:]
        for event in credential["credentialSubject"].map({ Array($0.elements) }) ?? [] {
            guard let id = event["id"]?.string, id.hasPrefix(prefix), others[id] == nil else { continue }
            let expected = identifier(of: event.materialised, isCanonical: true)
            if expected != id { others[id] = expected }
        }
        return others
    }

    /// Seconds that the local time of those who write offsets is behind UTC.
    private static let offsetSeconds: Int64 = 4 * 3600

    /// A time in UTC as local time with its offset; a time in any other form as it stands.
    static func local(_ text: String) -> String {
        guard text.hasSuffix("Z"), let stamp = DateTimeStamp(strict: text) else { return text }
        return DateTimeStamp.text(unixSeconds: stamp.unixSeconds - offsetSeconds).dropLast() + "-04:00"
    }

    /// The instant that a time names, in Unix seconds; its offset counted in or dropped.
    static func instant(_ text: String, keepsOffset: Bool) -> Int64? {
        guard !keepsOffset, let time = text.firstIndex(of: "T"),
            let offset = text[time...].lastIndex(where: { $0 == "-" || $0 == "+" })
        else { return DateTimeStamp(lenient: text)?.unixSeconds }
        return DateTimeStamp(lenient: text[..<offset] + "Z")?.unixSeconds
    }
}
