import Credentials
import JSON
import SimulationKernel

// Publishing statuses: Bitstring Status List 1.0, and the families before it.
extension Platform {
    /// The status entries of a credential, one for each purpose.
    func statusEntries(index: Int, slug: String, canBeSuspended: Bool) -> [StatusListEntry] {
        let status = behaviour.status
        var purposes = [("revocation", "")]
        if status.entries == .withRefresh { purposes.append(("refresh", Tenant.refreshSuffix)) }
        if canBeSuspended { purposes.append(("suspension", Tenant.suspensionSuffix)) }
        return purposes.map { purpose, suffix in
            StatusListEntry(
                family: status.family.listed, purpose: purpose,
                index: status.indexes == .beyondList ? index + 1_000_000 : index,
                indexForm: status.index == .number ? .number : .text, listURL: statusURL(of: slug) + suffix)
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
        tenants[slug]?.publishedList = nil
    }

    /// What the URL of a list for suspension has behind that of the list for revocation.
    package static let suspensionSuffix = Tenant.suspensionSuffix

    /// Sets the suspension bit of a credential that can be suspended, or clears it.
    package func suspend(_ credential: IssuedCredential, of slug: String, isSuspended: Bool = true) {
        guard let index = credential.statusIndex, let tenant = tenants[slug] else {
            return setStatusOutside(of: credential, purpose: "suspension", isSet: isSuspended)
        }
        var list = tenant.suspensionList ?? BitstringStatusList(length: tenant.statusList.length)
        list[index] = isSuspended
        tenants[slug]?.suspensionList = list
    }

    /// The list of what is suspended, as it stands.
    func publishedSuspensionList(of slug: String) -> [UInt8]? {
        guard let tenant = tenant(slug), let key = tenant.currentKey else { return nil }
        let list = tenant.suspensionList ?? BitstringStatusList(length: tenant.statusList.length)
        return signedList(
            encoded(list), purpose: "suspension", at: statusURL(of: slug) + Tenant.suspensionSuffix, by: tenant, key)
    }

    /// The status list of a tenant as it is served, signed anew once a day and when a bit changes.
    func publishedStatusList(of slug: String) -> [UInt8]? {
        guard let tenant = tenant(slug) else { return nil }
        let moment = now
        if let published = tenant.publishedList, moment - published.at < 86_400 { return published.bytes }
        let signer = behaviour.status.signer == .platform ? self.tenant(Self.ownSlug) : tenant
        guard let signer, let key = signer.currentKey else { return nil }
        let list = tenant.encodedList ?? encoded(tenant.statusList)
        tenants[slug]?.encodedList = list
        let bytes = signedList(list, purpose: "revocation", at: statusURL(of: slug), by: signer, key)
        tenants[slug]?.publishedList = (bytes, moment)
        return bytes
    }

    /// A list in which everything is to be refreshed, for those who announce a newer form.
    func refreshList(of slug: String) -> [UInt8]? {
        guard let tenant = tenant(slug), let key = tenant.currentKey else { return nil }
        if let list = tenant.refreshList { return list }
        var list = BitstringStatusList(length: tenant.statusList.length)
        for index in 0..<list.length { list[index] = true }
        let bytes = signedList(
            encoded(list), purpose: "refresh", at: statusURL(of: slug) + Tenant.refreshSuffix, by: tenant, key)
        tenants[slug]?.refreshList = bytes
        return bytes
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

    private func signedList(
        _ encoded: String, purpose: String, at url: String, by signer: Tenant, _ key: Securer.Key
    ) -> [UInt8] {
        signatures += 1
        let status = behaviour.status
        let family = status.family.listed
        let list = StatusList(
            family: family, purposes: [status.listPurpose == .ofEntries ? purpose : "suspension"],
            encodedList: encoded,
            timeToLiveMilliseconds: status.timeToLiveSeconds == 0 ? nil : status.timeToLiveSeconds * 1000)
        let contexts = [CredentialModel.contextV2, family.context].compactMap(\.self)
        return securer.secured(
            [
                "@context": .array(contexts.map(JSONValue.string)), "id": .string(url),
                "type": ["VerifiableCredential", .string(family.credentialType)], "issuer": .string(signer.did),
                "validFrom": .string(DateTimeStamp.text(unixSeconds: now)),
                "credentialSubject": list.json(id: url + "#list"),
            ], with: key)
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
