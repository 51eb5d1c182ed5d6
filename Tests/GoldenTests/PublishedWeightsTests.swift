import Coverage
import Formats
import Statistics
import Testing
import Weights

/// Published weights files and what their programs compute, beside the rows of the golden file.
@Suite("Published weights", .enabled(if: GoldenFile.isHere, "shared/data/statistics is not here"))
struct PublishedWeightsTests {
    @Test("Baltimore's adaptive triangular kernel of 12 neighbours is that of the published .kwt file")
    func kernel() throws {
        let points = try FeatureFile.read(path: "\(GoldenFile.folder)/baltim/baltim.shp")
        guard case .points(let x, let y) = points.geometry else { return #expect(Bool(false), "points are needed") }
        let published = try WeightsFile.read(path: "\(GoldenFile.folder)/baltim/baltim.tri.k12.kwt")
            .ordered(by: points.keys("STATION"), in: "baltim.shp")
        let computed = Kernel(.triangular, bandwidth: .nearest(12)).weights(x: x, y: y)
        #expect(computed.selfWeights == published.selfWeights)
        // The twelfth, at the bandwidth itself, weighs 10⁻⁷ in the file: it widens the bandwidth by as much.
        let inside = published.neighbours.filtered { _, _, weight in weight > 1e-6 }
        #expect(computed.neighbours.starts == inside.starts)
        #expect(computed.neighbours.targets == inside.targets)
        for (weight, expected) in zip(computed.neighbours.weights, inside.weights) {
            // Six digits are printed, and the wider bandwidth makes up to 10⁻⁷.
            #expect(abs(weight - expected) <= 0.5e-5 * max(expected, 0.1) + 1e-7)
        }
    }

    @Test("The four nearest of Baltimore's houses are those of the published .gwt file, except in ties")
    func nearest() throws {
        let points = try FeatureFile.read(path: "\(GoldenFile.folder)/baltim/baltim.shp")
        guard case .points(let x, let y) = points.geometry else { return #expect(Bool(false), "points are needed") }
        let published = try WeightsFile.read(path: "\(GoldenFile.folder)/baltim/baltim_k4.gwt")
            .neighbours(orderedBy: points.keys("STATION"), in: "baltim.shp")
        let computed = Neighbours.nearest(4, x: x, y: y)
        func distances(_ links: Neighbours, of house: Int) -> [Double] {
            links.targets(of: house).map { other in
                let (width, height) = (x[Int(other)] - x[house], y[Int(other)] - y[house])
                return (width * width + height * height).squareRoot()
            }.sorted()
        }
        for house in x.indices { #expect(distances(computed, of: house) == distances(published, of: house)) }
    }

    @Test("Columbus's queen neighbours are those of the published .gal file")
    func contiguity() throws {
        let file = try FeatureFile.read(path: "\(GoldenFile.folder)/columbus/columbus.shp")
        guard case .areas(let areas) = file.geometry else { return #expect(Bool(false), "areas are needed") }
        let queen = try WeightsFile.read(path: "\(GoldenFile.folder)/columbus/columbus.gal")
            .neighbours(orderedBy: (1...49).map(String.init), in: "columbus.shp")
        #expect(Contiguity.queen.neighbours(of: areas).binary == queen)
    }

    @Test("Second orders with exact corners are those of pygeoda 0.1.3: 2 to 40, on average 18.440194489465153")
    func secondOrder() throws {
        let file = try FeatureFile.read(path: "\(GoldenFile.folder)/geoda_natregimes/natregimes.shp")
        guard case .areas(let areas) = file.geometry else { return #expect(Bool(false), "areas are needed") }
        let links = Contiguity.queen.neighbours(of: areas).higherOrder(2, includesLowerOrders: true)
        let degrees = (0..<links.count).map { links.row(of: $0).count }
        #expect(degrees.min() == 2 && degrees.max() == 40)
        #expect(Double(links.targets.count) / 3085 == 18.440194489465153)
        #expect(links == links.transposed)
    }
}
