package import JSON

/// A list as the subject of its credential: Bitstring Status List 1.0, BitstringStatusListCredential.
package struct StatusList: Sendable, Hashable {
    package var family: StatusFamily
    /// The purposes that the list serves; usually one.
    package var purposes: [String]
    package var encodedList: String
    /// For how long a reader may keep the list.
    package var timeToLiveMilliseconds: Int?
    /// The bits of an entry; nil where the list does not say.
    package var size: Int?
    package var messages: [StatusMessage] = []

    package init(
        family: StatusFamily = .bitstring, purposes: [String], encodedList: String,
        timeToLiveMilliseconds: Int? = nil, size: Int? = nil, messages: [StatusMessage] = []
    ) {
        self.family = family
        self.purposes = purposes
        self.encodedList = encodedList
        self.timeToLiveMilliseconds = timeToLiveMilliseconds
        self.size = size
        self.messages = messages
    }

    /// Reads the list of a credential.
    package init(reading credential: JSONView) throws(StatusListError) {
        guard let subject = credential["credentialSubject"] else { throw .unknownListType("no type") }
        let type = subject["type"]?.string ?? subject["type"]?[0]?.string ?? "no type"
        guard let family = StatusFamily(listType: type) else { throw .unknownListType(type) }
        guard let encoded = subject["encodedList"]?.string else { throw .missingEncodedList }
        let purpose = subject["statusPurpose"]
        let purposes = purpose?.string.map { [$0] } ?? purpose?.elements.compactMap(\.string) ?? []
        self.init(
            family: family, purposes: purposes.isEmpty ? family.onlyPurpose.map { [$0] } ?? [] : purposes,
            encodedList: encoded, timeToLiveMilliseconds: subject["ttl"]?.int ?? credential["ttl"]?.int,
            size: subject["statusSize"]?.int, messages: StatusMessage.messages(in: subject["statusMessage"]))
    }

    /// The list as a credential's subject.
    ///
    /// - Parameter id: The URL of the list itself, which is its credential's with a fragment.
    package func json(id: String) -> JSONValue {
        var json: JSONValue = ["id": .string(id), "type": .string(family.listType)]
        if purposes != family.onlyPurpose.map({ [$0] }) {
            json["statusPurpose"] = purposes.count == 1 ? .string(purposes[0]) : .array(purposes.map(JSONValue.string))
        }
        json["encodedList"] = .string(encodedList)
        json["ttl"] = timeToLiveMilliseconds.map { .number(JSONNumber($0)) }
        json["statusSize"] = size.map { .number(JSONNumber($0)) }
        if !messages.isEmpty { json["statusMessage"] = .array(messages.map(\.json)) }
        return json
    }

    /// Until when what was read at a time may be used, both in seconds since 1970; without end where the list says nothing.
    package func usableUntil(readAt: Int64) -> Int64 {
        guard let timeToLiveMilliseconds else { return .max }
        let (end, isBeyond) = readAt.addingReportingOverflow(Int64(timeToLiveMilliseconds) / 1_000)
        return isBeyond ? .max : end
    }
}

/// A list with its bits unpacked once, for looking up many entries.
package final class UnpackedStatusList: Sendable {
    // A class, because it never changes and is looked at far more often than made.
    package let list: StatusList
    let bits: BitstringStatusList
    let options: BitstringStatusList.DecodingOptions

    init(list: StatusList, bits: BitstringStatusList, options: BitstringStatusList.DecodingOptions) {
        self.list = list
        self.bits = bits
        self.options = options
    }
}

extension StatusList {
    /// Unpacks the bits of the list, of whatever family it is.
    ///
    /// - Parameter former: What was unpacked before; its bits are taken where they are written in the same way.
    /// - Throws: Why the list can't be read. That it is too short is told when an entry is looked up, whose size counts.
    package func unpacked(
        options: BitstringStatusList.DecodingOptions = .init(), reusing former: UnpackedStatusList? = nil
    ) throws(StatusListError) -> UnpackedStatusList {
        if let former, former.list.encodedList == encodedList, former.list.family == family, former.options == options {
            return UnpackedStatusList(list: self, bits: former.bits, options: options)
        }
        var decoding = options.accepting(family)
        decoding.minimumLength = 0
        let bits = try BitstringStatusList.decode(encodedList, options: decoding)
        return UnpackedStatusList(list: self, bits: bits, options: options)
    }
}

extension StatusListEntry {
    /// What a list says of the credential: Bitstring Status List 1.0, Validate algorithm.
    ///
    /// - Throws: Why the status can't be known, which is neither "set" nor "not set".
    package func status(
        in list: StatusList, options: BitstringStatusList.DecodingOptions = .init()
    ) throws(StatusListError) -> EntryStatus {
        try status(in: list.unpacked(options: options))
    }

    /// The same, of a list that is unpacked.
    package func status(in unpacked: UnpackedStatusList) throws(StatusListError) -> EntryStatus {
        let value = try value(at: index, in: unpacked)
        let message = (messages + unpacked.list.messages).first { $0.value == value }?.text
        return EntryStatus(purpose: purpose, value: value, message: message)
    }

    /// Whether a list says that nothing is set for credentials with entries like this one, but for their positions.
    package func isClear(at positions: [Int], in unpacked: UnpackedStatusList) -> Bool {
        positions.allSatisfy { position in
            guard let value = try? value(at: position, in: unpacked) else { return false }
            return value == 0
        }
    }

    /// Whether another entry differs in no more than its position.
    package func isAlike(_ other: StatusListEntry) -> Bool {
        listURL == other.listURL && family == other.family && purpose == other.purpose && size == other.size
    }

    /// What stands in a list at a position; 0 where nothing is set.
    ///
    /// - Throws: Why it can't be known.
    private func value(at index: Int, in unpacked: UnpackedStatusList) throws(StatusListError) -> Int {
        guard family == unpacked.list.family else { throw .familyDiffers(entry: family, list: unpacked.list.family) }
        if !unpacked.options.allowsOtherPurposes, !unpacked.list.purposes.contains(purpose) {
            throw .purposeDiffers(entry: purpose, list: unpacked.list.purposes)
        }
        let size = size ?? unpacked.list.size ?? 1
        // A list of entries of several bits needs as many entries as one of single bits.
        let length = unpacked.bits.length / max(1, size)
        guard length >= unpacked.options.minimumLength else { throw .tooShort(length: length) }
        return try unpacked.bits.value(at: index, size: size)
    }
}
