import Diagnostics
import Formats
import Statistics
import Testing

@Suite("Tables of real offices")
struct DelimitedOfficeFilesTests {
    @Test(
        "the Essen counts are Windows-1252 with decimal comma",
        .enabled(if: OfficeFiles.has("essen/counts_2023-12-31.csv"), "the shared data are not there"))
    func essen() throws {
        let file = try DelimitedFile(path: OfficeFiles.path("essen/counts_2023-12-31.csv"))
        #expect(file.dialect.encoding == .windows1252)
        #expect(file.dialect.separator == UInt8(ascii: ";"))
        #expect(file.dialect.decimalSign == .comma)
        #expect(file.dialect.headerLine == 1)
        #expect(file.footnotes == [])
        #expect(file.header[2] == "Straßenschlüssel")
        // The rows of expected_2023-12-31.csv summed up.
        let columns = try ["Einwohner", "unter15", "SGB2", "SGB2_unter15", "Rechtswert"].map(file.column)
        for threads in [1, 2] {
            let run = try file.reduce(columns: columns, threads: threads, start: { [Int](repeating: 0, count: 6) }) {
                (sums, block) throws(InputError) in
                try block.forEachRow { row throws(InputError) in
                    sums[0] += 1
                    for column in 0..<4 { sums[column + 1] += Int(row.number(column).number ?? .nan) }
                    if let east = row.number(4).number, east > 340_000, east < 380_000 { sums[5] += 1 }
                }
            }
            let sums = run.accumulators.reduce(into: [Int](repeating: 0, count: 6)) { total, part in
                for place in total.indices { total[place] += part[place] }
            }
            let expected = try Table(path: OfficeFiles.path("essen/expected_2023-12-31.csv"))
            #expect(sums[5] == sums[0])
            for (place, name) in ["addresses", "Einwohner", "unter15", "SGB2", "SGB2_unter15"].enumerated() {
                let total = try expected.completeNumbers(try expected.column(name)).reduce(0, +)
                #expect(sums[place] == Int(total), "\(name)")
            }
        }
    }

    @Test(
        "a header that occurs twice is an error only when it is asked for",
        .enabled(if: OfficeFiles.has("berlin-mss/mss-2013-planning-areas.csv"), "the shared data are not there"))
    func doubledHeader() throws {
        let table = try Table(path: OfficeFiles.path("berlin-mss/mss-2013-planning-areas.csv"))
        #expect(table.count == 434)
        #expect(try table.keys("id").first == "01011101")
        #expect(throws: InputError.self) { try table.column("inhabitants") }
        #expect(table.columns[2][0] == "2930.0")
        #expect(try table.completeNumbers(try table.column("s1_percentage_unemployed")).first == 6.38298)
    }

    @Test(
        "declared missing values of the Berlin MSS are missing",
        .enabled(if: OfficeFiles.has("berlin-mss/mss_2021_index_indikatoren.csv"), "the shared data are not there"))
    func monitoring() throws {
        var options = DelimitedOptions()
        options.missing = ["-9999"]
        let table = try Table(path: OfficeFiles.path("berlin-mss/mss_2021_index_indikatoren.csv"), options: options)
        #expect(table.count == 542)
        #expect(try table.keys("PLR_ID")[0] == "01100101")
        let values = table.numbers(try table.column("S1"))
        #expect(values[0] == .number(4.22594))
        #expect(values.count { $0.sign == .declaredMissing } + values.count { $0.number != nil } == 542)
        #expect(table.numbers(try table.column("S2")).allSatisfy { $0.state == .noData })
    }

    @Test(
        "every table of the collection is read without a row that is irregular",
        .enabled(if: OfficeFiles.has("berlin/population"), "the shared data are not there"),
        arguments: [
            ("berlin/population/berlin-lor-population-2021-01-t1-planning-areas.csv", 542, 13),
            ("berlin/population/berlin-lor-population-2020-02-t4-planning-areas.csv", 448, 57),
            ("berlin/facilities/expected_kitas_per_plr.csv", 542, 4), ("berlin-mss/mss_2021_indizes.csv", 542, 13),
            ("cartography/calempdensity.csv", 58, 11), ("imd-england/imd2025_england_lsoa21.csv", 33_755, 25),
            ("statistics/stl/stl_hom.csv", 78, 22), ("disclosure/ptables/ptab_freq.txt", -1, -1),
        ])
    func collection(_ name: String, _ rows: Int, _ width: Int) throws {
        guard OfficeFiles.has(name) else { return }
        let table = try Table(path: OfficeFiles.path(name))
        if rows > 0 { #expect(table.count == rows) }
        if width > 0 { #expect(table.header.count == width) }
        #expect(table.titles == [])
        #expect(table.footnotes == [])
    }
}
