/// What an office counts at an address on one date.
///
/// The parts fit: `under15 + from15To64 + from65 == residents`, `subsidisedFlats ≤ flats`, and `sgb2Under15` is at
/// most `sgb2` and at most `under15`. Only a job centre has more recipients than residents.
public struct CityCounts: Sendable, Hashable {
    /// Residents, the next three together.
    public var residents: Int32 = 0
    /// Residents younger than 15.
    public var under15: Int32 = 0
    /// Residents from 15 to pension age.
    public var from15To64: Int32 = 0
    /// Residents of 65 and more.
    public var from65: Int32 = 0
    /// Recipients of basic income support for jobseekers (SGB II), with their children.
    public var sgb2: Int32 = 0
    /// Those among them who are younger than 15.
    public var sgb2Under15: Int32 = 0
    /// Flats, occupied or not.
    public var flats: Int32 = 0
    /// Flats with publicly subsidised rent; `nil` where the register has no answer.
    public var subsidisedFlats: Int32? = 0

    /// Nothing at all.
    public init() {}
}
