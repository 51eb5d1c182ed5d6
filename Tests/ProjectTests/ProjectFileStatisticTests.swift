import Association
import Project
import StatisticLayers
import Testing

@Suite("Statistics in a project file")
struct ProjectFileStatisticTests {
    private func cluster(
        _ entry: String
    ) throws -> (
        statistic: ClusterStatistic, operands: [String], neighbours: ProjectFile.Neighbourhood, test: ProjectFile.Test
    ) {
        let layer = try #require(try StatisticSample.read(entry).first)
        guard case .cluster(let statistic, let operands, let neighbours, let test) = layer.statistic else {
            throw Unexpected(statistic: layer.statistic)
        }
        return (statistic, operands, neighbours, test)
    }

    private struct Unexpected: Error {
        let statistic: ProjectFile.Statistic
    }

    @Test("what is not said is queen contiguity by rows, 9,999 draws from seed 1, 0.05 after Benjamini and Hochberg")
    func defaults() throws {
        let layer = try #require(try StatisticSample.read("local-moran, indicator: sgb2_rate").first)
        #expect(layer.id == "sgb2_rate-local-moran")
        #expect(layer.division == "gliederung" && layer.level == "bezirk")
        #expect(layer.title.isEmpty && layer.description.isEmpty && layer.style.isEmpty)
        let read = try cluster("local-moran, indicator: sgb2_rate")
        #expect(read.statistic == .localMoran && read.operands == ["sgb2_rate"])
        #expect(read.neighbours.kind == "queen" && read.neighbours.style == "row" && read.neighbours.barriers == nil)
        #expect(read.test.permutations == 9_999 && read.test.seed == 1)
        #expect(read.test.significance == 0.05 && read.test.adjustment == .benjaminiHochberg)
    }

    private let full = """
        gi-star, indicator: sgb2_rate, id: hot, title: Hitze, description: Was es heißt, style: rates, \
        weights: "knn:6", weights_style: binary, barriers: river.geojson, gates: bridges.geojson, gate_width: 40, \
        permutations: 999, seed: 7, significance: 0.01, adjust: bonferroni
        """

    @Test("a cluster layer has every key")
    func everyKey() throws {
        let layer = try #require(try StatisticSample.read(full).first)
        #expect(layer.id == "hot" && layer.title == "Hitze" && layer.style == "rates")
        #expect(layer.description == "Was es heißt")
        let read = try cluster(full)
        #expect(read.statistic == .giStar && read.operands == ["sgb2_rate"])
        #expect(read.neighbours.kind == "knn:6" && read.neighbours.style == "binary")
        let barriers = try #require(read.neighbours.barriers)
        #expect(barriers.lines == "river.geojson" && barriers.gates == "bridges.geojson" && barriers.gateWidth == 40)
        #expect(read.test.permutations == 999 && read.test.seed == 7)
        #expect(read.test.significance == 0.01 && read.test.adjustment == .bonferroni)
        #expect(try cluster("gi, indicator: residents, adjust: none").test.adjustment == .none)
        let open = try cluster("gi, indicator: residents, barriers: river.geojson").neighbours.barriers
        #expect(open?.gates == nil && open?.gateWidth == 25)
    }

    @Test("every cluster statistic has its kind", arguments: ClusterStatistic.allCases)
    func clusters(_ statistic: ClusterStatistic) throws {
        let (keys, operands): (String, [String]) =
            switch statistic {
            case .bivariateLocalMoran: ("indicator: sgb2_rate, with: residents", ["sgb2_rate", "residents"])
            case .localMoranRate: ("events: sgb2, population: from15", ["sgb2", "from15"])
            default: ("indicator: residents", ["residents"])
            }
        let read = try cluster("\(statistic.rawValue), \(keys)")
        #expect(read.statistic == statistic && read.operands == operands)
        let id = try StatisticSample.read("\(statistic.rawValue), \(keys)").first?.id
        #expect(id == "\(operands[0])-\(statistic.rawValue)")
    }

    @Test("every rate has its kind, and neighbours where it looks at any", arguments: RateStatistic.allCases)
    func rates(_ statistic: RateStatistic) throws {
        let keys = "events: sgb2, population: from15, per: 1000" + (statistic.isSpatial ? ", weights: rook" : "")
        let layer = try StatisticSample.read("\(statistic.rawValue), \(keys)").first
        guard case .rate(statistic, "sgb2", "from15", 1000, let neighbours) = layer?.statistic else {
            Issue.record("\(String(describing: layer))")
            return
        }
        #expect(neighbours?.kind == (statistic.isSpatial ? "rook" : nil))
        guard
            case .rate(_, _, _, let per, _)? = try StatisticSample.read(
                "\(statistic.rawValue), events: sgb2, population: from15"
            ).first?.statistic
        else { return }
        #expect(per == 100)
    }

    @Test("an index has a preset or a recipe, columns, changes, and areas left out")
    func index() throws {
        let layers = try StatisticSample.read(
            "index, preset: berlin-mss-2021, columns: { S1: sgb2_rate, D1: residents }",
            "index, id: own, recipe: own.yaml, columns: { D: change(residents) }, exclude: small.txt")
        #expect(layers.map(\.id) == ["index", "own"])
        guard case .index(.preset("berlin-mss-2021"), let columns, nil) = layers[0].statistic,
            case .index(.file("own.yaml"), let changes, "small.txt") = layers[1].statistic
        else {
            Issue.record("\(layers)")
            return
        }
        #expect(columns.map(\.name) == ["S1", "D1"] && columns.map(\.indicator) == ["sgb2_rate", "residents"])
        #expect(columns.allSatisfy { !$0.isChange })
        #expect(changes.map(\.name) == ["D"] && changes[0].indicator == "residents" && changes[0].isChange)
    }

    @Test("types by k-means from seed 1, or by Ward's method")
    func typology() throws {
        let layers = try StatisticSample.read(
            "typology, indicators: [sgb2_rate, residents], groups: 4",
            "typology, id: ward, indicators: [residents], groups: 2, method: ward, seed: 9")
        let (means, ward): (ProjectFile.Statistic, ProjectFile.Statistic) = (
            .typology(isWard: false, indicators: ["sgb2_rate", "residents"], groups: 4, seed: 1),
            .typology(isWard: true, indicators: ["residents"], groups: 2, seed: 9)
        )
        #expect(layers.map(\.id) == ["typology", "ward"])
        #expect(layers[0].statistic == means && layers[1].statistic == ward)
    }

    @Test("regions with a minimum, by default none, or of equal size")
    func regions() throws {
        let keys = "indicators: [residents], population: residents, groups: 3"
        for (more, size, kind) in [
            ("", ProjectFile.RegionSize.minimum(0), "queen"),
            (", minimum: 5000, weights: rook", .minimum(5000), "rook"),
            (", method: skater, minimum: 7", .minimum(7), "queen"), (", method: balanced", .balanced, "queen"),
        ] {
            let layer = try StatisticSample.read("regions, \(keys)\(more)").first
            guard case .regions(["residents"], "residents", 3, let read, let neighbours) = layer?.statistic else {
                Issue.record("\(String(describing: layer))")
                continue
            }
            #expect(layer?.id == "regions" && read == size && neighbours.kind == kind)
        }
    }

    @Test("location quotient and neighbourhoods of people have group and population")
    func people() throws {
        let layers = try StatisticSample.read(
            "location-quotient, group: sgb2, population: from15",
            "egohoods, group: sgb2, population: from15, nearest: [400, 100]",
            "egohoods, id: ego, group: sgb2, population: from15, nearest: [50], threshold: 0.25, barriers: rail.gpkg")
        #expect(layers.map(\.id) == ["sgb2-location-quotient", "sgb2-egohoods", "ego"])
        #expect(layers[0].statistic == .concentration(group: "sgb2", population: "from15"))
        guard case .egohoods(let plain) = layers[1].statistic, case .egohoods(let walled) = layers[2].statistic else {
            Issue.record("\(layers)")
            return
        }
        #expect(plain.group == "sgb2" && plain.population == "from15" && plain.nearest == [400, 100])
        #expect(plain.threshold == nil && plain.barriers == nil)
        #expect(walled.threshold == 0.25 && walled.barriers?.lines == "rail.gpkg")
    }

    @Test("beside statistics only, every indicator is shown on every level; beside a named layer, that one")
    func besides() throws {
        let alone = try ProjectFileSample.read(StatisticSample.text(["gi, indicator: residents"]))
        #expect(alone.layers.count == 6 && alone.statistics.count == 1)
        let named = try ProjectFileSample.read(
            StatisticSample.text(["gi, indicator: residents"])
                + "  - { division: gliederung, level: bezirk, indicators: [residents] }\n")
        #expect(named.layers.map(\.id) == ["gliederung.bezirk.residents"] && named.statistics.count == 1)
    }
}
