public import ArgumentParser
import Diagnostics
import FictionalCity
import Formats
public import Project

/// `kleinraum generate`: the files of a fictional city of any size.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write the boundaries and addresses of a fictional city of any size.",
        discussion: """
            The same seed gives the same bytes. Without options they are the boundaries and addresses of the demo \
            region in Geodata/; files of the same name are replaced. For benchmarks take \
            --dialect plain --no-flaws with the areas, addresses and vertices wanted.
            """)

    @Argument(help: "The folder to write into; it is made where it is missing.")
    var folder: String

    @Option(help: "How many areas the finest level has.")
    var areas = CityPlan().areas

    @Option(help: "How many addresses there are at the last date.")
    var addresses = CityPlan().addresses

    @Option(help: "About how many vertices the outline of an area has.")
    var vertices = CityPlan().verticesPerArea

    @Option(help: "How many building blocks an area has.")
    var blocks = CityPlan().blocksPerArea

    @Option(help: "The seed of everything.")
    var seed = CityPlan().seed

    @Option(help: "How the address table is spelled: office (German) or plain.")
    var dialect = CityFiles.Dialect.office

    @Flag(inversion: .prefixedNo, help: "Whether there are wrong coordinates, missing values and a job centre.")
    var flaws = true

    @Flag(help: "Only the last date and the finest level.")
    var finestOnly = false

    func validate() throws {
        guard areas > 0, addresses >= 0, vertices > 3, blocks > 0 else {
            throw ValidationError("areas, vertices and blocks are numbers from 1 (vertices from 4), addresses from 0")
        }
    }

    func run() throws {
        try FolderMaking.make(folder)
        let city = City(
            CityPlan(
                areas: areas, addresses: addresses, verticesPerArea: vertices, blocksPerArea: blocks, flaws: flaws,
                seed: seed))
        if finestOnly {
            try CityFiles.write(city.districts, to: folder)
            try CityFiles.writeAddresses(of: city, date: city.plan.dates.count - 1, dialect, to: folder)
        } else {
            try CityFiles.write(city, to: folder, dialect: dialect)
        }
        Message.write("\(city.name): \(areas) areas, \(addresses) addresses in \(folder)")
    }
}

extension CityFiles.Dialect: ExpressibleByArgument {}
