/// The virtual platforms that are served to those outside, and what there is to see of them.
package struct PeersRecord: Sendable, Hashable {
    package var title: String
    package var description: String
    /// Where all is published, without a slash at its end.
    package var base: String
    /// The date of the world when its trade stopped, as an XML Schema dateTime.
    package var asOf: String
    /// How many days were simulated until then.
    package var days: Int
    package var peers: [PeerRecord]
    package var registers: [RegisterRecord]
    /// The value chains of which no goods have a passport yet.
    package var chainsWithoutGoods: [String]

    package init(
        title: String, description: String, base: String, asOf: String, days: Int, peers: [PeerRecord],
        registers: [RegisterRecord], chainsWithoutGoods: [String]
    ) {
        self.title = title
        self.description = description
        self.base = base
        self.asOf = asOf
        self.days = days
        self.peers = peers
        self.registers = registers
        self.chainsWithoutGoods = chainsWithoutGoods
    }
}

/// A virtual platform that is served.
package struct PeerRecord: Sendable, Hashable {
    package var name: String
    package var title: String
    /// What it is, such as `virtual`.
    package var kind: String
    /// The country in which it is run, by its name.
    package var country: String
    /// Where its behaviour departs from the specification, in words.
    package var departures: [DepartureRecord]
    /// Whether its credentials are compact tokens, and no JSON.
    package var servesTokens: Bool
    /// The W3C VC API's endpoints.
    package var issueURL: String
    package var verifyURL: String
    package var parties: [ServedParty]
    /// A product of each value chain.
    package var examples: [ServedProduct]

    package init(
        name: String, title: String, kind: String, country: String, departures: [DepartureRecord],
        servesTokens: Bool, issueURL: String, verifyURL: String, parties: [ServedParty], examples: [ServedProduct]
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.country = country
        self.departures = departures
        self.servesTokens = servesTokens
        self.issueURL = issueURL
        self.verifyURL = verifyURL
        self.parties = parties
        self.examples = examples
    }
}

/// A setting of a platform that departs from the specification, explained.
package struct DepartureRecord: Sendable, Hashable {
    package var knob: String
    package var value: String
    /// What the setting decides.
    package var decides: String
    /// What the value means.
    package var meaning: String

    package init(knob: String, value: String, decides: String, meaning: String) {
        self.knob = knob
        self.value = value
        self.decides = decides
        self.meaning = meaning
    }
}

/// A party in whose name a served platform issues.
package struct ServedParty: Sendable, Hashable {
    package var name: String
    package var role: String
    package var did: String
    package var documentURL: String

    package init(name: String, role: String, did: String, documentURL: String) {
        self.name = name
        self.role = role
        self.did = did
        self.documentURL = documentURL
    }
}

/// A product about which a served platform answers, and the way through its documents.
package struct ServedProduct: Sendable, Hashable {
    package var name: String
    package var chain: String
    package var producer: String
    package var identifier: String
    package var linksetURL: String
    /// The documents behind the linkset, in the order in which a verifier meets them.
    package var documents: [ServedDocument]

    package init(
        name: String, chain: String, producer: String, identifier: String, linksetURL: String,
        documents: [ServedDocument]
    ) {
        self.name = name
        self.chain = chain
        self.producer = producer
        self.identifier = identifier
        self.linksetURL = linksetURL
        self.documents = documents
    }
}

/// A document that is served.
package struct ServedDocument: Sendable, Hashable {
    /// What it is, such as `passport`.
    package var label: String
    package var url: String

    package init(label: String, url: String) {
        self.label = label
        self.url = url
    }
}

/// A register or accreditation body that is served.
package struct RegisterRecord: Sendable, Hashable {
    package var name: String
    /// What it vouches for, such as `businesses`.
    package var role: String
    /// The country by its name; nil for the root of all.
    package var country: String?
    package var did: String
    package var documentURL: String

    package init(name: String, role: String, country: String?, did: String, documentURL: String) {
        self.name = name
        self.role = role
        self.country = country
        self.did = did
        self.documentURL = documentURL
    }
}
