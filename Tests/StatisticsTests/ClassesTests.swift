import Statistics
import Testing

@Suite("Class limits")
struct ClassesTests {
    @Test("closed on the left: a value on an edge belongs above it, the last edge to the last class")
    func left() {
        let classes = Classes(edges: [0, 5, 10], closed: .left, values: [0, 1, 5, 10, 10])
        #expect(classes.counts == [2, 3])
        #expect(classes.index(of: 5) == 1)
        #expect(classes.index(of: 10) == 1)
        #expect(classes.index(of: 10.1) == nil)
        #expect(classes.index(of: .nan) == nil)
    }

    @Test("closed on the right: a value on an edge belongs below it, the first edge to the first class")
    func right() {
        let classes = Classes(edges: [0, 5, 10], closed: .right, values: [0, 1, 5, 10])
        #expect(classes.counts == [3, 1])
        #expect(classes.index(of: 0) == 0)
        #expect(classes.index(of: -0.1) == nil)
    }

    @Test("an edge that occurs twice is one class of a single value")
    func single() {
        #expect(Classes(edges: [3, 3], closed: .right, values: [3, 3]).counts == [2])
        #expect(Classes(edges: [], closed: .left, values: [3]).counts.isEmpty)
    }
}
