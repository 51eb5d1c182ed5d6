import ArgumentParser
import Diagnostics
import Glibc

/// The one executable: a subcommand for each task of the office.
@main struct Kleinraum: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kleinraum",
        abstract: "Protected small-area statistics from address counts: tables, layers, maps.",
        discussion: """
            Desk commands (aggregate, new, build, …) print what their files hold to whoever may read the files.
            The server (serve) opens releases only and never the confidential file.

            Exit status: 0 done · 1 the input is wrong, or a check found errors · 64 wrong usage.
            """,
        version: version,
        subcommands: [
            AggregateCommand.self, CheckCommand.self, RepairCommand.self, SimplifyCommand.self, DissolveCommand.self,
            NeighboursCommand.self, StatisticCommand.self, RatesCommand.self, StandardiseCommand.self,
            EgohoodsCommand.self, RegressionCommand.self, SegregationCommand.self, TypologyCommand.self,
            RegionsCommand.self, IndexCommand.self, ClassesCommand.self, NewCommand.self, BuildCommand.self,
            ServeCommand.self,
            MapCommand.self, DemoCommand.self, GenerateCommand.self,
        ]
    )

    /// The program's version, part of every ETag.
    static let version = "0.1"

    /// Runs the command; a fault of the input is one sentence on standard error and status 1.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let error as InputError {
            Message.write("kleinraum: \(error)")
            Glibc.exit(1)
        } catch {
            exit(withError: error)
        }
    }
}
