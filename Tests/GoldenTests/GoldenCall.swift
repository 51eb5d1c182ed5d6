/// How a row of the golden file is computed, or why it is not.
struct GoldenCall: Sendable {
    /// The row's id.
    let id: String
    /// The numbers in the order in which the row prints them.
    let compute: (@Sendable () throws -> [Double])?
    /// Why the row needs another convention or has to be refused; then there is nothing to compute.
    let reason: String

    /// A row that is reproduced.
    init(_ id: String, _ compute: @escaping @Sendable () throws -> [Double]) {
        self.id = id
        self.compute = compute
        reason = ""
    }

    /// A row that is not reproduced, and why.
    init(_ id: String, leftOutBecause reason: String) {
        self.id = id
        compute = nil
        self.reason = reason
    }

    /// Every row that is mapped, from the tables by subject.
    static let all: [GoldenCall] =
        global + local + rates + regions + regression + segregation + weights
}
