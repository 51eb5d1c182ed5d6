import Formats
import Indices
import Testing

@Suite("Published indices")
struct PublishedIndexTests {
    static let berlin = "berlin-mss/mss_2021_indizes.csv"
    static let england = "imd-england/imd2025_england_lsoa21.csv"

    @Test(
        "Berlin 2021: status, dynamics and combined class equal the published ones in all 536 valid areas",
        .enabled(if: Published.has(berlin), "shared/data/berlin-mss is not here"))
    func berlin2021() throws {
        let recipe = try IndexRecipe.preset("berlin-mss-2021")
        let input = try Published.table("berlin-mss/mss_2021_index_indikatoren.csv")
        let result = try recipe.compute(
            keys: input.keys("PLR_ID"),
            columns: Published.columns(input, Dictionary(uniqueKeysWithValues: recipe.columns.map { ($0, $0) })))
        let published = try Published.table(Self.berlin)
        let comments = published.columns[try published.column("KOM")]
        let combined = published.columns[try published.column("SDI")]
        let dynamics = published.columns[try published.column("DI_N")]
        #expect(try published.keys("PLR_ID") == result.keys)
        #expect(result.includedCount == 536)
        for area in result.keys.indices {
            #expect((result.memberships[area] == .included) == (comments[area] == "gültig"))
            guard comments[area] == "gültig" else { continue }
            #expect(result.combined(area) == combined[area], "\(result.keys[area])")
            let place = try #require(result.indices[1].areas[area]?.classPlace)
            #expect(["1", "3", "5"][place] == dynamics[area])
        }
    }

    @Test(
        "Berlin 2013 and 2017: classes equal the published ones in every area, z, sums and indices to 5 decimals",
        .enabled(if: Published.has(berlin), "shared/data/berlin-mss is not here"),
        arguments: [("2013", 434), ("2017", 436)])
    func berlinBefore(edition: String, areas: Int) throws {
        let recipe = try IndexRecipe.preset("berlin-mss-2017")
        let table = try Published.table("berlin-mss/mss-\(edition)-planning-areas.csv")
        let subjects = [
            "1_percentage_unemployed", "2_percentage_long_term_unemployed",
            "3_percentage_transfer_payments_recipients", "4_percentage_transfer_payments_recipients_below_15_years",
        ]
        let fields = ["S", "D"].flatMap { kind in
            subjects.map { ("\(kind)\($0.prefix(1))", "\(kind.lowercased())\($0)") }
        }
        let result = try recipe.compute(
            keys: table.keys("id"), columns: Published.columns(table, Dictionary(uniqueKeysWithValues: fields)))
        #expect(result.includedCount == areas && result.keys.count == areas)
        let status = table.numbers(try table.column("status_index"))
        let combined = table.columns[try table.column("status_dynamic_index")]
        // The file's headers are shifted: what is called z of d1 and d2 is the sum and the index of the status.
        let sums = table.numbers(try table.column("z_d1_percentage_unemployed"))
        let indices = table.numbers(try table.column("z_d2_percentage_long_term_unemployed"))
        let first = table.numbers(try table.column("z_s1_percentage_unemployed"))
        for area in result.keys.indices {
            #expect(result.combined(area) == combined[area], "\(result.keys[area])")
            let steps = try #require(result.indices[0].areas[area])
            #expect(Double(try #require(steps.classPlace) + 1) == status[area].number)
            #expect(abs(steps.standardised[0] - (try #require(first[area].number))) < 0.00002)
            #expect(abs(steps.sum - (try #require(sums[area].number))) < 0.00002)
            #expect(abs(steps.score - (try #require(indices[area].number))) < 0.00002)
        }
    }

    @Test(
        "with the divisor n − 1 an area of 2013 falls into another class: the monitoring divides by n",
        .enabled(if: Published.has(berlin), "shared/data/berlin-mss is not here"))
    func divisor() throws {
        let table = try Published.table("berlin-mss/mss-2013-planning-areas.csv")
        let names = [
            "s1_percentage_unemployed", "s2_percentage_long_term_unemployed",
            "s3_percentage_transfer_payments_recipients", "s4_percentage_transfer_payments_recipients_below_15_years",
        ]
        let other = try recipe(
            names.map { "{name: \($0)}" },
            "second: {method: z, divisor: n-1}\nclasses: [{label: 1, below: -1}, {label: 2, through: 1}, "
                + "{label: 3, through: 1.5}, {label: 4}]",
            standardisation: "{method: z, divisor: n-1}")
        let result = try other.compute(
            keys: table.keys("id"),
            columns: Published.columns(table, Dictionary(uniqueKeysWithValues: names.map { ($0, $0) })))
        let status = table.numbers(try table.column("status_index"))
        let differing = result.keys.indices.filter { area in
            result.indices[0].areas[area]?.classPlace.map { Double($0 + 1) } != status[area].number
        }
        #expect(differing.count == 1)
    }

    @Test(
        "England 2025: all deciles and ranks equal the published ones, scores as far as they are printed",
        .enabled(if: Published.has(england), "shared/data/imd-england is not here"))
    func england2025() throws {
        let recipe = try IndexRecipe.preset("imd-2025")
        let table = try Published.table(Self.england)
        let domains = ["Income", "Employment", "Education", "Health", "Crime", "Housing_and_Services", "Environment"]
        let fields = zip(recipe.columns, domains).map { ($0, "\($1)_rank") }
        let result = try recipe.compute(
            keys: table.keys("lsoa21_code"),
            columns: Published.columns(table, Dictionary(uniqueKeysWithValues: fields)))
        #expect(result.includedCount == recipe.areas)
        let scores = table.numbers(try table.column("IMD_score"))
        let ranks = table.numbers(try table.column("IMD_rank"))
        let deciles = table.numbers(try table.column("IMD_decile"))
        var (wrongRanks, wrongDeciles, farthest) = (0, 0, 0.0)
        for area in result.keys.indices {
            let steps = try #require(result.indices[0].areas[area])
            if Double(steps.rank) != ranks[area].number { wrongRanks += 1 }
            if steps.quantile.map(Double.init) != deciles[area].number { wrongDeciles += 1 }
            farthest = max(farthest, abs(steps.score - (try #require(scores[area].number))))
        }
        #expect(wrongRanks == 0)
        #expect(wrongDeciles == 0)
        // Three decimals are published: half of the last one is all that may differ.
        #expect(farthest <= 0.0005)
    }
}
