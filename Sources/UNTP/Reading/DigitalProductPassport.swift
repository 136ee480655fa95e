package import JSON

/// A product passport as far as it can be read: what is missing or of another type is nil.
package struct DigitalProductPassport: Sendable {
    package let productID: String?
    package let productName: String?
    package let granularity: String?
    package let producerID: String?
    package let producerRegisteredID: String?
    package let facilityID: String?
    package let claims: [Claim]
    /// Footprint for one declared unit.
    package let footprint: Double?

    /// A claim on conformity.
    package struct Claim: Sendable, Hashable {
        package let id: String?
        package let topic: String?
        package let criteria: [String]
        package let conformance: Bool?
        package let evidence: Evidence?
    }

    /// The link from a claim to what it rests on.
    package struct Evidence: Sendable, Hashable {
        package let url: String
        package let digest: String?
        package let method: String?
    }

    package init(reading credential: JSONView) {
        let subject = credential["credentialSubject"]
        let product = subject?["product"]
        productID = product?["id"]?.string
        productName = product?["name"]?.string
        granularity = subject?["granularityLevel"]?.string
        producerID = product?["producedByParty"]?["id"]?.string
        producerRegisteredID = product?["producedByParty"]?["registeredId"]?.string
        facilityID = product?["producedAtFacility"]?["id"]?.string
        footprint = subject?["emissionsScorecard"]?["carbonFootprint"]?.readableDouble
        claims =
            subject?["conformityClaim"]?.oneOrMore.map { claim in
                Claim(
                    id: claim["id"]?.string, topic: claim["conformityTopic"]?.string,
                    criteria: claim["assessmentCriteria"]?.oneOrMore.compactMap { $0["id"]?.string } ?? [],
                    conformance: claim["conformance"]?.bool,
                    evidence: claim["conformityEvidence"].flatMap { link in
                        link["linkURL"]?.string.map {
                            Evidence(url: $0, digest: link["hashDigest"]?.string, method: link["hashMethod"]?.string)
                        }
                    })
            } ?? []
    }
}

extension JSONView {
    /// The elements of an array, or the value itself where a list of one was written without brackets.
    var oneOrMore: [JSONView] {
        switch kind {
        case .array: Array(elements)
        case .null: []
        default: [self]
        }
    }

    /// A number, also one that was written in quotes.
    var readableDouble: Double? {
        double ?? string.flatMap { Double($0) }
    }
}
