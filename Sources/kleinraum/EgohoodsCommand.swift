import Analysis
import ArgumentParser
import Diagnostics
import Egohoods
import Formats
import Projection

/// `kleinraum egohoods`: the share of a group among the nearest persons of every address.
struct EgohoodsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "egohoods",
        abstract: "The share of a group among the k nearest persons of every address.",
        discussion: """
            The result is a table key,k,reached,share with a row per address and k. Whole addresses enter, the own one \
            first, and all equally far ones at once; so 'reached' is at least k, unless fewer persons can be reached at \
            all. Distances are Euclidean and compared to the millimetre. A share is empty where nobody lives.

            With --radius the table has also the persons within so many metres, with an empty k, and a last column \
            radius: how far each neighbourhood reaches. With --territory a column cut_off says 1 where the circle \
            leaves the land whose addresses are known.

            Who lives behind one of the --barriers does not enter where the straight line crosses it away from the \
            --gates. With --neighbours-addresses the neighbours beyond the border do.

            With --areas the result is a table key,k,residents,exceeding,share_exceeding,mean_share by area instead: \
            how many residents have a share above --threshold among their nearest, and what the mean resident has.

            Numbers are printed as they are: this is a desk command, its output is confidential, and files that it \
            writes are readable by their owner only.
            """)

    @Option(help: "Addresses or grid cells: CSV and its relatives, a spreadsheet, or a point file.")
    var addresses: String

    @Option(help: "The column of the easting or longitude; not needed for a point file.")
    var x: String?

    @Option(help: "The column of the northing or latitude; not needed for a point file.")
    var y: String?

    @Option(
        help: "The reference system of --x and --y, e.g. EPSG:25832; by default the areas', else metres of a plane.")
    var crs: String?

    @Option(help: "The column with the addresses' keys; by default @row, the number of the row from 1.")
    var key = "@row"

    @Option(help: "The column with the members of the group.")
    var group: String

    @Option(help: "The column with all persons.")
    var population: String

    @Option(name: .customLong("k"), help: "How many nearest persons, separated by commas.")
    var nearest: String = ""

    @Option(help: "Radii in metres, separated by commas.")
    var radius: String = ""

    @Option(help: "Addresses beyond the border, with the same columns: they are neighbours and get no rows.")
    var neighboursAddresses: String?

    @Option(help: "Points or areas whose neighbourhoods are wanted instead of the addresses'; of an area its centroid.")
    var origins: String?

    @Option(help: "The field with the origins' keys.")
    var originKey = "@row"

    @OptionGroup var barrierOptions: BarrierOptions

    @Option(help: "Boundaries of districts: the result is by district.")
    var areas: String?

    @Option(help: "The field with the districts' keys; @row numbers them from 1, @row0 from 0.")
    var areaKey: String?

    @Option(help: "The share, between 0 and 1, that the neighbourhoods counted have to exceed.")
    var threshold: Double?

    @Option(help: "Boundaries of all land whose addresses are given; by default --areas where no neighbours are.")
    var territory: String?

    @Option(help: "The reference system of boundaries and origins, where a file is wrong or silent.")
    var areasCrs: String?

    @Option(help: "The plane to measure in; by default that of the addresses, or the ETRS89/UTM zone of their centre.")
    var metricCrs: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: "A value that means missing, besides the signs of official statistics; may be repeated.")
    var missing: [String] = []

    @Option(help: "A file for the profile by scale: mean, isolation and dissimilarity of the city, CSV.")
    var profile: String?

    @Flag(help: "Exit with status 1 when rows were rejected.")
    var strict = false

    @Flag(help: "Write tables with semicolon, decimal comma and byte order mark, for spreadsheets.")
    var german = false

    @Option(help: "How many threads; the result does not depend on it.")
    var threads: Int?

    @Option(name: .short, help: "The file to write; by default standard output.")
    var output: String?

    func validate() throws {
        if (x == nil) != (y == nil) { throw ValidationError("--x and --y go together") }
        guard let persons = persons, let radii = radii, persons.count + radii.count > 0 else {
            throw ValidationError(
                "--k takes whole numbers from 1, --radius metres above zero, each once; one is needed")
        }
        if areas != nil && (areaKey == nil || threshold == nil) {
            throw ValidationError("--areas needs --area-key and --threshold")
        }
        if areas == nil && (areaKey != nil || threshold != nil) {
            throw ValidationError("--area-key and --threshold go with --areas")
        }
        if let threshold, !(0...1).contains(threshold) {
            throw ValidationError("--threshold is a share between 0 and 1, e.g. 0.3 for 30 %")
        }
        if origins != nil && (areas != nil || profile != nil) {
            throw ValidationError("--areas and --profile are about residents, who do not live at --origins")
        }
        if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1") }
        try MetricPlane.validate(metricCrs)
        let named = [addresses, neighboursAddresses, origins, areas, territory].compactMap(\.self)
        let inputs = named.flatMap { [$0, OutputFormat.withoutLayer($0)] } + barrierOptions.files
        try Output.refuse(overwriting: inputs, output: output)
        try Output.refuse(overwriting: inputs, output: profile)
        if let output, output == profile { throw ValidationError("-o and --profile name the same file") }
    }

    /// The numbers of nearest persons, rising; nil where one is none or occurs twice.
    var persons: [Int]? {
        let numbers = nearest.split(separator: ",", omittingEmptySubsequences: !nearest.contains(",")).map { Int($0) }
        let sorted = numbers.compactMap(\.self).sorted()
        return sorted.count == numbers.count && sorted.allSatisfy { $0 > 0 } && Set(sorted).count == sorted.count
            ? sorted : nil
    }

    /// The radii, rising; nil where one is none or occurs twice.
    var radii: [Double]? {
        let numbers = radius.split(separator: ",", omittingEmptySubsequences: !radius.contains(",")).map { Double($0) }
        let sorted = numbers.compactMap(\.self).sorted()
        return sorted.count == numbers.count && sorted.allSatisfy { $0 > 0 && $0.isFinite }
            && Set(sorted).count == sorted.count ? sorted : nil
    }

    func run() throws {
        guard let persons, let radii else { return }
        let land = try EgohoodLand(self)
        let system = try crs.map { try ReferenceSystem($0) } ?? land.system
        let columns = EgohoodColumns(
            x: x, y: y, key: key, population: population, group: group, missing: missing, threads: threads)
        var town = try EgohoodAddresses(path: addresses, columns: columns, system: system)
        let plane = try town.moveToPlane(stated: metricCrs, threads: threads)
        town.report()
        var all = town
        if let neighboursAddresses {
            var others = try EgohoodAddresses(path: neighboursAddresses, columns: columns.withoutKey, system: system)
            try others.moveToPlane(plane, threads: threads)
            others.report()
            all.add(others)
        }
        let surroundings = try land.surroundings(of: all, in: plane, threads: threads ?? 1)
        let egohoods = Egohoods(
            x: all.x, y: all.y, population: all.population, group: all.group, barriers: surroundings.barriers)
        let (keys, x, y) = surroundings.origins ?? (town.keys, town.x, town.y)
        let table = egohoods.shares(x: x, y: y, nearest: persons, within: radii, threads: threads)
        let distances = surroundings.border?.distances(x: x, y: y, threads: threads)
        let result = EgohoodResult(
            table: table, keys: keys, borderDistances: distances, hasRadii: !radii.isEmpty, german: german)
        if let profile {
            let rows = result.profile(population: town.population, members: town.group)
            try Output.write(rows, to: profile, isConfidential: true)
        }
        if let districts = surroundings.districts, let threshold {
            let located = districts.located(x: x, y: y)
            let outside = zip(located, town.population).reduce(0) { $0 + ($1.0 < 0 ? $1.1 : 0) }
            if outside > 0 { Message.write("\(Message.number(outside)) persons live in none of the areas") }
            let rows = result.districts(
                districts.keys, located: located, population: town.population, threshold: threshold)
            try Output.write(rows, to: output, isConfidential: true)
        } else {
            try Output.write(result.addresses(showsCutOff: territory != nil), to: output, isConfidential: true)
        }
        result.report()
        if strict && all.rejected > 0 { throw ExitCode(1) }
    }
}
