import Credentials
import JSON
import SimulationKernel

// Publishing statuses: Bitstring Status List 1.0, and the families before it.
extension Platform {
    /// The status entries of a credential, one for each purpose.
    func statusEntries(at position: StatusPosition, slug: String, canBeSuspended: Bool) -> [StatusListEntry] {
        let status = behaviour.status
        var purposes = [StatusLists.Purpose.revocation]
        if status.entries == .withRefresh { purposes.append(.refresh) }
        if canBeSuspended { purposes.append(.suspension) }
        return purposes.map { purpose in
            StatusListEntry(
                family: status.family.listed, purpose: purpose.rawValue,
                index: status.indexes == .beyondList ? position.index + 1_000_000 : position.index,
                indexForm: status.index == .number ? .number : .text,
                listURL: statusURL(of: slug, list: position.list) + purpose.suffix)
        }
    }

    /// Where a status list of a tenant is: that for revocation, which others are named after.
    package nonisolated func statusURL(of slug: String, list number: Int = 1) -> String {
        hosts.url(.status, Self.statusPath(of: slug, list: number))
    }

    private static func statusPath(of slug: String, list number: Int) -> String { "/\(slug)/\(number)" }

    /// What the URL of a list for suspension has behind that of the list for revocation.
    package static let suspensionSuffix = StatusLists.Purpose.suspension.suffix

    /// Sets the revocation bit of a credential.
    package func revoke(_ credential: IssuedCredential, of slug: String) {
        setStatus(of: credential, of: slug, .revocation, isSet: true)
    }

    /// Sets the suspension bit of a credential that can be suspended, or clears it.
    package func suspend(_ credential: IssuedCredential, of slug: String, isSuspended: Bool = true) {
        setStatus(of: credential, of: slug, .suspension, isSet: isSuspended)
    }

    private func setStatus(
        of credential: IssuedCredential, of slug: String, _ purpose: StatusLists.Purpose, isSet: Bool
    ) {
        guard let position = credential.status else {
            return setStatusOutside(of: credential, purpose: purpose.rawValue, isSet: isSet)
        }
        let name = StatusLists.Name(number: position.list, purpose: purpose)
        // A list that is in use will be asked for again.
        let isSignedAhead = tenants[slug]?.statuses[name].isInUse ?? false && behaviour.status.signing == .daily
        tenants[slug]?.statuses.change(name) { list in
            list.bits[position.index] = isSet
            list.changed = now
            list.current = nil
        }
        servedLists[Self.statusPath(of: slug, list: name.number) + purpose.suffix] = nil
        let next = isSignedAhead ? signing(name, of: slug, at: now) : nil
        tenants[slug]?.statuses.change(name) { $0.ahead = [next].compactMap(\.self) }
    }

    /// A status list of a tenant as it is served, signed anew when a status changes, and at the beginning of each day or
    /// when it is asked for; nil where there is none.
    ///
    /// What comes next is known, be it for a change or for the next days, so it is signed ahead, and checked for its
    /// readers, on another core: it comes to be served only if no status and no key changes before.
    func publishedStatusList(_ name: StatusLists.Name, of slug: String) -> StatusLists.Served? {
        let signer = signer(of: name.purpose, of: slug)
        renewKeys(of: slug)
        renewKeys(of: signer)
        guard let lists = tenants[slug]?.statuses, lists.has(name), let key = tenants[signer]?.currentKey?.fragment
        else { return nil }
        let known = lists[name]
        let today = now - now % Self.day
        let isDaily = behaviour.status.signing == .daily
        let moment = isDaily ? max(today, known.changed) : now
        func served(_ list: StatusLists.Signed) -> StatusLists.Served {
            StatusLists.Served(
                bytes: list.bytes.value, lastSecond: (isDaily ? today : list.moment) + Self.day - 1)
        }
        if let current = known.current, current.key == key,
            current.moment == moment || !isDaily && now - current.moment < Self.day
        {
            return served(current)
        }
        let foreseen = known.ahead.first { $0.key == key && $0.moment == moment }
        guard let current = foreseen ?? signing(name, of: slug, at: moment) else { return nil }
        signatures += 1
        tenants[slug]?.statuses.change(name) { list in
            list.current = current
            list.ahead.removeAll { $0.moment <= moment }
        }
        if isDaily { signAhead(name, of: slug, from: today) }
        return served(current)
    }

    /// Begins to sign a list for the days that follow one on which it is asked for: not all lists are asked for every day.
    private func signAhead(_ name: StatusLists.Name, of slug: String, from today: Int64) {
        for day in 1...Self.daysAhead {
            let moment = today + day * Self.day
            guard let ahead = tenants[slug]?.statuses[name].ahead, !ahead.contains(where: { $0.moment == moment }),
                let next = signing(name, of: slug, at: moment)
            else { continue }
            tenants[slug]?.statuses.change(name) { $0.ahead.append(next) }
        }
    }

    private static let daysAhead: Int64 = 3

    /// In whose name the lists of a tenant are signed.
    private func signer(of purpose: StatusLists.Purpose, of slug: String) -> String {
        purpose != .revocation || behaviour.status.signer == .issuer ? slug : Self.ownSlug
    }

    /// Begins to sign a list of a tenant for a moment.
    private func signing(_ name: StatusLists.Name, of slug: String, at moment: Int64) -> StatusLists.Signed? {
        let signer = signer(of: name.purpose, of: slug)
        guard let did = tenants[signer]?.did, let key = tenants[signer]?.currentKey,
            let encoded = encodedList(name, of: slug)
        else { return nil }
        let url = statusURL(of: slug, list: name.number) + name.purpose.suffix
        let bytes = begin(encoded, name.purpose, at: url, signed: moment, by: did, key)
        return StatusLists.Signed(moment: moment, key: key.fragment, bytes: bytes)
    }

    private static let day: Int64 = 86_400

    /// The bits of a list in the form that its credential has.
    private func encodedList(_ name: StatusLists.Name, of slug: String) -> Deferred<String>? {
        guard let list = tenants[slug]?.statuses[name] else { return nil }
        if let encoded = list.encoded { return encoded }
        let (status, bits) = (behaviour.status, list.bits)
        let encoded = simulation.begin { status.encoded(bits) }
        tenants[slug]?.statuses.change(name) { $0.encoded = encoded }
        return encoded
    }

    /// Begins to sign a list on another core.
    private func begin(
        _ encoded: Deferred<String>, _ purpose: StatusLists.Purpose, at url: String, signed moment: Int64,
        by signer: String, _ key: Securer.Key
    ) -> Deferred<[UInt8]> {
        let status = behaviour.status
        let family = status.family.listed
        let (securer, table) = (securer, table)
        return simulation.begin {
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
