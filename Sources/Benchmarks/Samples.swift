import Credentials
import JSON
import UNTP

/// What is measured with.
enum Samples {
    /// A passport as a refinery issues it.
    static var passport: JSONValue {
        let producer = EntityFacts(
            id: "https://register.example/cl/76086428-5", name: "Refinería", registeredID: "76086428-5")
        let facility = EntityFacts(
            id: "https://id.gs1.org/414/7801234500006", name: "Refinería, refinery", registeredID: "7801234500006")
        let claims = ["H01", "H10", "H24", "H25"].compactMap { id in
            HarmonisedCriteria[id].map { criterion in
                ClaimFacts(
                    criterion: criterion.facts, metric: criterion.name, value: 3.9, unit: "TNE", date: 1_767_571_200,
                    evidence: EvidenceLink(
                        url: "https://credentials.example/dcc/1", name: "Certificate",
                        digest: String(repeating: "0a", count: 32)))
            }
        }
        let product = ProductFacts(
            id: "https://id.gs1.org/01/07801234500013/10/C2604", name: "Copper cathode", registeredID: "07801234500013",
            batch: "C2604", productionDate: 1_767_571_200, country: "CL", producer: producer, facility: facility,
            classification: (
                scheme: "https://unstats.un.org/unsd/classifications/Econ/cpc/",
                schemeName: "UN Central Product Classification", code: "41413"
            ), quantity: 25, unit: "TNE")
        return CredentialWriter.passport(
            PassportFacts(
                product: product, claims: claims, footprint: 3.9, recycledShare: 0.05,
                materials: [(name: "Copper", country: "CL", share: 0.6), (name: "Copper", country: "PE", share: 0.4)]),
            CredentialFacts(
                id: "https://credentials.example/dpp/1", issuerDID: "did:web:did.example:refinery",
                issuerName: "Refinería",
                validFrom: 1_767_571_200, validUntil: 2_083_104_000,
                status: [
                    .init(purpose: "revocation", index: 94, listURL: "https://status.example/refinery/1")
                ]))
    }
}
