/// For each of many points the areas that hold it, in flat arrays.
///
///     containment.interior(of: 3)  // [17]: point 3 lies inside area 17
///     containment.touching(of: 4)  // [17, 18]: point 4 lies on the border of two areas
public struct Containment: Sendable, Equatable {
    var interiorStarts: [Int32] = [0]
    var interiorAreas: [Int32] = []
    var touchingStarts: [Int32] = [0]
    var touchingAreas: [Int32] = []

    /// How many points there are.
    public var count: Int { interiorStarts.count - 1 }

    /// The areas in whose interior a point lies, rising.
    public func interior(of point: Int) -> ArraySlice<Int32> {
        interiorAreas[Int(interiorStarts[point])..<Int(interiorStarts[point + 1])]
    }

    /// The areas on whose border a point lies, rising.
    public func touching(of point: Int) -> ArraySlice<Int32> {
        touchingAreas[Int(touchingStarts[point])..<Int(touchingStarts[point + 1])]
    }

    mutating func closePoint() {
        interiorStarts.append(Int32(interiorAreas.count))
        touchingStarts.append(Int32(touchingAreas.count))
    }
}
