import ArgumentParser
import Bridges
import FoundationEssentials
import Networking
import Pilots
import Platforms
import Records
import Trials

/// Brings platforms outside to a trial or to a pilot, one function for each kind.
enum AdapterFactory {
    /// A folder of credentials and of what belongs to them.
    ///
    /// - Parameter documents: What each of its documents is.
    static func folder(_ path: String, holding documents: [TrialDocument]) throws -> TrialSubject {
        let contents = try contents(of: path)
        var taken: [String: String] = [:]
        var notes = contents.documents.flatMap { document in
            document.flaws.map { "\(document.file): \($0.texts.sent)" }
        }
        let offered = contents.documents.filter(\.isOffered).map { document in
            // Samples are often copies of one another, the URL included; each is tried at a place of its own.
            var url = document.urls.first?.url ?? ""
            if let other = taken[url] {
                notes.append("\(document.name) says that it is at the URL of \(other).")
                url = ""
            } else {
                taken[url] = document.name
            }
            return OfferedCredential(
                name: document.name,
                document: OutsideDocument(url: url, contentType: document.contentType, body: document.bytes))
        }
        if contents.documents.isEmpty {
            throw ExitCode.badInput("\(path): there is nothing in it; expected credentials as JSON or as tokens")
        }
        if offered.isEmpty { notes.append("There is no credential in the folder that peers could look for.") }
        return TrialSubject(
            adapter: FolderAdapter(contents), kind: "folder", location: path, offered: offered,
            hosts: Set(contents.hosts),
            missing: contents.missing.map(\.sentence) + contents.skipped.map { "\($0.path) was not read: \($0.why)" },
            notes: notes, documents: documents)
    }

    /// A program that is spoken to over its standard input and output.
    static func command(_ arguments: [String]) -> TrialSubject {
        TrialSubject(
            adapter: CommandAdapter(arguments), kind: "command", location: arguments.joined(separator: " "))
    }

    /// A service on the network.
    ///
    /// - Parameters:
    ///   - configuration: The path of a file that says how it is spoken to.
    ///   - hosts: The hosts that may be contacted besides this machine.
    static func http(_ base: String, configuration: String?, hosts: [String]) throws -> TrialSubject {
        let adapter = try service(base, configuration, hosts, documents: try documents())
        return TrialSubject(
            adapter: adapter, kind: "http", location: base,
            origin: adapter.documentOrigin.flatMap(TrialOrigin.init(url:)))
    }

    /// What stands for a platform of a pilot.
    ///
    /// - Parameters:
    ///   - hosts: The hosts that may be contacted besides this machine.
    ///   - room: Where a service reads what others publish.
    static func adapter(_ spec: AdapterSpec, hosts: [String], room: ReadingRoom?) throws -> any Adapter {
        switch spec {
        case .command(let arguments): CommandAdapter(arguments)
        case .http(let base, let configuration): try service(base, configuration, hosts, room: room)
        case .folder(let path): FolderAdapter(try contents(of: path))
        }
    }

    /// How a platform behaves, as far as a folder of its documents shows.
    static func profile(ofFolder path: String) throws -> InferredProfile {
        let contents = try contents(of: path)
        return InferredProfile(
            contents.samples, declared: contents.manifest?.behaviour ?? [], in: FolderManifest.fileName)
    }

    private static func contents(of folder: String) throws -> FolderContents {
        do throws(FolderError) { return try FolderContents(reading: folder) } catch {
            throw ExitCode.badInput("\(error)")
        }
    }

    private static func service(
        _ base: String, _ configuration: String?, _ hosts: [String], documents: DocumentServer? = nil,
        room: ReadingRoom? = nil
    ) throws -> HTTPAdapter {
        guard let url = WebURL(base) else {
            throw ExitCode.badInput("\(base): expected a URL, as http://127.0.0.1:8080")
        }
        do {
            return HTTPAdapter(
                base: url, configuration: try configuration.map(self.configuration) ?? HTTPConfiguration(),
                hosts: try ContactableHosts(base: url, others: hosts), documents: documents, room: room)
        } catch let error as HTTPConfigurationError {
            throw ExitCode.badInput("\(error)")
        }
    }

    /// A server of documents at a port of this machine that is free.
    private static func documents() throws -> DocumentServer {
        do { return try DocumentServer() } catch { throw ExitCode.badInput("\(error)") }
    }

    private static func configuration(_ path: String) throws -> HTTPConfiguration {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ExitCode.badInput(
                "\(path): the file can't be read; expected a file that says how the service is spoken to")
        }
        return try HTTPConfiguration(
            reading: Array(data), file: path, environment: ProcessInfo.processInfo.environment)
    }
}

extension FolderContents.Document {
    /// Whether peers are to look for it.
    fileprivate var isOffered: Bool { part.kind == .credential }
}

extension FolderContents.Missing {
    fileprivate var sentence: String {
        let others = wantedBy.count > 1 ? " and \(wantedBy.count - 1) more" : ""
        return "The \(reference.purpose.rawValue) \(reference.url) is not in the folder (\(wantedBy[0])\(others))"
    }
}
