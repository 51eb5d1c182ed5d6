/// What a map of a local statistic shows of an area.
///
/// The first letters of the four quadrants are the area's own value, the others its neighbours'; high is above the mean
/// of all areas. A value, or a lag, just at the mean belongs to no quadrant (esda calls it low, GeoDa high).
public enum LocalClass: String, Sendable, CaseIterable {
    /// High among high: a cluster of high values.
    case highHigh = "high-high"
    /// Low among low: a cluster of low values.
    case lowLow = "low-low"
    /// High among low, an outlier.
    case highLow = "high-low"
    /// Low among high, an outlier.
    case lowHigh = "low-high"
    /// Like its neighbours, though they are on both sides of the mean (local Geary), or in several variables together.
    case positive
    /// Unlike its neighbours (local Geary).
    case negative
    /// High values around, by the sign of z (Getis–Ord).
    case hotSpot = "hot spot"
    /// Low values around, by the sign of z (Getis–Ord).
    case coldSpot = "cold spot"
    /// A significant statistic with its value or its lag just at the mean.
    case atMean = "at the mean"
    /// No more than chance does.
    case notSignificant = "not significant"
    /// Without neighbours, so without a statistic.
    case island
    /// The statistic is not defined: nothing varies, or there are fewer than three areas.
    case undefined
}
