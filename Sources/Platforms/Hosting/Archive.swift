import Credentials
import DequeModule
import SimulationKernel

/// The order in which a platform looks at its documents again, to pack those that nobody asks for.
struct Archive {
    private struct Place {
        let path: String
        /// Since when it is watched whether somebody asks for the document there, in Unix seconds.
        let since: Int64

        /// What the document resembles: the others of its type and issuer, which stand in the same folder.
        var folder: Substring { path[..<(path.lastIndex(of: "/") ?? path.endIndex)] }
    }

    private var places: Deque<Place> = []
    private let packing: Lane<[Substring: PackedDocument.Model]>
    private let table: CheckTable

    init(_ simulation: Simulation, _ table: CheckTable) {
        packing = simulation.lane([:])
        self.table = table
    }

    /// For how long nobody asks for a document that gets packed, in seconds.
    private static let idleSeconds: Int64 = 15 * 86_400

    mutating func add(_ path: String, at now: Int64) { places.append(Place(path: path, since: now)) }

    /// Packs, on another core where one is free, what nobody asked for lately of the documents that are left.
    mutating func packIdle(of documents: [String: IssuedCredential], at now: Int64) {
        while let first = places.first, first.since + Self.idleSeconds <= now {
            places.removeFirst()
            guard let bytes = documents[first.path]?.bytes else { continue }
            if bytes.takeUse() {
                add(first.path, at: now)
            } else {
                let (folder, table) = (first.folder, table)
                packing.add { models in
                    if let digest = bytes.pack(beside: &models[folder], table.digest) { table.letGo(of: digest) }
                }
            }
        }
    }
}
