import Credentials
import JSON
import SimulationKernel

// Publishing statuses: Bitstring Status List 1.0, and the families before it.
extension Platform {
    /// The status entries of a credential, one for each purpose.
    func statusEntries(index: Int, slug: String, canBeSuspended: Bool) -> [StatusListEntry] {
        let status = behaviour.status
        var purposes = [Tenant.ListPurpose.revocation]
        if status.entries == .withRefresh { purposes.append(.refresh) }
        if canBeSuspended { purposes.append(.suspension) }
        return purposes.map { purpose in
            StatusListEntry(
                family: status.family.listed, purpose: purpose.rawValue,
                index: status.indexes == .beyondList ? index + 1_000_000 : index,
                indexForm: status.index == .number ? .number : .text, listURL: statusURL(of: slug) + purpose.suffix)
        }
    }

    /// Where the status list of a tenant is.
    package nonisolated func statusURL(of slug: String) -> String { hosts.url(.status, "/\(slug)/1") }

    /// Sets the revocation bit of a credential.
    package func revoke(_ credential: IssuedCredential, of slug: String) {
        guard let index = credential.statusIndex else {
            return setStatusOutside(of: credential, purpose: "revocation", isSet: true)
        }
        tenants[slug]?.statusList[index] = true
        noteStatusChange(of: slug)
    }

    /// What the URL of a list for suspension has behind that of the list for revocation.
    package static let suspensionSuffix = Tenant.ListPurpose.suspension.suffix

    /// Sets the suspension bit of a credential that can be suspended, or clears it.
    package func suspend(_ credential: IssuedCredential, of slug: String, isSuspended: Bool = true) {
        guard let index = credential.statusIndex, let tenant = tenants[slug] else {
            return setStatusOutside(of: credential, purpose: "suspension", isSet: isSuspended)
        }
        var list = tenant.suspensionList ?? BitstringStatusList(length: tenant.statusList.length)
        list[index] = isSuspended
        tenants[slug]?.suspensionList = list
        noteStatusChange(of: slug)
    }

    private func noteStatusChange(of slug: String) {
        tenants[slug]?.statusChanged = now
        tenants[slug]?.signedLists = [:]
    }

    /// A status list of a tenant as it is served, signed anew when a status changes, and at the beginning of each day or
    /// when it is asked for.
    ///
    /// What the next day brings is known, so it is signed ahead, and checked for its readers, on another core: it comes to
    /// be served only if no status and no key changes before.
    func publishedStatusList(_ purpose: Tenant.ListPurpose, of slug: String) -> [UInt8]? {
        let signer = purpose != .revocation || behaviour.status.signer == .issuer ? slug : Self.ownSlug
        renewKeys(of: slug)
        renewKeys(of: signer)
        guard let changed = tenants[slug]?.statusChanged, let key = tenants[signer]?.currentKey else { return nil }
        let signed = tenants[slug]?.signedLists[purpose].flatMap { $0.key == key.fragment ? $0 : nil }
        let today = now - now % Self.day
        let isDaily = behaviour.status.signing == .daily
        let moment = isDaily ? max(today, changed) : now
        if let signed, signed.moment == moment || !isDaily && now - signed.moment < Self.day {
            return signed.bytes.value
        }
        guard let tenant = tenants[slug], let did = tenants[signer]?.did else { return nil }
        let encoded = encodedList(purpose, of: tenant)
        func sign(at moment: Int64) -> Deferred<[UInt8]> {
            begin(encoded, purpose, at: statusURL(of: slug) + purpose.suffix, signed: moment, by: did, key)
        }
        let isForeseen = signed.map { $0.moment - $0.moment % Self.day + Self.day == moment } ?? false
        let bytes = (isForeseen ? signed?.next : nil) ?? sign(at: moment)
        signatures += 1
        tenants[slug]?.signedLists[purpose] = Tenant.SignedList(
            moment: moment, key: key.fragment, bytes: bytes, next: isDaily ? sign(at: today + Self.day) : nil)
        return bytes.value
    }

    private static let day: Int64 = 86_400

    /// The bits of a list in the form that its credential has; those for revocation are kept, as they are asked for most.
    private func encodedList(_ purpose: Tenant.ListPurpose, of tenant: Tenant) -> String {
        switch purpose {
        case .revocation:
            let list = tenant.encodedList ?? encoded(tenant.statusList)
            tenants[tenant.slug]?.encodedList = list
            return list
        case .suspension:
            return encoded(tenant.suspensionList ?? BitstringStatusList(length: tenant.statusList.length))
        case .refresh:
            // Everything is to be refreshed, for those who announce a newer form.
            var list = BitstringStatusList(length: tenant.statusList.length)
            for index in 0..<list.length { list[index] = true }
            return encoded(list)
        }
    }

    private func encoded(_ list: BitstringStatusList) -> String {
        let status = behaviour.status
        let leftmostFirst = status.bitOrder == .leftmostFirst
        guard status.family == .bitstring else {
            return list.encoded(as: .standard(of: status.family.listed, leftmostFirst: leftmostFirst))
        }
        return list.encoded(
            multibase: status.encoding == .multibase, compression: status.compression == .gzip ? .gzip : .zlib,
            leftmostFirst: leftmostFirst)
    }

    /// Begins to sign a list on another core.
    private func begin(
        _ encoded: String, _ purpose: Tenant.ListPurpose, at url: String, signed moment: Int64, by signer: String,
        _ key: Securer.Key
    ) -> Deferred<[UInt8]> {
        let status = behaviour.status
        let family = status.family.listed
        let list = StatusList(
            family: family, purposes: [status.listPurpose == .ofEntries ? purpose.rawValue : "suspension"],
            encodedList: encoded,
            timeToLiveMilliseconds: status.timeToLiveSeconds == 0 ? nil : status.timeToLiveSeconds * 1000)
        let (securer, table) = (securer, table)
        return simulation.begin {
            let contexts = [CredentialModel.contextV2, family.context].compactMap(\.self)
            let bytes = securer.secured(
                [
                    "@context": .array(contexts.map(JSONValue.string)), "id": .string(url),
                    "type": ["VerifiableCredential", .string(family.credentialType)], "issuer": .string(signer),
                    "validFrom": .string(DateTimeStamp.text(unixSeconds: moment)),
                    "credentialSubject": list.json(id: url + "#list"),
                ], with: key)
            table.prepare(bytes, key: key.key.publicKey)
            return bytes
        }
    }
}

extension BehaviourProfile.Status.Family {
    /// The family as the library of status lists has it.
    fileprivate var listed: StatusFamily {
        switch self {
        case .bitstring: .bitstring
        case .statusList2021: .statusList2021
        case .revocationList2020: .revocationList2020
        }
    }
}
