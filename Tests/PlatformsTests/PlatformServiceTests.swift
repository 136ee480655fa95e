import Credentials
import HTTPTypes
import JSON
import Networking
import Platforms
import SimulationKernel
import Synchronization
import Testing
import UNTP

/// A platform's services, asked over HTTP as anybody may ask them.
@Suite struct PlatformServiceTests {
    private final class Answers: Sendable {
        let list = Mutex<[WebResponse]>([])
    }

    /// What a conforming platform with one customer and one published anchor answers to requests.
    private func answers(
        behaviour: BehaviourProfile = .init(),
        _ requests: @escaping @Sendable (_ platform: Platform, _ credential: IssuedCredential) async -> [WebRequest]
    ) throws -> [WebResponse] {
        let simulation = Simulation(.init(seed: 1, epochUnixSeconds: SignedSamples.now))
        let network = Network(simulation: simulation, topology: Topology(access: [:]))
        let platform = Platform(
            simulation: simulation, network: network, table: CheckTable(), name: "north", slug: "north",
            site: Site(country: "DE", connectivity: .dataCentre), behaviour: behaviour, roots: [])
        let answers = Answers()
        simulation.start("asking") { _ in
            await platform.open()
            let did = await platform.enrol(slug: "refinery", name: "Refinery")
            guard let credential = await platform.issue(Self.anchor(of: did), for: "refinery") else { return }
            await platform.link(Self.product, to: credential)
            for request in await requests(platform, credential) {
                let answer = await platform.respond(to: request, from: "test")
                answers.list.withLock { $0.append(answer) }
            }
        }
        #expect(try simulation.run() == .finished)
        return answers.list.withLock(\.self)
    }

    private static func anchor(of did: String) -> CredentialOrder {
        .anchor(
            AnchorFacts(
                did: did, name: "Refinery", registeredID: "76086428-5",
                scheme: (id: "https://register.example/", name: "Register"), registerType: "Business", scope: []))
    }

    private static let product = "https://id.gs1.org/01/07801234500013/10/C2604"

    private static func get(_ url: String) -> [WebRequest] { WebURL(url).map { [WebRequest(url: $0)] } ?? [] }

    private static func post(_ path: String, _ body: JSONValue) -> [WebRequest] {
        WebURL("https://api.north.example" + path).map {
            [WebRequest(method: .post, url: $0, body: body.serialised())]
        } ?? []
    }

    @Test("Credentials, DID documents, status lists and linksets are served where their URLs say")
    func serves() throws {
        let answers = try answers { _, credential in
            Self.get(credential.url) + Self.get("https://did.north.example/refinery/did.json")
                + Self.get("https://status.north.example/refinery/1")
                + Self.get("https://id.north.example/01/07801234500013/10/C2604?linkType=linkset")
                + Self.get("https://id.north.example/01/07801234500013/10/C2604?linkType=untp:dia")
                + Self.get("https://id.north.example/01/07801234500013/10/C2604")
                + Self.get("https://id.north.example/01/07801234500014")
                + Self.get("https://did.north.example/no/did.json")
        }
        #expect(answers.map(\.status.code) == [200, 200, 200, 200, 307, 307, 400, 404])
        #expect(answers[0].mediaType == "application/vc")
        #expect(
            try DIDDocument(parsing: try JSONDocument(parsing: answers[1].body).root).id
                == "did:web:did.north.example:refinery")
        let linkset = try Linkset(parsing: try JSONDocument(parsing: answers[3].body).root)
        #expect(linkset.contexts.map(\.anchor) == [Self.product])
        #expect(linkset.links.map(\.relation) == ["untp:dia"])
        #expect(answers[4].headerFields[.location] == linkset.links.first?.href)
    }

    @Test("A status list stands for a day, is signed anew at the next, and at once when a status changes")
    func signsListsDaily() throws {
        let days = Answers()
        _ = try answers { platform, credential in
            let list = Self.get("https://status.north.example/refinery/1")
            func ask() async {
                for request in list {
                    let answer = await platform.respond(to: request, from: "test")
                    days.list.withLock { $0.append(answer) }
                }
            }
            await ask()
            await platform.simulation.sleep(for: .hours(1))
            await ask()
            await platform.revoke(credential, of: "refinery")
            await ask()
            await platform.simulation.sleep(for: .days(1))
            await ask()
            await platform.simulation.sleep(for: .days(3))
            await ask()
            return []
        }
        let lists = try days.list.withLock { answers in
            try answers.map { answer in
                let opened = try OpenedCredential(answer.body)
                return (
                    start: try #require(opened.credential["validFrom"]?.string),
                    isRevoked: try StatusListEntry(
                        purpose: "revocation", index: 0, listURL: "https://status.north.example/refinery/1"
                    ).status(in: StatusList(reading: opened.credential)).isSet
                )
            }
        }
        let day = SignedSamples.now - SignedSamples.now % 86_400
        let text = { DateTimeStamp.text(unixSeconds: $0) }
        #expect(
            lists.map(\.start) == [
                text(day), text(day), text(SignedSamples.now + 3600), text(day + 86_400), text(day + 4 * 86_400),
            ])
        #expect(lists.map(\.isRevoked) == [false, false, true, true, true])
    }

    @Test("Each credential has a status of its own, in as many lists as it takes")
    func continuesInAnotherList() throws {
        var behaviour = BehaviourProfile()
        behaviour.status.listLength = .short
        let positions = Mutex<[StatusPosition?]>([])
        let answers = try answers(behaviour: behaviour) { platform, first in
            var issued = [first]
            while issued.count < 2049, let next = await platform.issue(Self.anchor(of: "did:web:a"), for: "refinery") {
                issued.append(next)
            }
            positions.withLock { $0 = issued.map(\.status) }
            await platform.revoke(issued[1024], of: "refinery")
            return ["1", "2", "3", "4", "0", "01/revocation/x", "2/suspension"].flatMap {
                Self.get("https://status.north.example/refinery/\($0)")
            }
        }
        #expect(Set(positions.withLock(\.self)).count == 2049)
        #expect(positions.withLock { $0.last } == StatusPosition(list: 3, index: 0))
        #expect(answers.map(\.status.code) == [200, 200, 200, 404, 404, 404, 200])
        let revoked = try answers.prefix(3).map { answer in
            // Too short for a verifier, as it is meant to be.
            let list = try StatusList(reading: OpenedCredential(answer.body).credential)
            var options = BitstringStatusList.DecodingOptions()
            options.minimumLength = 1024
            let bits = try BitstringStatusList.decode(list.encodedList, options: options)
            return (0..<1024).filter { bits[$0] }
        }
        #expect(revoked == [[], [0], []])
    }

    @Test("A document about two products is served until both are withdrawn, and goes with the one that takes it along")
    func withdraws() throws {
        let other = Self.product.replacing("C2604", with: "C2605")
        let linksets = ["C2604", "C2605"].flatMap {
            Self.get("https://id.north.example/01/07801234500013/10/\($0)?linkType=linkset")
        }
        let shared = try answers { platform, credential in
            await platform.link(other, to: credential)
            await platform.withdraw(Self.product, [])
            return Self.get(credential.url) + linksets
        }
        #expect(shared.map(\.status.code) == [200, 404, 200])
        let gone = try answers { platform, credential in
            await platform.link(other, to: credential)
            await platform.withdraw(Self.product, [])
            await platform.withdraw(other, [credential])
            return Self.get(credential.url) + linksets
        }
        #expect(gone.map(\.status.code) == [404, 404, 404])
    }

    @Test("The VC API issues in a customer's name, verifies what it is given, and judges what is scanned")
    func answersTheAPI() throws {
        let answers = try answers { platform, credential in
            let issued: JSONValue = [
                "credential": [
                    "@context": [.string(CredentialModel.contextV2)], "type": ["VerifiableCredential"],
                    "id": "https://example.com/1",
                    "issuer": ["id": "did:web:did.north.example:refinery", "name": "Refinery"],
                    "credentialSubject": ["id": "https://example.com/2"],
                ]
            ]
            let sound = String(decoding: credential.bytes.value, as: UTF8.self)
            var altered = credential.bytes.value
            let place = altered.count - 12
            altered[place] = altered[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            return Self.post("/credentials/issue", issued)
                + Self.post("/credentials/issue", ["credential": ["issuer": ["id": "did:web:elsewhere.example"]]])
                + Self.post("/credentials/verify", ["verifiableCredential": .string(sound)])
                + Self.post(
                    "/credentials/verify", ["verifiableCredential": .string(String(decoding: altered, as: UTF8.self))])
                + Self.post("/consignments/judge", ["identifier": "https://id.gs1.org/01/07801234500013/10/X"])
                + Self.post("/elsewhere", [:]) + Self.get("https://api.north.example/credentials/verify")
                + Self.post("/credentials/verify", ["verifiableCredential": 7])
        }
        #expect(answers.map(\.status.code) == [201, 400, 200, 200, 200, 404, 405, 400])
        func json(_ index: Int) throws -> JSONView { try JSONDocument(parsing: answers[index].body).root }
        #expect(try json(0)["verifiableCredential"]?["type"]?.string == "EnvelopedVerifiableCredential")
        #expect(try json(2)["verified"]?.bool == true)
        #expect(try json(2)["problemDetails"]?.count == 0)
        #expect(try json(2)["results"]?["proof"]?[0]?["valid"]?.bool == true)
        #expect(try json(2)["results"]?["credentialStatus"]?[0]?["valid"]?.bool == true)
        #expect(try json(3)["verified"]?.bool == false)
        #expect(try json(3)["results"]?["proof"]?[0]?["valid"]?.bool == false)
        let problem = try json(3)["problemDetails"]?[0]
        #expect(problem?["code"]?.string == "credential-altered")
        #expect(problem?["type"]?.string == "https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR")
        #expect(try json(4)["level"]?.string == "E0")
        #expect(answers[6].headerFields[.allow] == "POST")
    }
}
