import Diagnostics
import Foundation

/// Folders that a command needs.
enum FolderMaking {
    /// Makes a folder, and those above it, where it is missing.
    static func make(_ path: String) throws(InputError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw InputError(
                .unwritableFile, "the folder '\(path)' cannot be made", remedy: "check the permissions above it",
                at: Place(file: path), cause: error)
        }
    }
}
