public import Planar
import Statistics

extension Ledger {
    /// Books a block: every row is located, outside or rejected, and with it every value it carries.
    ///
    /// - Parameters:
    ///   - block: The rows.
    ///   - x: Row → easting in the system of the areas; NaN for rejected rows.
    ///   - y: Row → northing.
    ///   - locator: The areas.
    /// - Returns: Row → area, −1 for rows outside and rejected ones.
    public mutating func book(
        _ block: AddressBlock, x: [Double], y: [Double], locator: PointLocator
    ) -> [Int32] {
        rows += block.count
        let width = totals.count
        var areas = [Int32](repeating: -1, count: block.count)
        for row in 0..<block.count where !x[row].isNaN {
            let location = locator.locate(x: x[row], y: y[row])
            areas[row] = location.area
            if location.isOnBorder { onBorder += 1 }
            if location.isInOverlap { overlapping += 1 }
        }
        for row in 0..<block.count {
            if areas[row] >= 0 {
                located += 1
            } else if !x[row].isNaN {
                outside += 1
            }
        }
        for column in 0..<width {
            var whole = DecimalSum()
            for row in 0..<block.count where block.cells[column][row] == .value {
                whole.add(block.values[column][row])
            }
            totals[column].input.add(whole)
            var sum = DecimalSum()
            var beside = DecimalSum()
            for row in 0..<block.count where !x[row].isNaN {
                if block.cells[column][row] != .value {
                    totals[column].missing += 1
                } else {
                    let value = block.values[column][row]
                    if areas[row] >= 0 { sum.add(value) } else { beside.add(value) }
                    largest[column].add(value, line: block.places[row])
                }
            }
            totals[column].located.add(sum)
            totals[column].outside.add(beside)
        }
        book(rejectionsOf: block)
        return areas
    }

    private mutating func book(rejectionsOf block: AddressBlock) {
        for (row, reason) in block.unusable where unusable.count < Rejection.listed {
            unusable.append(Rejection(line: block.places[row], reason: reason))
        }
        for (row, reason) in block.rejections {
            rejected += 1
            if rejections.count < Rejection.listed {
                rejections.append(Rejection(line: block.places[row], reason: reason))
            }
            for column in totals.indices where block.cells[column][row] == .value {
                let value = block.values[column][row]
                totals[column].rejected.add(value)
                largest[column].add(value, line: block.places[row])
            }
        }
    }

    /// The ledger with the places of rows turned into lines of the file.
    public func withLines(_ line: (Int) -> Int) -> Ledger {
        var ledger = self
        for index in ledger.unusable.indices { ledger.unusable[index].line = line(ledger.unusable[index].line) }
        for index in ledger.rejections.indices { ledger.rejections[index].line = line(ledger.rejections[index].line) }
        for column in ledger.largest.indices { ledger.largest[column].mapLines(line) }
        return ledger
    }
}
