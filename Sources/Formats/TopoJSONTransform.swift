import Coverage
import Planar

/// How a topology's positions are spelled: as they are, or as whole numbers from corner to corner of the box.
struct TopoJSONTransform {
    private let box: Box
    /// The size of a step in x and y; nil where positions are written as they are.
    private let scale: (x: Double, y: Double)?

    init(_ coverage: Coverage, quantization: Int?) {
        var box = Box.empty
        for vertex in coverage.x.indices { box.add(x: coverage.x[vertex], y: coverage.y[vertex]) }
        self.box = box
        guard let quantization, !box.isEmpty else {
            scale = nil
            return
        }
        let steps = Double(quantization - 1)
        scale = (box.width > 0 ? box.width / steps : 1, box.height > 0 ? box.height / steps : 1)
    }

    /// Writes the members `bbox`, where there is a box, and `transform`, where positions are quantised.
    func write(into out: inout OutputBuffer) {
        guard !box.isEmpty else { return }
        out.write("\"bbox\":[")
        for (place, side) in [box.minX, box.minY, box.maxX, box.maxY].enumerated() {
            if place > 0 { out.write(byte: UInt8(ascii: ",")) }
            out.write(side)
        }
        out.write("],")
        guard let scale else { return }
        out.write("\"transform\":{\"scale\":")
        writePosition(scale.x, scale.y, into: &out)
        out.write(",\"translate\":")
        writePosition(box.minX, box.minY, into: &out)
        out.write("},")
    }

    /// Writes an arc: its positions, or the first one and the steps from each to the next.
    func write(arc: Int, of coverage: Coverage, into out: inout OutputBuffer) {
        var separator = UInt8(ascii: "[")
        var (lastX, lastY) = (0, 0)
        for vertex in coverage.vertices(ofArc: arc) {
            out.write(byte: separator)
            separator = UInt8(ascii: ",")
            guard let scale else {
                writePosition(coverage.x[vertex], coverage.y[vertex], into: &out)
                continue
            }
            let column = Int(((coverage.x[vertex] - box.minX) / scale.x).rounded())
            let row = Int(((coverage.y[vertex] - box.minY) / scale.y).rounded())
            writePosition(Double(column - lastX), Double(row - lastY), into: &out)
            (lastX, lastY) = (column, row)
        }
        out.write(byte: UInt8(ascii: "]"))
    }

    private func writePosition(_ x: Double, _ y: Double, into out: inout OutputBuffer) {
        out.write(byte: UInt8(ascii: "["))
        out.write(x)
        out.write(byte: UInt8(ascii: ","))
        out.write(y)
        out.write(byte: UInt8(ascii: "]"))
    }
}
