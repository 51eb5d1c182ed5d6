import Confidential
import Disclosure
import Statistics

let batch = AddressBatch(
    source: "register", date: "2023-12-31", file: "counts.csv", referenceSystem: "EPSG:25832",
    variables: ["residents", "under15"])
let district = Geography(division: "city", level: "district", version: "2021", areaCount: 9)

/// A block of seeded addresses, with numbers that only come through if every bit does.
func block(_ count: Int, seed: UInt64) -> AddressBlock {
    var generator = SplitMix64(seed: seed)
    let states = (0..<2).map { _ in (0..<count).map { _ in ValueState.allCases[generator.below(4)] } }
    return AddressBlock(
        lines: (0..<count).map { Int64($0) + 5_000_000_000 }, x: (0..<count).map { _ in generator.uniform() * 1e6 },
        y: (0..<count).map { _ in -generator.uniform() * 1e7 },
        values: states.map { $0.map { $0 == .value ? generator.uniform() * 100 : 0 } }, states: states)
}

func ledger(rejected: Int = 1, outside: Double = 0.3) -> Ledger {
    Ledger(
        source: batch.source, date: batch.date, geography: district, rows: 10, located: 7, outside: 2,
        rejected: rejected, onBorder: 1, overlapping: 0,
        totals: [
            Ledger.Total(variable: "residents", input: 0.6, located: 0.1, outside: outside, rejected: 0.2)
        ])
}
