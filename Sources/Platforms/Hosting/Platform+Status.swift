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
        let former = tenants[slug]?.signedLists ?? [:]
        tenants[slug]?.signedLists = [:]
        guard behaviour.status.signing == .daily else { return }
        // A list that is in use will be asked for again.
        for purpose in Tenant.ListPurpose.allCases where former[purpose] != nil {
            let next = signing(purpose, of: slug, at: now)
            tenants[slug]?.signedLists[purpose] = Tenant.SignedList(current: nil, next: next)
        }
    }

    /// A status list of a tenant as it is served, signed anew when a status changes, and at the beginning of each day or
    /// when it is asked for.
    ///
    /// What comes next is known, be it for a change or for the next day, so it is signed ahead, and checked for its
    /// readers, on another core: it comes to be served only if no status and no key changes before.
    func publishedStatusList(_ purpose: Tenant.ListPurpose, of slug: String) -> [UInt8]? {
        let signer = signer(of: purpose, of: slug)
        renewKeys(of: slug)
        renewKeys(of: signer)
        guard let changed = tenants[slug]?.statusChanged, let key = tenants[signer]?.currentKey?.fragment else {
            return nil
        }
        let known = tenants[slug]?.signedLists[purpose]
        let today = now - now % Self.day
        let isDaily = behaviour.status.signing == .daily
        let moment = isDaily ? max(today, changed) : now
        if let current = known?.current, current.key == key,
            current.moment == moment || !isDaily && now - current.moment < Self.day
        {
            return current.bytes.value
        }
        let foreseen = known?.next.flatMap { $0.key == key && $0.moment == moment ? $0 : nil }
        guard let current = foreseen ?? signing(purpose, of: slug, at: moment) else { return nil }
        signatures += 1
        let next = isDaily ? signing(purpose, of: slug, at: today + Self.day) : nil
        tenants[slug]?.signedLists[purpose] = Tenant.SignedList(current: current, next: next)
        return current.bytes.value
    }

    /// In whose name the lists of a tenant are signed.
    private func signer(of purpose: Tenant.ListPurpose, of slug: String) -> String {
        purpose != .revocation || behaviour.status.signer == .issuer ? slug : Self.ownSlug
    }

    /// Begins to sign a list of a tenant for a moment.
    private func signing(
        _ purpose: Tenant.ListPurpose, of slug: String, at moment: Int64
    ) -> Tenant.SignedList.Signed? {
        let signer = signer(of: purpose, of: slug)
        guard let tenant = tenants[slug], let did = tenants[signer]?.did, let key = tenants[signer]?.currentKey else {
            return nil
        }
        let bytes = begin(
            encodedList(purpose, of: tenant), purpose, at: statusURL(of: slug) + purpose.suffix, signed: moment,
            by: did, key)
        return Tenant.SignedList.Signed(moment: moment, key: key.fragment, bytes: bytes)
    }

    private static let day: Int64 = 86_400

    /// The bits of a list in the form that its credential has.
    private func encodedList(_ purpose: Tenant.ListPurpose, of tenant: Tenant) -> Deferred<String> {
        if let known = tenant.encodedLists[purpose] { return known }
        let status = behaviour.status
        let encoded = simulation.begin { status.encoded(tenant.list(purpose)) }
        tenants[tenant.slug]?.encodedLists[purpose] = encoded
        return encoded
    }

    /// Begins to sign a list on another core.
    private func begin(
        _ encoded: Deferred<String>, _ purpose: Tenant.ListPurpose, at url: String, signed moment: Int64,
        by signer: String, _ key: Securer.Key
    ) -> Deferred<[UInt8]> {
        let status = behaviour.status
        let family = status.family.listed
        let (securer, table) = (securer, table)
        return simulation.begin(isUrgent: moment <= now) {
            let list = StatusList(
                family: family, purposes: [status.listPurpose == .ofEntries ? purpose.rawValue : "suspension"],
                encodedList: encoded.value,
                timeToLiveMilliseconds: status.timeToLiveSeconds == 0 ? nil : status.timeToLiveSeconds * 1000)
            let contexts = [CredentialModel.contextV2, family.context].compactMap(\.self)
            let bytes = securer.secured(
                [
                    "@context": .array(contexts.map(JSONValue.string)), "id": .string(url),
                    "type": ["VerifiableCredential", .string(family.credentialType)], "issuer": .string(signer),
                    "validFrom": .string(DateTimeStamp.text(unixSeconds: moment)),
                    "credentialSubject": list.json(id: url + "#list"),
                ], with: key)
            table.prepare(bytes, key: key.key.publicKey, isPublished: false)
            return bytes
        }
    }
}

extension Tenant {
    /// The bits of a list.
    fileprivate func list(_ purpose: ListPurpose) -> BitstringStatusList {
        switch purpose {
        case .revocation: return statusList
        case .suspension: return suspensionList ?? BitstringStatusList(length: statusList.length)
        case .refresh:
            // Everything is to be refreshed, for those who announce a newer form.
            var list = BitstringStatusList(length: statusList.length)
            for index in 0..<list.length { list[index] = true }
            return list
        }
    }
}

extension BehaviourProfile.Status {
    /// A list as the platform writes it.
    fileprivate func encoded(_ list: BitstringStatusList) -> String {
        guard family == .bitstring else {
            return list.encoded(as: .standard(of: family.listed, leftmostFirst: bitOrder == .leftmostFirst))
        }
        return list.encoded(
            multibase: encoding == .multibase, compression: compression == .gzip ? .gzip : .zlib,
            leftmostFirst: bitOrder == .leftmostFirst)
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
