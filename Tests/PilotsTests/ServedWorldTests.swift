import HTTPTypes
import JSON
import Networking
import Platforms
import Records
import SimulationKernel
import Testing
import UNTP

@testable import Pilots

/// A scenario that is opened for others to ask.
@Suite struct ServedWorldTests {
    private static let origin = WebURL(scheme: "http", host: "localhost", port: 8080, path: "/")
    private static let end: Int64 = 1_767_600_000

    private static func world(_ pilot: String, days: Int, at origin: WebURL = origin) throws -> ServedWorld {
        try ServedWorld(
            opening: try Scenario.load(path: "\(TestLibrary.root)/pilots/\(pilot).yaml"), at: origin, days: days,
            endingAt: end)
    }

    /// What a world answers, at the time at which its trade stopped.
    private static func answer(_ request: WebRequest, of world: ServedWorld) throws -> WebResponse {
        guard let target = world.addressing.located(request.url), let service = world.services[target.host] else {
            return .problem(.notFound, "no host for \(request.url)")
        }
        let answer = Completion<WebResponse>()
        var asked = request
        asked.url = target
        let located = asked
        world.simulation.start("a question") { _ in
            world.simulation.complete(answer, with: await service.respond(to: located, from: "test"))
        }
        _ = try world.simulation.run(until: world.simulation.now.advanced(by: .seconds(120)))
        return try #require(answer.result)
    }

    private static func get(_ url: String, of world: ServedWorld) throws -> WebResponse {
        try answer(WebRequest(url: try #require(WebURL(url))), of: world)
    }

    @Test("Each chain of a pilot has a product, and every document on the way to its issuer and status is answered")
    func everyLinkIsAnswered() throws {
        let world = try Self.world("two-platforms", days: 60)
        #expect(world.peers.chainsWithoutGoods.isEmpty)
        let products = world.peers.peers.flatMap(\.examples)
        #expect(!products.isEmpty)
        for product in products {
            #expect(try Self.get(product.identifier + "?linkType=linkset", of: world).status == .temporaryRedirect)
            let linkset = try Self.get(product.linksetURL, of: world)
            #expect(linkset.mediaType == Linkset.mediaType)
            for document in product.documents {
                #expect(document.url.hasPrefix("http://localhost:8080/"))
                #expect(try Self.get(document.url, of: world).status == .ok, "\(document.label): \(document.url)")
            }
        }
        for register in world.peers.registers {
            #expect(try Self.get(register.documentURL, of: world).status == .ok)
        }
    }

    @Test("A platform still finds, fetches and judges what another publishes, by the URLs of the real port")
    func platformsStillTalk() throws {
        let world = try Self.world("two-platforms", days: 60)
        for (index, peer) in world.peers.peers.enumerated() {
            let other = world.peers.peers[(index + 1) % world.peers.peers.count]
            for product in other.examples {
                let request = WebRequest(
                    method: .post,
                    url: try #require(
                        WebURL(peer.verifyURL.replacing("credentials/verify", with: "consignments/judge"))),
                    body: JSONValue.object(JSONObject([("identifier", .string(product.identifier))])).serialised())
                let judged = try JSONDocument(parsing: try Self.answer(request, of: world).body).root
                let codes = judged["problemDetails"]?.elements.compactMap { $0["code"]?.string } ?? []
                #expect(judged["level"]?.string != "E0", "\(peer.name) on \(other.name): \(codes)")
                #expect(
                    !codes.contains { ["identifier-unknown", "did-unresolvable", "internal-url-leaked"].contains($0) })
            }
        }
    }

    @Test("Served under another name, nothing that is signed speaks of the simulated hosts")
    func speaksOfOneOrigin() throws {
        let origin = WebURL(scheme: "https", host: "peers.example.org", path: "/")
        let world = try Self.world("two-platforms", days: 40, at: origin)
        let passports = world.peers.peers.flatMap(\.examples).flatMap(\.documents)
        #expect(!passports.isEmpty)
        for document in passports {
            let bytes = try Self.get(document.url, of: world).body
            let text =
                if let opened = try? OpenedCredential(bytes) {
                    String(decoding: opened.credential.materialised.serialised(), as: UTF8.self)
                } else { String(decoding: bytes, as: UTF8.self) }
            for slug in world.peers.peers.map(\.name) + ["register-"] {
                for service in ["credentials", "id", "status", "did", "api"] {
                    #expect(!text.contains("\(service).\(slug)"), "\(document.url)")
                }
            }
        }
    }

    @Test("A party by the name of a service is refused, since its DID document would stand in that service's place")
    func refusesNamesOfServices() throws {
        var scenario = try Scenario.load(path: "\(TestLibrary.root)/pilots/two-platforms.yaml")
        scenario.parties[0].slug = "status"
        #expect(throws: ServedWorld.Failure.self) {
            try ServedWorld(opening: scenario, at: Self.origin, days: 1, endingAt: Self.end)
        }
    }
}
