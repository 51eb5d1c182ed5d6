/// A sheet of paper, in millimetres.
public enum Paper: String, Sendable, CaseIterable {
    /// DIN A4 upright, 210 × 297 mm.
    case a4
    /// DIN A4 across, 297 × 210 mm.
    case a4Landscape = "a4-landscape"
    /// DIN A3 upright, 297 × 420 mm.
    case a3
    /// DIN A3 across, 420 × 297 mm.
    case a3Landscape = "a3-landscape"

    /// What a user may write, for messages.
    public static let choices = "a4, a4-landscape, a3 or a3-landscape"

    /// The width in millimetres.
    public var width: Double {
        switch self {
        case .a4: 210
        case .a4Landscape, .a3: 297
        case .a3Landscape: 420
        }
    }

    /// The height in millimetres.
    public var height: Double {
        switch self {
        case .a4, .a3Landscape: 297
        case .a4Landscape: 210
        case .a3: 420
        }
    }

    /// Whether the sheet lies across.
    var isLandscape: Bool { width > height }
    /// How large type and margins are compared with A4.
    var scale: Double { self == .a3 || self == .a3Landscape ? 1.3 : 1 }
}
