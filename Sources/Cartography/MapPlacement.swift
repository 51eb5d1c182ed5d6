/// Where on a map a piece of its layout stands: the words of the cartographic layout of OGC API - Maps.
public enum MapPlacement: String, Sendable, CaseIterable {
    /// Above, at the left.
    case topLeft
    /// Above, in the middle.
    case topCenter
    /// Above, at the right.
    case topRight
    /// Half-way down, at the left.
    case middleLeft
    /// Half-way down, at the right.
    case middleRight
    /// Below, at the left.
    case bottomLeft
    /// Below, in the middle.
    case bottomCenter
    /// Below, at the right.
    case bottomRight

    /// The share of the free width that lies to the left of a piece.
    var across: Double {
        switch self {
        case .topLeft, .middleLeft, .bottomLeft: 0
        case .topCenter, .bottomCenter: 0.5
        case .topRight, .middleRight, .bottomRight: 1
        }
    }

    /// The share of the free height that lies above a piece.
    var down: Double {
        switch self {
        case .topLeft, .topCenter, .topRight: 0
        case .middleLeft, .middleRight: 0.5
        case .bottomLeft, .bottomCenter, .bottomRight: 1
        }
    }
}
