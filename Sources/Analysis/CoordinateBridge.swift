public import Diagnostics
public import Projection

/// How address coordinates come into the system of the boundaries, and which of them cannot be what they claim.
public struct CoordinateBridge: Sendable {
    /// Whether coordinates can be in the system of the addresses.
    public let plausibility: Plausibility
    /// The way to the system of the boundaries.
    public let transformation: Transformation

    /// Chooses the way.
    ///
    /// - Parameters:
    ///   - source: The system of the addresses.
    ///   - target: The system of the boundaries.
    public init(from source: ReferenceSystem, to target: ReferenceSystem) throws(InputError) {
        plausibility = try Plausibility(source)
        transformation = try Transformation(from: source, to: target)
    }

    /// What is done to the coordinates, in words; empty when nothing is.
    public var description: String {
        guard !transformation.isIdentity else { return "" }
        return "\(transformation.source.label) to \(transformation.target.label): \(transformation.operation)"
    }
}
