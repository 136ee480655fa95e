import FoundationEssentials
import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a report could not be written. An earlier report is then still as it was.
package enum ReportFolderError: Error, Equatable, CustomStringConvertible {
    /// The folder holds something that is not part of a report and would be lost.
    case holdsOtherThings(folder: String, example: String)
    /// There is a file where the folder should be.
    case notAFolder(String)
    /// An artefact's path leads out of the report or is used twice.
    case unsafeArtefact(String)
    /// The file system refused.
    case cannotWrite(path: String, reason: String)

    package var description: String {
        switch self {
        case .holdsOtherThings(let folder, let example):
            "\(folder) is not replaced, because it holds \u{201C}\(example)\u{201D}, which is no part of a report; "
                + "name another folder"
        case .notAFolder(let path):
            "\(path) is a file; name a folder for the report"
        case .unsafeArtefact(let path):
            "the artefact path \u{201C}\(path)\u{201D} does not stay inside the report or is used twice"
        case .cannotWrite(let path, let reason):
            "can't write \(path): \(reason)"
        }
    }

    /// - Parameters:
    ///   - path: Where something was to be written.
    ///   - error: What the file system answered.
    init(refusing path: String, _ error: any Error) {
        let code =
            (error as? Errno)?.rawValue ?? ((error as? CocoaError)?.underlying as? POSIXError)?.code.rawValue
        let words = code.map { String(cString: strerror($0)) } ?? "the system doesn't allow it"
        self = .cannotWrite(path: path, reason: words.prefix(1).lowercased() + words.dropFirst())
    }
}
