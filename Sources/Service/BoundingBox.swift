import Formats
import Planar

/// The `bbox` of OGC API - Features in the system and axis order of `bbox-crs`.
///
/// Four numbers, or six with heights, which are left aside. In degrees a box whose west lies east of its east crosses
/// the 180th meridian and is two rectangles. A box whose south lies above its north, or which lies beside the globe,
/// holds nothing: it is a box all the same, and the answer says that it found nothing, and why.
struct BoundingBox: Equatable, Sendable {
    /// What `bbox` is in: the system whose coordinates it has.
    let system: OfferedSystem
    /// The rectangles, with x to the east: one, two, or none.
    let rectangles: [Box]
    /// What somebody may have overlooked where a box holds nothing.
    let hint: String?

    /// A box of four or six numbers; `nil` for another count.
    init?(_ numbers: [Double], system: OfferedSystem) {
        guard numbers.count == 4 || numbers.count == 6 else { return nil }
        let half = numbers.count / 2
        let (first, second) = system.isNorthFirst ? (1, 0) : (0, 1)
        let (west, east) = (numbers[first], numbers[half + first])
        let (south, north) = (numbers[second], numbers[half + second])
        self.system = system
        let order = system.isNorthFirst ? "south,west,north,east" : "west,south,east,north"
        let isReversed = south > north || (west > east && !system.isGeographic)
        if isReversed {
            hint = "bbox ends before it begins; in \(system.uri) it is \(order)"
        } else if system.isGeographic, abs(west) > 180 || abs(east) > 180 || abs(south) > 90 || abs(north) > 90 {
            hint = "bbox is not on the globe; in \(system.uri) it is \(order) in degrees, and bbox-crs names another"
        } else {
            hint = nil
        }
        if isReversed {
            rectangles = []
        } else if west <= east {
            rectangles = [Box(minX: west, minY: south, maxX: east, maxY: north)]
        } else {
            rectangles = [
                Box(minX: west, minY: south, maxX: 180, maxY: north),
                Box(minX: -180, minY: south, maxX: east, maxY: north),
            ]
        }
    }

    /// Reads `bbox` and `bbox-crs`; `nil` where there is no `bbox`.
    ///
    /// - Throws: A 400 for anything but four or six numbers, and for a system that is not offered.
    init?(_ parameters: QueryParameters) throws(Problem) {
        let system = try parameters.system("bbox-crs")
        guard let text = parameters["bbox"] else { return nil }
        var numbers: [Double] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let number = DecimalScan.number(of: part) else {
                throw .badRequest("'\(part)' in bbox is not a number; write west,south,east,north")
            }
            numbers.append(number)
        }
        guard numbers.count == 4 || numbers.count == 6 else {
            throw .badRequest("bbox has \(numbers.count) numbers; give four: west,south,east,north")
        }
        self.init(numbers, system: system)
    }
}
