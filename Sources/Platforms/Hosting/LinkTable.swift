import SimulationKernel
import UNTP

/// The links that a resolver has, by canonical identifier, with the linksets that it wrote of them.
struct LinkTable {
    private var links: [String: [Linkset.Link]] = [:]
    private var written = Latest<String, Written>(16_384)

    private struct Written {
        let bytes: Deferred<[UInt8]>
        let hasMovedPaths: Bool
    }

    /// The links of an identifier. A linkset that was written of them, or of what they are the model of, is so no more once
    /// they change.
    subscript(identifier: String) -> [Linkset.Link]? {
        get { links[identifier] }
        _modify {
            defer { forgetWritten(identifier) }
            yield &links[identifier]
        }
    }

    mutating func remove(_ identifier: String) -> [Linkset.Link] {
        forgetWritten(identifier)
        return links.removeValue(forKey: identifier) ?? []
    }

    /// The linkset about an identifier as it was written last, if that is how it would be written now.
    func linkset(about identifier: String, hasMovedPaths: Bool) -> Deferred<[UInt8]>? {
        written[identifier].flatMap { $0.hasMovedPaths == hasMovedPaths ? $0.bytes : nil }
    }

    mutating func keep(_ linkset: Deferred<[UInt8]>, about identifier: String, hasMovedPaths: Bool) {
        written.keep(Written(bytes: linkset, hasMovedPaths: hasMovedPaths), as: identifier)
    }

    private mutating func forgetWritten(_ identifier: String) {
        written.forget(identifier)
        if Platform.model(identifier) == identifier { written.forgetAll() }
    }
}
