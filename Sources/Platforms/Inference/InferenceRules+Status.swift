import Credentials
import JSON

// Statuses and the lists of them.
extension InferenceRules {
    private typealias Status = BehaviourProfile.Status

    static let status: [InferenceRule] = [
        InferenceRule("status.family") { samples in
            entries(samples).compactMap { name, entry in
                switch family(entry) {
                case .bitstring: Vote(Status.Family.bitstring, name)
                case .statusList2021: Vote(Status.Family.statusList2021, name)
                case .revocationList2020: Vote(Status.Family.revocationList2020, name)
                case nil: nil
                }
            }
        },
        InferenceRule("status.index") { samples in
            entries(samples).compactMap { name, entry in
                switch entry["statusListIndex"]?.kind {
                case .string: Vote(Status.Index.text, name)
                case .number: Vote(Status.Index.number, name)
                default: nil
                }
            }
        },
        .each("status.entries") { credential -> Status.Entries? in
            let entries = objects(credential.root["credentialStatus"])
            guard !entries.isEmpty else { return nil }
            return entries.contains { $0["statusPurpose"]?.string == "refresh" } ? .withRefresh : .revocation
        },
        InferenceRule("status.indexes") { samples in
            entries(samples).compactMap { name, entry in
                guard let index = index(entry), let url = entry["statusListCredential"]?.string,
                    let length = samples.statusList(at: url).flatMap(bits)?.length
                else { return nil }
                return Vote(index < length ? Status.Indexes.withinList : .beyondList, name)
            }
        },
        .each("status.encoding", of: \.statusLists) { list -> Status.Encoding? in
            guard isCurrent(list), bits(list) != nil else { return nil }
            return encoded(list).hasPrefix("u") ? .multibase : .bareBase64URL
        },
        .each("status.compression", of: \.statusLists) { list -> Status.Compression? in
            guard isCurrent(list) else { return nil }
            if (try? BitstringStatusList.decode(encoded(list), options: options(.gzip))) != nil {
                return .gzip
            }
            return (try? BitstringStatusList.decode(encoded(list), options: options(.zlib))) == nil
                ? nil : .zlib
        },
        .each("status.listLength", of: \.statusLists) { list -> Status.ListLength? in
            bits(list).map { $0.length < BitstringStatusList.minimumLength ? .short : .standard }
        },
        InferenceRule("status.signer") { samples in
            samples.credentials.flatMap { credential in
                objects(credential.root["credentialStatus"]).compactMap { entry in
                    // A list for refreshing is the platform's own affair.
                    guard entry["statusPurpose"]?.string != "refresh",
                        let url = entry["statusListCredential"]?.string,
                        let signer = samples.statusList(at: url)?.opened.issuer, let issuer = credential.opened.issuer
                    else { return nil }
                    return Vote(signer == issuer ? Status.Signer.issuer : .platform, credential.name)
                }
            }
        },
    ]

    private static func entries(_ samples: Samples) -> [(name: String, entry: JSONView)] {
        samples.credentials.flatMap { credential in
            objects(credential.root["credentialStatus"]).map { (credential.name, $0) }
        }
    }

    private static func family(_ entry: JSONView) -> StatusFamily? {
        StatusFamily(entryType: entry["type"]?.string ?? entry["type"]?[0]?.string ?? "")
    }

    private static func index(_ entry: JSONView) -> Int? {
        entry["statusListIndex"].flatMap { $0.int ?? $0.string.flatMap { Int($0) } }
    }

    /// Whether a list is of the family whose encoding is a platform's own affair: earlier ones have one encoding each.
    private static func isCurrent(_ list: Samples.Credential) -> Bool {
        let type = list.opened.credential["credentialSubject"]?["type"]
        return StatusFamily(listType: type?.string ?? type?[0]?.string ?? "") == .bitstring
    }

    /// The bits of a list as they stand in it; empty where there are none.
    private static func encoded(_ list: Samples.Credential) -> String {
        list.opened.credential["credentialSubject"]?["encodedList"]?.string ?? ""
    }

    /// What can be read of a list, however it is written.
    private static func bits(_ list: Samples.Credential) -> BitstringStatusList? {
        [BitstringStatusList.Compression.gzip, .zlib].lazy.compactMap { compression in
            try? BitstringStatusList.decode(encoded(list), options: options(compression))
        }.first
    }

    private static func options(_ compression: BitstringStatusList.Compression) -> BitstringStatusList.DecodingOptions {
        var options = BitstringStatusList.DecodingOptions.tolerant
        options.compressions = [compression]
        options.minimumLength = 0
        return options
    }
}
