import Formats
import Planar
import Statistics

/// The legend of a sheet as laid out: classes with limits and number of areas, no-value signs, scale bar, north arrow.
///
/// Beside the map (paper across) it is one column; below the map (paper upright) classes stand on the left, the rest on
/// the right.
struct SheetKey {
    let legend: Legend
    let page: SheetPage
    let heading: TextBlock
    /// How the classes were made, how many of them are left out for want of room, and the number of all areas.
    let notes: [TextBlock]
    /// How many classes are shown: all of them unless there are more than a legend can be tightened for.
    let rows: Int
    /// How much rows shrink so that many classes find room.
    let tightness: Double

    /// - Parameter height: How much room there is from head to foot.
    init(_ legend: Legend, _ page: SheetPage, height: Double) {
        self.legend = legend
        self.page = page
        let scale = page.scale
        let wording = Wording(legend.language)
        let width = SheetKey.columnWidth(page)
        heading = TextBlock(
            legend.heading, width: width - 16 * scale, sizes: [3.5 * scale, 3.1 * scale, 2.7 * scale], lines: 3,
            typeface: .bold)
        // Upright, the legend takes at most a third of the page; across, a column as high as the map.
        let room = page.isLandscape ? height - 34 * scale : height / 3
        let besides = page.isLandscape ? legend.states.count { $0.count > 0 } + 2 : 0
        let tightest = (room - heading.height - 13 * scale) / (SheetKey.rowHeight * SheetKey.tightest * scale)
        rows = min(legend.classes.count, max(1, Int(tightest) - besides))
        let omitted = legend.classes.count - rows
        let lines = [
            wording.classification(legend), omitted > 0 ? wording.omittedClasses(omitted) : "",
            wording.areaTotal(legend.areaCount),
        ]
        notes = lines.filter { !$0.isEmpty }.map { note in
            TextBlock(note, width: width, sizes: [2.5 * scale, 2.2 * scale], lines: 1)
        }
        let needed = Double(rows + besides) * SheetKey.rowHeight * scale + heading.height + 13 * scale
        tightness = min(1, max(SheetKey.tightest, room / needed))
    }

    private static let rowHeight = 5.6
    /// Rows shrink to this part of their height, below which their text cannot be read.
    private static let tightest = 0.35

    /// The height of a row.
    var row: Double { SheetKey.rowHeight * page.scale * tightness }
    /// The width of the column of classes.
    var column: Double { SheetKey.columnWidth(page) }
    /// The width that scale bar and north arrow may take.
    var orientationWidth: Double { page.isLandscape ? column : page.keyWidth - column - 2 * page.gap }

    private static func columnWidth(_ page: SheetPage) -> Double {
        page.isLandscape ? page.keyWidth : 0.54 * page.keyWidth
    }

    /// The height of the heading with the space under it.
    var headingHeight: Double { heading.height + 1.4 * page.scale }
    /// The height of the no-value signs with their heading; 0 where every area has a value.
    var statesHeight: Double {
        let present = legend.states.count { $0.count > 0 }
        return present == 0 ? 0 : 6 * page.scale + Double(present) * row
    }
    /// The height of the classes with the note under them.
    var classesHeight: Double {
        headingHeight + Double(rows) * row + 1.2 * page.scale + notes.reduce(0) { $0 + $1.height }
    }
    /// The height of scale bar and north arrow.
    var orientationHeight: Double { 14 * page.scale }

    /// The height below the map.
    var height: Double { max(classesHeight, statesHeight + page.gap + orientationHeight) }
}
