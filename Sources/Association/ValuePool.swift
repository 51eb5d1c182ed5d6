/// The values that permutations draw from, in rising order, so that nothing depends on how areas are numbered.
///
/// A draw names a place in that order. An area takes itself out of the pool by the *first* place that holds its value:
/// which of several equal values is left out makes no difference to what is left, and so areas that are alike get the
/// same answer, and a map with its areas in another order the same answers in that order.
struct ValuePool: Sendable {
    /// For each variable the values by place. With several variables places are ordered by the first, then the second, ….
    let columns: [[Double]]
    /// Area → the first place with its values.
    let places: [Int32]

    /// How many values there are.
    var count: Int { places.count }

    /// A pool of one or several variables.
    ///
    /// - Precondition: The variables are finite and of one length.
    /// - Complexity: O(*n*) for one variable, O(*n* log *n*) for several.
    init(_ variables: [[Double]]) {
        let count = variables.first?.count ?? 0
        for variable in variables {
            precondition(variable.count == count, "variables differ in length")
            precondition(variable.allSatisfy(\.isFinite), "values are finite")
        }
        let order = variables.count == 1 ? Self.order(of: variables[0]) : Self.order(of: variables, count: count)
        columns = variables.map { variable in order.map { variable[Int($0)] + 0 } }
        var places = [Int32](repeating: 0, count: count)
        var first: Int32 = 0
        for place in order.indices {
            if place > 0, columns.contains(where: { $0[place] != $0[place - 1] }) { first = Int32(place) }
            places[Int(order[place])] = first
        }
        self.places = places
    }

    private static func order(of variable: [Double]) -> [Int32] {
        // Adding 0 makes −0 and 0 one key.
        var keys = variable.map { RadixSort.key($0 + 0) }
        var order = (0..<Int32(variable.count)).map { $0 }
        RadixSort.sort(&keys, with: &order)
        return order
    }

    private static func order(of variables: [[Double]], count: Int) -> [Int32] {
        (0..<Int32(count)).sorted { one, other in
            for variable in variables where variable[Int(one)] != variable[Int(other)] {
                return variable[Int(one)] < variable[Int(other)]
            }
            return one < other
        }
    }
}
