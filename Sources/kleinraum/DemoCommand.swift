import ArgumentParser
import Diagnostics
import Foundation
import Project

/// `kleinraum demo`: the fictional city region, built and served in one step.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Build the demo region from Geodata/ and serve it.",
        discussion: "It is built in a folder of its own, by default below the system's folder for temporary files.")

    @Option(help: "The folder with the demo region's files.")
    var geodata = "Geodata"

    @Option(help: "The folder to build in.")
    var folder: String?

    @OptionGroup var listening: Listening

    func run() async throws {
        let source = "\(geodata)/\(ProjectFile.name)"
        guard FileManager.default.fileExists(atPath: source) else {
            throw InputError(
                .unreadableFile, "'\(source)' does not exist",
                remedy: "run kleinraum demo where Geodata/ lies, or name it with --geodata", at: Place(file: source))
        }
        let folder = folder ?? "\(NSTemporaryDirectory())/kleinraum-demo-\(getuid())"
        try FolderMaking.make(folder)
        for name in try FileManager.default.contentsOfDirectory(atPath: geodata).sorted() {
            let bytes = FileManager.default.contents(atPath: "\(geodata)/\(name)")
            guard let bytes, name.hasSuffix(".yaml") || name.hasSuffix(".geojson") || name.hasSuffix(".csv") else {
                continue
            }
            try bytes.write(to: URL(fileURLWithPath: "\(folder)/\(name)"), options: .atomic)
        }
        let progress = ProgressLine()
        let result = try ProjectBuild(folder: folder).run { progress.show($0) }
        progress.end()
        BuildReport(result).print()
        try await listening.serve(folder)
    }
}
