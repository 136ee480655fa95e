import Records
import Testing

@testable import Reporting

/// The page and the index of what is served.
@Suite struct PeersPageTests {
    private static func record(title: String = "Copper", departures: [DepartureRecord] = []) -> PeersRecord {
        let product = ServedProduct(
            name: "Cathode", chain: "Copper", producer: "Refinery", identifier: "http://localhost:8080/id.gs1.org/01/1",
            linksetURL: "http://localhost:8080/north/id/01/1?linkType=linkset",
            documents: [
                ServedDocument(label: "product passport", url: "http://localhost:8080/north/credentials/r/dpp/1"),
                ServedDocument(label: "DID document", url: "http://localhost:8080/north/r/did.json"),
            ])
        func peer(_ name: String, _ departures: [DepartureRecord]) -> PeerRecord {
            PeerRecord(
                name: name, title: name.uppercased(), kind: "A platform", country: "Chile", departures: departures,
                servesTokens: !departures.isEmpty, issueURL: "http://localhost:8080/\(name)/api/credentials/issue",
                verifyURL: "http://localhost:8080/\(name)/api/credentials/verify",
                parties: [
                    ServedParty(
                        name: "Refinery", role: "refiner", did: "did:web:localhost%3A8080:\(name):r",
                        documentURL: "http://localhost:8080/\(name)/r/did.json")
                ], examples: [product])
        }
        return PeersRecord(
            title: title, description: "", base: "http://localhost:8080", asOf: "2026-01-05T12:00:00Z", days: 90,
            peers: [peer("north", departures), peer("south", [])],
            registers: [
                RegisterRecord(
                    name: "Register", role: "companies", country: nil, did: "did:web:x",
                    documentURL: "http://x/did.json")
            ], chainsWithoutGoods: ["Cotton"])
    }

    private static let departure = DepartureRecord(
        knob: "securing.carrier", value: "token", decides: "What a credential is published as.",
        meaning: "the bare token")

    private static func page(_ record: PeersRecord) -> String {
        String(decoding: PeersPage.bytes(of: record), as: UTF8.self)
    }

    @Test("The page links every document of a product and every DID, and says how each platform departs")
    func listsAll() {
        let page = Self.page(Self.record(departures: [Self.departure]))
        for url in [
            "id.gs1.org/01/1", "north/id/01/1?linkType=linkset", "north/credentials/r/dpp/1", "north/r/did.json",
            "south/r/did.json", "index.json",
        ] {
            #expect(page.contains("href=\"http://localhost:8080/\(url)\""), "\(url)")
        }
        #expect(
            page.contains("<td>the bare token</td>") && page.contains("It follows the specification in every setting"))
        #expect(page.contains("No goods have a passport yet in Cotton"))
        #expect(!page.contains(">false") && !page.contains("\"false"))
    }

    @Test("The lines to try begin at the platform that departs least, and ask another for its verdict")
    func linesToTry() {
        let page = Self.page(Self.record(departures: [Self.departure]))
        #expect(page.contains("verifiableCredential&quot;:%s}"))
        #expect(page.contains("http://localhost:8080/north/api/credentials/verify"))
    }

    @Test("What a scenario says can't become markup")
    func escapes() {
        #expect(!Self.page(Self.record(title: "<script>alert(1)</script>")).contains("<script"))
    }

    @Test("The index has the same for machines")
    func index() {
        let text = String(decoding: PeersIndex.bytes(of: Self.record(departures: [Self.departure])), as: UTF8.self)
        #expect(text.contains("\"verify\": \"http://localhost:8080/south/api/credentials/verify\""))
        #expect(
            text.contains("\"did\": \"did:web:localhost%3A8080:north:r\"")
                && text.contains("\"chainsWithoutGoods\": [\"Cotton\"]"))
    }
}
