public import Diagnostics
public import FictionalCity
import Formats

/// The files of a fictional city, as an office would have them: boundaries per level, addresses per date.
///
///     try CityFiles.write(City(CityPlan()), to: "Geodata", dialect: .office)
public enum CityFiles {
    /// How an address table is spelled.
    public enum Dialect: String, Sendable, CaseIterable {
        /// `;`, decimal comma, Windows-1252, German headings.
        case office
        /// `,`, decimal point, UTF-8, without street names: for benchmarks.
        case plain
    }

    /// Writes all levels as GeoJSON and all address tables as CSV.
    ///
    /// - Throws: `InputError` when a file cannot be written.
    public static func write(_ city: City, to folder: String, dialect: Dialect) throws(InputError) {
        for level in city.levels + [city.environments] { try write(level, to: folder) }
        for date in city.plan.dates.indices { try writeAddresses(of: city, date: date, dialect, to: folder) }
    }

    /// Writes a level as `ID.geojson` in EPSG:25832, to the centimetre.
    public static func write(_ level: CityLevel, to folder: String) throws(InputError) {
        var out = OutputBuffer()
        var columns = [
            GeoJSONWriter.Column("schluessel", .text(level.keys)), GeoJSONWriter.Column("name", .text(level.names)),
        ]
        if level.parents.contains(where: { !$0.isEmpty }) {
            columns.append(GeoJSONWriter.Column("gehoert_zu", .text(level.parents)))
        }
        GeoJSONWriter(decimals: 2, system: .epsg(25832)).write(level.areas, columns: columns, into: &out)
        try AtomicFile.write("\(folder)/\(level.id).geojson", out.bytes)
    }

    /// Writes the addresses of one date as `addresses-DATE.csv`.
    public static func writeAddresses(
        of city: City, date: Int, _ dialect: Dialect, to folder: String
    ) throws(InputError) {
        let rows = CityRows(city: city, date: date, dialect: dialect)
        try StreamedFile.write("\(folder)/addresses-\(city.plan.dates[date]).csv") { (write) throws(InputError) in
            var out = OutputBuffer()
            rows.writeHeader(to: &out)
            try city.forEachAddress(date: date) { (address) throws(InputError) in
                rows.write(address, to: &out)
                guard out.bytes.count > 1 << 20 else { return }
                try write(out.bytes)
                out.clear()
            }
            try write(out.bytes)
        }
    }
}
