import ArgumentParser
import Diagnostics
import Projection
import Validation

/// What `kleinraum check` asks of addresses.
struct CheckAddressOptions: ParsableArguments {
    @Option(help: "Addresses: CSV and its relatives, a spreadsheet, or a point file.")
    var addresses: String?

    @Option(help: "The column of the easting or longitude; not needed for a point file.")
    var x: String?

    @Option(help: "The column of the northing or latitude; not needed for a point file.")
    var y: String?

    @Option(help: "The reference system of --x and --y; by default that of the boundaries.")
    var crs: String?

    @Option(help: "The column with the key of the area that an address is coded for.")
    var coded: String?

    @Option(help: "The column with the street, to tell streets that a border cuts.")
    var street: String?

    @Option(help: "The column with the population, for --minimum.")
    var population: String?

    @Option(help: "Tell areas with fewer people, or addresses where no --population is named.")
    var minimum: Double?

    @Option(
        parsing: .unconditionalSingleValue,
        help: "A value that means missing, besides the signs of official statistics; may be repeated.")
    var missing: [String] = []

    func validate() throws {
        if (x == nil) != (y == nil) { throw ValidationError("--x and --y go together") }
        if population != nil && minimum == nil { throw ValidationError("--population needs --minimum") }
        guard addresses == nil else { return }
        if x != nil || crs != nil || coded != nil || street != nil || population != nil || minimum != nil {
            throw ValidationError("--x, --y, --crs, --coded, --street, --population and --minimum need --addresses")
        }
        if !missing.isEmpty { throw ValidationError("--missing needs --addresses") }
    }

    /// The check that these options describe.
    func check() throws -> AddressCheck? {
        guard let addresses else { return nil }
        var check = AddressCheck(path: addresses)
        check.x = x
        check.y = y
        check.system = try crs.map { try ReferenceSystem($0) }
        check.coded = coded
        check.street = street
        check.population = population
        check.minimum = minimum
        check.missing = missing
        return check
    }
}
