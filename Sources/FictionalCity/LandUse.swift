/// What a district is there for, as far as its counts show it.
enum LandUse: UInt8, Sendable {
    /// People live here.
    case homes
    /// Halls and yards, with a caretaker's flat here and there: fewer than ten residents in a district.
    case industry
    /// Addresses without any resident: no rate can be given.
    case uninhabited
    /// Forest: not even an address.
    case forest
}
