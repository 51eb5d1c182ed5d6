/// Directions without angles: which way something lies, and an order around a middle.
enum Compass {
    private static let names = ["Nord", "Nordost", "Ost", "Südost", "Süd", "Südwest", "West", "Nordwest"]

    /// A measure that rises clockwise from north, in 0 ..< 4.
    static func turn(x: Double, y: Double) -> Double {
        let sum = x.magnitude + y.magnitude
        guard sum > 0 else { return 0 }
        return x >= 0 ? 1 - y / sum : 3 + y / sum
    }

    /// The name of the direction something lies in, to half a quarter of the circle.
    static func name(x: Double, y: Double) -> String {
        names[Int((turn(x: x, y: y) * 2).rounded()) % 8]
    }

    /// The indices of places about a middle: first the nearest, then the others clockwise from north.
    static func order(_ places: [(x: Double, y: Double)], about middle: (x: Double, y: Double)) -> [Int] {
        func distance(_ index: Int) -> Double {
            let dx = places[index].x - middle.x
            let dy = places[index].y - middle.y
            return dx * dx + dy * dy
        }
        guard let nearest = places.indices.min(by: { distance($0) < distance($1) }) else { return [] }
        let others = places.indices.filter { $0 != nearest }.map { index in
            (turn: turn(x: places[index].x - middle.x, y: places[index].y - middle.y), index: index)
        }
        return [nearest] + others.sorted { ($0.turn, $0.index) < ($1.turn, $1.index) }.map { $0.index }
    }
}
