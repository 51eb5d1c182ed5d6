import Planar
import Testing

@Suite("The side of a line")
struct OrientationTests {
    @Test("left is positive, right negative, on the line zero")
    func plain() {
        #expect(Orientation.side(ax: 0, ay: 0, bx: 1, by: 1, px: 0, py: 1) > 0)
        #expect(Orientation.side(ax: 0, ay: 0, bx: 1, by: 1, px: 1, py: 0) < 0)
        #expect(Orientation.side(ax: 0, ay: 0, bx: 3, by: 3, px: 2, py: 2) == 0)
    }

    @Test("points a rounding error beside a diagonal are told apart from points on it")
    func nearlyCollinear() {
        // Kettner et al., Classroom examples of robustness problems (2008): the plain determinant fails here.
        let unit = 0x1p-53
        for step in 0..<64 {
            let (x, y) = (0.5 + Double(step) * unit, 0.5 + Double(step) * unit)
            #expect(Orientation.side(ax: 12, ay: 12, bx: 24, by: 24, px: x, py: y) == 0)
            #expect(Orientation.side(ax: 12, ay: 12, bx: 24, by: 24, px: x, py: y + unit) > 0)
            #expect(Orientation.side(ax: 12, ay: 12, bx: 24, by: 24, px: x + unit, py: y) < 0)
        }
    }

    @Test("turning the line round turns the sign")
    func antisymmetry() {
        for step in 0..<100 {
            let y = 0.55 + (Double(step) - 50) * 0x1p-53
            let one = Orientation.side(ax: 0.1, ay: 0.2, bx: 0.7, by: 0.9, px: 0.4, py: y)
            let other = Orientation.side(ax: 0.7, ay: 0.9, bx: 0.1, by: 0.2, px: 0.4, py: y)
            #expect((one > 0) == (other < 0) && (one < 0) == (other > 0))
        }
    }
}
