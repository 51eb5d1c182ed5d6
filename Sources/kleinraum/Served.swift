import Cartography
import Catalogue
import Diagnostics
import Foundation
import Project

/// A project folder as the public side sees it: its releases and styles.
enum Served {
    /// The release that is served from a folder.
    ///
    /// - Throws: `InputError` when none has been published.
    static func release(of folder: String) throws(InputError) -> Release {
        let releases = ProjectBuild.releases(of: folder)
        guard let release = try ReleaseFolder(releases).current() else {
            throw InputError(
                .unreadableFile, "no release has been published in '\(folder)'",
                remedy: "run kleinraum build \(folder)", at: Place(file: folder))
        }
        return release
    }

    /// The styles in `FOLDER/styles`, or those in `Styles` of the working directory, or only the compiled one.
    static func styles(of folder: String) throws(InputError) -> [String: Style] {
        for directory in ["\(folder)/styles", "Styles"] where FileManager.default.fileExists(atPath: directory) {
            return try Style.load(directory: directory)
        }
        return [:]
    }
}
