import FictionalCity
import Planar

/// The demo region and where its addresses lie, made once for all tests.
enum DemoCity {
    static let city = City(CityPlan())

    /// The addresses of the last date with the district each lies in, -1 for none.
    static let located: [(address: CityAddress, district: Int)] = {
        var found: [(address: CityAddress, district: Int)] = []
        city.forEachAddress(date: 1) { address in
            found.append((address, address.x.isNaN ? -1 : district(atX: address.x, y: address.y)))
        }
        return found
    }()

    private static let boxes = (0..<city.districts.areas.count).map { city.districts.areas.box(of: $0) }

    /// The district whose rings surround a point an odd number of times.
    private static func district(atX x: Double, y: Double) -> Int {
        let areas = city.districts.areas
        for area in boxes.indices where boxes[area].contains(x: x, y: y) {
            var isInside = false
            for ring in areas.rings(of: area) {
                let vertices = areas.vertices(ofRing: ring)
                for (a, b) in zip(vertices, vertices.dropFirst()) where (areas.y[a] > y) != (areas.y[b] > y) {
                    let share = (y - areas.y[a]) / (areas.y[b] - areas.y[a])
                    if x < areas.x[a] + share * (areas.x[b] - areas.x[a]) { isInside.toggle() }
                }
            }
            if isInside { return area }
        }
        return -1
    }
}
