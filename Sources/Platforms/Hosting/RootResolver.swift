import HTTPTypes
import JSON
package import Networking
package import SimulationKernel
package import UNTP

/// The resolver of an identifier scheme's owner: it knows which platform answers for which company, and redirects.
package actor RootResolver: SimulatedActor, ReadableService {
    package nonisolated let simulation: Simulation
    package nonisolated var unownedExecutor: UnownedSerialExecutor { simulation.unownedExecutor }
    private var resolvers: [String: String] = [:]

    package static let host = "id.gs1.org"

    package init(simulation: Simulation) {
        self.simulation = simulation
    }

    /// Makes a resolver answer for all numbers that begin with a company's prefix.
    ///
    /// - Parameter url: Where the resolver is found, without a slash at its end.
    package func register(companyPrefix: String, resolver url: String) {
        resolvers[companyPrefix] = url
    }

    package func respond(to request: WebRequest, from client: String) async -> WebResponse { resolve(request) }

    package nonisolated func read(_ request: WebRequest) -> WebResponse { assumeIsolated { $0.resolve(request) } }

    private func resolve(_ request: WebRequest) -> WebResponse {
        if let refusal = request.refusalUnlessReading { return refusal }
        guard let identifier = GS1.parse(request.url.description) else {
            return .problem(.badRequest, "\(request.url.path) is no GS1 Digital Link path")
        }
        // The first digit of a GTIN says how it is packed; the company's digits follow.
        let digits = identifier.key == .gtin ? identifier.value.dropFirst() : identifier.value[...]
        guard let resolver = resolvers[String(digits.prefix(Self.companyPrefixLength))] else {
            return .problem(.notFound, "no company is known for \(identifier.canonical)")
        }
        let query = request.url.query.map { "?" + $0 } ?? ""
        return .redirect(to: "\(resolver)\(request.url.path)\(query)")
    }

    package static let companyPrefixLength = 7
}

/// The hosts that serve the JSON-LD contexts on which all rely.
package struct ContextHost: ReadableService {
    package static let host = "test.uncefact.org"
    package static let w3cHost = "www.w3.org"
    private let extensions: ExtensionLibrary

    package init(extensions: ExtensionLibrary) {
        self.extensions = extensions
    }

    /// The names of all context hosts.
    package var names: [String] {
        let others = extensions.all.compactMap { WebURL.host(of: $0.context).map(String.init) }
        return [Self.host, Self.w3cHost] + Set(others).sorted()
    }

    package func respond(to request: WebRequest, from client: String) async -> WebResponse { read(request) }

    package func read(_ request: WebRequest) -> WebResponse {
        if let refusal = request.refusalUnlessReading { return refusal }
        let iri = request.url.description
        guard let document = UNTPContexts.document(for: iri) ?? extensions[context: iri]?.contextDocument else {
            return .problem(.notFound, "there is no context at \(iri)")
        }
        var response = WebResponse(document.serialised(), as: "application/ld+json")
        response.headerFields[.accessControlAllowOrigin] = "*"
        return response
    }
}
