public import Planar

/// What a map looks like around its areas: size, section, ground, and which pieces stand where.
///
///     var layout = MapLayout(width: 800)
///     layout.legend = .bottomRight
///     layout.scaleBar = .bottomLeft
///     let svg = MapDrawing.map(subject, legend, layout: layout)
public struct MapLayout: Sendable, Hashable {
    /// The width in CSS pixels.
    public var width: Double
    /// The height in CSS pixels; `nil` for as high as the section is at this width.
    public var height: Double?
    /// What is to be shown, in the areas' metres; `nil` for everything with a narrow margin.
    public var section: Box?
    /// The colour behind the areas; `nil` for none.
    public var ground: Colour?
    /// Where the title stands, if anywhere.
    public var title: MapPlacement?
    /// Where the legend stands, if anywhere.
    public var legend: MapPlacement?
    /// Where the scale bar stands, if anywhere.
    public var scaleBar: MapPlacement?
    /// Where sources, publisher and licence stand, if anywhere.
    public var attribution: MapPlacement?

    /// A map of everything, without any pieces.
    public init(width: Double) { self.width = width }

    /// The size of type: as large as in a page of text at the usual width, and legible on a small map.
    var type: Double { min(22, max(9, width / 60)) }

    /// How much room beside the areas is kept free for the pieces, in pixels. None of it where a section is shown: it
    /// fills the whole drawing, and pieces stand on it.
    var reserved: (left: Double, top: Double, right: Double, bottom: Double) {
        var room = (left: 0.0, top: 0.0, right: 0.0, bottom: 0.0)
        guard section == nil else { return room }
        for (place, lines) in [(title, 4.4), (scaleBar, 3.2), (attribution, 5.2)] {
            if place?.down == 0 { room.top += lines * type }
            if place?.down == 1 { room.bottom += lines * type }
        }
        if legend?.across == 0 { room.left = MapLayout.legendShare * width }
        if legend?.across == 1 { room.right = MapLayout.legendShare * width }
        return room
    }

    /// The share of the width that a legend may take.
    static let legendShare = 0.3

    /// How large a map of areas becomes, and which rectangle of the ground it shows: the section, or all areas in what
    /// the pieces leave, widened so that a metre is as long across as it is down.
    ///
    /// A section that is too small for the areas to be drawn at its scale is widened on all sides.
    ///
    ///     MapLayout(width: 100).frame(of: Box(minX: 0, minY: 0, maxX: 98, maxY: 98)).shown  // 0 - 1 … 98 + 1
    public func frame(of areas: Box) -> (shown: Box, height: Double) {
        let box = section ?? areas
        let room = reserved
        let innerWidth = width - room.left - room.right
        let height = height ?? MapLayout.height(of: box, width: innerWidth) + (room.top + room.bottom).rounded()
        // A drawing that is too low for its pieces shows the areas behind them.
        let innerHeight = max(height / 4, height - room.top - room.bottom)
        let margin = section == nil ? min(width, height) * 0.01 : 0
        guard !box.isEmpty else { return (Box(minX: 0, minY: 0, maxX: width, maxY: height), height) }
        var metres = max(box.width / (innerWidth - 2 * margin), box.height / (innerHeight - 2 * margin))
        // A single point is shown at a metre a pixel.
        if !(metres > 0) { metres = 1 }
        // A lattice counts to a thousand million tenths of a pixel: no vertex of an area that meets what is shown may
        // lie farther off than that. What is shown may meet areas that the section does not.
        let extent = box.width + box.height + (areas.isEmpty ? 0 : areas.width + areas.height)
        metres = max(metres, extent / MapLayout.farthest)
        let left = (box.minX + box.maxX) / 2 - metres * (room.left + innerWidth / 2)
        let top = (box.minY + box.maxY) / 2 + metres * (room.top + innerHeight / 2)
        return (Box(minX: left, minY: top - metres * height, maxX: left + metres * width, maxY: top), height)
    }

    /// The farthest a vertex may lie from the drawing's corner, in pixels: a tenth of what the lattice can count.
    private static let farthest = 1e8

    static func height(of box: Box, width: Double) -> Double {
        guard !box.isEmpty, box.width > 0 else { return width }
        return (width * min(3, max(0.2, box.height / box.width))).rounded()
    }
}
