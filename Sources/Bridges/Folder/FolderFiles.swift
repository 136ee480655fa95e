import FoundationEssentials

/// The files of a folder and of those in it, read within bounds.
///
/// Hidden names are left out but for `.well-known`; links are followed where they stay in the folder.
package struct FolderFiles: Sendable {
    package struct File: Sendable {
        /// The path within the folder, with slashes.
        package let path: String
        package let bytes: [UInt8]
    }

    /// In the order of their paths.
    package private(set) var files: [File] = []
    /// What was not read, and why.
    package private(set) var skipped: [(path: String, why: String)] = []

    /// The largest file that is read, in bytes.
    package static let maximumFileBytes = 16 << 20
    /// The most bytes that are read of all files together.
    package static let maximumBytes = 512 << 20
    /// The most files that a folder may have.
    package static let maximumFiles = 10_000
    private static let maximumDepth = 32

    /// Whether the path leads to a folder, rather than to a single file.
    package let isFolder: Bool
    private let root: String
    private var bytes = 0

    /// Reads a folder, or a single file.
    package init(reading path: String) throws(FolderError) {
        root = URL(filePath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: root) else {
            throw FolderError(path, "there is no such file or folder", expected: "a folder of credentials")
        }
        isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
        if isFolder {
            try visit("", depth: 0, shown: path)
        } else if attributes[.type] as? FileAttributeType == .typeRegular {
            read(root, as: path, size: Self.size(attributes))
        } else {
            throw FolderError(path, "it is neither a file nor a folder", expected: "a file or a folder")
        }
    }

    private mutating func visit(_ folder: String, depth: Int, shown: String) throws(FolderError) {
        let place = folder.isEmpty ? root : root + "/" + folder
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else {
            skipped.append((folder.isEmpty ? shown : folder, "the folder can't be read"))
            return
        }
        for name in names.sorted() where !name.hasPrefix(".") || name == ".well-known" {
            let path = folder.isEmpty ? name : folder + "/" + name
            try visitEntry(path, depth: depth, shown: shown)
        }
    }

    private mutating func visitEntry(_ path: String, depth: Int, shown: String) throws(FolderError) {
        var place = root + "/" + path
        guard var attributes = try? FileManager.default.attributesOfItem(atPath: place) else {
            skipped.append((path, "it can't be read"))
            return
        }
        if attributes[.type] as? FileAttributeType == .typeSymbolicLink {
            place = URL(filePath: place).resolvingSymlinksInPath().path
            guard place.hasPrefix(root + "/"), let target = try? FileManager.default.attributesOfItem(atPath: place),
                target[.type] as? FileAttributeType == .typeRegular
            else {
                skipped.append((path, "a link that leads out of the folder, to a folder, or nowhere"))
                return
            }
            attributes = target
        }
        switch attributes[.type] as? FileAttributeType {
        case .typeDirectory:
            guard depth < Self.maximumDepth else {
                skipped.append((path, "it lies deeper than \(Self.maximumDepth) folders"))
                return
            }
            try visit(path, depth: depth + 1, shown: shown)
        case .typeRegular:
            guard files.count + skipped.count < Self.maximumFiles else {
                throw FolderError(
                    shown, "there are more than \(Self.maximumFiles) files in it", expected: "a folder with fewer")
            }
            read(place, as: path, size: Self.size(attributes))
        default: skipped.append((path, "it is no file"))
        }
    }

    private mutating func read(_ place: String, as path: String, size: Int) {
        guard size <= Self.maximumFileBytes else {
            skipped.append((path, "it is larger than \(Self.maximumFileBytes >> 20) MiB"))
            return
        }
        guard bytes + size <= Self.maximumBytes else {
            skipped.append((path, "the files before it come to \(Self.maximumBytes >> 20) MiB"))
            return
        }
        guard let data = FileManager.default.contents(atPath: place) else {
            skipped.append((path, "it can't be read"))
            return
        }
        bytes += data.count
        files.append(File(path: path, bytes: Array(data)))
    }

    private static func size(_ attributes: [FileAttributeKey: Any]) -> Int {
        (attributes[.size] as? UInt64).map { Int(clamping: $0) } ?? (attributes[.size] as? Int) ?? 0
    }
}
