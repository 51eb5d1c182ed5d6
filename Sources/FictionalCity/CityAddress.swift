/// An address with its counts on one date.
public struct CityAddress: Sendable, Hashable {
    /// The street, an index into ``City/streets``.
    public var street: Int
    /// The house number.
    public var number: Int
    /// The letter after the house number, as in 12a; empty for most.
    public var suffix: String
    /// The easting in metres, in whole centimetres; NaN where ``unreadable`` holds what the file has instead.
    public var x: Double
    /// The northing in metres, in whole centimetres.
    public var y: Double
    /// What stands in the file for an easting that nobody can read; `nil` for nearly all addresses.
    public var unreadable: String?
    /// What was counted.
    public var counts: CityCounts
}

/// A street of the city.
public struct CityStreet: Sendable, Hashable {
    /// The street's key: at least five digits with leading zeros, rising with the name.
    public let key: String
    /// The name; large cities have several streets of one name.
    public let name: String
}
