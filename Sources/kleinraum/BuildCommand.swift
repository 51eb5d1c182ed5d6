import ArgumentParser
import Diagnostics
import Project

/// `kleinraum build`: from a project folder to a release.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Import, locate, aggregate, compute indicators, protect, and publish a release.",
        discussion: """
            Reads FOLDER/kleinraum.yaml. Confidential data go into FOLDER/confidential, the release into \
            FOLDER/releases. A build that fails or is killed changes nothing that is served.

            What is printed about rows and persons is confidential.
            """)

    @Argument(help: "The project folder.")
    var folder: String

    @Flag(help: "Publish the result. Every build does so far; the flag is accepted for scripts.")
    var publish = false

    func run() throws {
        let progress = ProgressLine()
        let result = try ProjectBuild(folder: folder).run { progress.show($0) }
        progress.end()
        BuildReport(result).print()
    }
}
